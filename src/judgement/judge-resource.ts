import {
  type EvidenceRow,
  type EvidenceRule,
  type OutsideClass,
  type ThirdPartyKind,
  outsideClasses,
} from '../types/judgement.ts';
import { type Post, longestPost } from '../types/resource.ts';
import { lexiconFor } from './detect.ts';
import { fold } from './fold.ts';
import { hashtagSaysGuest } from './hashtags.ts';
import type { WordClass } from './languages/language.ts';
import { type Lexicon, emptyLexicon } from './lexicon.ts';
import { type NameRules, namesIn } from './names.ts';
import { type Brand, brandOf, isForOthers, isSister, namesBrand } from './outsiders.ts';
import { People } from './people.ts';
import { readMentions } from './mentions.ts';
import { type Framed, seriesIn } from './series.ts';
import { type StanceRule, stancesIn } from './stance.ts';
import { type Sentence, type Token, has, sentencesOf, tokensOf } from './tokens.ts';

/** What is known of a resource besides its posts. */
export interface Described {
  title: string | null;
  name: string;
  url: string;
  description: string | null;
  /** Whoever comes may post. */
  open: boolean;
  /** Whoever comes may propose a post. */
  suggestions?: boolean;
}

/** What keeps a resource from being a place for outsiders. */
export type Lack =
  | 'nothing'
  /** Nothing is shown to judge by. */
  | 'posts'
  /** Nothing was found, and no rules know the language. */
  | 'language'
  /** Too few people. */
  | 'authors'
  /** The last was too long ago. */
  | 'recency'
  /** It says that it takes no texts. */
  | 'refused'
  /** Only places are sold. */
  | 'paid'
  /** It refuses texts and shows outsiders, or shows pictures and jokes of others. */
  | 'doubt';

export interface Opinion {
  /** What speaks most; see `classes` for all. */
  kind: ThirdPartyKind;
  /** Every way in which outsiders are published. */
  classes: OutsideClass[];
  lacking: Lack;
  /** At most five. */
  evidence: EvidenceRow[];
  /** Outside posts among the latest, and how many of these there are. */
  outside: number;
  latest: number;
  /** Distinct outsiders; null where no posts are shown. */
  authors: number | null;
}

/** Latest posts that the share of outsiders is taken of: so many come with the first page of every network. */
const latestPosts = 20;
/** Days after which an outside post no longer says anything about today. */
const maxAgeMs = 180 * 86_400_000;
/** Distinct people that it takes; one may be a colleague or an accident. */
export const minPeople = 2;
/** The same, where nothing but the place of a name tells that it is an author's. */
const minUnsure = 3;
const mostEvidence = 5;
const longestQuote = 240;
/** Words from which on a page can be said to be in a language. */
const fewestWords = 20;
/** Words that a text has at least; shorter ones are pictures and jokes. */
const shortestText = 3;

interface Case {
  about: Described;
  now: number;
  /** Null where no rules know the language. */
  lexicon: Lexicon | null;
  brand: Brand;
  rules: NameRules;
  people: People;
  /** What the page says of texts of others, the description first, then the newest posts. */
  said: EvidenceRow[];
  /** Outside posts by any rule, however old. */
  outside: Set<string>;
  /** Names in own posts of which a series may tell more. */
  framed: Framed<{ post: Post; quote: string; name: string }>[];
  old: number;
  undated: number;
  ads: number;
  jokes: boolean;
  /** It is of goods and their prices. */
  selling: boolean;
  /** It is of a trade in which people are named that write nothing for it. */
  ofTrade: boolean;
  /** It is of talks with people. */
  ofTalks: boolean;
  /** How many there are in all texts; counted only where no rules know the language. */
  words: number | null;
}

export function judgeResource(about: Described, posts: readonly Post[] | null, now: number): Opinion {
  const shown = posts ?? [];
  const texts = shown.map(({ text }) => text.slice(0, longestPost));
  const all = [about.title ?? '', about.description ?? '', ...texts].join('\n');
  const lexicon = lexiconFor(all);
  const brand = brandOf(about);
  const rules: NameRules = {
    taken: new Set([...brand.words, ...brand.joined]),
    small: smallWords(all),
    smallNouns: lexicon?.capitalNouns !== true,
  };
  const people = new People();
  const state: Case = {
    about,
    now,
    lexicon,
    brand,
    rules,
    people,
    said: [],
    outside: new Set(),
    framed: [],
    old: 0,
    undated: 0,
    ads: 0,
    jokes: false,
    selling: false,
    ofTrade: false,
    ofTalks: false,
    words: lexicon ? null : (all.match(/\p{L}+/gu)?.length ?? 0),
  };
  readDescription(state);
  for (const post of shown) readPost(state, post);
  for (const { parts, where } of seriesIn(state.framed)) {
    const who = { id: '', parts: [...parts], sure: true };
    add(state, where.post, who, 'signature', 'guest_posts', where.quote, where.name);
  }
  return conclude(state, posts);
}

