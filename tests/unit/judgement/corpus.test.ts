import { expect, test } from 'vitest';
import { judgeResource } from '../../../src/judgement/judge-resource.ts';
import {
  type Labelled,
  blindSetsIn,
  corpusLanguages,
  corpusNow,
  readCorpus,
  readPhrases,
} from '../../helpers/judgement-corpus.ts';

const opinionOn = ({ about, posts }: Labelled) => judgeResource(about, posts, corpusNow);

function scoreOf(labelled: Labelled[]): { precision: number; recall: number; wrong: string[] } {
  const judged = labelled.map((each) => ({ ...each, isKept: opinionOn(each).lacking === 'nothing' }));
  const right = judged.filter(({ verdict, isKept }) => isKept && verdict === 'keep').length;
  return {
    precision: right / judged.filter(({ isKept }) => isKept).length,
    recall: right / judged.filter(({ verdict }) => verdict === 'keep').length,
    wrong: judged
      .filter(({ verdict, isKept }) => isKept !== (verdict === 'keep'))
      .map(({ id, about }) => `${id} ${about.description}`),
  };
}

test.each(corpusLanguages)('resources in %s: kept or not as labelled', (language) => {
  const { precision, recall, wrong } = scoreOf(readCorpus(language));
  expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
});

test.each(corpusLanguages)('resources in %s that were written after the rules', (language) => {
  const { precision, recall, wrong } = scoreOf(blindSetsIn(language).flatMap((set) => readCorpus(language, set)));
  expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.8);
});

test.each(corpusLanguages)('phrases in %s: understood as labelled', (language) => {
  const { precision, recall, wrong } = scoreOf(readPhrases(language));
  expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.85);
});

test.each([
  'Monthly magazine for people who plant for a living.',
  'A weekly journal for anyone who sails.',
  'The quarterly for people with small boats.',
])('for whom a page is invites nobody: %s', (description) => {
  const about = { title: 'The Letter', name: 'letter', url: 'https://page.example/letter', description, open: false };
  expect(judgeResource(about, [], corpusNow).evidence).toEqual([]);
});

test('a quote stands in the texts, and there are at most five', () => {
  for (const each of corpusLanguages.flatMap((language) => readCorpus(language))) {
    const { evidence } = opinionOn(each);
    expect(evidence.length).toBeLessThanOrEqual(5);
    const texts = [each.about.description ?? '', ...(each.posts ?? []).map(({ text }) => text)];
    for (const { quote } of evidence) expect(texts.some((text) => text.includes(quote.replace(/…$/, '')))).toBe(true);
  }
});

test('what is in a language without rules is never dropped', () => {
  const posts = [
    'Szép kert a tónál',
    'Új menetrend a kompon',
    'Ma este zárva vagyunk, holnap reggel kilenckor nyitunk',
    'Eső után gyorsabban nő a sövény, mint gondolnánk',
  ].map((text, at) => ({
    url: `https://page.example/${at}`,
    at: new Date(corpusNow).toISOString(),
    kind: 'own' as const,
    author: 'kert',
    text,
  }));
  const about = {
    title: 'Kert',
    name: 'kert',
    url: 'https://page.example',
    description: 'Kertek és komp',
    open: false,
  };
  expect(judgeResource(about, posts, corpusNow)).toMatchObject({ kind: 'unknown', lacking: 'language' });
});
