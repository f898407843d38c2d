import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { phrase } from '../../../src/outputs/html/phrase.ts';
import { worksheetPage } from '../../../src/outputs/worksheet/page.ts';
import { type WorksheetWord, worksheetWords } from '../../../src/outputs/worksheet/words/index.ts';
import { pageLanguages } from '../../../src/types/report.ts';
import type { HandTask, Worksheet } from '../../../src/types/worksheet.ts';

const commands = { folder: 'intake', import: 'import intake', watch: 'import --watch intake' };
const task: HandTask = {
  network: 'facebook',
  title: 'Facebook',
  list: 'likes',
  way: 'list',
  address: 'https://www.facebook.com/anna/likes',
  state: 'missing',
  spare: false,
};
const sheet = (given: Partial<Worksheet> = {}): Worksheet => ({
  date: '2026-11-28',
  clients: 2,
  blank: 1,
  networks: [{ network: 'facebook', title: 'Facebook', clients: 2, read: 1, enough: 2 }],
  people: [{ name: 'Anna', blank: true, tasks: [task] }],
  work: { clients: 1, pages: 1, minutes: 1 },
  ...given,
});
const html = (given: Worksheet, language: (typeof pageLanguages)[number] = 'en'): string =>
  [...worksheetPage(given, { language, commands })].join('');

const marks = (text: string): string[] => [...new Set(text.match(/\{\w+/g))].toSorted();

describe.each(pageLanguages)('the words in %s', (code) => {
  const { words } = worksheetWords[code];

  test('have the same values in every sentence, and as many forms as the language', () => {
    const forms = new Intl.PluralRules(code).select(5) === 'many' ? 3 : 2;
    for (const [key, text] of Object.entries(worksheetWords.en.words)) {
      expect(marks(words[key as WorksheetWord]), key).toEqual(marks(text));
      for (const choice of words[key as WorksheetWord].match(/\{\w+\|[^}]*\}/g) ?? [])
        expect(choice.split('|'), choice).toHaveLength(forms + 1);
    }
  });

  test('stand where the page’s script puts them', () => {
    const $ = load(html(sheet(), code));
    const elements = $('[data-t]').toArray();
    expect(elements.length).toBeGreaterThan(20);
    for (const element of elements) {
      const { 'data-t': key = '', 'data-v': values = '{}' } = element.attribs;
      const given = JSON.parse(values) as Record<string, string | number>;
      expect($(element).text()).toBe(phrase(words[key as WorksheetWord], given, code));
    }
  });
});

test('names and addresses are text, and no address leads elsewhere than to a page', () => {
  const evil = '<img src=x onerror=alert(1)>"\'&';
  const tasks = [
    task,
    { ...task, address: 'javascript:alert(1)' },
    { ...task, address: `https://evil.example/${evil}` },
  ];
  const $ = load(html(sheet({ people: [{ name: evil, blank: false, tasks }] })));
  expect($('img')).toHaveLength(0);
  expect($('h3').text()).toBe(evil);
  expect(
    $('.tasks a')
      .toArray()
      .every(({ attribs }) => attribs['href']?.startsWith('https:')),
  ).toBe(true);
});

test('what is missing has a box to tick and says what to do; what came in has neither', () => {
  const tasks = [task, { ...task, state: 'came' as const }, { ...task, spare: true }];
  const $ = load(html(sheet({ people: [{ name: 'Anna', blank: false, tasks }] })));
  expect(
    $('.tasks > li')
      .toArray()
      .map(({ attribs }) => attribs['class']),
  ).toEqual(['missing', 'came', 'spare']);
  expect($('.came input, .came small')).toHaveLength(0);
  expect($('.missing input')).toHaveLength(1);
});

test('a long list is cut, and says so', () => {
  const people = Array.from({ length: 1200 }, (_, at) => ({ name: `Client ${at}`, blank: true, tasks: [task] }));
  const page = html(sheet({ people }));
  expect(load(page)('.people > li')).toHaveLength(500);
  expect(page).toContain('700 more clients are not shown');
});
