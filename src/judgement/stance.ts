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
  'tell',
  'tag',
  'sign',
  'interview',
  'talk',
  'become',
  'call',
];

function stanceOf(tokens: Words, next: Words): StanceRule | null {
  if (!has(tokens, ...speaking)) return null;
  if (refuses(tokens) || isDeclined(tokens, next)) return 'refuses_texts';
  if (denies(tokens)) return null;
  if (isRotating(tokens)) return 'changing_hosts';
  if (isOpen(tokens)) return 'open_to_all';
  if (invites(tokens, next)) return 'asks_for_texts';
  return has(tokens, 'sell') && !tokens.some(isNegation) ? 'sells_places' : null;
}

const isNegation = ({ classes }: Token): boolean => classes.has('not') && !classes.has('harmless');

/** "Nothing paid" denies no place to write. */
const denies = (tokens: Words): boolean =>
  tokens.some((token, at) => isNegation(token) && !has(tokens.slice(at + 1, at + 3), 'sell'));

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
  has(tokens, 'us', 'you', 'staff') || isOf(tokens, 'mail', 'link', 'handle');

/** A sentence that may invite, with what follows it: an invitation often takes two. */
interface Saying {
  tokens: Words;
  next: Words;
  both: Words;
  asks: boolean;
  /** It or what follows says where to send: to us, an address, a handle. */
  reached: boolean;
}

const invites = (tokens: Words, next: Words): boolean => {
  if (isErrand(tokens) || isVacancy(tokens) || has(tokens, 'win')) return false;
  if (has(tokens, 'customer') && !has(tokens, 'send')) return false;
  const both = [...tokens, ...next];
  const saying = {
    tokens,
    next,
    both,
    asks: isQuestion(tokens),
    reached: has(both, 'us') || isOf(both, 'mail', 'handle'),
  };
  return invitations.some((isSaid) => isSaid(saying));
};

