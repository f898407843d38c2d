import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { lawfulOn } from '../../../src/lawful/notices.ts';
import { toHtml } from '../../../src/outputs/html/html.ts';
import { phrase } from '../../../src/outputs/html/phrase.ts';
import { sentenceOf, sentences, sentenceIn } from '../../../src/outputs/html/sentences/index.ts';
import { tagWarnings } from '../../../src/teasers/tag-warnings.ts';
import { joinNotes, rowNotes } from '../../../src/text/row-notes.ts';
import type { Report } from '../../../src/types/report.ts';
import { report, row } from './example-report.ts';

const src = join(import.meta.dirname, '../../../src');

const problem = (value: string, text: string, whatToDo: string): Report['problems'][number] => ({
  file: 'clients.csv',
  line: 3,
  value,
  problem: text,
  whatToDo,
});

const unreadReason: Report['reasons'][number] = {
  network: 'mastodon',
  host: 'garden.example',
  what: 'profile',
  status: 'hidden',
  reason: 'the list is empty, but the number of follows is 12',
  count: 1,
  since: '2026-11-20',
  retryAt: null,
  remedy: 'survey',
  whatToDo: 'respect it',
  kept: 0,
  ageDays: null,
};

/** The values that a template names. */
const namesIn = (template: string): string[] => [
  ...new Set([...template.matchAll(/\{#?(\w+)[|}]/g)].map(([, name = '']) => name)),
];

/** What the program may say of an address or a row, with 7 for every value, as the code has it. */
function saidIn(folder: string): string[] {
  const files = readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(src, folder, file), 'utf8').matchAll(
        /\b(?:reason|problem): (?:'([^'\n]+ [^'\n]+)'|"([^"\n]+ [^"\n]+)"|`([^`]+ [^`]+)`)/g,
      ),
    ])
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .map((text) => text.replaceAll(/\$\{[^}]*profile[^}]*\}/g, 'profiles').replaceAll(/\$\{[^}]*\}/g, '7'));
}

/** What the program may say of a list, a fact or a post that it could not read, with 7 for every value. */
function failuresIn(folder: string): string[] {
  const files = readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !recipes.test(file))
    .flatMap((file) => {
      const code = readFileSync(join(src, folder, file), 'utf8')
        .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '7')
        .replaceAll(/' \+\n\s*'/g, '');
      return [...code.matchAll(saying)].map(([, single, double, template]) => single ?? double ?? template ?? '');
    });
}

