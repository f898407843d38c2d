import { invites, wantsToWrite } from './invitations.ts';
import { leaningOf } from './leaning.ts';
import type { WordClass } from './languages/language.ts';
import { type Tokens, hasPair, isErrand, isGuestNear, isOfNobody, isQuestion, works } from './meanings.ts';
import { isSamePerson } from './names.ts';
import { type Sentence, type Token, has } from './tokens.ts';
import { nothingSaid } from './weights.ts';

/** What a page says about texts of others. */
export type StanceRule = 'asks_for_texts' | 'open_to_all' | 'changing_hosts' | 'refuses_texts' | 'sells_places';

export interface Stance {
  rule: StanceRule;
  quote: string;
}

/**
 * What the sentences of a description or a post say, in their order.
 * @param isDescription few sentences, in which a page says what it is
 * @param ofTrade the page is of a shop, an office and the like, which asks for orders and papers
 */
export function stancesIn(sentences: readonly Sentence[], isDescription: boolean, ofTrade = false): Stance[] {
  const stances: Stance[] = [];
  for (const [at, sentence] of sentences.entries()) {
    if (!has(sentence.tokens, ...speaking)) continue;
    const next = sentences.slice(at + 1, at + 3).map(({ tokens }) => tokens);
    const told = stanceOf(sentence.tokens, next.flat(), isDescription);
    const isWeak = told === null || (ofOthers.has(told) && has(sentence.tokens, 'text'));
    if (ofTrade && isWeak && !has([sentence.tokens, ...next].flat(), ...ofPublishing)) continue;
    if (told === 'refuses_texts' && !isDescription && !isFirm(sentence.tokens)) continue;
    if (told && !ofOthers.has(told)) stances.push({ rule: told, quote: sentence.text });
    else if (
      told
        ? isBelieved(sentence.tokens, next)
        : mayInvite(sentence.tokens) &&
          isOfGiving(sentence.tokens, next) &&
          isOfText(sentence.tokens, next) &&
          leans(sentence.tokens, next, isDescription)
    )
      stances.push({ rule: told ?? 'asks_for_texts', quote: sentence.text });
  }
  return stances;
}

/** Log-odds from which on a sentence of a description is an invitation, and one of a post: there are many of these. */
const likely = 1.5;
const certain = 3;
/** What a negation in it asks for besides. */
const denied = 1;
/** Log-odds below which a sentence is none, even where a rule says so. */
const doubtful = -3;

/** Whether a sentence that a rule knows does not speak of something else, with what follows or at all. */
function isBelieved(tokens: Tokens, next: Tokens[]): boolean {
  const [less = 0, more = 0] = [leaningOf(tokens), leaningOf(tokens, ...next)].toSorted((a, b) => a - b);
  return less >= doubtful || more >= certain;
}

/** Whether a sentence that no rule knows speaks as invitations do; an invitation may take two. */
function leans(tokens: Tokens, next: Tokens[], isDescription: boolean): boolean {
  const enough = (isDescription ? likely : certain) + (denies(tokens) ? denied : 0);
  const alone = leaningOf(tokens);
  return (
    alone >= enough ||
    (alone > nothingSaid &&
      !has(next.flat(), 'sell', 'hire') &&
      !isErrand(next.flat()) &&
      leaningOf(tokens, ...next) >= enough)
  );
}

/** What no office, shop or school asks for by the way. */
const ofPublishing: readonly WordClass[] = ['piece', 'author', 'guest', 'publish', 'outside', 'interview', 'episode'];

/** Whether a post refuses texts of others: of ordinary posts many deny something, and name who denies it. */
const isFirm = (tokens: Tokens): boolean =>
  isOfNobody(tokens) &&
  (has(tokens, 'guest', 'outside', 'author', 'pitch', 'reader') ||
    (has(tokens, 'we', 'us', 'our') && has(tokens, 'text', 'piece') && has(tokens, 'accept', 'publish', 'need')));

const ofOthers: ReadonlySet<StanceRule> = new Set(['asks_for_texts', 'open_to_all']);

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
  'venue',
  'room',
  'hear',
  'length',
  'lived',
];

function stanceOf(tokens: Tokens, next: Tokens, isDescription: boolean): StanceRule | null {
  const behind = denies(tokens) ? behindColon(tokens) : [];
  // "No writers here, which is the point: drop us your lines"
  if (behind.length > 0 && !denies(behind) && invites(withoutOurs(behind), withoutOurs(next))) return 'asks_for_texts';
  if (refuses(tokens) || isDeclined(tokens, next)) return 'refuses_texts';
  if (denies(tokens)) return null;
  // "Host of the week: Anna Berg" is said of her.
  if ((isDescription || isOfNobody(tokens)) && isRotating(tokens)) return 'changing_hosts';
  const theirs = withoutOurs(tokens);
  if (isOpen(theirs)) return 'open_to_all';
  if (isFromYou(tokens) || invites(theirs, withoutOurs(next))) return 'asks_for_texts';
  if (isDescription && isOfGuests(tokens)) return 'asks_for_texts';
  return has(tokens, 'sell') && !tokens.some(isNegation) ? 'sells_places' : null;
}

