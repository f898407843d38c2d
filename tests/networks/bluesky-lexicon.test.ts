import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bluesky } from '../../src/networks/bluesky/index.ts';
import type { ProfileName } from '../../src/types/input.ts';
import type { Facts, Resource } from '../../src/types/resource.ts';
import { type Exchange, exchangesOf, fixtureWeb } from './fixture-web.ts';
import { answerProblems, requestProblems, smallestAnswer, smallestOf } from '../helpers/lexicon.ts';
import { all } from '../helpers/all.ts';

const getProfiles = 'app.bsky.actor.getProfiles';
const getFollows = 'app.bsky.graph.getFollows';
const getAuthorFeed = 'app.bsky.feed.getAuthorFeed';

const someDid = 'did:plc:smallestsmallestsmallest';
const host = 'public.api.bsky.app';
const url = 'https://bsky.app/profile/smallest.test';
const name: ProfileName = { network: 'bluesky', name: 'smallest.test', host };
const resource: Resource = { network: 'bluesky', id: someDid, name: 'smallest.test', title: null, url, host };
const facts: Facts = {
  name: 'smallest.test',
  title: null,
  url,
  subscribers: null,
  description: null,
  group: false,
  exists: true,
  ref: someDid,
  host,
  wishes: [],
  domain: 'smallest.test',
};

const requests = {
  [getProfiles]: `${getProfiles}?actors=smallest.test`,
  [getFollows]: `${getFollows}?${new URLSearchParams({ actor: someDid, limit: '100' }).toString()}`,
  [getAuthorFeed]: `${getAuthorFeed}?${new URLSearchParams({ actor: someDid, limit: '100', filter: 'posts_no_replies', includePins: 'true' }).toString()}`,
};

const answering = (method: keyof typeof requests, body: unknown) =>
  fixtureWeb([{ request: `GET https://${host}/xrpc/${requests[method]}`, status: 200, body }]);

const findIn = (body: unknown) => all(bluesky.findProfiles([name], answering(getProfiles, body)));
const factsIn = (body: unknown) =>
  all(bluesky.readFacts([{ ...resource, id: 'smallest.test' }], answering(getProfiles, body)));
const followsIn = (body: unknown) =>
  all(bluesky.listFollows({ network: 'bluesky', id: someDid, ref: someDid, host }, answering(getFollows, body), null));
const postsIn = (body: unknown) => all(bluesky.readPosts(resource, facts, answering(getAuthorFeed, body)));

/** The same answer as a later version may give it: every object has a field more. */
function withNews(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNews);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([field, content]) => [field, withNews(content)]);
  return { ...Object.fromEntries(fields), addedLater: { $type: 'test.later.defs#added', of: [1, 'two', null] } };
}

const actors = (count: number): string =>
  Array.from({ length: count }, (_, index) => `actors=a${index}.test`).join('&');

const addressIn = (request: string): string => request.replace('GET ', '');

/** What is wrong with an answer of the network, also with one that refuses. */
function problemsOf({ request, status, body }: Exchange): string[] {
  const method = new URL(addressIn(request)).pathname.replace('/xrpc/', '');
  if (status < 400) return answerProblems(method, body);
  return z.object({ error: z.string(), message: z.string() }).safeParse(body).success ? [] : ['not an error of XRPC'];
}