/** The ways to invite: who gives, what is given, what is done with it. */
const invitations: readonly ((saying: Saying) => boolean)[] = [
  // "Send us your story", "poems by the end of May, please"
  ({ tokens }) => hasPair(tokens, ['send'], ['piece']),
  ({ tokens }) => hasPair(tokens, ['send'], ['text']) && isAddressed(tokens),
  // "Essays, tales, notes: desk@page.example", "For submissions: @desk"
  ({ tokens }) => tokens.length <= 14 && isOf(tokens, 'mail') && has(tokens, ...works, 'pitch') && !has(tokens, 'sell'),
  ({ tokens }) => isSignpost(tokens),
  ({ tokens }) => isBid(tokens),
  // "Publish with us"
  ({ tokens }) =>
    tokens.length <= 6 &&
    has(tokens, 'publish') &&
    has(tokens, 'us') &&
    !has(tokens, 'piece', 'text') &&
    tokens.every(({ classes }) => !classes.has('we') || classes.has('us')),
  // "Made of what you send", "letters, notes: we print everything"
  ({ tokens }) => has(tokens, 'what') && has(tokens, 'send') && has(tokens, 'you', 'us'),
  ({ tokens }) =>
    hasPair(tokens, ['publish'], ['only', 'what']) && has(tokens, 'text', 'piece') && !has(tokens, 'ourselves'),
  // "We print what you send", "write to us, and we publish it", "tag us, and we share the best"
  ({ tokens }) =>
    hasPair(tokens, ['publish'], ['send', 'write', 'pitch', 'tell', 'tag']) && has(tokens, 'us', 'you', 'what'),
  ({ tokens }) =>
    has(tokens, 'publish') && has(tokens, 'reader', 'you', 'outside', 'anyone') && has(tokens, 'text', 'piece'),
  ({ tokens, both }) =>
    has(tokens, 'publish') && has(tokens, 'author', 'person', 'reader', 'what') && has(both, 'rules'),
  // "Texts from outside are read"
  ({ tokens }) => hasPair(tokens, ['text', 'piece'], ['outside'], 2) && has(tokens, 'accept', 'publish'),
  // "Dare to write with us"
  ({ tokens }) => tokens.length <= 9 && hasPair(tokens, ['want'], ['write']) && has(tokens, 'us'),
  // "Half our columns come from people like you", "the next column is yours"
  ({ tokens }) =>
    hasPair(tokens, ['our'], ['piece', 'text'], 3) &&
    has(tokens, 'by') &&
    has(tokens, 'you', 'reader') &&
    !has(tokens, 'ourselves'),
  ({ tokens }) => hasPair(tokens, ['sign'], ['piece', 'text'], 4),
  // "Storytellers, get in touch", "somebody wanted who writes about glaze", "we gladly print beginners"
  ({ tokens }) => hasPair(tokens, ['author'], ['send']) && isOfNobody(tokens) && !has(tokens, 'our'),
  ({ tokens }) => isSought(tokens),
  ({ tokens }) => hasPair(tokens, ['publish'], ['author'], 4) && isOfNobody(tokens) && !has(tokens, 'our', 'ourselves'),
  // "Your name could stand here"
  ({ tokens, both }) =>
    hasPair(tokens, ['you'], ['sign'], 3) && (has(tokens, 'publish', 'want') || has(both, 'here', 'us')),
  // "Authors wanted", "open to people who write"
  ({ tokens }) => hasPair(tokens, ['author'], ['need', 'receive', 'become', 'call'], 6),
  ({ tokens }) => hasPair(tokens, ['author', 'write'], ['open'], 5) && has(tokens, 'we', 'our', 'us', 'author'),
  ({ tokens }) => tokens.length <= 4 && hasPair(tokens, ['write'], ['receive'], 2),
  // "Essays wanted for May", "we take articles"
  ({ tokens, both }) =>
    hasPair(tokens, ['text', 'piece'], ['need']) &&
    (has(both, 'month', 'rules', 'we', 'us', 'our', 'you') || isOf(both, 'number')),
  ({ tokens }) => hasPair(tokens, ['receive'], ['piece', 'text', 'pitch'], 4),
  ({ tokens }) => hasPair(tokens, ['open'], ['pitch', 'call'], 4),
  ({ tokens }) => hasPair(tokens, ['call'], ['piece', 'text', 'author'], 5),
  ({ tokens }) => isGuestNear(tokens) && hasPair(tokens, ['guest'], ['open', 'need', 'become', 'pitch', 'receive']),
  ({ tokens }) => hasPair(tokens, ['pitch'], ['text', 'piece', 'author', 'guest', 'us']),
  ({ tokens }) => hasPair(tokens, ['rules'], ['text', 'piece', 'author', 'pitch']),
  // "Tell us your story", "our readers write", "your stories make this page"
  ({ tokens, both }) => hasPair(tokens, ['tell'], ['text', 'piece']) && has(both, 'us', 'publish'),
  ({ tokens, asks }) => hasPair(tokens, ['reader'], ['write']) && !asks,
  ({ tokens, both }) =>
    hasPair(tokens, ['you'], ['piece', 'text'], 3) &&
    has(both, 'send', 'tell', 'publish', 'pitch', 'receive', 'need', 'write'),
  ({ tokens, both }) =>
    hasPair(tokens, ['piece'], ['want']) &&
    has(tokens, 'you', 'us') &&
    (has(both, 'month', 'rules') || isOf(both, 'number')),
  // "Be a guest on our show", "whom shall we talk to? Name somebody"
  ({ tokens, asks, reached }) =>
    has(tokens, 'guest') &&
    (asks || hasPair(tokens, ['guest'], ['become', 'want', 'need'])) &&
    (reached || has(tokens, 'episode', 'interview')),
  ({ tokens, next, both, asks }) =>
    asks && hasPair(tokens, ['want'], ['guest', 'episode']) && (has(next, 'errand') || isOf(both, 'link')),
  ({ tokens, both, reached }) => hasPair(tokens, ['become'], ['episode']) && (reached || has(both, 'you', 'tell')),
  ({ tokens, next, both, asks }) =>
    asks &&
    has(tokens, 'interview', 'talk', 'guest') &&
    (has([...tokens, ...next.slice(0, 6)], 'pitch') || (has(tokens, 'want') && isOf(both, 'link', 'mail', 'handle'))),
  (saying) => saying.asks && isAsked(saying),
];