/** What a sentence says behind a colon. */
const behindColon = (tokens: Tokens): Tokens => {
  const at = tokens.findIndex(({ text }) => text === ':');
  return at < 0 ? [] : tokens.slice(at + 1);
};

/** "A magazine for people who plant" says for whom it is, and nothing of what they could give. */
const isOfGiving = (tokens: Tokens, next: Tokens[]): boolean => [tokens, ...next].some((each) => has(each, ...giving));

/** Meanings that only say who reads. */
const ofReaders: ReadonlySet<WordClass> = new Set(['person', 'anyone', 'venue', 'ourselves']);
const giving: readonly WordClass[] = [...speaking.filter((meaning) => !ofReaders.has(meaning)), 'need'];

/** "Write to us if you want a jar" asks for words, but for no text. */
const isOfText = (tokens: Tokens, next: Tokens[]): boolean =>
  !has(tokens, 'want') ||
  !isToUs(tokens) ||
  wantsToWrite(tokens) ||
  [tokens, ...next].some((each) => has(each, ...texts));
const isToUs = (tokens: Tokens): boolean =>
  hasPair(tokens, ['write'], ['us'], 2) || tokens.some(({ classes }) => classes.has('write') && classes.has('us'));

const texts: readonly WordClass[] = [
  ...works,
  'guest',
  'interview',
  'episode',
  'publish',
  'venue',
  'room',
  'sign',
  'length',
  'lived',
  'tell',
  'pitch',
  'outside',
  'reader',
  'anyone',
  'become',
];

/** Whether a sentence that no rule knows may still be an invitation. */
const mayInvite = (tokens: Tokens): boolean =>
  !isErrand(tokens) &&
  !has(tokens, 'win', 'hire', 'sell') &&
  (!has(tokens, 'customer') || has(tokens, ...works)) &&
  isOfNobody(tokens);

/** What others give: "we tell stories" and "my articles" are no invitation. */
const given: readonly WordClass[] = ['send', 'tell', 'pitch', 'write', 'piece', 'text'];

/** The tokens, without the meanings of what the page itself does or has. */
function withoutOurs(tokens: Tokens): Tokens {
  if (!has(tokens, 'we', 'our')) return tokens;
  return tokens.map((token, at) =>
    given.some((each) => token.classes.has(each)) && isOurs(tokens, at)
      ? { ...token, classes: new Set([...token.classes].filter((each) => !given.includes(each))) }
      : token,
  );
}

function isOurs(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  const before = tokens.slice(Math.max(0, at - 2), at);
  if (!token || token.classes.has('you') || has(before, 'you')) return false;
  if (token.classes.has('piece') || token.classes.has('text')) return has(before.slice(-1), 'our');
  const after = tokens[at + 1]?.classes;
  return token.classes.has('we') || has(before, 'we') || (after?.has('we') === true && !after.has('us'));
}

const isNegation = ({ classes }: Pick<Token, 'classes'>): boolean => classes.has('not') && !classes.has('harmless');

/** "Nothing paid" denies no place to write, nor does "texts that are not from the editors". */
const denies = (tokens: Tokens): boolean =>
  tokens.some(
    (token, at) => isNegation(token) && !has(tokens.slice(at + 1, at + 3), 'sell') && !isNotFromUs(tokens, at),
  );

/** "No advertising"; a verb that denies itself says more. */
const isOfSelling = (tokens: Tokens, at: number): boolean =>
  has(tokens.slice(at + 1, at + 3), 'sell') && !has(tokens.slice(at, at + 1), 'publish', 'accept', 'send', 'need');

/** "Not by the staff": nothing but small words stands between the denial and the house. */
function isNotFromUs(tokens: Tokens, at: number): boolean {
  const behind = tokens.slice(at + 1, at + 5);
  const house = behind.findIndex(({ classes }) => classes.has('ourselves') || classes.has('staff'));
  return house > 0 && behind.slice(0, house).every(({ kind, classes }) => kind === 'word' && classes.has('common'));
}

function refuses(tokens: Tokens): boolean {
  if (hasPair(tokens, ['closed'], ['text', 'pitch', 'author'], 4) && (has(tokens, 'author') || !has(tokens, 'errand')))
    return true;
  const isOfOthers = tokens.some((token, at) => isNegation(token) && isNotFromUs(tokens, at));
  const isOurAlone = has(tokens, 'only') && has(tokens, 'ourselves') && !isOfOthers;
  if (isOurAlone && has(tokens, 'write', 'text', 'piece', 'byline')) return true;
  if (isListOfNone(tokens)) return true;
  return tokens.some((token, at) => {
    if (!isNegation(token)) return false;
    const behind = tokens.slice(at + 1, at + 8);
    // "Guest writers: thanks for asking, but no"
    const before = at === tokens.length - 1 ? 12 : 6;
    const around = tokens.slice(Math.max(0, at - before), at + 8);
    if (has(around, 'errand') || isOfSelling(tokens, at) || isNotFromUs(tokens, at)) return false;
    if (has(around, 'guest', 'outside') && has(around, ...works)) return true;
    if (has(around, 'outside') && has(around, 'write')) return true;
    const named = has(around, ...works, 'outside', 'pitch');
    return (
      named &&
      (has(around, 'accept', 'publish', 'need', 'pitch', 'send') || (tokens.length <= 6 && isDeniedOutright(behind)))
    );
  });
}

