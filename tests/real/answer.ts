import type { Account, Row, Seed } from './bluesky-seed.ts';

// What the tables must say, computed from the seed alone: nothing here comes from the program under test.

/** What the server gave the seed's accounts and posts. */
export interface Names {
  accounts: Record<string, { did: string; handle: string }>;
  /** Post id -> at:// address. */
  posts: Record<string, string>;
}

export type Cells = Record<string, string>;

export interface Answer {
  resources: Cells[];
  candidates: Cells[];
  coverage: Cells[];
  /** Lines of the client list, the heading being the first, whose profile is not there. */
  notFound: string[];
  /** The least number of requests that brings all of it. */
  requests: number;
}

const accountsOfBluesky = 42_000_000;
/** How much more clients follow than an average account, where no large pages tell it. */
const assumedActivity = 4;
const lastPosts = 50;
/** The latest of them, which the share of outside posts is taken of. */
const sharePosts = 20;
const outsideAuthors = 2;
const outsideDays = 180;
const day = 24 * 60 * 60 * 1000;

/**
 * @param floor fewest subscribers
 * @param today instant of the run, milliseconds since the epoch
 */
export function answerOf(seed: Seed, rows: Row[], names: Names, floor: number, today: number): Answer {
  const network = networkOf(seed, names);
  const customers = customersOf(rows, network);
  const readable = customers.filter((customer) => customer.lists.length > 0);

  const followed = new Map<string, number[]>();
  for (const [number, { lists }] of readable.entries()) {
    for (const key of new Set(lists.flat())) followed.set(key, [...(followed.get(key) ?? []), number]);
  }

  const judged = [...followed].map(([key, sharers]) => {
    const subscribers = network.subscribers(key);
    const feed = subscribers < floor ? null : network.feed(key);
    return { key, sharers, subscribers, ...finding(feed, today), ...verdictOf(subscribers, floor, feed, today) };
  });
  const order = (a: (typeof judged)[number], b: (typeof judged)[number]): number =>
    b.sharers.length - a.sharers.length || (network.id(a.key) < network.id(b.key) ? -1 : 1);
  const lift = ({ sharers, subscribers }: (typeof judged)[number]): number =>
    Math.round(((sharers.length + 1) / ((readable.length * subscribers) / accountsOfBluesky + 1)) * 10) / 10;
  const kept = judged
    .filter(({ verdict }) => verdict === 'keep')
    .toSorted(
      (a, b) =>
        b.sharers.length - a.sharers.length || lift(b) - lift(a) || b.subscribers - a.subscribers || order(a, b),
    );
  const rest = judged.filter(({ verdict }) => verdict !== 'keep').toSorted(order);

  const leading = (each: (typeof judged)[number]): Cells => {
    const [low, high] = wilson(each.sharers.length, readable.length);
    const rank = kept.indexOf(each) + 1;
    return {
      rank: rank > 0 ? String(rank) : '',
      title: network.title(each.key),
      network: 'bluesky',
      resource: network.name(each.key),
      url: `https://bsky.app/profile/${network.name(each.key)}`,
      customers: String(each.sharers.length),
      customers_readable: String(readable.length),
      share: printed(each.sharers.length / readable.length, 4),
      share_low: printed(low, 4),
      share_high: printed(high, 4),
      subscribers: String(each.subscribers),
      third_party: each.kind,
      third_party_share: each.outsideShare === null ? '' : printed(each.outsideShare, 4),
      third_party_authors: each.authors?.toString() ?? '',
      evidence_url: each.evidence?.url ?? '',
      evidence_date: each.evidence?.at.slice(0, 10) ?? '',
    };
  };
  const retrieved = new Date(today).toISOString().slice(0, 10);
  const covered = new Set<number>();

  return {
    resources: kept.map((each) => {
      const before = covered.size;
      for (const sharer of each.sharers) covered.add(sharer);
      const expected = (readable.length * each.subscribers * assumedActivity) / accountsOfBluesky;
      return {
        ...leading(each),
        relevance: '',
        matched_terms: '',
        expected_by_chance: printed(expected, 4),
        // Of so small pages hardly anybody is expected.
        lift: '',
        mass_page: 'false',
        new_customers: String(covered.size - before),
        reach: printed(covered.size / readable.length, 4),
        last_post: network.feed(each.key)[0]?.at.slice(0, 10) ?? '',
        contact: '',
        rank_change: '',
        retrieved_at: retrieved,
        resource_id: network.id(each.key),
        age_days: '0',
        sensitive: '',
        block: 'main',
        strength: strengthOf(each.sharers.length),
      };
    }),
    candidates: [...kept, ...rest].map((each) => ({
      ...leading(each),
      verdict: each.verdict,
      reason: each.reason,
      note: '',
      retrieved_at: retrieved,
      resource_id: network.id(each.key),
      age_days: '0',
      relevance: '',
      matched_terms: '',
      sensitive: '',
    })),
    coverage: [coverageOf(rows, network)],
    notFound: rows.flatMap((row, index) => (statusOf(row, network) === 'not_found' ? [String(index + 2)] : [])),
    requests:
      Math.ceil(namesIn(rows).size / 25) +
      readableIn(rows, network).reduce((sum, key) => sum + network.pages(key), 0) +
      Math.ceil(judged.length / 25) +
      judged.filter(({ subscribers }) => subscribers >= floor).length,
  };
}

