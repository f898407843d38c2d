import { describe, expect, test } from 'vitest';
import { termsIn, topicOf } from '../../../src/topic/parse-lines.ts';
import { createPageReader } from '../../../src/topic/read-page.ts';
import { saidOf, scoreOf, topicPages } from '../../helpers/topic-pages.ts';

const readers = new Map(
  [...new Set(topicPages.map(({ topic }) => topic))].map((topic) => [
    topic,
    createPageReader(topicOf(termsIn(topic), null)),
  ]),
);
const judged = topicPages.flatMap((page) => {
  const reading = readers.get(page.topic)?.(page.about, page.posts);
  return reading ? [{ ...page, reading, said: saidOf(reading) }] : [];
});

/** What a person is shown of a wrong one. */
const shown = judged
  .filter(({ label, said }) => label !== said)
  .map(
    ({ kind, language, label, said, reading }) =>
      `${language} ${kind}: ${label}, said ${said} [${reading.matchedTerms.join(', ')}]`,
  );

test('pages of five in a hundred at most are ranked wrongly, and nine in ten of the field are found', () => {
  const { precision, recall } = scoreOf(judged);
  expect(precision, shown.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(recall, shown.join('\n')).toBeGreaterThanOrEqual(0.9);
});

test.each([...new Set(judged.map(({ language }) => language))])('no language is much worse: %s', (language) => {
  const { precision, recall } = scoreOf(judged.filter((each) => each.language === language));
  expect(Math.min(precision, recall), shown.join('\n')).toBeGreaterThanOrEqual(0.8);
});

test('what cannot be told is never dropped', () => {
  const dropped = judged.filter(({ label, said }) => label === 'cannot-tell' && said === 'not');
  expect(dropped.map(({ language, kind }) => `${language} ${kind}`)).toEqual([]);
});

test('a page that is kept shows its share and its terms', () => {
  for (const { said, reading, kind } of judged) {
    if (said !== 'relevant') continue;
    expect(reading.matchedTerms.length, kind).toBeGreaterThan(0);
    expect(reading.matchedTerms.length, kind).toBeLessThanOrEqual(10);
    expect(reading.relevance, kind).not.toBe(null);
  }
});

describe('a page without posts', () => {
  const read = createPageReader(topicOf(termsIn('en: kiln, glaze, clay'), null));
  test('is told by its description alone', () => {
    const about = { title: 'Loam', description: 'Kilns and glazes since 1987', url: 'https://loam.example' };
    expect(read(about, [])).toMatchObject({ finding: 'relevant', relevance: null, matchedTerms: ['kiln', 'glaze'] });
    expect(read({ ...about, description: 'Since 1987' }, [])).toMatchObject({ finding: 'topic_few_texts' });
  });
});

test('without a topic nothing is said of the field', () => {
  const about = { title: null, description: 'Kilns', url: 'https://loam.example' };
  expect(createPageReader(null)(about, [])).toEqual({
    finding: null,
    relevance: null,
    matchedTerms: [],
    sensitive: [],
  });
});