/** "No articles", and not "the van failed no review": no verb of another meaning stands between. */
function isDeniedOutright(behind: Tokens): boolean {
  const work = behind.findIndex(({ classes }) => classes.has('pitch') || works.some((each) => classes.has(each)));
  return work >= 0 && behind.slice(0, work).every(({ kind, classes }) => kind !== 'word' || classes.size > 0);
}

/** "No guests, no collaborations, no exceptions." */
function isListOfNone(tokens: Tokens): boolean {
  const denials = tokens.filter(
    (token, at) =>
      isNegation(token) && (at === 0 || tokens[at - 1]?.text === ',' || tokens[at - 1]?.classes.size === 0),
  );
  return denials.length > 1 && isNegation(tokens[0] ?? nobody) && has(tokens, 'guest', 'outside', ...works);
}

const nobody: Pick<Token, 'classes'> = { classes: new Set() };

/** "Guest posts? Sorry, no." */
const isDeclined = (tokens: Tokens, next: Tokens): boolean =>
  isQuestion(tokens) && isGuestNear(tokens) && has(next.slice(0, 3), 'not');

/** "Half our columns come from people like you." */
const isFromYou = (tokens: Tokens): boolean =>
  hasPair(tokens, ['our'], ['piece', 'text'], 3) &&
  has(tokens, 'by') &&
  has(tokens, 'you', 'reader') &&
  !has(tokens, 'ourselves', 'errand', 'customer');

/** "Guest authors are dear to us": a page that speaks of its guests' texts in general has some. */
const isOfGuests = (tokens: Tokens): boolean =>
  isOfNobody(tokens) &&
  !has(tokens, 'sell', 'event', 'goods', 'company', 'press', 'hire', 'win', 'customer') &&
  tokens.some(
    ({ classes }, at) =>
      classes.has('guest') &&
      !classes.has('text') &&
      has(tokens.slice(at, at + 2), 'author', 'writer', 'piece') &&
      !isNegation({ classes }),
  );

/** "Students write for students." */
function isAmongEquals(tokens: Tokens): boolean {
  const said = tokens.filter(({ kind }) => kind === 'word');
  if (said.length > longestMotto || !has(said, 'write', 'tell', 'speak')) return false;
  const nouns = said.filter(({ word, classes }) => word.length > 4 && !classes.has('write') && !classes.has('common'));
  return nouns.some(({ word }, at) => nouns.slice(at + 1).some((other) => isSamePerson([word], [other.word])));
}

const longestMotto = 7;

function isOpen(tokens: Tokens): boolean {
  if (isErrand(tokens) || has(tokens, 'win')) return false;
  if (isAmongEquals(tokens)) return true;
  if (has(tokens, 'anyone') && has(tokens, 'write', 'publish', 'pitch', 'open')) return true;
  if (hasPair(tokens, ['open'], ['reader'], 3) && has(tokens, 'write', 'publish')) return true;
  // "Here gardeners share their own articles."
  return (
    has(tokens.slice(0, 4), 'here') &&
    !has(tokens, 'we', 'our', 'us') &&
    hasPair(tokens, ['tell', 'publish', 'write'], ['piece', 'text']) &&
    isOfNobody(tokens.slice(1))
  );
}

function isRotating(tokens: Tokens): boolean {
  if (has(tokens, 'event')) return false;
  const isRegular = has(tokens, 'period') || (has(tokens, 'every') && has(tokens, 'weekday'));
  if (isRegular && hasPair(tokens, ['other'], ['person', 'author'], 8)) return true;
  if (!isRegular && !has(tokens, 'weekday')) return false;
  // "A new postmaster writes here every week", and not "we write another story"
  if (isRegular && isAnotherWriter(tokens)) return true;
  // "Who types here changes on Sundays"
  if (has(tokens, 'other') && has(tokens, 'write') && has(tokens, 'what', 'anyone')) return true;
  return has(tokens, 'host') && has(tokens, ...(isRegular ? taking : (['other'] as const)));
}

const isAnotherWriter = (tokens: Tokens): boolean =>
  has(tokens, 'other') && has(tokens, 'write') && has(tokens, 'here') && !has(tokens, 'we', 'our', 'piece', 'text');

/** Who or what comes every week. */
const taking: readonly WordClass[] = ['other', 'every', 'anyone', 'person'];
