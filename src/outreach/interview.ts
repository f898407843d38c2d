import type { Sentence } from '../judgement/tokens.ts';
import type { ReadPage } from './page.ts';
import { shareIn, subjectWords, wordsAmong } from './words.ts';

const mostQuestions = 4;
/** Of a question's words so many stand in one that was asked before, for both to be the same. */
const sameShare = 0.5;

/**
 * Questions for an interview with the people of a page, without those that its own posts ask or answer already.
 * @param term a word of the marketer's field that the page uses; null where there is none
 */
export function interviewQuestions({ posts, language }: ReadPage, term: string | null): string[] {
  const asked = posts
    .flatMap(({ sentences }) => sentences.filter(isQuestion))
    .map(({ tokens }) => wordsAmong(language.code, tokens))
    .filter(({ size }) => size > 0);
  const isNew = (question: string): boolean => {
    const words = subjectWords(language.code, question);
    return !asked.some((before) => shareIn(words, before) >= sameShare || isPart(before, words));
  };
  return language.interview
    .filter((question) => term !== null || !question.includes('{term}'))
    .map((question) => question.replace('{term}', () => term ?? ''))
    .filter(isNew)
    .slice(0, mostQuestions);
}

/** Whether a question of two words and more is contained in a longer one. */
const isPart = (before: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  before.size > 1 && shareIn(before, words) >= 0.75;

const isQuestion = ({ tokens }: Sentence): boolean => tokens.some(({ text }) => text === '?' || text === ';');