/** Meanings of what a page says that lives of what people write or tell. */
const ofWriting: readonly WordClass[] = ['piece', 'author', 'interview', 'talk', 'episode', 'guest', 'venue', 'press'];

/** "Bookshop", "council", and not "news" or "weekly", which a company may be called, too. */
const isOfTrade = (token: Pick<Token, 'classes'>): boolean =>
  has([token], 'goods', 'event', 'win', 'company', 'customer', 'errand', 'hire', 'life') &&
  !has([token], 'text', 'piece', 'press', 'every');

interface Reading {
  tokens: Token[];
  sentences: Sentence[];
}

function read(text: string, { lexicon }: Case): Reading {
  const bounded = text.slice(0, longestPost);
  const tokens = tokensOf(bounded, lexicon ?? emptyLexicon);
  return { tokens, sentences: sentencesOf(tokens, bounded) };
}

function readDescription(state: Case): void {
  const { about, rules, people } = state;
  const title = read(about.title ?? '', state);
  const description = readWithoutName(state, title.tokens);
  const tokens = [...title.tokens, ...description.tokens];
  state.jokes = has(tokens, 'meme');
  state.selling = has(tokens, 'goods') && !has(tokens, 'piece', 'author', 'interview', 'episode');
  // The words of one phrase are one.
  const trades = tokens.filter((token, at) => isOfTrade(token) && !isOfTrade(tokens[at - 1] ?? noToken)).length;
  state.ofTrade =
    (trades > 1 || title.tokens.some((token) => isOfTrade(token) && has([token], 'company', 'event'))) &&
    !has(tokens, ...ofWriting);
  state.ofTalks = !state.ofTrade && has(tokens, 'interview', 'talk', 'guest');
  for (const { sentences } of [title, description]) {
    for (const segment of sentences.flatMap(({ segments }) => segments)) {
      if (has(segment.tokens, 'guest')) continue;
      for (const { parts } of namesIn(segment.tokens, rules)) people.ofTheHouse(parts);
    }
    say(state, sentences, about.url, null);
  }
}

/** The description; the page's own name in it means nothing, whatever its words do. */
function readWithoutName(state: Case, title: readonly Token[]): Reading {
  const reading = read(state.about.description ?? '', state);
  const { tokens } = reading;
  if (title.length < shortestName || title.length > longestName) return reading;
  for (const at of tokens.keys()) {
    if (!title.every(({ word }, k) => tokens[at + k]?.word === word)) continue;
    for (const token of tokens.slice(at, at + title.length)) token.classes = nothing;
  }
  return reading;
}

const nothing: Token['classes'] = new Set();
const noToken: Pick<Token, 'classes'> = { classes: nothing };
/** Words of a name from which on it is not taken for what its only word means. */
const shortestName = 2;
const longestName = 12;

/** @param at null where it holds today: in a description, or in a post that is pinned */
function say(state: Case, sentences: Sentence[], url: string, at: string | null): void {
  for (const { rule, quote } of stancesIn(sentences, at === null, state.ofTrade)) {
    if (rule === 'sells_places' && at !== null) continue;
    state.said.push({ rule, class: classOf[rule], url, at, quote: shorten(quote), author: '' });
  }
}

const classOf = {
  asks_for_texts: 'suggest_box',
  open_to_all: 'open_wall',
  changing_hosts: 'guest_posts',
  refuses_texts: 'own_only',
  sells_places: 'paid_only',
} as const satisfies Record<StanceRule, EvidenceRow['class']>;

function readPost(state: Case, post: Post): void {
  const reading = read(post.text, state);
  const isOwn = post.kind === 'own';
  if (post.ad || has(reading.tokens, 'marked')) {
    if (!isOwn || post.ad) state.ads += 2;
    else state.ads++;
  } else if (isOwn) readOwn(state, post, reading);
  else readOthers(state, post, reading.tokens);
}

