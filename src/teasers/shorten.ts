import { sentenceEnds } from '../text/sentences.ts';
import { trimEnd } from '../text/trim.ts';

/** A text and all that is left of it while it is cut from its end: version 0 is whole, the last one empty. */
export interface Shortenings {
  at(version: number): string;
  /** The shortest version of whole sentences. */
  sentence: number;
  /** The shortest version that still says something: the first sentence, or half of the only one. */
  least: number;
  last: number;
}

/**
 * The versions of one line of text. They end at a sentence; of the first sentence there are versions that end at a word.
 * No word and no address is ever cut.
 */
export function shortenings(text: string): Shortenings {
  const sentences = sentenceEnds(text);
  const [first = 0] = sentences;
  const inFirst = wordEnds(text.slice(0, first)).filter((end) => end < first);
  const ends = [0, ...inFirst, ...sentences].toReversed();
  const shortest = (enough: number): number =>
    Math.max(
      0,
      ends.findLastIndex((end) => end >= enough),
    );
  return {
    at: (version) => cut(text, ends[version] ?? 0, sentences),
    sentence: shortest(first),
    least: shortest(sentences.length > 1 ? first : text.length / 2),
    last: ends.length - 1,
  };
}

/** Signs that make no sense before an ellipsis: blanks, commas, dashes, opening brackets and quotes. */
const hanging = /[\s,;:.…、。\p{Pd}\p{Ps}\p{Pi}]/u;

function cut(text: string, end: number, sentences: readonly number[]): string {
  if (end === text.length || sentences.includes(end)) return text.slice(0, end);
  const kept = trimEnd(text.slice(0, end), hanging);
  if (kept === '') return '';
  // Next to an address the ellipsis would become part of it.
  return /https?:\/\/\S+$/i.test(kept) ? `${kept} …` : `${kept}…`;
}

/** Offsets at which a word ends, ascending. */
const wordEnds = (text: string): number[] =>
  [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => endsWithin(word).map((end) => index + end));

/** Scripts that put no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const words = new Intl.Segmenter('en', { granularity: 'word' });

function endsWithin(word: string): number[] {
  if (/^https?:\/\//i.test(word) || !unspaced.test(word)) return [word.length];
  let end = 0;
  return [...words.segment(word)].map(({ segment }) => (end += segment.length));
}
