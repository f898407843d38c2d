import { scriptOf } from '../topic/spelling.ts';
import { scriptOfLanguage } from '../topic/page-language.ts';
import type { ReadPage } from './page.ts';
import { shareIn, subjectWords } from './words.ts';

/** What of the marketer's topics a page has not had lately. */
export interface ChosenTopics {
  /** At most three. */
  topics: string[];
  /** All of them were compared with its latest posts. */
  compared: boolean;
  /** Topics it has had, with the post that shows it. */
  covered: { topic: string; url: string }[];
  /** Words of the marketer's field that its latest posts do not have, for whoever named no topics. */
  unused: string[];
}

const mostTopics = 3;
const mostUnused = 5;
/** Of a topic's words so many stand in one post that is about it. */
const coveredShare = 0.6;
/** One word in common is chance. */
const coveredWords = 2;

/**
 * Chooses of the marketer's topics those that no recent post is about. A topic in another script than the page's cannot
 * be compared.
 * @param terms words of the marketer's field
 */
export function chooseTopics(
  { posts, code }: ReadPage,
  headlines: readonly string[],
  terms: readonly string[],
): ChosenTopics {
  const language = code ?? '';
  const isComparable = (topic: string): boolean =>
    code !== null && posts.length > 0 && scriptOf(topic) === scriptOfLanguage(code);
  const coveredBy = (topic: string): string | null => {
    const words = subjectWords(language, topic);
    const needed = Math.min(coveredWords, words.size);
    const found = posts.find(
      ({ words: theirs }) =>
        shareIn(words, theirs) >= coveredShare && [...words].filter((word) => theirs.has(word)).length >= needed,
    );
    return words.size === 0 ? null : (found?.post.url ?? null);
  };
  const covered = headlines.flatMap((topic) => {
    const url = isComparable(topic) ? coveredBy(topic) : null;
    return url === null ? [] : [{ topic, url }];
  });
  const topics = headlines.filter((topic) => !covered.some((each) => each.topic === topic)).slice(0, mostTopics);
  const unused = terms.filter((term) => isComparable(term) && coveredBy(term) === null).slice(0, mostUnused);
  return { topics, compared: topics.length > 0 && topics.every(isComparable), covered, unused };
}