describe('the checker itself', () => {
  test('finds what is missing, of a wrong type or out of bounds', () => {
    const answer = smallestAnswer(getFollows);
    expect(answerProblems(getFollows, answer)).toEqual([]);
    expect(answerProblems(getFollows, { ...answer, subject: { did: someDid } })).not.toEqual([]);
    expect(answerProblems(getFollows, { ...answer, follows: [{ did: 'plc', handle: 'smallest.test' }] })).not.toEqual(
      [],
    );
    expect(answerProblems(getFollows, { ...answer, cursor: 2 })).not.toEqual([]);
    const post = { ...smallestPost(), embed: { $type: 'app.bsky.embed.record#view' } };
    expect(answerProblems(getAuthorFeed, { feed: [{ post }] })).not.toEqual([]);
    expect(answerProblems(getAuthorFeed, { feed: [{ post: { ...post, embed: {} } }] })).not.toEqual([]);
    expect(requestProblems(`https://${host}/xrpc/${getFollows}?actor=smallest.test&limit=101`)).not.toEqual([]);
    expect(requestProblems(`https://${host}/xrpc/${getFollows}?actor=smallest.test&page=2`)).not.toEqual([]);
    expect(requestProblems(`https://${host}/xrpc/${getProfiles}?${actors(25)}`)).toEqual([]);
    expect(requestProblems(`https://${host}/xrpc/${getProfiles}?${actors(26)}`)).not.toEqual([]);
  });
});

describe('fixtures are what the network would say', () => {
  const scenarios = readdirSync(new URL('../fixtures/bluesky/', import.meta.url));

  test.for(scenarios.filter((scenario) => scenario !== 'changed-shape'))('%s', (scenario) => {
    const exchanges = exchangesOf('bluesky', scenario);
    expect(exchanges).not.toEqual([]);
    expect(exchanges.flatMap((exchange) => problemsOf(exchange))).toEqual([]);
    // Only what holds the malformed name may be refused for its form.
    const malformed = exchanges
      .map(({ request }) => request)
      .filter((request) => requestProblems(addressIn(request)).length > 0);
    expect(malformed).toEqual(
      exchanges.map(({ request }) => request).filter((request) => request.includes('broken.example%3A')),
    );
  });

  test('changed-shape is what it must not say', () => {
    for (const exchange of exchangesOf('bluesky', 'changed-shape')) {
      expect(problemsOf(exchange)).not.toEqual([]);
      expect(requestProblems(addressIn(exchange.request))).toEqual([]);
    }
  });
});

