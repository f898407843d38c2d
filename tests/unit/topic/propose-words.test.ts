import { expect, test } from 'vitest';
import { termsIn, topicOf } from '../../../src/topic/parse-lines.ts';
import { proposeWords } from '../../../src/topic/propose-words.ts';
import type { Row } from '../../../src/types/report.ts';
import type { Post } from '../../../src/types/resource.ts';
import { row } from '../outputs/example-report.ts';

const talk: Readonly<Record<string, string[]>> = {
  en: ['The ferry was late again.', 'It will be colder on Friday.', 'Our street has a new lamp.'],
  de: ['Die Fähre kam wieder zu spät.', 'Am Freitag wird es kälter.', 'Unsere Straße hat eine neue Lampe.'],
  el: ['Το πλοίο άργησε πάλι.', 'Την Παρασκευή θα κάνει κρύο.', 'Ο δρόμος μας έχει καινούριο φως.'],
  ru: ['Паром снова опоздал.', 'В пятницу станет холоднее.', 'На нашей улице новый фонарь.'],
};

interface Page {
  verdict: Row['verdict'];
  reason: Row['reason'];
  language?: string;
  texts: string[];
}

const kept = (texts: string[]): Page => ({ verdict: 'keep', reason: 'third_party_not_asked', texts });
const dropped = (texts: string[]): Page => ({ verdict: 'drop', reason: 'off_topic', texts });

const foreign = (texts: string[]): Page => ({ verdict: 'review', reason: 'topic_language', language: 'ru', texts });

const posts = (of: string[]): Post[] => of.map((text) => ({ url: '', at: null, kind: 'own', author: 'a', text }));

function proposed(topic: string, pages: Page[]): Record<string, string[]> {
  const texts = new Map(
    pages.map(({ texts: own, language = 'en' }, index) => [
      `p${index}`,
      [...own, ...own, ...own, ...(talk[language] ?? [])],
    ]),
  );
  const rows = pages.map(({ verdict, reason }, index) =>
    row({ resourceId: `p${index}`, verdict, reason, title: null, description: null }),
  );
  const found = proposeWords(topicOf(termsIn(topic), null), rows, ({ id }) => ({ posts: posts(texts.get(id) ?? []) }));
  return Object.fromEntries(
    found.map(({ language, use, words }) => [`${use} ${language}`, words.map(({ word }) => word)]),
  );
}

test('what kept pages share is to be added, what stands beside a term elsewhere to be excluded', () => {
  const words = proposed('en: kiln, clay', [
    kept(['The kiln wants pyrometers.', 'A pyrometer for the clay.']),
    kept(['My pyrometer broke beside the kiln.']),
    dropped(['Clay won the tournament in straight sets.']),
    dropped(['The river rose.', 'The bridge is closed.']),
  ]);
  expect(words['add en']).toEqual(['pyrometer']);
  expect(words['exclude en']).toContain('tournament');
  expect(words['exclude en']).not.toContain('bridge');
});

test('small talk that all pages share is not proposed', () => {
  const words = proposed('en: kiln, clay', [kept(['The kiln.']), kept(['Clay.']), dropped(['The river.'])]);
  expect(words['add en']).toBe(undefined);
});

const inLanguage = (language: string, texts: string[]): Page[] =>
  texts.map((text) => ({ verdict: 'review', reason: 'topic_language', language, texts: [text, text] }));

test('words are proposed as they are written, with their marks', () => {
  const words = proposed('en: kiln, clay', [
    ...inLanguage('de', ['Der Töpferofen ist warm und die Bücher liegen da.', 'Ich habe einen Töpferofen für dich.']),
    ...inLanguage('el', ['Ο Κεραμικός κλίβανος είναι εδώ.', 'Ένας κλίβανος για όλους μας.']),
  ]);
  expect(words['add de']).toContain('Töpferofen');
  expect(words['add el']).toContain('κλίβανος');
});

test('for a language without a line its pages propose', () => {
  const words = proposed('en: kiln, clay', [
    foreign(['Печь остыла и глазурь готова.', 'Что делать с глазурью.']),
    foreign(['У нас новая печь и глазурь.']),
  ]);
  expect(words['add ru']).toContain('глазурь');
  expect(words['add en']).toBe(undefined);
});
