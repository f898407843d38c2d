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
    const next = sentences.slice(at + 1, at + 3).flatMap(({ tokens }) => tokens);
    const rule = stanceOf(sentence.tokens, next);
    if (rule) stances.push({ rule, quote: sentence.text });
  }
  return stances;
}

const works: readonly WordClass[] = ['text', 'piece', 'author'];

/** Meanings without which nothing is said about texts of others. */
const speaking: readonly WordClass[] = [
  ...works,
  'guest',
  'outside',
  'reader',
  'anyone',
  'person',
  'write',
  'pitch',
  'send',
  'publish',
  'sell',
  'host',
  'ourselves',
];

function stanceOf(tokens: Words, next: Words): StanceRule | null {
  if (!has(tokens, ...speaking)) return null;
  if (refuses(tokens) || isDeclined(tokens, next)) return 'refuses_texts';
  if (denies(tokens)) return null;
  if (isRotating(tokens)) return 'changing_hosts';
  if (isOpen(tokens)) return 'open_to_all';
  if (invites(tokens, next)) return 'asks_for_texts';
  return has(tokens, 'sell') ? 'sells_places' : null;
}

const isNegation = ({ classes }: Token): boolean => classes.has('not') && !classes.has('harmless');

const denies = (tokens: Words): boolean => tokens.some(isNegation);

