import { Stopped } from '../../../src/errors.ts';
import type { Network } from '../../../src/types/network.ts';
import type { Facts, Listed, Post, Resource } from '../../../src/types/resource.ts';
import type { Clock } from '../../../src/types/run.ts';
import type { Web } from '../../../src/types/web.ts';

/** An account of the fake network: what it follows, and what it says of itself. */
export interface FakeAccount {
  follows?: string[];
  subscribers?: number | null;
  posts?: Post[];
  unreadable?: boolean;
}

export interface FakeNetwork extends Network {
  /** Requests that a real network would have got. */
  requests: { find: number; lists: number; facts: number; posts: number };
}

/** A network in memory whose answers come page by page, like those of a real one. */
export function fakeNetwork(id: string, accounts: Map<string, FakeAccount>, pageSize = 3): FakeNetwork {
  const requests = { find: 0, lists: 0, facts: 0, posts: 0 };
  const host = `${id}.example`;
  const resourceOf = (name: string): Resource => ({
    network: id,
    id: name,
    name,
    title: name.toUpperCase(),
    url: `https://${host}/${name}`,
    host,
  });
  const factsOf = (name: string): Facts => ({
    name,
    title: name.toUpperCase(),
    url: `https://${host}/${name}`,
    host,
    ref: name,
    description: null,
    group: false,
    exists: accounts.has(name),
    wishes: [],
    subscribers: accounts.get(name)?.subscribers ?? null,
  });
  const nameIn = (input: string) =>
    input.startsWith(`https://${host}/`) ? { network: id, name: input.slice(host.length + 9), host } : null;
  return {
    hosts: [],
    id,
    requests,
    title: id,
    aliases: [id],
    accounts: { count: 1_000_000, asOf: '2026-01', source: 'made up' },
    examples: [],
    terms: { keepDays: null, derived: 'anything', mixable: true, consent: null, source: 'made up', read: '2026-01-01' },
    paces: [{ requests: 100, seconds: 10 }],
    concurrency: 4,
    batch: { profiles: 2, follows: pageSize, facts: 5, posts: 100 },
    parseProfile: nameIn,
    parseHandle: (input) => nameIn(input) ?? { network: id, name: input, host },
    parseResource: (input) => {
      const name = nameIn(input);
      return name && { ...name, id: name.name, url: input };
    },
    pageOf: () => null,
    utmSource: () => host,
    decidesFloor: () => false,
    async *findProfiles(names) {
      requests.find += 1;
      for (const name of names) {
        const account = accounts.get(name.name);
        const profile = { network: id, id: name.name, ref: name.name, host };
        yield [name, account ? { profile } : { status: 'not_found', note: 'no such account' }];
      }
    },
    async *listFollows(profile, _web, from) {
      const follows = accounts.get(profile.id)?.follows ?? [];
      for (let at = Number(from ?? 0); ; at += pageSize) {
        requests.lists += 1;
        const resources = follows
          .slice(at, at + pageSize)
          .map((name): Listed => ({ ...resourceOf(name), subscribers: null, countedBy: 'elsewhere' }));
        const next = at + pageSize < follows.length ? String(at + pageSize) : null;
        yield { resources, next };
        if (next === null) return;
      }
    },
    async *findResources(names) {
      requests.facts += 1;
      for (const name of names) if (accounts.has(name.name)) yield [name, resourceOf(name.name), factsOf(name.name)];
    },
    async *readFacts(resources) {
      requests.facts += 1;
      for (const resource of resources) yield [resource, factsOf(resource.id)];
    },
    async *readPosts(resource) {
      requests.posts += 1;
      yield* accounts.get(resource.id)?.posts ?? [];
    },
  };
}

/** A web that nobody asks. */
export const noWeb: Web = {
  token: null,
  json: (url) => Promise.reject(new Error(`nobody should ask ${url}`)),
  page: (url) => Promise.reject(new Error(`nobody should ask ${url}`)),
  rendered: (url) => Promise.reject(new Error(`nobody should ask ${url}`)),
  isRedirected: () => false,
  stop: (why) => new Stopped('', why),
  once: (_key, ask) => ask(),
  textOf: (html) => html,
};

export const today = Date.parse('2026-11-22T12:00:00Z');

/** A clock that stands still and whose waits are over at once. */
export const stillClock: Clock = { now: () => today, sleep: () => Promise.resolve() };

/** Repeats of `authors`, `daysAgo` old, newest first, and `own` posts behind them. */
export function postsBy(authors: string[], own = 0, daysAgo = 1): Post[] {
  const at = new Date(today - daysAgo * 86_400_000).toISOString();
  const outside = authors.map((author, index): Post => ({
    url: `https://posts.example/${author}/${index}`,
    at,
    kind: 'repost',
    author,
    text: '',
  }));
  const mine = Array.from({ length: own }, (_, index): Post => ({
    url: `https://posts.example/own/${index}`,
    at,
    kind: 'own',
    author: 'self',
    text: '',
  }));
  return [...outside, ...mine];
}

/** Numbers in 0..1, the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
