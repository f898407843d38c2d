import { lexiconFor } from './detect.ts';
import { fold } from './fold.ts';
import { hashtagSaysGuest } from './hashtags.ts';
import type { Lexicon } from './lexicon.ts';
import { type NameRules, isHandleOf, isSamePerson, namesIn } from './names.ts';
import { type Brand, brandOf, isErrandOfOthers, isSister, namesBrand } from './outsiders.ts';
import { type PersonRule, readPeople } from './people.ts';
import { type StanceRule, stancesIn } from './stance.ts';
import { type Sentence, type Token, has, sentencesOf, tokensOf } from './tokens.ts';

export interface JudgedPost {
  url: string;
  /** ISO 8601, UTC. */
  at: string | null;
  kind: 'own' | 'repost' | 'quote';
  /** Stable id of who wrote it, or of who is quoted. */
  author: string;
  name: string;
  handle: string;
  bio: string;
  text: string;
  /** What is quoted. */
  quoted: string;
  /** The network marks it as an advertisement. */
  ad: boolean;
  /** It lies in a collection of videos of others. */
  collected: boolean;
}

/** What is known of a resource. */
export interface Judged {
  title: string | null;
  handle: string;
  url: string;
  description: string;
  /** Whoever comes may post. */
  open: boolean;
  /** Newest first; null where they are not shown. */
  posts: readonly JudgedPost[] | null;
}

export type OutsideClass = 'guest_posts' | 'suggest_box' | 'interviews' | 'open_wall' | 'reposts';
export type RuleName = PersonRule | StanceRule | 'repeated' | 'open_by_nature';

export interface Found {
  rule: RuleName;
  class: OutsideClass | 'paid_only' | 'own_only';
  url: string;
  at: string | null;
  quote: string;
  author: string;
}

export type Lack =
  | 'nothing'
  | 'posts'
  | 'language'
  | 'authors'
  | 'recency'
  | 'refused'
  | 'paid'
  | 'doubt';

export interface Opinion {
  class: OutsideClass | 'paid_only' | 'own_only' | 'unknown';
  /** Every class that has evidence of its own. */
  classes: OutsideClass[];
  /** What keeps it from being a place for outsiders, if anything does. */
  lacking: Lack;
  evidence: Found[];
  /** Outside posts among those read. */
  outside: number;
  read: number;
  /** Distinct outside people. */
  authors: number;
}

const dayMs = 86_400_000;
/** Days after which the newest outside post no longer says anything about today. */
export const maxAgeDays = 180;
/** Distinct people that it takes; one may be a colleague or an accident. */
const minPeople = 2;
/** People that it takes where only the place of their names tells that they are authors. */
const minUnsure = 3;
const mostEvidence = 5;
const longestText = 2000;
const longestQuote = 240;

interface Outsider {
  id: string;
  parts: string[];
  sure: boolean;
  class: 'guest_posts' | 'interviews' | 'reposts';
  found: Found[];
}

interface Reading {
  tokens: Token[];
  sentences: Sentence[];
}

export function judgeResource(judged: Judged, now: number): Opinion {
  const posts = judged.posts ?? [];
  const all = [judged.title ?? '', judged.description, ...posts.map(({ text }) => text.slice(0, longestText))].join('\n');
  const lexicon = lexiconFor(all);
  return new Judging(judged, lexicon, all, now).opinion();
}

const empty: Lexicon = { classesOf: () => new Set(), phrasesFrom: () => [], isListed: () => false, capitalNouns: false };

class Judging {
  private readonly lexicon: Lexicon;
  private readonly brand: Brand;
  private readonly rules: NameRules;
  private readonly outsiders: Outsider[] = [];
  private readonly staff: string[][] = [];
  private readonly said: Found[] = [];
  private readonly outsidePosts = new Set<string>();
  private old = 0;
  private ads = 0;

