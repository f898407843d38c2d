import { expect, test } from 'vitest';
import { teaserText } from '../../../src/teasers/teaser.ts';
import { builtInTemplates, parseTemplates, templateLanguages, templatesFor } from '../../../src/teasers/templates.ts';

const parts = { problem: 'Roses die.', solution: 'Cuts save them.', upgrade: '' };
const resource = {
  title: 'Garden\nWeekly',
  resource: 'garden',
  network: 'vk',
  url: 'https://vk.com/garden',
  subscribers: '',
  date: '2026-11-22',
};
const link = 'https://blog.example/';
const unmeasured = () => ({ length: 0, limit: null, fits: null });
const filled = (text: string, problem = parts.problem): string[] =>
  parseTemplates(text, 'teasers.txt').map(
    (template) => teaserText(template, { parts: { ...parts, problem }, link, resource }, unmeasured).text,
  );

test('paragraphs are filled, and those with nothing in them are left out', () => {
  const text =
    'Dear {title},\n{problem} {solution}\n\n{upgrade}\n\n{subscribers}\n\nMore: {link}\n\nFrom {network}, {date}\n\nYours';
  expect(filled(text)).toEqual([
    'Dear Garden Weekly,\nRoses die. Cuts save them.\n\nMore: https://blog.example/\n\nFrom vk, 2026-11-22\n\nYours',
  ]);
});

test('several templates, some of them for one language', () => {
  const own = parseTemplates(
    '\ufeff{link}\r\n---\r\nlanguage: de\r\n\r\nLesen: {link}\r\n\r\n---\n{problem}\n\n{link}',
    'teasers.txt',
  );
  expect(own).toEqual([
    { language: null, paragraphs: ['{link}'] },
    { language: 'de', paragraphs: ['Lesen: {link}'] },
    { language: null, paragraphs: ['{problem}', '{link}'] },
  ]);
  expect(templatesFor('de', own)).toEqual([own[1]]);
  expect(templatesFor('fr', own)).toEqual([own[0], own[2]]);
  expect(templatesFor(null, own)).toEqual([own[0], own[2]]);
  expect(templatesFor('fr', own.slice(1, 2))).toEqual(builtInTemplates('fr'));
});

test.each([
  ['', 'it holds no template'],
  ['---\n\n---', 'it holds no template'],
  ['{problem}', '{link}, once'],
  ['{link} {link}', '{link}, once'],
  ['{link} {customer}', 'there is no field {customer}'],
])('%j is no file of templates', (text, why) => {
  expect(() => parseTemplates(text, 'teasers.txt')).toThrow(
    expect.objectContaining({ code: 'template', where: 'teasers.txt', message: expect.stringContaining(why) }),
  );
});

test('what stands in a text is no field', () => {
  expect(filled('{problem}\n\n{link}', 'Write {link} or $& or {nothing}')).toEqual([
    'Write {link} or $& or {nothing}\n\nhttps://blog.example/',
  ]);
});

const short = (text: string) => ({ length: text.length, limit: 60, fits: text.length <= 60 });

test("the template's own words go before the marketer's", () => {
  const content = { parts: { ...parts, upgrade: 'A calendar.' }, link, resource };
  const [, second] = builtInTemplates('en');
  const made = second && teaserText(second, content, short);
  expect(made).toEqual({ text: `Roses die.\n\n${link}\n\nCuts save…\n\nA calendar.`, cut: ['solution'] });
  const roomy = second && teaserText(second, content, (text) => ({ ...short(text), fits: text.length <= 66 }));
  expect(roomy).toEqual({ text: `Roses die.\n\n${link}\n\nCuts save them.\n\nA calendar.`, cut: [] });
  const asking = second && teaserText(second, content, (text) => ({ ...short(text), fits: text.length <= 82 }));
  expect(asking).toEqual({
    text: `Sound familiar?\nRoses die.\n\nCuts save them.\n\n${link}\n\nA calendar.`,
    cut: [],
  });
});

test('the three are three, whatever there is room for', () => {
  const content = { parts: { ...parts, upgrade: 'A calendar.' }, link, resource };
  for (const language of [...templateLanguages, null]) {
    for (let most = 66; most < 140; most++) {
      const measure = (text: string) => ({ length: text.length, limit: most, fits: text.length <= most });
      const texts = builtInTemplates(language).map((template) => teaserText(template, content, measure).text);
      expect(new Set(texts).size, `${language}, ${most}`).toBe(3);
    }
  }
});

test('each language has three wordings in its own words', () => {
  expect(templateLanguages).toEqual(['en', 'ru', 'uk', 'el', 'de', 'fr', 'es']);
  const all = templateLanguages.map((language) => JSON.stringify(builtInTemplates(language)));
  expect(new Set(all).size).toBe(7);
  for (const language of [...templateLanguages, null, 'constructor']) {
    const templates = builtInTemplates(language);
    expect(templates).toHaveLength(3);
    for (const { paragraphs } of templates) expect(paragraphs.join(' ')).toContain('{link}');
  }
});