describe('what the lexicons allow is read', () => {
  test('the batches are the largest that are allowed', () => {
    const { profiles, facts: described, follows, posts } = bluesky.batch;
    for (const count of [profiles, described]) {
      expect(requestProblems(`https://${host}/xrpc/${getProfiles}?${actors(count)}`)).toEqual([]);
      expect(requestProblems(`https://${host}/xrpc/${getProfiles}?${actors(count + 1)}`)).not.toEqual([]);
    }
    for (const [method, count] of [
      [getFollows, follows],
      [getAuthorFeed, posts],
    ] as const) {
      expect(requestProblems(`https://${host}/xrpc/${method}?actor=a.test&limit=${count}`)).toEqual([]);
      expect(requestProblems(`https://${host}/xrpc/${method}?actor=a.test&limit=${count + 1}`)).not.toEqual([]);
    }
  });

  test('smallest getProfiles', async () => {
    const body = smallestAnswer(getProfiles);
    expect(answerProblems(getProfiles, body)).toEqual([]);
    expect(await findIn(body)).toEqual([[name, { profile: { network: 'bluesky', id: someDid, ref: someDid, host } }]]);
    expect((await factsIn(body)).map(([, read]) => read)).toEqual([facts]);
  });

  test('smallest getFollows', async () => {
    const body = smallestAnswer(getFollows);
    expect(answerProblems(getFollows, body)).toEqual([]);
    expect(await followsIn(body)).toEqual([
      { resources: [{ ...resource, subscribers: null, countedBy: 'elsewhere' }], next: null },
    ]);
  });

  test('smallest getAuthorFeed', async () => {
    const body = smallestAnswer(getAuthorFeed);
    expect(answerProblems(getAuthorFeed, body)).toEqual([]);
    expect(await postsIn(body)).toEqual([
      { url, at: '2026-01-05T08:00:00.000Z', kind: 'own', author: someDid, text: '' },
    ]);
  });

  test.for([
    ['app.bsky.embed.record#viewRecord', 'quote'],
    ['app.bsky.embed.record#viewBlocked', 'quote'],
    ['app.bsky.embed.record#viewNotFound', 'own'],
    ['app.bsky.embed.record#viewDetached', 'own'],
    ['app.bsky.feed.defs#generatorView', 'own'],
    ['app.bsky.graph.defs#listView', 'own'],
    ['app.bsky.labeler.defs#labelerView', 'own'],
    ['app.bsky.graph.defs#starterPackViewBasic', 'own'],
  ] as const)('smallest embedded %s, alone and with media', async ([type, kind]) => {
    const record = {
      ...smallestOf(type),
      ...(kind === 'quote' && { author: { did: 'did:plc:guest', handle: 'guest.test' } }),
    };
    const alone = { $type: 'app.bsky.embed.record#view', record };
    const media = smallestOf('app.bsky.embed.images#view');
    const withMedia = { $type: 'app.bsky.embed.recordWithMedia#view', record: { record }, media };
    for (const embed of [alone, withMedia]) {
      const body = { feed: [{ post: { ...smallestPost(), embed } }] };
      expect(answerProblems(getAuthorFeed, body)).toEqual([]);
      const [post] = await postsIn(body);
      expect([post?.kind, post?.author]).toEqual([kind, kind === 'quote' ? 'did:plc:guest' : someDid]);
    }
  });

  test.for(['images', 'video', 'external'])('smallest embed of %s', async (kind) => {
    const body = { feed: [{ post: { ...smallestPost(), embed: smallestOf(`app.bsky.embed.${kind}#view`) } }] };
    expect(answerProblems(getAuthorFeed, body)).toEqual([]);
    expect(await postsIn(body)).toMatchObject([{ kind: 'own', author: someDid }]);
  });

  test('smallest reasons', async () => {
    const guest = { ...smallestPost(), author: { did: 'did:plc:guest', handle: 'guest.test' } };
    const reposted = { post: guest, reason: smallestOf('app.bsky.feed.defs#reasonRepost') };
    const pinned = { post: smallestPost(), reason: smallestOf('app.bsky.feed.defs#reasonPin') };
    const body = { feed: [pinned, reposted] };
    expect(answerProblems(getAuthorFeed, body)).toEqual([]);
    const shown = await postsIn(body);
    expect(shown).toMatchObject([
      { kind: 'own', author: someDid, pinned: true },
      { kind: 'repost', author: 'did:plc:guest' },
    ]);
    expect(shown[1]).not.toHaveProperty('pinned');
  });

  test('answers of a later version: more fields, embeds and reasons that nobody knows yet', async () => {
    const profiles = withNews(smallestAnswer(getProfiles));
    const follows = withNews(smallestAnswer(getFollows));
    const post = smallestPost();
    const later = { $type: 'test.later.embed#view', record: { $type: 'test.later.embed#record' } };
    const feed = withNews({
      feed: [
        { post },
        { post: { ...post, embed: later } },
        { post: { ...post, embed: { $type: 'app.bsky.embed.record#view', record: later } } },
        {
          post: { ...post, record: { text: { rich: true }, createdAt: 1 } },
          reason: { $type: 'test.later.defs#reason' },
        },
      ],
    });
    expect(answerProblems(getProfiles, profiles)).toEqual([]);
    expect(answerProblems(getFollows, follows)).toEqual([]);
    expect(answerProblems(getAuthorFeed, feed)).toEqual([]);
    expect(await findIn(profiles)).toHaveLength(1);
    expect((await followsIn(follows)).flatMap((page) => page.resources)).toHaveLength(1);
    const own = { url, at: '2026-01-05T08:00:00.000Z', kind: 'own', author: someDid, text: '' };
    expect(await postsIn(feed)).toEqual([own, own, own, own]);
  });
});

const smallestPost = (): Record<string, unknown> => {
  const { $type: _, ...post } = smallestOf('app.bsky.feed.defs#postView');
  return post;
};