/** A number as the tables have it: three digits of one that is small, else so many decimals. */
const printed = (value: number, decimals: number): string =>
  value.toFixed(value > 0 && value < 10 ** (1 - decimals) ? 2 - Math.floor(Math.log10(value)) : decimals);

/** On pages as small as those of the seed two clients are more than chance. */
const strengthOf = (sharers: number): string => (sharers >= 3 ? 'strong' : sharers === 2 ? 'likely' : 'anecdote');

// ------------------------------------------------------------------ the network

interface Shown {
  at: string;
  url: string;
  /** Who wrote it, or who is quoted, where that is another account. */
  outsider: string | null;
}

interface Network {
  id(key: string): string;
  /** The handle, or the DID where the handle does not resolve. */
  name(key: string): string;
  /** What it calls itself; empty where it does not. */
  title(key: string): string;
  /** Follows as a reader without a login sees them; null where the account is gone. */
  list(key: string): string[] | null;
  /** Pages of 100 follows; on the pages, but not shown, are accounts that are gone and yet not deleted. */
  pages(key: string): number;
  isPrivate(key: string): boolean;
  /** Every follow that was ever written counts, also one by an account that is gone. */
  subscribers(key: string): number;
  /** The latest posts without replies, newest first. */
  feed(key: string): Shown[];
}

function networkOf(seed: Seed, names: Names): Network {
  const accounts = new Map(seed.accounts.map((account): [string, Account] => [account.key, account]));
  const follows = new Map(seed.follows.map(({ from, to }): [string, string[]] => [from, to]));
  const posts = new Map(seed.posts.map((post) => [post.id, post]));
  const exists = (key: string): boolean => {
    const account = accounts.get(key);
    return account !== undefined && !['deactivated', 'takendown', 'deleted'].includes(account.state ?? '');
  };
  const isBlocked = (one: string, other: string): boolean =>
    seed.blocks.some(({ from, to }) => (from === one && to === other) || (from === other && to === one));
  const id = (key: string): string => names.accounts[key]?.did ?? '';
  const name = (key: string): string =>
    accounts.get(key)?.state === 'invalid-handle' ? id(key) : (names.accounts[key]?.handle ?? '');
  const address = (post: string, writer: string): string =>
    `https://bsky.app/profile/${name(writer)}/post/${names.posts[post]?.split('/').at(-1) ?? ''}`;
  const writerOf = (post: string | undefined): string => posts.get(post ?? '')?.by ?? '';

  return {
    id,
    name,
    title: (key) => accounts.get(key)?.displayName ?? '',
    list: (key) =>
      exists(key) ? (follows.get(key) ?? []).filter((other) => exists(other) && !isBlocked(key, other)) : null,
    pages: (key) => {
      const stored = (follows.get(key) ?? []).filter((other) => accounts.get(other)?.state !== 'deleted').length;
      return Math.max(1, Math.ceil(stored / 100));
    },
    isPrivate: (key) => accounts.get(key)?.labels?.includes('!no-unauthenticated') ?? false,
    subscribers: (key) => seed.follows.filter(({ to }) => to.includes(key)).length,
    feed: (key) => {
      const written = seed.posts
        .filter(({ by, reply }) => by === key && reply === undefined)
        .map((post): Shown => {
          const quoted = writerOf(post.quote);
          return {
            at: post.at,
            url: address(post.id, key),
            outsider: exists(quoted) && quoted !== key ? quoted : null,
          };
        });
      const repeated = seed.reposts
        .filter(({ by, of }) => by === key && exists(writerOf(of)))
        .map(({ of, at }): Shown => {
          const writer = writerOf(of);
          return { at, url: address(of, writer), outsider: writer === key ? null : writer };
        });
      return [...written, ...repeated].toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, lastPosts);
    },
  };
}

// ------------------------------------------------------------------ the customers

