import { describe, expect, test } from 'vitest';
import { termsIn, topicOf } from '../../../src/topic/parse-lines.ts';
import { createPageReader } from '../../../src/topic/read-page.ts';
import type { Post } from '../../../src/types/resource.ts';
import { sensitiveSubjects } from '../../../src/types/judgement.ts';
import { sensitiveSentences } from '../../helpers/sensitive-sentences.ts';
import { corpusLanguages, readCorpus } from '../../helpers/judgement-corpus.ts';
import { fieldCases, smallTalk } from '../../helpers/topic-fields.ts';

const url = 'https://page.example';
const about = { title: 'Elder Lane', description: null, url };
const posts = (texts: readonly string[]): Post[] =>
  texts.map((text, index) => ({ url: `${url}/${index}`, at: null, kind: 'own', author: 'page', text }));
const read = createPageReader(null);

/** The sentences three times, among small talk. */
const page = (sentences: readonly string[], language: string): Post[] =>
  posts([...sentences, ...sentences, ...sentences, ...(smallTalk[language] ?? []), ...(smallTalk[language] ?? [])]);

describe.each(sensitiveSubjects)('%s is named with its place', (subject) => {
  test.each(Object.entries(sensitiveSentences[subject]))('in %s', (language, sentences) => {
    const { sensitive } = read(about, page(sentences, language));
    expect(sensitive.map((row) => row.subject)).toContain(subject);
    const row = sensitive.find((each) => each.subject === subject);
    expect(sentences).toContain(row?.quote);
    expect(row?.url).toMatch(/^https:\/\/page\.example\/\d+$/);
  });

  test.each(Object.entries(sensitiveSentences[subject]))('not for one post, in %s', (language, sentences) => {
    const { sensitive } = read(
      about,
      posts([sentences[0], ...(smallTalk[language] ?? []), ...(smallTalk[language] ?? [])]),
    );
    expect(sensitive).toEqual([]);
  });
});

test.each(
  fieldCases.map(({ field, language, own, neighbours }) => [field, language, [...own, ...neighbours]] as const),
)('pages of other things show nothing: %s in %s', (_, language, texts) => {
  expect(read(about, page(texts, language)).sensitive).toEqual([]);
});

test.each([
  ['ethnic_origin', 'Кримські татари у Львові'],
  ['ethnic_origin', 'Коренные народы и их песни'],
  ['ethnic_origin', 'Mniejszość etniczna i jej głos'],
  ['ethnic_origin', 'Αλβανική κοινότητα της πόλης'],
])('a phrase whose first word is bent shows %s: %s', (subject, description) => {
  expect(read({ ...about, description }, []).sensitive).toMatchObject([{ subject }]);
});

test('a description is enough', () => {
  const said = { ...about, description: 'Walks and talks for people with multiple sclerosis.' };
  expect(read(said, posts(smallTalk.en ?? [])).sensitive).toMatchObject([{ subject: 'health', url }]);
});

test.each([
  [
    'en',
    'en: dentist, toothache, implants',
    'Toothache after surgery: what patients ask the dentist.',
    'Which diagnosis our patients fear: implants and diabetes.',
  ],
  [
    'de',
    'de: Zahnarzt, Implantat, Zahnschmerz',
    'Zahnschmerzen: was Patienten den Zahnarzt fragen.',
    'Implantate bei Diabetes, die Diagnose.',
  ],
  [
    'ru',
    'ru: стоматолог, имплант, зубы',
    'Стоматолог отвечает пациентам про зубы.',
    'Импланты при диабете: диагноз и сроки.',
  ],
])("the marketer's own subject is not flagged for its own words: %s", (language, topic, ...texts) => {
  const practice = createPageReader(topicOf(termsIn(topic), null));
  expect(practice(about, page(texts, language)).sensitive).toEqual([]);
  expect(read(about, page(texts, language)).sensitive).toMatchObject([{ subject: 'health' }]);
  const others = sensitiveSentences.health[language] ?? [];
  expect(practice(about, page(others, language)).sensitive).toMatchObject([{ subject: 'health' }]);
});

test.each(corpusLanguages)('pages of many kinds show nothing: %s', (language) => {
  const flagged = readCorpus(language).flatMap(({ id, about: described, posts: shown }) =>
    read(described, shown ?? []).sensitive.map(({ subject, quote }) => `${id} ${subject}: ${quote}`),
  );
  expect(flagged).toEqual([]);
});
