import { emptyLexicon } from '../judgement/lexicon.ts';
import { type Token, tokensOf } from '../judgement/tokens.ts';
import { decodeSegment } from '../text/normalise.ts';
import { spell } from './spelling.ts';

/** A word of a text, in one spelling and as it was written; null is a break that no phrase goes across. */
export type TextWord = { spelled: string; written: string; place: 'text' | 'tag' | 'link' } | null;

/** Marks that stand within a phrase. */
const within = new Set(['-', '‑', "'", '’', '"', '*', '_']);

const longestLink = 300;

export const tokensIn = (text: string): Token[] => tokensOf(text, emptyLexicon);

/** The words of a text, those of hashtags and of addresses that it links to among them. */
export function wordsOf(tokens: readonly Token[]): TextWord[] {
  const words: TextWord[] = [];
  for (const { kind, text } of tokens) {
    if (kind === 'word') {
      for (const part of partsOf(text)) words.push(wordOf(part, 'text'));
    } else if (kind === 'number') {
      words.push({ spelled: text, written: text, place: 'text' });
    } else if (kind === 'hashtag') {
      words.push(null, ...tagParts(text).map((part) => wordOf(part, 'tag')), null);
    } else if (kind === 'link') {
      words.push(null, ...linkWords(text), null);
    } else if (kind !== 'mark' || !within.has(text)) {
      words.push(null);
    }
  }
  return words;
}

const wordOf = (written: string, place: 'text' | 'tag' | 'link') => ({ spelled: spell(written), written, place });

/** Parts of a word with hyphens, and before the apostrophe of a genitive. In Cyrillic an apostrophe is part of a word. */
const partsOf = (word: string): string[] =>
  word.split(/\p{Script=Cyrillic}/u.test(word) ? /[‑-]/ : /['’ʼ‑-]/).filter((part) => part !== '');

/** #foundationWax, #foundation_wax and #wax2026; written in small letters it is one word. */
const tagParts = (tag: string): string[] =>
  tag
    .replaceAll(/([\p{Ll}\p{M}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}]/u)
    .filter((part) => part !== '');

/** The words of an address's path, after which articles are called. */
function* linkWords(link: string): Generator<TextWord> {
  const path = /^(?:https?:\/\/)?[^/?#]*\/([^?#]*)/i.exec(link.slice(0, longestLink))?.[1] ?? '';
  for (const segment of path.split('/')) {
    yield null;
    const decoded = decodeSegment(segment).replace(/\.\p{L}{2,5}$/u, '');
    for (const [word] of decoded.matchAll(/[\p{L}\p{M}]+/gu)) yield wordOf(word, 'link');
  }
}