/** Where a network or the way to it says why nothing came. */
const saying =
  /(?:\b(?:note|failed): |new (?:Unreadable|Unreachable|UnexpectedAnswer)\([^'"`;]*(?:'\w+', )?|\.stop\(\s*)(?:'([^'\n]+ [^'\n]+)'|"([^"\n]+ [^"\n]+)"|`([^`]+ [^`]+)`)/g;

/** A recipe that is wrong ends the run before anything is asked; what a browser says stands behind "could not be read". */
const recipes = /read-sites|closed|web[/\\]browser|^browser/;

/** Texts of two or more sentences, which are there one by one. */
const composed = new Set([
  '7 (error 7 of VK)',
  '7 7',
  "GitHub's hourly limit is used up7: run again later",
  '7: it requires a login',
]);

describe('the sentences that tables of the page quote', () => {
  test.each(sentences)('$en', (sentence) => {
    const values = Object.fromEntries(namesIn(sentence.en).map((name, at) => [name, String(at + 5)]));
    const text = phrase(sentence.en, values, 'en');
    expect(sentenceOf(text)?.sentence).toBe(sentence);
    expect(phrase(sentence.en, sentenceOf(text)?.values ?? {}, 'en')).toBe(text);
    for (const language of ['ru', 'el'] as const) {
      expect(namesIn(sentence.en)).toEqual(expect.arrayContaining(namesIn(sentence[language])));
      expect(sentence[language]).toMatch(language === 'ru' ? /\p{Script=Cyrillic}/u : /\p{Script=Greek}/u);
    }
  });

  test.each(['inputs', 'networks'])('whatever %s say of an address or a row is among them', (folder) => {
    const said = saidIn(folder);
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((text) => sentenceOf(text) === null && !text.startsWith('this is 7 of'))).toEqual([]);
  });

  test.each(['networks', 'web'])('and whatever %s say of what could not be read', (folder) => {
    const said = failuresIn(folder);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((text) => sentenceOf(text) === null && !composed.has(text))).toEqual([]);
  });

  test.each([
    ['the page is deleted or blocked (error 18 of VK)', 'страница удалена'],
    ['something in a list is described in a way nobody documented: it was left out', 'оно пропущено'],
    ['Meadow shows it to its members only', 'Meadow показывает'],
    ['gave up after 4 tries: the server answered 503', 'сервер ответил 503'],
    ['gave up after 4 tries: the connection failed (ECONNRESET)', 'соединение не удалось (ECONNRESET)'],
    [
      'meadow.example did not answer three times and is not asked again: the server answered 500',
      'не ответил три раза',
    ],
    [
      'the allowance is used up, and the host asks for a pause: run again after 2026-11-28T12:00:00.000Z',
      'просит паузы',
    ],
    ["GitHub's hourly limit is used up (GITHUB_TOKEN raises it): run again later", 'GITHUB_TOKEN его повышает'],
    ['the server answered 403: it refuses visitors who are not logged in', 'никого не пускает'],
    ['3.20 of 5 dollars (xBudget) are used up, and 2 more would be needed', 'израсходовано 3.20 из 5'],
  ])('%s, in Russian: %s', (text, russian) => {
    const known = sentenceOf(text);
    expect(phrase(known?.sentence.ru ?? '', known?.values ?? {}, 'ru')).toContain(russian);
  });

  test.each([
    ['the row has 7 cells, but the table has 4 columns; it was not read', { cells: '7', width: '4' }],
    [
      'column "Anschluss" is not read, but holds 2 profiles (GitHub 2)',
      { heading: 'Anschluss', n: '2', networks: 'GitHub 2' },
    ],
    ['column "a" holds" is not read, but holds 1 profile (X 1)', { heading: 'a" holds', n: '1', networks: 'X 1' }],
    [
      'say what it is: --column "Kontakt=profile", or --column "Kontakt=ignore"',
      { heading: 'Kontakt', same: 'Kontakt' },
    ],
    ['this Steam address names neither a person nor a group', { network: 'Steam' }],
    ['the list is empty, but the number of follows is 7', { n: '7' }],
  ])('%s: its values are found', (text, values) => {
    expect(sentenceOf(text)?.values).toEqual(values);
  });

  test.each(['', 'the row has', 'this is not a verdict!', 'Und nun?', '{n}', 'x'.repeat(5000)])(
    '%j is none of them',
    (text) => {
      expect(sentenceOf(text)).toBeNull();
    },
  );
});

const tagged = (source: string, medium: string, campaign: string) => ({
  source,
  medium,
  campaign,
  content: 'y',
  term: '',
  url: `https://shop.example/?utm_source=${source}&utm_medium=${medium}&utm_campaign=${campaign}`,
});

describe('a sentence within a sentence', () => {
  const nested = 'the account has moved, and of the new one: the list is empty, but the number of follows is 7';

  test.each([
    ['ru', nested, 'список пуст, хотя число подписок – 7'],
    ['el', nested, 'η λίστα είναι κενή'],
    [
      'ru',
      'A draft of the assistant is not shown: it has 2 places for the link.',
      'не показан: мест для ссылки в нём 2.',
    ],
  ] as const)('is put into %s, too: %s', (language, text, expected) => {
    const known = sentenceOf(text);
    expect(known && sentenceIn(known, language)).toContain(expected);
  });

  test('goes into another language with the page', () => {
    const reasons = [{ ...unreadReason, reason: nested }];
    const page = load([...toHtml(report({ reasons }), { language: 'ru' })].join(''));
    expect(page('#unread').text()).toContain('список пуст');
    const values = page('#unread [data-v]')
      .toArray()
      .map((each) => JSON.parse(page(each).attr('data-v') ?? '') as Record<string, unknown>);
    expect(values).toContainEqual({ why: expect.objectContaining({ el: expect.stringContaining('λίστα') }) });
  });

  const channels = [
    tagged('google', 'social', 'x'),
    tagged('elsewhere.example', 'paid', 'x'),
    tagged('amazon', 'social', 'x'),
    tagged('vk.com', 'social', 'shop'),
    tagged('vk.com', 'social', 'cross-network'),
    tagged('youtube.com', 'video', 'x'),
    tagged('vk.com', 'email', 'x'),
  ].flatMap((each) => tagWarnings({ tagged: each, paid: false, tool: 'ga4' }));

  test('analytics have a reason for each channel', () => expect(new Set(channels).size).toBeGreaterThan(4));

  test.each(channels)('%s', (warning) => {
    const known = sentenceOf(warning);
    const plain = (known ? sentenceIn(known, 'ru') : warning).replaceAll(
      /Google Analytics|utm_\w+=\S+|(?:к каналу|а не) [A-Z][A-Za-z -]+|вида \w+/g,
      '',
    );
    expect(plain).not.toMatch(/[a-z]{2}/i);
  });
});

describe('laws of countries', () => {
  test.each(['RU', 'GR', 'CY', 'EU', 'BR'])('of %s are told in every language', (country) => {
    for (const network of ['vk', 'x', 'telegram', 'facebook', 'web']) {
      for (const law of [true, false].flatMap((paid) => lawfulOn([country], { network, paid }))) {
        const known = sentenceOf(law);
        expect(known && sentenceIn(known, 'ru'), law).toMatch(/^[A-Z]{2}: [А-Я«]/);
        expect(known && sentenceIn(known, 'el'), law).toMatch(/^[A-Z]{2}: \p{Script=Greek}/u);
      }
    }
  });
});

describe('the page in Russian and Greek', () => {
  const given = report({
    problems: [
      problem('Ann', 'the row has no profile', 'write the full address of a profile, with https://'),
      problem('x', 'this X address names no profile', "write the profile's full address or handle, e.g. @anna"),
      problem(
        'zed',
        'there is no such profile on bluesky',
        'check the spelling in your client list: it may have been renamed or deleted',
      ),
      problem('?', 'a sentence that nobody translated', 'nothing'),
    ],
    reasons: [unreadReason],
  });

  test.each([
    [
      'ru',
      [
        'в строке нет профиля',
        'этот адрес X не называет профиля',
        'например @anna',
        'такого профиля в bluesky нет',
        'проверьте написание',
        'число подписок – 12',
      ],
    ],
    [
      'el',
      [
        'η γραμμή δεν έχει προφίλ',
        'αυτή η διεύθυνση του X δεν δείχνει προφίλ',
        'π.χ. @anna',
        'δεν υπάρχει τέτοιο προφίλ στο bluesky',
        'ελέγξτε την ορθογραφία',
        'όσων ακολουθεί είναι 12',
      ],
    ],
  ] as const)('%s: problems and reasons, too', (language, expected) => {
    const page = load([...toHtml(given, { language })].join(''));
    const text = `${page('#problems').text()} ${page('#unread').text()}`;
    for (const each of expected) expect(text).toContain(each);
    expect(page('#problems [lang=en]').text()).toBe('a sentence that nobody translatednothing');
  });
});

/** An example of each note, and what must stand in the page behind or within its sentence. */
const noted: { [Name in keyof typeof rowNotes]: [note: string, kept: string] } = {
  movedFrom: [rowNotes.movedFrom('sable@moor.example'), 'sable@moor.example'],
  movedTo: [rowNotes.movedTo('https://moor.example/@sable'), 'https://moor.example/@sable'],
  otherAddress: [rowNotes.otherAddress('https://moor.example/users/7'), 'https://moor.example/users/7'],
  nameMeant: [rowNotes.nameMeant('The "Heron"; a weekly'), 'The "Heron"; a weekly'],
  nameFound: [rowNotes.nameFound('Цапля', 'facebook'), 'Цапля'],
  namesakes: [
    rowNotes.namesakes(['https://moor.example/a', 'https://moor.example/b']),
    'https://moor.example/a, https://moor.example/b',
  ],
  rankedTogether: [rowNotes.rankedTogether(), '--apart'],
  countedElsewhere: [rowNotes.countedElsewhere(7412), '7412'],
  sisterFacts: [rowNotes.sisterFacts('https://moor.example/@heron'), 'https://moor.example/@heron'],
  sisterCount: [rowNotes.sisterCount('https://moor.example/@heron'), 'https://moor.example/@heron'],
  countedByHand: [rowNotes.countedByHand('2026-11-03'), '2026-11-03'],
  byAssistant: [rowNotes.byAssistant(12, 'Two guests are named.'), 'Two guests are named.'],
};

describe.each([
  ['ru', /\p{Script=Cyrillic}/u],
  ['el', /\p{Script=Greek}/u],
] as const)('notes of resources on a page in %s', (language, letters) => {
  const shownOf = (note: string) => load([...toHtml(report({ rows: [row({ note })] }), { language })].join(''));

  test.each(Object.entries(noted))('%s', (_, [note, kept]) => {
    const said = shownOf(note)('#rows[data-said] dd:has([data-s])');
    expect(said.text()).toContain(kept);
    expect(said.find('[data-s]').text()).toMatch(letters);
    expect(said.text().replaceAll(kept, '')).not.toMatch(/\b(?:here|counted|page|server|ranked|posts|authors)\b/);
  });

  test('several of one resource, and what a person wrote among them', () => {
    const mine = 'ask Ada; see https://moor.example/ada';
    const said = shownOf(joinNotes([mine, rowNotes.movedFrom('sable'), rowNotes.rankedTogether()]))(
      '#rows dd:has([data-s])',
    );
    expect(said.find('[data-s]')).toHaveLength(2);
    expect(said.text()).toContain(mine);
    expect(said.find('a').attr('href')).toBe('https://moor.example/ada');
  });

  test('addresses of other pages are links', () => {
    const [note] = noted.namesakes;
    const links = shownOf(note)('#rows dd:has([data-s]) a');
    expect(links.toArray().map(({ attribs }) => attribs['href'])).toEqual([
      'https://moor.example/a',
      'https://moor.example/b',
    ]);
  });
});

test('a note that a person wrote is not taken for a sentence of another table', () => {
  const page = load(
    [...toHtml(report({ rows: [row({ note: 'the row has no profile' })] }), { language: 'ru' })].join(''),
  );
  expect(page('#rows').text()).toContain('the row has no profile');
});

const link = (query: string) => ({
  url: `https://b.example/a?${query}`,
  source: 'bsky.app',
  medium: 'social',
  campaign: 'autumn',
  content: 'roses',
});

describe('what is told of texts to publish', () => {
  const pitch = readFileSync(join(src, 'outreach/pitch.ts'), 'utf8');
  const lacking = [...pitch.matchAll(/\b(?:slot\(|given\([^,]+, )'([^']+)'\)/g)].map(([, text = '']) => text);
  const warnings = [
    ...tagWarnings({ tagged: link('utm_term=Late Roses'), paid: true, tool: null }),
    ...tagWarnings({ tagged: link('utm_term=Roses&utm_id=a b'), paid: false, tool: 'goatcounter' }),
    ...tagWarnings({ tagged: link('email=ada@roses.example'), paid: false, tool: null }),
    ...tagWarnings({ tagged: { ...link(''), url: 'https://b.example/ada@roses.example' }, paid: false, tool: null }),
  ];

  test('is found in the code', () => {
    expect(lacking.length).toBeGreaterThan(5);
    expect(warnings.length).toBeGreaterThan(5);
  });

  test.each([...lacking, ...warnings])('%s', (text) => {
    const known = sentenceOf(text);
    expect(known).not.toBe(null);
    for (const language of ['ru', 'el'] as const)
      expect(phrase(known?.sentence[language] ?? '', known?.values ?? {}, language)).not.toBe(text);
  });
});
