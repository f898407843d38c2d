import { knownSigns, lexiconFor } from '../judgement/detect.ts';
import { type Lexicon, emptyLexicon } from '../judgement/lexicon.ts';
import { type Token, has, sentencesOf, tokensOf } from '../judgement/tokens.ts';
import { isCommon } from '../topic/page-language.ts';
import { spell } from '../topic/spelling.ts';
import { stemOf } from '../topic/stems.ts';
import { isNumberWord } from './number-words.ts';

/** What a draft may rest on. */
export interface Sources {
  /** Of the page and of the marketer. */
  texts: readonly string[];
  /** Of the marketer alone: only these may give addresses, since strangers write the page. */
  own: readonly string[];
  /** ISO 639-1; null where it is not known. */
  language: string | null;
}

/**
 * The first number, name, quotation, address or handle of a draft that its sources do not have, as the end of a sentence;
 * null where all of them do. What has none of these is not judged: claims in plain words are a person's to check.
 */
export function unfoundedIn(text: string, sources: Sources): string | null {
  const draft = withWholeNumbers(text);
  const language = sources.language ?? '';
  const known = knownIn(sources.texts, language);
  const own = knownIn(sources.own, language);
  const quote = quotesIn(draft).find((each) => !known.has(each));
  if (quote !== undefined) return `it quotes “${quote}”, which neither the page nor your texts have`;
  const lexicon = lexiconFor(draft) ?? emptyLexicon;
  const tokens = tokensOf(draft, lexicon);
  for (const { kind, text: written, word } of tokens) {
    if (kind === 'number' && !known.numbers.has(plainNumber(written))) return numberMissing(written);
    if (kind === 'word' && isNumberWord(word) && !known.hasWord(word)) return numberMissing(written);
    if (['link', 'mail', 'handle', 'hashtag'].includes(kind) && !own.marks.has(word)) {
      return `it has ${written}, which your texts do not have`;
    }
  }
  for (const { tokens: sentence } of sentencesOf(tokens, draft)) {
    const name = nameIn(sentence, (word) => known.hasWord(word), lexicon, language);
    if (name !== null) return `it names ${name}, whom or which neither the page nor your texts name`;
  }
  return null;
}

const numberMissing = (text: string): string => `it has the number ${text}, which neither the page nor your texts have`;

interface Known {
  numbers: ReadonlySet<string>;
  /** Addresses, handles and hashtags. */
  marks: ReadonlySet<string>;
  hasWord(word: string): boolean;
  /** Whether it stands there word for word. */
  has(passage: string): boolean;
}

function knownIn(texts: readonly string[], language: string): Known {
  const all = withWholeNumbers(texts.join('\n'));
  const tokens = tokensOf(all, emptyLexicon);
  const words = new Set(tokens.flatMap(({ kind, word }) => (kind === 'word' ? formsOf(word, language) : [])));
  const plain = oneLine(all);
  return {
    numbers: new Set(tokens.filter(({ kind }) => kind === 'number').map(({ text }) => plainNumber(text))),
    marks: new Set(tokens.map(({ word }) => word)),
    hasWord: (word) => formsOf(word, language).some((form) => words.has(form)),
    has: (passage) => plain.includes(oneLine(passage)),
  };
}

/** A word and what its forms have in common, its parts included. */
function formsOf(word: string, language: string): string[] {
  const bare = word.replace(/['’]s$/, '');
  return [bare, ...bare.split('-')].flatMap((each) => [each, stemOf(language, each)]);
}

/** A number whose thousands stand apart, in one piece. */
const withWholeNumbers = (text: string): string =>
  text.replaceAll(/(?<=\p{N})[ \u00a0\u202f](?=\p{N}{3}(?!\p{N}))/gu, '');

/** 5,000 and 5.000 are one number. */
const plainNumber = (text: string): string => text.replaceAll(/\P{N}/gu, '');

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

const quotation = /“([^“”]{1,500})”|„([^„“”]{1,500})[“”]|«([^«»]{1,500})»|"([^"\n]{1,500})"/g;

/** What stands in quotation marks, without the stop at its end. */
const quotesIn = (draft: string): string[] =>
  [...draft.matchAll(quotation)]
    .map((match) => (match.slice(1).find((each) => each !== undefined) ?? '').trim().replace(/[.,;!?…]$/, ''))
    .filter((quote) => quote !== '');

/** Opens what follows it, so that a capital says nothing there. */
const opening = /^[-–—•·:"“„«([*]$/;

/** Nouns of German have capitals: there only two of them together are taken for a name, and no adjective with its noun. */
const nounsHaveCapitals = new Set(['de']);
const adjective = /(?:e|en|em|es)$/;

/** The first name in a sentence that nobody knows. */
function nameIn(
  sentence: readonly Token[],
  isKnown: (word: string) => boolean,
  lexicon: Lexicon,
  language: string,
): string | null {
  const isGerman = nounsHaveCapitals.has(language);
  const isUnknown = (token: Token | undefined): boolean =>
    token?.kind === 'word' &&
    token.capital &&
    token.text.length > 1 &&
    !has([token], 'we', 'our', 'us', 'you') &&
    !isKnown(token.word);
  for (const [at, token] of sentence.entries()) {
    if (!isUnknown(token) || isFunctionWord(token.text)) continue;
    const before = sentence[at - 1];
    const after = sentence[at + 1];
    const isFirst = before === undefined || (before.kind === 'mark' && opening.test(before.text));
    const isPhrase = isGerman && isFirst && adjective.test(token.text);
    if (isUnknown(after) && !isPhrase) return `${token.text} ${after?.text}`;
    if (isGerman) continue;
    const isAcronym = /^\p{Lu}{2,}$/u.test(token.text);
    if (!isFirst || isAcronym || speaks(token, after, lexicon)) return token.text;
  }
  return null;
}

/** Such as `as` and `would`, in any language: they begin sentences. */
const isFunctionWord = (word: string): boolean => knownSigns.some(({ code }) => isCommon(code, spell(word)));

/** Whether the first word of a sentence does something that people do: `Forbes says`, `Anna's book`. */
const speaks = (token: Token, after: Token | undefined, lexicon: Lexicon): boolean =>
  (/['’]s$/.test(token.word) && !lexicon.isListed(token.word.replace(/['’]s$/, ''))) ||
  (token.classes.size === 0 && after !== undefined && has([after], 'write', 'tell', 'publish', 'accept', 'receive'));
