import { trimEnd } from '../text/trim.ts';
import { fold } from './fold.ts';
import type { WordClass } from './languages/language.ts';
import { type Classes, type Lexicon, fits } from './lexicon.ts';

type TokenKind = 'word' | 'number' | 'mark' | 'sign' | 'link' | 'mail' | 'handle' | 'hashtag';

export interface Token {
  kind: TokenKind;
  /** As it is written. */
  text: string;
  /** Folded. */
  word: string;
  /** A letter of it is a capital at its beginning. */
  capital: boolean;
  /** Nothing stands between it and the token before. */
  glued: boolean;
  start: number;
  end: number;
  classes: Set<WordClass> | Classes;
  /** The word as a whole is known, not only its stem. */
  listed: boolean;
}

/** A part of a sentence between strong breaks: full stops, bars, dashes, brackets, line ends, pictures. */
export interface Segment {
  tokens: Token[];
  /** The break before it, '' at the beginning; and the one behind it. */
  opened: string;
  closed: string;
}

export interface Sentence {
  segments: Segment[];
  tokens: Token[];
  text: string;
}

const shapes =
  /(https?:\/\/\S+|www\.\S+)|((?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(@[\p{L}\p{N}_][\p{L}\p{N}_.-]*)|(#[\p{L}\p{N}_]+)|(\p{N}+(?:[.,:]\p{N}+)*)|([\p{L}\p{M}]+(?:['’ʼ‑-][\p{L}\p{M}]+)*)|([\p{So}\p{Extended_Pictographic}])|(\n|[^\s\p{L}\p{N}])/gu;

/** In the order of the groups of `shapes`. */
const kinds = ['link', 'mail', 'handle', 'hashtag', 'number', 'word', 'sign', 'mark'] as const;

const breaks = new Set([
  '|',
  '—',
  '–',
  '•',
  '·',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '/',
  '\\',
  '→',
  '»',
  '«',
  '“',
  '”',
  '„',
  '"',
  '‖',
  '~',
  '✍',
]);
const stops = new Set(['.', '!', '?', '…', ';', '\n', '¿', '¡', '·']);

/** Marks inside of words. */
const joints = /['’-]/;

/** Elided articles and pronouns of Romance languages: l'article, d'Odile. */
/** Pronouns behind the imperatives and questions of Romance languages: envoyez-la-nous. */
const attached = /-(?:nous|moi|vous|la|le|les|lui|leur|en|y|tu|il|on|je|là)(?=-|$)/iu;

const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu)['’](?=\p{Script=Latin})/iu;

/** The tokens of a text with the meanings of their words. Linear in the length of the text. */
export function tokensOf(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(shapes)) {
    const kind = kindOf(match);
    const start = match.index;
    const written = match[0];
    const isJoined = kind === 'word' && joints.test(written);
    const prefix = isJoined ? elided.exec(written)?.[0] : undefined;
    if (prefix !== undefined) {
      push(tokens, 'word', prefix.slice(0, -1), start, lexicon);
      push(tokens, 'word', written.slice(prefix.length), start + prefix.length, lexicon);
      continue;
    }
    if (isJoined && attached.test(written)) {
      for (const part of written.matchAll(/[^-]+/g)) push(tokens, 'word', part[0], start + part.index, lexicon);
      continue;
    }
    const link = kind === 'link' ? trimEnd(written, /[)\].,;:!?»”"']/u) : written;
    push(tokens, kind, link, start, lexicon);
  }
  findPhrases(tokens, lexicon);
  return tokens;
}

function kindOf(match: RegExpExecArray): TokenKind {
  for (let group = 0; group < kinds.length; group++) {
    const kind = kinds[group];
    if (kind !== undefined && match[group + 1] !== undefined) return kind;
  }
  return 'mark';
}

function push(tokens: Token[], kind: TokenKind, text: string, start: number, lexicon: Lexicon): void {
  const word = kind === 'word' || kind === 'hashtag' || kind === 'handle' ? fold(text) : text;
  const before = tokens.at(-1);
  tokens.push({
    kind,
    text,
    word,
    capital: isCapital(text),
    glued: before?.end === start,
    start,
    end: start + text.length,
    classes: kind === 'word' || kind === 'mark' || kind === 'hashtag' ? lexicon.classesOf(word) : nothing,
    listed: lexicon.isListed(word),
  });
}

const nothing: Classes = new Set();

/** Small letters are what most words begin with: they are told without a pattern. */
const isCapital = (text: string): boolean => (text < 'a' || text > '{') && /^\p{Lu}/u.test(text);

function findPhrases(tokens: Token[], lexicon: Lexicon): void {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    for (const { words, meaning } of lexicon.phrasesFrom(token.word)) {
      const isThere = words.every((pattern, k) => fits(pattern, tokens[at + 1 + k]?.word ?? ''));
      if (!isThere) continue;
      for (let k = at; k <= at + words.length; k++) {
        const each = tokens[k];
        if (each) each.classes = new Set([...each.classes, meaning]);
      }
    }
  }
}

/** Sentences and their segments. A full stop behind one letter or a short form ("Fot.", "Ep.") ends nothing. */
export function sentencesOf(tokens: readonly Token[], text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let segments: Segment[] = [];
  let segment: Segment = { tokens: [], opened: '', closed: '' };
  const closeSegment = (mark: string): void => {
    segment.closed = mark;
    if (segment.tokens.length > 0) segments.push(segment);
    segment = { tokens: [], opened: mark, closed: '' };
  };
  const closeSentence = (): void => {
    if (segments.length === 0) return;
    const all = segments.flatMap((each) => each.tokens);
    const [first] = all;
    const last = all.at(-1);
    const shown = first && last ? text.slice(first.start, last.end) : '';
    sentences.push({ segments, tokens: all, text: shown });
    segments = [];
  };
  for (const [at, token] of tokens.entries()) {
    const isStop = token.kind === 'mark' && stops.has(token.text);
    if (isStop && !(token.text === '.' && isShort(tokens, at))) {
      if (isQuestionMark(tokens, at)) segment.tokens.push(token);
      closeSegment(token.text);
      closeSentence();
    } else if (token.kind === 'sign' || (token.kind === 'mark' && isBreak(tokens, at))) {
      closeSegment(token.text);
    } else {
      segment.tokens.push(token);
    }
  }
  closeSegment('');
  closeSentence();
  return sentences;
}

/** Greek asks with a semicolon. */
function isQuestionMark(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text;
  return text === '?' || (text === ';' && /\p{Script=Greek}$/u.test(tokens[at - 1]?.text ?? ''));
}

function isBreak(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.text === '-') return !token.glued || tokens[at + 1]?.glued === false;
  return breaks.has(token.text);
}

function isShort(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (!before || before.kind !== 'word') return before?.kind === 'number' && after?.glued === true;
  if (before.text.length === 1 && before.capital) return true;
  return before.text.length <= 4 && (before.classes.has('credit') || before.classes.has('episode'));
}

/** Whether a token has one of the meanings. Asked more often than anything else: loops, and no closures. */
export function has(tokens: readonly Pick<Token, 'classes'>[], ...wanted: WordClass[]): boolean {
  for (const { classes } of tokens) {
    if (classes.size === 0) continue;
    for (const each of wanted) if (classes.has(each)) return true;
  }
  return false;
}