function refuses(tokens: Words): boolean {
  if (
    has(tokens, 'closed') &&
    has(tokens, 'text', 'pitch', 'author') &&
    (has(tokens, 'author') || !has(tokens, 'errand'))
  )
    return true;
  if (has(tokens, 'only') && has(tokens, 'ourselves') && has(tokens, 'write', 'text', 'piece', 'byline')) return true;
  return tokens.some((token, at) => {
    if (!isNegation(token)) return false;
    const behind = tokens.slice(at + 1, at + 8);
    const around = tokens.slice(Math.max(0, at - 6), at + 8);
    if (has(around, 'errand') || has(tokens.slice(at + 1, at + 3), 'sell')) return false;
    if (has(around, 'guest', 'outside') && has(around, ...works)) return true;
    if (has(around, 'outside') && has(around, 'write')) return true;
    const named = has(around, ...works, 'outside', 'pitch');
    return (
      named &&
      (has(around, 'accept', 'publish', 'need', 'pitch', 'send') ||
        (has(behind, ...works, 'pitch') && tokens.length <= 6))
    );
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

/** @param next what follows: an invitation often takes two sentences */
function invites(tokens: Words, next: Words): boolean {
  if (isErrand(tokens) || has(tokens, 'win')) return false;
  const both = [...tokens, ...next];
  const asks = isQuestion(tokens);
  const counted = has(both, 'month', 'rules') || both.some(({ kind }) => kind === 'number');
  const hasMail = tokens.some(({ kind }) => kind === 'mail');
  const reached = has(both, 'us') || both.some(({ kind }) => kind === 'mail' || kind === 'handle');
  const pair = (one: readonly WordClass[], ...others: WordClass[]): boolean => hasPair(tokens, one, others);
  const near = (one: readonly WordClass[], others: readonly WordClass[], reach: number): boolean =>
    hasPair(tokens, one, others, reach);
  return (
    // "Send us your story", "poems by the end of May, please"
    pair(['send'], 'piece') ||
    (pair(['send'], 'text') && isAddressed(tokens)) ||
    (hasMail && has(tokens, ...works, 'pitch') && tokens.length <= 14 && !has(tokens, 'sell')) ||
    isBid(tokens) ||
    // "publish with us"
    (tokens.length <= 6 &&
      has(tokens, 'publish') &&
      has(tokens, 'us') &&
      !has(tokens, 'piece', 'text') &&
      tokens.every(({ classes }) => !classes.has('we') || classes.has('us'))) ||
    // "made of what you send", "letters, notes: we print everything"
    (has(tokens, 'what') && has(tokens, 'send') && has(tokens, 'you', 'us')) ||
    (pair(['publish'], 'only', 'what') && has(tokens, 'text', 'piece')) ||
    // "we print what you send", "write to us, and we publish it"
    (pair(['publish'], 'send', 'write', 'pitch', 'tell') && has(tokens, 'us', 'you', 'what')) ||
    (has(tokens, 'publish') && has(tokens, 'reader', 'you', 'outside', 'anyone') && has(tokens, 'text', 'piece')) ||
    (pair(['publish'], 'author') && has(both, 'rules')) ||
    // "authors wanted", "open to people who write"
    near(['author'], ['need', 'receive', 'become', 'call'], 6) ||
    (near(['author', 'write'], ['open'], 5) && has(tokens, 'we', 'our', 'us', 'author')) ||
    // "essays wanted for May", "we take articles"
    (pair(['text', 'piece'], 'need') && (counted || has(both, 'we', 'us', 'our', 'you'))) ||
    near(['receive'], ['piece', 'text'], 4) ||
    near(['open'], ['pitch', 'call'], 4) ||
    near(['call'], ['piece', 'text', 'author'], 5) ||
    (isGuestNear(tokens) && pair(['guest'], 'open', 'need', 'become', 'pitch', 'receive')) ||
    pair(['pitch'], 'text', 'piece', 'author', 'guest', 'us') ||
    pair(['rules'], 'text', 'piece', 'author', 'pitch') ||
    // "tell us your story", "your stories make this page", "our readers write"
    (pair(['tell'], 'text', 'piece') && has(both, 'us', 'publish')) ||
    (pair(['reader'], 'write') && !asks) ||
    (near(['you'], ['piece', 'text'], 3) &&
      has(both, 'send', 'tell', 'publish', 'pitch', 'receive', 'need', 'write')) ||
    (pair(['piece'], 'want') && has(tokens, 'you', 'us') && counted) ||
    // "be a guest on our show"
    (has(tokens, 'guest') &&
      (asks || pair(['guest'], 'become', 'want', 'need')) &&
      (reached || has(tokens, 'episode', 'interview'))) ||
    (pair(['become'], 'episode') && (reached || has(both, 'you', 'tell'))) ||
    (asks && isAsked(tokens, next, reached))
  );
}

/** "Write for us!" – and not "Anna Berg writes for us". */
const isBid = (tokens: Words): boolean =>
  tokens.length <= 8 &&
  tokens.slice(1).every(({ capital }) => !capital) &&
  has(tokens.slice(0, 4), 'write') &&
  tokens.some(({ classes }) => classes.has('byline') && classes.has('us'));

/** "Who wants to write?", "Got a story? Tell us." */
function isAsked(tokens: Words, next: Words, reached: boolean): boolean {
  const both = [...tokens, ...next];
  if (has(tokens, 'write') && (has(tokens, 'want', 'anyone', 'what', 'you') || has(next, 'send', 'us'))) return true;
  if (has(tokens, 'write', 'tell') && has(tokens, 'you', 'piece', 'about') && both.some(({ kind }) => kind === 'link'))
    return true;
  if (hasPair(tokens, ['want'], ['publish']) && has(both, 'rules', 'send')) return true;
  const isLinked = has(tokens, 'you', 'want') && both.some(({ kind }) => kind === 'link');
  return (
    has(tokens, 'piece', 'text') &&
    (reached || isLinked || has(next, 'send', 'tell', 'publish', 'rules', 'pitch', 'receive'))
  );
}

const isQuestion = (tokens: Words): boolean => tokens.some(({ text }) => text === '?' || text === ';');

/** Whether one word has one of the meanings, and another word, at most so many away, one of the others. */
function hasPair(tokens: Words, one: readonly WordClass[], others: readonly WordClass[], reach = Infinity): boolean {
  const second = positionsOf(tokens, others);
  if (second.length === 0) return false;
  const first = positionsOf(tokens, one);
  return first.some((at) => second.some((other) => other !== at && Math.abs(other - at) <= reach));
}

/** Where the meanings are in a sentence; looked for once. */
const places = new WeakMap<Words, Map<WordClass, number[]>>();

function positionsOf(tokens: Words, wanted: readonly WordClass[]): number[] {
  let found = places.get(tokens);
  if (!found) {
    found = new Map();
    for (const [at, { classes }] of tokens.entries()) {
      for (const each of classes) {
        const known = found.get(each);
        if (known) known.push(at);
        else found.set(each, [at]);
      }
    }
    places.set(tokens, found);
  }
  const [only, ...more] = wanted;
  if (only !== undefined && more.length === 0) return found.get(only) ?? [];
  return wanted.flatMap((each) => found.get(each) ?? []);
}

const isGuestNear = (tokens: Words): boolean =>
  hasPair(tokens, ['guest'], works, 2) ||
  tokens.some(({ classes }) => classes.has('guest') && works.some((each) => classes.has(each)));

function isOpen(tokens: Words): boolean {
  return (
    has(tokens, 'anyone') &&
    has(tokens, 'write', 'publish', 'pitch', 'open') &&
    !isErrand(tokens) &&
    !has(tokens, 'win')
  );
}

function isRotating(tokens: Words): boolean {
  if (has(tokens, 'event')) return false;
  return (
    has(tokens, 'period') &&
    (hasPair(tokens, ['other'], ['person', 'author'], 8) || (has(tokens, 'host') && has(tokens, 'other', 'every')))
  );
}