  constructor(
    private readonly judged: Judged,
    private readonly known: Lexicon | null,
    all: string,
    private readonly now: number,
  ) {
    this.lexicon = known ?? empty;
    this.brand = brandOf(judged);
    this.rules = { taken: new Set([...this.brand.words, ...this.brand.joined]), small: smallWords(all), smallNouns: !this.lexicon.capitalNouns };
  }

  opinion(): Opinion {
    this.readDescription();
    for (const post of this.judged.posts ?? []) this.readPost(post);
    return this.conclude();
  }

  private read(text: string): Reading {
    const bounded = text.slice(0, longestText);
    const tokens = tokensOf(bounded, this.lexicon);
    return { tokens, sentences: sentencesOf(tokens, bounded) };
  }

  private readDescription(): void {
    const { description, url } = this.judged;
    const { sentences } = this.read(description);
    for (const { segments } of sentences) {
      for (const { tokens } of segments) {
        if (has(tokens, 'guest')) continue;
        for (const { parts } of namesIn(tokens, this.rules)) this.staff.push(parts);
      }
    }
    for (const { rule, quote } of stancesIn(sentences)) this.say(rule, quote, url, null);
  }

  private say(rule: StanceRule, quote: string, url: string, at: string | null): void {
    this.said.push({ rule, class: classOfStance(rule), url, at, quote: shorten(quote), author: '' });
  }

  private readPost(post: JudgedPost): void {
    const { tokens, sentences } = this.read(post.text);
    if (post.ad || has(tokens, 'marked')) {
      this.ads++;
      return;
    }
    if (post.kind === 'own') this.readOwn(post, tokens, sentences);
    else this.readOthers(post, tokens);
  }

  private readOwn(post: JudgedPost, tokens: Token[], sentences: Sentence[]): void {
    const { mentions, staff } = readPeople(sentences, tokens, this.rules, hashtagSaysGuest(tokens));
    for (const { parts } of staff) this.staff.push(parts);
    for (const { named, rule, sure, quote } of mentions) {
      const cls = rule === 'interview' || rule === 'episode' ? 'interviews' : 'guest_posts';
      const found: Found = { rule, class: cls, url: post.url, at: post.at, quote: shorten(quote), author: named?.name ?? '' };
      this.add(named?.parts ?? [], named === null ? post.url : '', sure, found);
    }
    if (this.isRecent(post.at)) for (const { rule, quote } of stancesIn(sentences)) {
      if (rule !== 'sells_places') this.say(rule, quote, post.url, post.at);
    }
  }

  private readOthers(post: JudgedPost, tokens: Token[]): void {
    const quoted = post.quoted === '' ? [] : tokensOf(post.quoted.slice(0, longestText), this.lexicon);
    const theirs = post.kind === 'quote' && post.quoted !== '' ? quoted : tokens;
    if (post.collected || isErrandOfOthers(tokens) || isErrandOfOthers(quoted)) return;
    if (isSister(this.brand, post) || this.isAboutUs(post, theirs)) return;
    const shown = post.kind === 'quote' && post.quoted !== '' ? post.quoted : post.text;
    const found: Found = { rule: 'repeated', class: 'reposts', url: post.url, at: post.at, quote: shorten(shown), author: post.name || post.handle || post.author };
    this.add([], post.author, true, found);
  }

  /** Praise and press: what others write about the page, unless it is what they wrote for it. */
  private isAboutUs(post: JudgedPost, tokens: readonly Token[]): boolean {
    if (this.judged.open) return false;
    const text = `${post.text} ${post.quoted}`;
    return namesBrand(this.brand, text) && !has(tokens, 'byline', 'write');
  }

  private isRecent(at: string | null): boolean {
    return at !== null && this.now - Date.parse(at) <= maxAgeDays * dayMs;
  }

  private add(parts: string[], id: string, sure: boolean, found: Found): void {
    if (!this.isRecent(found.at)) {
      this.old++;
      return;
    }
    const known = this.outsiders.find((each) => (id === '' ? isSamePerson(each.parts, parts) : each.id === id));
    if (known) {
      known.found.push(found);
      known.sure ||= sure;
    } else {
      const cls = found.class === 'interviews' || found.class === 'reposts' ? found.class : 'guest_posts';
      this.outsiders.push({ id, parts, sure, class: cls, found: [found] });
    }
  }

