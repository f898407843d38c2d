import { blueskyDouble } from '../doubles/bluesky.ts';
import type { Double, Graph } from '../doubles/graph.ts';
import { mastodonDouble } from '../doubles/mastodon.ts';
import { misskeyWeb } from '../doubles/misskey-web.ts';
import { nodebbDouble } from '../doubles/nodebb.ts';

/** What is asked about the one profile, or the one page, that a fault is for. */
export type OfProfile = 'profile' | 'list';
export type OfPage = 'facts' | 'posts';
export type Position = OfProfile | OfPage;

/** The servers of a run, and where a fault acts on them. */
export interface Scene {
  doubles: Record<string, Double>;
  /** The networks among them that a recipe reads. */
  sites: Record<string, string>[];
  /** The addresses by which each protocol asks. */
  addresses: Partial<Record<Position, RegExp>>;
  /** A run has the fault at two positions: what comes of them can be told apart. */
  pairs: [OfProfile, OfPage][];
}

export const people = ['anna', 'boris', 'carla', 'dora'];
const media = ['growers', 'rosedesk', 'lawnmen'];
const graph: Graph = {
  people: people.map((name) => ({ name, follows: media, state: 'open' })),
  media: media.map((name) => ({ name, title: name, subscribers: 9000, outside: 6, own: 4 })),
};
/** Whose profile and list, and which page, a fault is for. */
const victim = 'boris';
export const page = 'rosedesk';

const doubles = {
  bluesky: blueskyDouble(graph),
  mastodon: mastodonDouble(graph),
  forum: nodebbDouble(graph, { host: 'forum.garden.example' }),
};

const idIn = async (network: 'bluesky' | 'mastodon', path: string, query: string): Promise<string> => {
  const double = doubles[network];
  const question = { method: 'GET', path, query: new URLSearchParams(query), headers: {}, body: '' };
  const told = await double.answer({ ...question, host: double.hosts[0] ?? '' });
  const [id = ''] = /(?<="(?:did|id)":")[^"]+/.exec(told.body) ?? [];
  return encodeURIComponent(id);
};
const didOf = (name: string): Promise<string> =>
  idIn('bluesky', '/xrpc/app.bsky.actor.getProfiles', `actors=${name}.example`);
const accountOf = (name: string): Promise<string> => idIn('mastodon', '/api/v1/accounts/lookup', `acct=${name}`);

const protocols: Scene = {
  doubles,
  sites: [{ id: 'forum', host: 'forum.garden.example', like: 'nodebb' }],
  addresses: {
    profile: RegExp(String.raw`getProfiles\?.*${victim}|lookup\?acct=${victim}|user/${victim}/groups`),
    list: RegExp(
      String.raw`getFollows\?actor=${await didOf(victim)}|accounts/${await accountOf(victim)}/following|user/${victim}/following`,
    ),
    facts: RegExp(String.raw`getProfiles\?.*${await didOf(page)}|lookup\?acct=${page}|user/${page}$`),
    posts: RegExp(
      String.raw`getAuthorFeed\?actor=${await didOf(page)}|accounts/${await accountOf(page)}/statuses|user/${page}/posts`,
    ),
  },
  pairs: [
    ['profile', 'posts'],
    ['list', 'facts'],
  ],
};

/** A site whose pages scripts draw; its posts are not read. */
const drawn: Scene = {
  doubles: { drawn: misskeyWeb(graph) },
  sites: [{ id: 'drawn', host: 'misskey.garden.example', like: 'misskey' }],
  addresses: { list: RegExp(`/@${victim}/following`), facts: RegExp(`/@${page}$`) },
  pairs: [['list', 'facts']],
};

export const scenes = { protocols, drawn } as const;
export type SceneName = keyof typeof scenes;