/** Rows with one name are one customer, and so are customers that share an account whose list can be read. */
function customersOf(rows: Row[], network: Network): { lists: string[][] }[] {
  const groups: { names: Set<string>; accounts: Set<string> }[] = [];
  for (const { customer, account, spelled } of rows) {
    const own = { names: new Set([customer]), accounts: new Set<string>() };
    if (statusOf({ account, spelled }, network) === 'read') own.accounts.add(account);
    const same = groups.filter(
      ({ names, accounts }) => names.has(customer) || [...own.accounts].some((key) => accounts.has(key)),
    );
    for (const group of same) {
      for (const each of group.names) own.names.add(each);
      for (const each of group.accounts) own.accounts.add(each);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(own);
  }
  return groups.map(({ accounts }) => ({ lists: [...accounts].map((key) => network.list(key) ?? []) }));
}

type Status = 'read' | 'hidden' | 'not_found';

function statusOf({ account, spelled }: Pick<Row, 'account' | 'spelled'>, network: Network): Status {
  if (spelled === 'old handle' || network.list(account) === null) return 'not_found';
  return network.isPrivate(account) ? 'hidden' : 'read';
}

const readableIn = (rows: Row[], network: Network): string[] => [
  ...new Set(rows.filter((row) => statusOf(row, network) === 'read').map(({ account }) => account)),
];

/** An account that is written as a handle and as an id is asked for under both names. */
const namesIn = (rows: Row[]): Set<string> =>
  new Set(rows.map(({ account, spelled }) => `${account} ${/did|at-uri/.test(spelled)}`));

function coverageOf(rows: Row[], network: Network): Cells {
  const profiles = new Map(rows.map((row): [string, Status] => [row.account, statusOf(row, network)]));
  const having = (status: Status): string => String([...profiles.values()].filter((each) => each === status).length);
  return {
    network: 'bluesky',
    profiles: String(profiles.size),
    read: having('read'),
    imported: '0',
    hidden: having('hidden'),
    not_found: having('not_found'),
    needs_login: '0',
    truncated: '0',
    not_reached: '0',
    excluded: '0',
    not_asked: '0',
    kept: '0',
    age_days: having('read') === '0' ? '' : '0',
  };
}

// ------------------------------------------------------------------ the rules

interface Finding {
  kind: 'reposts' | 'own_only' | 'unknown';
  outsideShare: number | null;
  authors: number | null;
  evidence: Shown | null;
}

function finding(feed: Shown[] | null, today: number): Finding {
  if (!feed || feed.length === 0) return { kind: 'unknown', outsideShare: null, authors: null, evidence: null };
  const recent = feed.filter((post) => post.outsider !== null && !isOld(post, today));
  const authors = new Set(recent.map(({ outsider }) => outsider)).size;
  const latest = feed.slice(0, sharePosts);
  return {
    kind: authors >= outsideAuthors ? 'reposts' : 'own_only',
    outsideShare: latest.filter(({ outsider }) => outsider !== null).length / latest.length,
    authors,
    evidence: recent[0] ?? null,
  };
}

function verdictOf(
  subscribers: number,
  floor: number,
  feed: Shown[] | null,
  today: number,
): { verdict: 'keep' | 'drop' | 'review'; reason: string } {
  if (subscribers < floor) return { verdict: 'drop', reason: 'below_floor' };
  const { kind, authors } = finding(feed, today);
  if (kind === 'unknown') return { verdict: 'review', reason: 'third_party_unknown' };
  if (kind === 'reposts') return { verdict: 'keep', reason: 'third_party_evidence' };
  if (authors !== 0) return { verdict: 'drop', reason: 'too_few_outside_authors' };
  const old = (feed ?? []).filter(({ outsider }) => outsider !== null).length;
  return { verdict: 'drop', reason: old < outsideAuthors ? 'own_posts_only' : 'outside_posts_too_old' };
}

const isOld = ({ at }: Shown, today: number): boolean => today - Date.parse(at) > outsideDays * day;

/** Wilson's interval, 95 %: the shares that lie no more than z standard errors of their own away from the observed one. */
function wilson(k: number, n: number): [low: number, high: number] {
  const observed = k / n;
  const isInside = (share: number): boolean =>
    Math.abs(observed - share) <= 1.959963984540054 * Math.sqrt((share * (1 - share)) / n);
  const edge = (outside: number): number => {
    let [inner, outer] = [observed, outside];
    for (let step = 0; step < 60; step += 1) {
      const middle = (inner + outer) / 2;
      if (isInside(middle)) inner = middle;
      else outer = middle;
    }
    return inner;
  };
  return [edge(0), edge(1)];
}