  private conclude(): Opinion {
    const people = this.withoutStaff();
    const sure = people.filter((each) => each.sure);
    const enough = people.length >= minUnsure || (people.length >= minPeople && sure.length > 0);
    const classes: OutsideClass[] = [];
    const evidence: Found[] = [];
    const refusal = this.said.find(({ rule }) => rule === 'refuses_texts');
    const inviting = this.said.filter((each) => ['asks_for_texts', 'open_to_all', 'changing_hosts'].includes(each.rule));
    const selling = this.said.find(({ rule }) => rule === 'sells_places');
    if (this.judged.open) classes.push('open_wall');
    if (enough) {
      const count = (cls: OutsideClass): number => people.filter((each) => each.class === cls).length;
      const byCount = (['guest_posts', 'interviews', 'reposts'] as const).filter((cls) => count(cls) > 0).toSorted((a, b) => count(b) - count(a));
      classes.push(...byCount);
      evidence.push(...people.flatMap(({ found }) => found.slice(0, 1)));
    }
    if (!refusal) for (const each of inviting) if (each.class !== 'own_only' && each.class !== 'paid_only' && !classes.includes(each.class)) classes.push(each.class);
    for (const found of people.flatMap((each) => each.found)) this.outsidePosts.add(found.url);
    const counted = { outside: this.outsidePosts.size, read: this.judged.posts?.length ?? 0, authors: people.length };
    const rows = [...(refusal ? [refusal] : []), ...(selling ? [selling] : []), ...inviting, ...evidence].slice(0, mostEvidence);
    const [first] = classes;
    if (refusal) return { class: 'own_only', classes: enough ? classes : [], lacking: enough ? 'doubt' : 'refused', evidence: rows, ...counted };
    if (first) return { class: first, classes, lacking: 'nothing', evidence: rows, ...counted };
    if (selling || this.ads > 0) return { class: 'paid_only', classes, lacking: 'paid', evidence: rows, ...counted };
    if (counted.read === 0) return { class: 'unknown', classes, lacking: 'posts', evidence: rows, ...counted };
    if (!this.known) return { class: 'unknown', classes, lacking: 'language', evidence: rows, ...counted };
    const lacking = people.length === 0 && this.old >= minPeople ? 'recency' : 'authors';
    return { class: 'own_only', classes, lacking, evidence: people.flatMap(({ found }) => found.slice(0, 1)).slice(0, mostEvidence), ...counted };
  }

  private withoutStaff(): Outsider[] {
    const outside = this.outsiders.filter(({ parts, id }) => id !== '' || !this.staff.some((each) => isSamePerson(each, parts) || isHandleOf(parts[0] ?? '', each)));
    const signed = outside.filter((each) => each.class === 'guest_posts' && each.found.every(({ rule }) => rule === 'byline' || rule === 'signature'));
    const pieces = signed.reduce((sum, each) => sum + each.found.length, 0);
    const isHouse = signed.length > 0 && signed.length <= 3 && pieces >= 4 * signed.length;
    return isHouse ? outside.filter((each) => !signed.includes(each)) : outside;
  }
}

const classOfStance = (rule: StanceRule): Found['class'] =>
  ({ asks_for_texts: 'suggest_box', open_to_all: 'open_wall', changing_hosts: 'guest_posts', refuses_texts: 'own_only', sells_places: 'paid_only' } as const)[rule];

const shorten = (text: string): string => (text.length <= longestQuote ? text : `${text.slice(0, longestQuote).trimEnd()}…`);

/** Words that are written small somewhere. */
function smallWords(text: string): Set<string> {
  const small = new Set<string>();
  for (const [word] of text.matchAll(/(?<![\p{L}\p{M}\p{N}@#/._-])\p{Ll}[\p{L}\p{M}'’]*/gu)) small.add(fold(word));
  return small;
}
