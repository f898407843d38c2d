import { publicationRecords } from './bluesky-publications.ts';

/** What the real Bluesky stack is filled with. Keys are names of accounts, ids are names of posts. */
export interface Seed {
  accounts: Account[];
  /** Each list from its oldest follow to its newest. */
  follows: { from: string; to: string[] }[];
  /** ISO 8601 instant of the oldest follow. */
  followsSince: string;
  posts: SeedPost[];
  reposts: { by: string; of: string; at: string }[];
  blocks: { from: string; to: string }[];
  /** Records of other programs, which the server keeps as they are. */
  records: SeedRecord[];
}

/** In its texts `{{did:<key>}}` stands for the DID of an account. */
export interface SeedRecord {
  by: string;
  collection: string;
  key?: string;
  value: unknown;
}

export interface Account {
  /** Also the handle: `a-<key>.test`. */
  key: string;
  displayName?: string;
  description?: string;
  labels?: string[];
  /** A handle of a domain of one's own, which resolves. */
  customHandle?: string;
  /** What happens to the account after everything was written; active where absent. */
  state?: 'deactivated' | 'takendown' | 'deleted' | 'invalid-handle';
}

interface SeedPost {
  id: string;
  by: string;
  text: string;
  /** ISO 8601 instant. */
  at: string;
  quote?: string;
  reply?: string;
  link?: string;
}

/** One row of the client list: who, and the account as it is spelled there. `none` is an account nobody has. */
export interface Row {
  customer: string;
  account: string;
  spelled: Spelling;
}

export type Spelling = 'handle' | '@handle' | 'HANDLE' | 'url' | 'url of did' | 'did' | 'at-uri' | 'old handle';

export const floor = 20;

const day = 24 * 60 * 60 * 1000;

/**
 * Customers and resources in every state that the network knows, so that each rule decides somewhere.
 * @param today milliseconds since the epoch; posts are dated back from here
 */
