import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTopic } from '../../../src/topic/read-topic.ts';

const folder = mkdtempSync(join(tmpdir(), 'topic-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** By language: terms, then excluded ones behind a minus; phrases of queries in their words of content. */
const shown = async (given: string[], language: string | null = null) =>
  Object.fromEntries(
    ((await readTopic(given, language)) ?? []).map((line) => [
      line.language,
      [
        ...line.terms.map(({ words, together }) => words.join(together ? ' ' : '+')),
        ...line.excluded.map(({ words }) => `-${words.join(' ')}`),
      ].join(', '),
    ]),
  );

test.each([
  ['a line a language', ['en: vat, payroll, "late invoice", -band'], { en: 'vat, payroll, late invoice, -band' }],
  [
    'several lines',
    ['de: Töpfern, Glasur\nfr : «tour de potier», -vacances'],
    { de: 'Töpfern, Glasur', fr: 'tour de potier, -vacances' },
  ],
  ['words of a hyphen', ['en: e-invoice, -make-up, –cake-topper'], { en: 'e invoice, -make up, -cake topper' }],
  [
    'scripts tell',
    ['leash, поводок, λουρί, нашийник і повідець'],
    { en: 'leash', ru: 'поводок', el: 'λουρί', uk: 'нашийник і повідець' },
  ],
  ['hashtags are words', ['#kiln; #glaze'], { en: 'kiln, glaze' }],
  ['a comma in quotes', ['en: "sit, stay", leash'], { en: 'sit stay, leash' }],
  ['a colon that names no language', ['xx: clay'], { en: 'xx clay' }],
])('%s', async (_, given, expected) => {
  expect(await shown(given)).toEqual(expected);
});

test('a named language takes the words of its script', async () => {
  expect(await shown(['tasma, köpek eğitimi, собака'], 'tr')).toEqual({ tr: 'tasma, köpek eğitimi', ru: 'собака' });
  await expect(readTopic(['tasma'], 'qq')).rejects.toMatchObject({ code: 'setting', where: 'topicLanguage' });
});

const queries = ['глазурь', 'глазурь для керамики', 'гончарный круг купить'];
const wordstat = [
  'Запросы со словами;Число запросов;Топ запросов «глазурь», Россия',
  ...queries.map((query) => `${query};120;`),
];
const expected = { ru: 'глазурь, глазурь+керамики, гончарный+круг+купить' };

/** Bytes of windows-1251, of what these tests write. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    Array.from({ length: text.length }, (_, at) => {
      const code = text.charCodeAt(at);
      return code >= 0x410 ? code - 0x350 : code;
    }),
  );

test('exports of Wordstat, new and older', async () => {
  expect(await shown([file('new.csv', `\uFEFF${wordstat.join('\r')}\r`)])).toEqual(expected);
  expect(await shown([file('old.csv', windows1251(`${wordstat.join('\r\n')}\r\n`))])).toEqual(expected);
  const words = [
    '"Статистика по словам «глазурь»";',
    'Что искали со словом «глазурь»;Показов в месяц',
    ...queries.map((query) => `${query};1 200`),
  ];
  expect(await shown([file('named.csv', `\uFEFF${words.join('\r\n')}\r\n`)])).toEqual(expected);
  expect(await shown([file('plain.csv', `Фраза\n${queries.join('\n')}\n`)])).toEqual(expected);
});

test('an export of Keyword Planner', async () => {
  const lines = [
    'Keyword Stats 2026-11-20 at 09_12_33',
    '"November 1, 2025 - October 31, 2026"',
    'Keyword\tCurrency\tAvg. monthly searches\tCompetition',
    'puppy training\tEUR\t50000\tLow',
    'leash for the dog\tEUR\t500\tLow',
  ];
  const path = file('planner.csv', Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le'));
  expect(await shown([path, '-dogma'])).toEqual({ en: 'puppy+training, leash+dog, -dogma' });
});

test.each([
  ['Keyword', 'Währung', 'Durchschn. Suchanfragen pro Monat', 'EUR', '1.200'],
  ['Mot clé', 'Devise', 'Nbre moy. de recherches mensuelles', 'EUR', '10 – 100'],
  ['Λέξη-κλειδί', 'Νόμισμα', 'Μέσος όρος μηνιαίων αναζητήσεων', 'EUR', '1 χιλ. – 10 χιλ.'],
  ['Avainsana', 'Valuutta', 'Haut keskimäärin kuukaudessa', 'EUR', '500'],
  ['Häufigste Suchanfragen', 'Land', 'Klicks', 'DE', '12'],
])('a table of queries under %s, %s, %s', async (query, other, volume, value, number) => {
  const titles = ['Keyword-Statistiken 2026-11-20', '"1. November 2025 - 31. Oktober 2026"'];
  for (const delimiter of ['\t', ';']) {
    const rows = [
      [query, other, volume],
      ['raku kiln', value, number],
      ['clay for children', value, number],
    ];
    const lines = [...titles, ...rows.map((row) => row.join(delimiter))];
    expect(await shown([file('localised.csv', lines.join('\r\n'))])).toEqual({ en: 'raku+kiln, clay+children' });
  }
});

test('an export of times or regions is told, and not read as words', async () => {
  for (const heading of ['Период;Число запросов;Доля от всех запросов, %', 'Регион;Число запросов;Индекс'])
    await expect(
      readTopic([file('other.csv', `\uFEFF${heading}\nянварь 2026;1200;0,01\n`)], null),
    ).rejects.toMatchObject({ code: 'topic' });
});

test('words with numbers among them are no table', async () => {
  const words = 'vat, tax 2026, payroll\nlate invoice, 30 days, audit\nledger, 60 days, 2027\n';
  expect(Object.keys(await shown([file('numbers.txt', words)]))).toEqual(['en']);
  expect((await shown([file('numbers.txt', words)]))['en']).toContain('30 days');
});

test('a workbook', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const rows = wordstat.map((line) => line.split(';'));
  const path = file('wordstat.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: 'Топ', rows }] })));
  expect(await shown([path])).toEqual(expected);
});

test('words that happen to be headings are no export', async () => {
  expect(await shown([file('seo.txt', 'en: keyword, query\nde: suchbegriff\n')])).toEqual({
    en: 'keyword, query',
    de: 'suchbegriff',
  });
});

test('a folder of that name is no file', async () => {
  expect(await shown(['src'])).toEqual({ en: 'src' });
});

test('a missing file and a topic without words are told', async () => {
  await expect(readTopic(['words/missing.txt'], null)).rejects.toMatchObject({ code: 'file_missing' });
  await expect(readTopic(['-only, -excluded'], null)).rejects.toMatchObject({ code: 'topic' });
  expect(await readTopic([], null)).toBe(null);
});
