import { trimEnd } from '../text/trim.ts';
import { graphemes } from './graphemes.ts';
import { measureText } from './text-limits.ts';

/** A text and all that is left of it while words are taken from its end: version 0 is whole, the last one empty. */
export interface Shortenings {
  at(version: number): string;
  /** The shortest version that keeps at least half of the text. */
  half: number;
  last: number;
}

/** The versions of one line of text. They end at a word; a word that is itself too long for the network ends anywhere. */
export function shortenings(text: string, network: string): Shortenings {
  const ends = [0, ...wordEnds(text, network)].toReversed();
  return {
    at: (version) => cut(text, ends[version] ?? 0),
    half: Math.max(
      0,
      ends.findLastIndex((end) => end >= text.length / 2),
    ),
    last: ends.length - 1,
  };
}

/** Signs that make no sense before an ellipsis: blanks, commas, dashes, opening brackets and quotes. */
const hanging = /[\s,;:.…、。\p{Pd}\p{Ps}\p{Pi}]/u;

function cut(text: string, end: number): string {
  if (end === text.length) return text;
  const kept = trimEnd(text.slice(0, end), hanging);
  if (kept === '') return '';
  // Next to an address the ellipsis would become part of it.
  return /https?:\/\/\S+$/i.test(kept) ? `${kept} …` : `${kept}…`;
}

/** Offsets at which a word ends, ascending. */
function wordEnds(text: string, network: string): number[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) =>
    endsWithin(word, network).map((end) => index + end),
  );
}

/** Scripts that put no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const words = new Intl.Segmenter('en', { granularity: 'word' });

function endsWithin(word: string, network: string): number[] {
  if (/^https?:\/\//i.test(word)) return [word.length];
  if (unspaced.test(word)) return endsOf([...words.segment(word)].map(({ segment }) => segment));
  return measureText(word, network).fits ? [word.length] : endsOf([...graphemes(word)]);
}

function endsOf(pieces: string[]): number[] {
  let end = 0;
  return pieces.map((piece) => (end += piece.length));
}