function readOwn(state: Case, post: Post, { tokens, sentences }: Reading): void {
  const { mentions, unplaced, house } = readMentions(sentences, tokens, state.rules, {
    guestTag: hashtagSaysGuest(tokens),
    selling: state.selling,
    ofTrade: state.ofTrade,
    ofTalks: state.ofTalks,
    brand: state.brand.words,
  });
  for (const { parts } of house) state.people.ofTheHouse(parts);
  for (const { named, quote, framed } of [...mentions, ...unplaced]) {
    if (named && framed)
      state.framed.push({ ...framed, parts: named.parts, post: post.url, where: { post, quote, name: named.name } });
  }
  for (const { named, rule, sure, quote } of mentions) {
    const ofTalk = rule === 'interview' || rule === 'episode';
    add(
      state,
      post,
      { id: named ? '' : post.url, parts: named?.parts ?? [], sure },
      rule,
      ofTalk ? 'interviews' : 'guest_posts',
      quote,
      named?.name ?? '',
    );
  }
  if (post.pinned) say(state, sentences, post.url, null);
  else if (ageOf(post, state) <= maxAgeMs) say(state, sentences, post.url, post.at);
}

function readOthers(state: Case, post: Post, tokens: Token[]): void {
  const { brand, lexicon, about } = state;
  const theirs = post.kind === 'quote' && post.quoted ? post.quoted : post.text;
  const quoted = post.quoted ? tokensOf(post.quoted.slice(0, longestPost), lexicon ?? emptyLexicon) : [];
  const name = post.by?.name ?? '';
  const account = { name, handle: post.by?.handle ?? '', bio: post.by?.bio ?? '' };
  if (post.place === 'collection' || !isForOthers([...tokens, ...quoted])) return;
  const parts = partsOf(account);
  if (isSister(brand, account) || state.people.isOfTheHouse(parts)) return;
  const toldOf = post.place === undefined && !about.open && namesBrand(brand, `${post.text} ${post.quoted ?? ''}`);
  if (toldOf && !isFor(theirs === post.quoted ? quoted : tokens)) return;
  const rule = ruleOf(post, about);
  if (rule === 'repeated' && (state.jokes || isShort(theirs, lexicon))) return;
  const kind = classOfOthers[rule];
  add(
    state,
    post,
    { id: post.author, parts, sure: true },
    rule,
    kind,
    theirs,
    name || (post.by?.handle ?? post.author),
  );
}

/** The name of an account; its handle where the network says no more, as X does. */
function partsOf({ name, handle }: { name: string; handle: string }): string[] {
  const parts = fold(name).split(/\s+/).filter(Boolean);
  const [user = ''] = fold(handle).split(/[@.]/);
  return parts.length > 0 || user === '' ? parts : [user];
}

/** How a page shows what is not its own alone. */
function ruleOf({ place }: Post, { open }: Described): keyof typeof classOfOthers {
  if (place === 'signed' || place === 'guest') return place;
  return place === 'wall' || open ? 'visitor' : 'repeated';
}

const classOfOthers = {
  signed: 'guest_posts',
  guest: 'interviews',
  visitor: 'open_wall',
  repeated: 'reposts',
} as const;

/** What somebody wrote for the page, and not about it. */
const isFor = (tokens: readonly Token[]): boolean =>
  has(tokens, 'piece', 'write') && has(tokens, 'we', 'our') && !has(tokens, 'press');

/** Whether a text says nothing. What is not known by any rules is not weighed. */
const isShort = (text: string, lexicon: Lexicon | null): boolean =>
  lexicon !== null &&
  text !== '' &&
  (text.match(/\p{L}+/gu)?.length ?? 0) < shortestText &&
  !has(tokensOf(text, lexicon), 'piece');

function add(
  state: Case,
  post: Post,
  who: { id: string; parts: string[]; sure: boolean },
  rule: EvidenceRule,
  kind: OutsideClass,
  quote: string,
  author: string,
): void {
  state.outside.add(post.url);
  const age = ageOf(post, state);
  if (post.at === null) state.undated++;
  else if (age > maxAgeMs) state.old++;
  else state.people.add(who, { rule, class: kind, url: post.url, at: post.at, quote: shorten(quote), author });
}

const ageOf = ({ at }: Post, { now }: Case): number => (at === null ? Infinity : now - Date.parse(at));

