import { describe, expect, test } from 'vitest';
import { mastodon } from '../../../src/networks/mastodon/index.ts';
import { activityPubDouble } from '../../doubles/activitypub.ts';
import { crowdGraph, type Graph } from '../../doubles/graph.ts';
import { misskeyDouble } from '../../doubles/misskey.ts';
import { factsOf } from './fediverse.ts';
import { listOf, throughClient, type Trouble } from '../walk.ts';

// The network through the real client, against servers that were written from the protocols' documentation.

const crowd = crowdGraph({ people: 60, follows: 250, media: 600 });

const readAll = (double: ReturnType<typeof misskeyDouble>) =>
  throughClient(mastodon, double, async (web, requests) => {
    const lists = new Map<string, Set<string>>();
    for (const { name } of crowd.people) {
      const { resources, status } = await listOf(mastodon, double.addressOf(name), web);
      expect([name, status]).toEqual([name, 'read']);
      lists.set(name, new Set(resources.map((each) => each.name)));
    }
    return { lists, requests: requests() };
  });

const followedIn = (host: string, names: string[]): Set<string> => new Set(names.map((name) => `${name}@${host}`));

test("60 lists of 250 in Misskey's API: n (1 + ceil(f/100)), and four requests to learn which software it is", async () => {
  const { lists, requests } = await readAll(misskeyDouble(crowd));
  for (const { name, follows } of crowd.people) expect(lists.get(name)).toEqual(followedIn('misskey.example', follows));
  const least = 60 * (1 + Math.ceil(250 / 100));
  expect(requests).toBe(least + 4);
  expect(requests / least).toBeLessThanOrEqual(1.05);
});

test('60 lists of 250 in ActivityPub: n (3 + ceil(f/12)), and three requests to learn which software it is', async () => {
  const { lists, requests } = await readAll(activityPubDouble(crowd));
  for (const { name, follows } of crowd.people) expect(lists.get(name)).toEqual(followedIn('pages.example', follows));
  const least = 60 * (3 + Math.ceil(250 / 12));
  expect(requests).toBe(least + 3);
  expect(requests / least).toBeLessThanOrEqual(1.05);
});

const media = (name: string, subscribers: number | null, outside: number) => ({
  name,
  title: name,
  subscribers,
  outside,
  own: 60,
});
const few: Graph = {
  media: [media('garden', 6100, 3), media('quiet', null, 0)],
  people: [
    { name: 'nobody', follows: [], state: 'gone' },
    { name: 'reader', follows: ['garden', 'quiet'], state: 'open' },
    { name: 'newcomer', follows: [], state: 'open' },
    { name: 'hermit', follows: ['garden'], state: 'hidden' },
  ],
};

const long = Array.from({ length: 103 }, (_, at) => media(`media${at}`, 5000, 0));

describe.each([
  ['Misskey', misskeyDouble],
  ['ActivityPub', activityPubDouble],
])('%s', (_, doubleOf) => {
  test.each([
    ['nobody', 'not_found'],
    ['reader', 'read'],
    ['newcomer', 'read'],
    ['hermit', 'hidden'],
  ])('%s is %s', async (name, status) => {
    const double = doubleOf(few);
    await throughClient(mastodon, double, async (web) => {
      expect(await listOf(mastodon, double.addressOf(name), web)).toMatchObject({ status, error: null });
    });
  });

  test.each([
    ['an object of other fields', '{"surprise":[{"nothing":"known"}]}'],
    ['a list of other things', '[{"surprise":true},7,null]'],
    ['a word', '"maintenance"'],
    ['half an answer', '{"orderedItems":["https://pages.example/a","https:'],
    ['a page', '<!doctype html><title>Back soon</title>'],
  ])('%s, at any request, is never taken for a whole list', async (what, body) => {
    const double = doubleOf({
      ...few,
      people: [{ name: 'collector', follows: long.map(({ name }) => name), state: 'open' }],
      media: long,
    });
    const walk = (trouble?: Trouble) =>
      throughClient(
        mastodon,
        double,
        async (web, requests) => ({
          ...(await listOf(mastodon, double.addressOf('collector'), web)),
          asked: requests(),
        }),
        trouble,
      );
    const whole = await walk();
    expect([whole.status, whole.resources.length]).toEqual(['read', long.length]);
    for (let at = 0; at < whole.asked; at += 1) {
      const { status, error, resources } = await walk({ at, answer: { status: 200, body } });
      const isHonest = status !== 'read' || resources.length === long.length;
      expect([what, at, isHonest, [null, 'UnexpectedAnswer'].includes(error)]).toEqual([what, at, true, true]);
    }
  });

  test('resources have their facts and posts', async () => {
    const double = doubleOf(few);
    await throughClient(mastodon, double, async (web) => {
      const { resources } = await listOf(mastodon, double.addressOf('reader'), web);
      const told: unknown[] = [];
      for (const resource of resources) {
        const facts = await factsOf(resource, web);
        const kinds = { own: 0, repost: 0, quote: 0 };
        const authors = new Set<string>();
        if (facts) {
          for await (const { kind, author } of mastodon.readPosts(resource, facts, web)) {
            kinds[kind] += 1;
            authors.add(author);
          }
        }
        told.push([facts?.subscribers, kinds.repost, kinds.own > 50, authors.size]);
      }
      expect(told).toEqual([
        [6100, 3, true, 4],
        [null, 0, true, 1],
      ]);
    });
  });
});