export function seedOf(today: number): { seed: Seed; rows: Row[] } {
  const at = (daysAgo: number, minutes = 0): string => new Date(today - daysAgo * day + minutes * 60_000).toISOString();

  const readers = numbered('reader', 75);
  const authors = numbered('author', 4);
  const clients = numbered('client', 16);
  const resources: Record<string, Resource> = {
    // Publish outside authors.
    magazine: {
      clients: [0, 14],
      subscribers: 70,
      account: { displayName: 'Magazine', description: 'News and opinions' },
    },
    digest: { clients: [0, 12], subscribers: 52 },
    mixed: { clients: [2, 12], subscribers: 46 },
    'with-media': { clients: [3, 9], subscribers: 41 },
    'no-longer-new': { clients: [4, 9], subscribers: 36 },
    // Do not, or not enough.
    'one-author': { clients: [0, 11], subscribers: 43 },
    'own-posts': { clients: [1, 13], subscribers: 65 },
    'repeats-itself': { clients: [5, 6], subscribers: 38 },
    silent: { clients: [0, 10], subscribers: 42 },
    'only-replies': { clients: [6, 5], subscribers: 37 },
    'long-ago': { clients: [2, 8], subscribers: 40 },
    'too-deep': { clients: [3, 7], subscribers: 39 },
    'one-deep': { clients: [5, 7], subscribers: 39 },
    'of-the-gone': { clients: [7, 6], subscribers: 38 },
    // At the floor. Accounts that are gone still count as subscribers.
    'at-the-floor': { clients: [4, 5], subscribers: floor },
    'below-the-floor': { clients: [4, 5], subscribers: floor - 1 },
    'far-below': { clients: [0, 15], subscribers: 17 },
    'by-the-gone': { clients: [8, 4], subscribers: floor, goneClients: true },
    // Ties: same customers, then same subscribers.
    'tie-more': { clients: [9, 5], subscribers: 38 },
    'tie-less': { clients: [9, 5], subscribers: 37 },
    'tie-equal': { clients: [9, 5], subscribers: 37 },
    // In every state.
    deactivated: { clients: [0, 16], subscribers: 60, account: { state: 'deactivated' } },
    takendown: { clients: [0, 16], subscribers: 60, account: { state: 'takendown' } },
    deleted: { clients: [0, 16], subscribers: 60, account: { state: 'deleted' } },
    'broken-one': {
      clients: [10, 5],
      subscribers: 38,
      account: { state: 'invalid-handle', displayName: 'Broken name' },
    },
    'broken-two': { clients: [11, 4], subscribers: 34, account: { state: 'invalid-handle' } },
    'own-domain': { clients: [6, 7], subscribers: 39, account: { customHandle: 'news.example.com' } },
    'not-for-guests': { clients: [12, 4], subscribers: 33, account: { labels: ['!no-unauthenticated'] } },
    blocker: { clients: [0, 8], subscribers: 40 },
    blocked: { clients: [0, 8], subscribers: 40 },
    // Known to hardly anybody.
    'niche-one': { clients: [13, 1], subscribers: 43 },
    'niche-two': { clients: [14, 1], subscribers: 37 },
    'niche-own': { clients: [15, 1], subscribers: 36 },
  };
  const keys = Object.keys(resources);

  const others =
    'gone-off gone-down gone-away renamed-away renamed-known own-name private follows-none reads-all reads-100 shared office home home-closed';
  const states: Record<string, Partial<Account>> = {
    'gone-off': { state: 'deactivated' },
    'gone-down': { state: 'takendown' },
    'gone-away': { state: 'deleted' },
    'renamed-away': { state: 'invalid-handle' },
    'renamed-known': { state: 'invalid-handle' },
    'own-name': { customHandle: 'anna.example.com' },
    private: { labels: ['!no-unauthenticated'] },
    'home-closed': { state: 'deactivated' },
    'client-01': { displayName: 'Client One' },
    'author-04': { state: 'deactivated' },
  };

  const accounts: Account[] = [
    ...[...clients, ...others.split(' '), ...authors, ...readers].map((key) => ({ key, ...states[key] })),
    ...Object.entries(resources).map(([key, { account }]) => ({ key, ...account })),
  ];

  const follows = new Map(accounts.map(({ key }): [string, string[]] => [key, []]));
  const follow = (from: string, ...to: string[]): void => void follows.get(from)?.push(...to);
  for (const [key, { clients: among, goneClients }] of Object.entries(resources)) {
    const [start, length] = among;
    for (const client of around(clients, start, length)) follow(client, key);
    if (goneClients) for (const who of ['gone-off', 'gone-down', 'gone-away']) follow(who, key);
  }
  // Customers that cannot be read follow what is popular: it must count nowhere but in the number of subscribers.
  for (const who of ['gone-off', 'gone-down', 'gone-away', 'renamed-away', 'private', 'home-closed']) {
    follow(who, 'magazine', 'digest', 'niche-one');
  }
  follow('renamed-known', 'magazine', 'broken-one', 'niche-two');
  follow('own-name', 'digest', 'own-domain', 'deleted');
  follow('shared', 'magazine', 'mixed', 'niche-one');
  follow('office', 'magazine', 'digest', 'tie-less', 'tie-equal');
  follow('home', 'magazine', 'mixed', 'tie-more', 'client-01');
  follow('client-02', 'client-01', 'author-01');
  follow('client-03', 'client-01', 'author-04');
  // Longer than one page of 100, with gone accounts in the middle; and exactly one page, then an empty one: lists are
  // shown from the newest follow to the oldest.
  follow('reads-all', ...readers.slice(0, 40), ...keys, ...readers.slice(40), ...clients.slice(0, 4));
  const shown = keys.filter((key) => !['deactivated', 'takendown', 'deleted'].includes(key));
  follow('reads-100', 'deactivated', 'takendown', ...shown, ...readers.slice(0, 100 - shown.length));
  for (const [index, [key, { subscribers }]] of Object.entries(resources).entries()) {
    const already = [...follows.values()].filter((to) => to.includes(key)).length;
    for (const reader of around(readers, index * 7, subscribers - already)) follow(reader, key);
  }

  const posts: SeedPost[] = [];
  const reposts: Seed['reposts'] = [];
  const write = (by: string, count: number, daysAgo: number): void => {
    for (let index = 0; index < count; index += 1) {
      posts.push({ id: `${by}-${index}`, by, text: `Note ${index} of ${by}`, at: at(daysAgo, -index) });
    }
  };
  const quote = (by: string, of: string, daysAgo: number, link?: string): void => {
    const id = `${by}-on-${of}`;
    posts.push({ id, by, text: 'Worth reading', at: at(daysAgo), quote: of, ...(link && { link }) });
  };
  const repost = (by: string, of: string, daysAgo: number): void => void reposts.push({ by, of, at: at(daysAgo) });

  for (const author of authors) write(author, 6, 300);
  posts.push({ id: 'answer', by: 'author-03', text: 'An answer to that note', at: at(290), reply: 'author-01-0' });

  write('magazine', 5, 20);
  for (const [index, author] of authors.slice(0, 3).entries()) repost('magazine', `${author}-${index}`, 10 + index);
  repost('magazine', 'author-01-5', 15);
  write('digest', 2, 30);
  quote('digest', 'author-01-1', 3);
  quote('digest', 'author-02-1', 4);
  write('mixed', 1, 30);
  repost('mixed', 'answer', 50);
  quote('mixed', 'author-01-2', 40);
  write('with-media', 3, 8);
  quote('with-media', 'author-01-3', 7, 'https://article.example/one');
  quote('with-media', 'author-02-3', 6, 'https://article.example/two');
  repost('no-longer-new', 'author-01-0', 200);
  repost('no-longer-new', 'author-02-0', 179);

  write('one-author', 4, 20);
  for (const index of [0, 1, 2]) repost('one-author', `author-01-${index}`, 5 + index);
  write('own-posts', 8, 2);
  posts.push({ id: 'own-link', by: 'own-posts', text: 'A link', at: at(1), link: 'https://article.example/own' });
  write('repeats-itself', 3, 30);
  repost('repeats-itself', 'repeats-itself-0', 5);
  quote('repeats-itself', 'repeats-itself-1', 4);
  for (const index of [0, 1, 2]) {
    posts.push({
      id: `only-replies-${index}`,
      by: 'only-replies',
      text: 'I agree',
      at: at(9 - index),
      reply: `author-0${index + 1}-0`,
    });
  }
  write('long-ago', 4, 10);
  repost('long-ago', 'author-01-4', 190);
  repost('long-ago', 'author-02-4', 181);
  // The last 50 posts decide: outside posts from the 51st on say nothing.
  write('too-deep', 50, 10);
  repost('too-deep', 'author-01-0', 20);
  repost('too-deep', 'author-02-0', 21);
  write('one-deep', 49, 10);
  repost('one-deep', 'author-01-0', 20);
  repost('one-deep', 'author-02-0', 21);
  write('of-the-gone', 3, 10);
  write('deleted', 1, 30);
  write('takendown', 1, 30);
  quote('of-the-gone', 'deleted-0', 5);
  quote('of-the-gone', 'takendown-0', 4);
  quote('of-the-gone', 'author-04-0', 3);
  repost('of-the-gone', 'author-04-1', 2);
  repost('of-the-gone', 'author-01-0', 6);

  const open = ['at-the-floor', 'below-the-floor', 'far-below', 'by-the-gone', 'tie-more', 'tie-less', 'tie-equal'];
  open.push('broken-one', 'broken-two', 'own-domain', 'not-for-guests', 'blocker', 'blocked', 'niche-one', 'niche-two');
  for (const [index, key] of open.entries()) {
    write(key, index % 3, 12);
    repost(key, `author-01-${index % 6}`, 5 + index);
    repost(key, `author-02-${index % 6}`, 25 + index);
  }
  write('niche-own', 2, 5);

  const blocks = [
    { from: 'client-03', to: 'blocked' },
    { from: 'reads-all', to: 'blocked' },
    { from: 'blocker', to: 'client-04' },
  ];

  const spellings: Spelling[] = ['handle', '@handle', 'HANDLE', 'url', 'url of did', 'did', 'at-uri'];
  const rows: Row[] = [
    ...clients.map((account, index) => ({
      customer: `Client ${index + 1}`,
      account,
      spelled: spellings[index % spellings.length] ?? 'handle',
    })),
    { customer: 'Client 1', account: 'client-01', spelled: 'did' },
    { customer: 'Two accounts', account: 'office', spelled: 'handle' },
    { customer: 'Two accounts', account: 'home', spelled: 'url' },
    { customer: 'Partner A', account: 'shared', spelled: 'handle' },
    { customer: 'Partner B', account: 'shared', spelled: 'did' },
    { customer: 'Half gone', account: 'home-closed', spelled: 'handle' },
    { customer: 'Half gone', account: 'follows-none', spelled: 'handle' },
    { customer: 'Reads all', account: 'reads-all', spelled: 'handle' },
    { customer: 'Reads 100', account: 'reads-100', spelled: 'url' },
    { customer: 'Own name', account: 'own-name', spelled: 'handle' },
    { customer: 'Renamed, by id', account: 'renamed-known', spelled: 'did' },
    { customer: 'Renamed, by old name', account: 'renamed-away', spelled: 'old handle' },
    { customer: 'Gone off', account: 'gone-off', spelled: 'handle' },
    { customer: 'Gone down', account: 'gone-down', spelled: 'url of did' },
    { customer: 'Gone away', account: 'gone-away', spelled: 'handle' },
    { customer: 'Never was', account: 'never-was', spelled: 'handle' },
    { customer: 'Private', account: 'private', spelled: 'handle' },
  ];

  return {
    seed: {
      accounts,
      follows: [...follows].filter(([, to]) => to.length > 0).map(([from, to]) => ({ from, to })),
      followsSince: at(400),
      posts,
      reposts,
      blocks,
      records: publicationRecords(at),
    },
    rows,
  };
}

interface Resource {
  account?: Omit<Account, 'key'>;
  /** The first client that follows it, and how many do. */
  clients: [start: number, length: number];
  /** All accounts that follow it: readers outside the client list make up the number. */
  subscribers: number;
  /** Followed also by clients whose accounts are gone. */
  goneClients?: true;
}

/** So many names in a row, going on at the start behind the last one. */
function around(names: string[], start: number, length: number): string[] {
  if (length < 0 || length > names.length) throw new Error(`there are ${names.length} names, not ${length}`);
  return Array.from({ length }, (_, step) => names[(start + step) % names.length] ?? '');
}

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${String(index + 1).padStart(2, '0')}`);