function conclude(state: Case, posts: readonly Post[] | null): Opinion {
  const { about, said, people } = state;
  const outsiders = people.outsiders();
  const isEnough =
    outsiders.length >= minUnsure || (outsiders.length >= minPeople && outsiders.some(({ sure }) => sure));
  // A post that refuses says less than people who are published.
  const refusal = refusalIn(said, isEnough);
  const selling = said.find(({ rule }) => rule === 'sells_places');
  const inviting = said.filter(isInviting);
  const shown = outsiders.flatMap(({ rows }) => rows.slice(0, 1));
  const classes = new Set<OutsideClass>();
  // A place that shows nothing may be closed to strangers, too.
  const isOpen = about.open && posts !== null;
  if (isOpen) classes.add('open_wall');
  // Readers' suggestions that a page asks for appear signed by them.
  const isSuggested =
    !refusal && shown.every(({ rule }) => rule === 'signed') && inviting.some(({ at }) => at === null);
  if (isSuggested) for (const each of inviting) if (isOutside(each.class)) classes.add(each.class);
  const takesSuggestions = about.suggestions === true && !selling && state.ads <= 1;
  // Networks give pages such a field unasked, so one outsider must be seen for whom it was of use.
  if (takesSuggestions && shown.some((row) => ofSuggestions.has(row.class))) classes.add('suggest_box');
  if (isEnough) for (const each of byCount(shown)) classes.add(each);
  if (!refusal) for (const each of inviting) if (isOutside(each.class)) classes.add(each.class);
  const [first] = classes;
  const nature: EvidenceRow[] = isOpen
    ? [{ rule: 'open_by_nature', class: 'open_wall', url: about.url, at: null, quote: '', author: '' }]
    : [];
  const field: EvidenceRow[] = takesSuggestions
    ? [{ rule: 'suggestions', class: 'suggest_box', url: about.url, at: null, quote: '', author: '' }]
    : [];
  const evidence = [refusal, selling].filter((row) => row !== undefined);
  evidence.push(...inviting.slice(0, 2), ...shown, ...nature, ...field, ...inviting.slice(2));
  const latest = (posts ?? []).filter(({ pinned }) => !pinned).slice(0, latestPosts);
  const opinion = {
    classes: [...classes],
    evidence: evidence.slice(0, mostEvidence),
    outside: latest.filter(({ url }) => state.outside.has(url)).length,
    latest: latest.length,
    authors: latest.length > 0 ? outsiders.length : null,
  };
  if (refusal) return { kind: 'own_only', ...opinion, lacking: first ? 'doubt' : 'refused' };
  if (first) return { kind: first, ...opinion, lacking: 'nothing' };
  if (selling || state.ads > 1) return { kind: 'paid_only', ...opinion, lacking: 'paid' };
  if (latest.length === 0 || state.undated >= minPeople || takesSuggestions)
    return { kind: 'unknown', ...opinion, lacking: 'posts' };
  if (state.words !== null && state.words >= fewestWords) return { kind: 'unknown', ...opinion, lacking: 'language' };
  const isOld = outsiders.length === 0 && state.old >= minPeople;
  return { kind: 'own_only', ...opinion, lacking: isOld ? 'recency' : 'authors' };
}

const isOutside = (kind: ThirdPartyKind): kind is OutsideClass => outsideClasses.some((each) => each === kind);

/** How a text appears that was proposed: signed, or under its author's own name. */
const ofSuggestions: ReadonlySet<ThirdPartyKind> = new Set(['guest_posts', 'open_wall']);

const isInviting = ({ rule }: EvidenceRow): boolean =>
  rule === 'asks_for_texts' || rule === 'open_to_all' || rule === 'changing_hosts';

/** A refusal wins in the description; in posts only where nothing newer invites. */
function refusalIn(said: readonly EvidenceRow[], isShown: boolean): EvidenceRow | undefined {
  const refusal = said.find(({ rule }) => rule === 'refuses_texts');
  if (!refusal || refusal.at === null) return refusal;
  if (isShown) return undefined;
  const since = refusal.at;
  return said.some((row) => isInviting(row) && row.at !== null && row.at > since) ? undefined : refusal;
}

function byCount(rows: readonly EvidenceRow[]): OutsideClass[] {
  const kinds = (['guest_posts', 'interviews', 'open_wall', 'reposts'] as const).map((kind) => ({
    kind,
    count: rows.filter((row) => row.class === kind).length,
  }));
  return kinds
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ kind }) => kind);
}

const shorten = (text: string): string =>
  text.length <= longestQuote ? text : `${text.slice(0, longestQuote).trimEnd()}…`;

/** Words that are written small somewhere. */
function smallWords(text: string): Set<string> {
  const words = text.matchAll(/(?<![\p{L}\p{M}\p{N}@#/._-])\p{Ll}[\p{L}\p{M}'’]*/gu);
  return new Set([...words].map(([word]) => fold(word)));
}