const isOf = (tokens: Words, ...kinds: Token['kind'][]): boolean => tokens.some(({ kind }) => kinds.includes(kind));

/** What is sent with an application: a vacancy is no place for texts, even where it is one for writers. */
const isVacancy = (tokens: Words): boolean =>
  tokens.some((token, at) => token.classes.has('hire') && !has(tokens.slice(Math.max(0, at - 3), at), 'about'));

/** "Wanted: somebody who writes about glaze." */
const isSought = (tokens: Words): boolean => {
  const [need = Infinity] = positionsOf(tokens, ['need']);
  const after = tokens.slice(need + 1, need + 9);
  return has(after, 'write', 'tell') && has(after, 'person', 'author', 'anyone', 'what');
};

/** "Guest authors, this way: https://…": a few words, no names, and where to turn to. */
function isSignpost(tokens: Words): boolean {
  const said = tokens.filter(({ kind }) => kind === 'word');
  const unknown = said.slice(1).filter(({ classes }) => classes.size === 0);
  return (
    said.length <= 7 &&
    unknown.length <= 1 &&
    unknown.every(({ capital }) => !capital) &&
    isOf(tokens.slice(-2), 'mail', 'link', 'handle') &&
    !has(tokens, 'sell', 'event', 'credit', 'contact', 'press', 'by') &&
    (isGuestNear(tokens) || has(tokens, 'author', 'pitch'))
  );
}

/** "Write for us!" – and not "Anna Berg writes for us". */
const isBid = (tokens: Words): boolean =>
  tokens.length <= 8 &&
  tokens.slice(1).every(({ capital }) => !capital) &&
  has(tokens.slice(0, 4), 'write') &&
  tokens.some(({ classes }) => classes.has('byline') && classes.has('us'));

/** "Who wants to write?", "Got a story? Tell us.", "Something to say? Our inbox is open." */
function isAsked({ tokens, next, both, reached }: Saying): boolean {
  if (has(tokens, 'write') && (has(tokens, 'want', 'anyone', 'what', 'you') || has(next, 'send', 'us', 'publish')))
    return true;
  if (has(tokens, 'write', 'tell') && has(tokens, 'you', 'piece', 'about') && isOf(both, 'link')) return true;
  if (hasPair(tokens, ['tell'], ['what']) && (isOf(both, 'mail', 'handle') || has(next, 'send', 'us'))) return true;
  if (hasPair(tokens, ['want', 'need'], ['publish']) && (has(both, 'rules', 'send') || isOf(both, 'link', 'mail')))
    return true;
  // "Would you read your piece on our programme?"
  if (hasPair(tokens, ['you'], ['piece', 'text'], 2) && has(tokens, 'our', 'us', 'we')) return true;
  const isLinked = has(tokens, 'you', 'want') && isOf(both, 'link');
  return (
    has(tokens, 'piece', 'text') &&
    (reached || isLinked || has(next, 'send', 'tell', 'publish', 'rules', 'pitch', 'receive', 'open'))
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
  if (isErrand(tokens) || has(tokens, 'win')) return false;
  if (has(tokens, 'anyone') && has(tokens, 'write', 'publish', 'pitch', 'open')) return true;
  // "Here gardeners share their own articles."
  return (
    has(tokens.slice(0, 4), 'here') &&
    !has(tokens, 'we', 'our', 'us') &&
    hasPair(tokens, ['tell', 'publish', 'write'], ['piece', 'text']) &&
    isOfNobody(tokens.slice(1))
  );
}

/** No name in sight: what is said of authors is said of any. */
const isOfNobody = (tokens: Words): boolean =>
  !tokens.some((token, at) => isUnknownName(token) && isUnknownName(tokens[at + 1]));

const isUnknownName = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.capital && token.classes.size === 0;

function isRotating(tokens: Words): boolean {
  if (has(tokens, 'event')) return false;
  const isRegular = has(tokens, 'period') || (has(tokens, 'every') && has(tokens, 'weekday'));
  if (isRegular && hasPair(tokens, ['other'], ['person', 'author'], 8)) return true;
  return (
    has(tokens, 'host') &&
    (isRegular ? has(tokens, 'other', 'every', 'anyone') : has(tokens, 'other') && has(tokens, 'weekday'))
  );
}
