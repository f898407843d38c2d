import { has } from '../judgement/tokens.ts';
import { pageText } from '../text/sanitize.ts';
import type { Post } from '../types/resource.ts';
import type { ReadPage } from './page.ts';

/** Words of a recent post, exactly as they stand there. */
export interface Quote {
  text: string;
  post: Post & { at: string };
}

const fewestWords = 4;
const mostWords = 20;

/** A sentence of the newest of the page's own posts that has one to quote: no advertisement, prize draw or mourning. */
export function recentQuote({ posts }: ReadPage): Quote | null {
  for (const { post, tokens, sentences } of posts) {
    const { at } = post;
    if (post.kind !== 'own' || post.ad || at === null) continue;
    if (has(tokens, 'marked', 'win', 'hire', 'life')) continue;
    for (const sentence of sentences) {
      const isPlain = sentence.tokens.every(({ kind }) => !['link', 'mail', 'hashtag'].includes(kind));
      const text = isPlain ? beginning(sentence.text) : '';
      if (countWords(text) >= fewestWords && pageText(text) === text) return { text, post: { ...post, at } };
    }
  }
  return null;
}

/** A sentence, or its first words where it is long. */
function beginning(sentence: string): string {
  const [, ...ends] = [...sentence.matchAll(/\s+/g)].map(({ index }) => index);
  return countWords(sentence) <= mostWords ? sentence : sentence.slice(0, ends[mostWords - 2] ?? sentence.length);
}

/** Words as a person counts them: what stands between blanks and has a letter or a digit. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
