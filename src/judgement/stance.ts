import type { WordClass } from './languages/language.ts';
import { type Sentence, type Token, has } from './tokens.ts';

/** What a page says about texts of others. */
export type StanceRule = 'asks_for_texts' | 'open_to_all' | 'changing_hosts' | 'refuses_texts' | 'sells_places';

export interface Stance {
  rule: StanceRule;
  quote: string;
}

type Words = readonly Token[];

/** What the sentences of a description or a post say, in their order. */
export function stancesIn(sentences: readonly Sentence[]): Stance[] {
  const stances: Stance[] = [];
  for (const [at, sentence] of sentences.entries()) {
    const rule = stanceOf(sentence.tokens, sentences[at + 1]?.tokens ?? []);
    if (rule) stances.push({ rule, quote: sentence.text });
  }
  return stances;
}

function stanceOf(tokens: Words, next: Words): StanceRule | null {
  if (refuses(tokens) || isDeclined(tokens, next)) return 'refuses_texts';
  if (denies(tokens)) return null;
  if (isRotating(tokens)) return 'changing_hosts';
  if (isOpen(tokens)) return 'open_to_all';
  if (invites(tokens, next)) return 'asks_for_texts';
  return has(tokens, 'sell') ? 'sells_places' : null;
}

const isNegation = ({ classes }: Token): boolean => classes.has('not') && !classes.has('harmless');

const denies = (tokens: Words): boolean => tokens.some(isNegation);

const works: readonly WordClass[] = ['text', 'piece', 'author'];

function refuses(tokens: Words): boolean {
  if (has(tokens, 'closed') && has(tokens, 'text', 'pitch', 'author') && !has(tokens, 'errand')) return true;
  if (has(tokens, 'only') && has(tokens, 'ourselves') && has(tokens, 'write', 'text', 'piece', 'byline')) return true;
  return tokens.some((token, at) => {
    if (!isNegation(token)) return false;
    const behind = tokens.slice(at + 1, at + 8);
    const around = tokens.slice(Math.max(0, at - 6), at + 8);
    if (has(around, 'errand') || has(tokens.slice(at + 1, at + 3), 'sell')) return false;
    if (has(around, 'guest', 'outside') && has(around, ...works)) return true;
    const named = has(around, ...works) || has(around, 'outside');
    return named && (has(around, 'accept', 'publish', 'need', 'pitch', 'send') || (has(behind, 'text') && tokens.length <= 6));
  });
}

/** "Guest posts? Sorry, no." */
const isDeclined = (tokens: Words, next: Words): boolean =>
  isQuestion(tokens) && isGuestNear(tokens) && has(next.slice(0, 3), 'not');

/** What is sent to an office: forms, orders, readings; unless they are what a text is about. */
const isErrand = (tokens: Words): boolean =>
  tokens.some((token, at) => token.classes.has('errand') && !has(tokens.slice(Math.max(0, at - 3), at), 'about'));

const isAddressed = (tokens: Words): boolean =>
  has(tokens, 'us', 'you') || tokens.some(({ kind }) => kind === 'mail' || kind === 'link' || kind === 'handle');

function invites(tokens: Words, next: Words): boolean {
  if (isErrand(tokens) || has(tokens, 'win')) return false;
  const both = [...tokens, ...next];
  const text = has(tokens, 'piece', 'text');
  const author = has(tokens, 'author');
  const asks = isQuestion(tokens);
  const counted = has(both, 'month', 'rules') || both.some(({ kind }) => kind === 'number');
  const reached = has(both, 'us') || both.some(({ kind }) => kind === 'mail' || kind === 'handle');
  if (has(tokens, 'send') && (has(tokens, 'piece') || (text && isAddressed(tokens)))) return true;
  if (has(tokens, 'publish') && has(tokens, 'send', 'write', 'pitch', 'tell') && has(tokens, 'us', 'you', 'what')) return true;
  if (author && has(tokens, 'need', 'become', 'call', 'receive') && !has(tokens, 'hire')) return true;
  if (author && has(tokens, 'publish') && has(both, 'rules')) return true;
  if (text && has(tokens, 'need') && (counted || has(both, 'we', 'us', 'our', 'you'))) return true;
  if (isNear(tokens, 'receive', ['piece', 'text'], 4)) return true;
  if (isGuestNear(tokens) && has(tokens, 'open', 'need', 'become', 'pitch', 'receive')) return true;
  if (has(tokens, 'pitch') && (text || author || has(tokens, 'guest', 'us'))) return true;
  if (has(tokens, 'call') && text) return true;
  if (has(tokens, 'rules') && (text || author || has(tokens, 'pitch'))) return true;
  if (has(tokens, 'publish') && has(tokens, 'reader', 'you', 'outside', 'anyone') && text) return true;
  if (has(tokens, 'tell') && text && has(both, 'us', 'publish')) return true;
  if (has(tokens, 'reader') && has(tokens, 'write') && !asks && has(tokens, 'text', 'piece', 'us', 'byline')) return true;
  if (isNear(tokens, 'you', ['piece', 'text'], 3) && has(both, 'send', 'tell', 'publish', 'pitch', 'receive', 'need', 'write')) return true;
  if (has(tokens, 'piece') && has(tokens, 'you', 'want') && has(tokens, 'want', 'us') && counted) return true;
  if (has(tokens, 'guest') && has(tokens, 'become', 'want', 'need') && (reached || has(tokens, 'episode', 'interview'))) return true;
  if (!asks) return false;
  if (has(tokens, 'write') && (has(tokens, 'want', 'anyone', 'what', 'you') || has(next, 'send', 'us'))) return true;
  if (has(tokens, 'want') && has(tokens, 'publish') && has(both, 'rules', 'send')) return true;
  return text && (reached || has(next, 'send', 'tell', 'publish', 'rules', 'pitch', 'receive') || (has(tokens, 'you', 'want') && both.some(({ kind }) => kind === 'link')));
}

const isQuestion = (tokens: Words): boolean => tokens.some(({ text }) => text === '?' || text === ';');

/** Whether a word of the one meaning has one of the others at most so many words away. */
const isNear = (tokens: Words, one: WordClass, others: readonly WordClass[], reach: number): boolean =>
  tokens.some(({ classes }, at) => classes.has(one) && has([...tokens.slice(Math.max(0, at - reach), at), ...tokens.slice(at + 1, at + 1 + reach)], ...others));

const isGuestNear = (tokens: Words): boolean => isNear(tokens, 'guest', works, 2) || tokens.some(({ classes }) => classes.has('guest') && works.some((each) => classes.has(each)));

function isOpen(tokens: Words): boolean {
  return has(tokens, 'anyone') && has(tokens, 'write', 'publish', 'pitch', 'send', 'open') && !isErrand(tokens) && !has(tokens, 'win');
}

function isRotating(tokens: Words): boolean {
  if (has(tokens, 'event')) return false;
  return has(tokens, 'period') && (isNear(tokens, 'other', ['person', 'author'], 3) || (has(tokens, 'host') && has(tokens, 'other', 'every')));
}
