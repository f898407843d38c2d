import { describe, expect, test } from 'vitest';
import { inHalves } from '../../src/networks/kit/halves.ts';
import type { Exchange } from './fixture-web.ts';
import { replay } from './replay.ts';

/** How many requests it takes where the server refuses every one with one of these in it. */
const run = async (count: number, bad: number[]) => {
  let asked = 0;
  const items = Array.from({ length: count }, (_, at) => at);
  const answers = await inHalves(items, (some) => {
    asked += 1;
    return Promise.resolve(some.some((each) => bad.includes(each)) ? null : [...some]);
  });
  return { asked, answered: answers.flat(), good: items.filter((each) => !bad.includes(each)) };
};

describe('a request for many', () => {
  test.each([
    [1, []],
    [100, []],
    [100, [0]],
    [100, [57]],
    [25, [24]],
    [1000, [3, 999]],
    [1, [0]],
  ])(
    'of %i things with %j refused answers for all others, in twice as many requests as it takes halvings',
    async (count, bad) => {
      const { asked, answered, good } = await run(count, bad);
      expect(answered).toEqual(good);
      expect(asked).toBeLessThanOrEqual(1 + 2 * bad.length * Math.ceil(Math.log2(count)));
    },
  );

  test('of nothing is not sent', async () => {
    expect(await run(0, [])).toEqual({ asked: 0, answered: [], good: [] });
  });
});

// Each network that asks for many at once, with one name among them that its server takes for malformed.

interface Batch {
  network: string;
  tokens: Record<string, string>;
  names: string[];
  bad: string;
  /** The request for these names, refused or answered. */
  exchange: (names: string[], isRefused: boolean) => Exchange;
  /** The list that is empty for everybody, as one whose request says nothing of whom. */
  rest: (name: string) => Exchange[];
}

const names = Array.from({ length: 20 }, (_, at) => `anna${at}`);
const uc = (name: string): string => `UC${name.padEnd(22, '_')}`;

const batches: Batch[] = [
  {
    network: 'x',
    tokens: { x: 'token' },
    names,
    bad: 'anna7',
    exchange: (some, isRefused) => ({
      request: `GET https://api.x.com/2/users/by?usernames=${some.join(',')}&user.fields=public_metrics,protected`,
      status: isRefused ? 400 : 200,
      body: isRefused
        ? { errors: [{ parameters: { usernames: some }, message: 'does not match' }], title: 'Invalid Request' }
        : { data: some.map((name) => ({ id: `17000000000000000${name.slice(4).padStart(2, '0')}`, username: name })) },
    }),
    rest: (name) => [
      {
        request: `GET https://api.x.com/2/users/17000000000000000${name.slice(4).padStart(2, '0')}/following`,
        status: 200,
        body: { meta: { result_count: 0 } },
      },
    ],
  },
  {
    network: 'youtube',
    tokens: { youtube: 'key' },
    names: names.map(uc),
    bad: uc('anna13'),
    exchange: (some, isRefused) => ({
      request: `GET https://youtube.googleapis.com/youtube/v3/channels?part=snippet,statistics&id=${some.join(',')}&maxResults=50`,
      status: isRefused ? 400 : 200,
      body: isRefused
        ? { error: { errors: [{ reason: 'invalidParameter', domain: 'youtube.parameter' }] } }
        : { kind: 'youtube#channelListResponse', items: some.map((id) => ({ id })) },
    }),
    rest: () => [
      {
        request: 'GET https://youtube.googleapis.com/youtube/v3/subscriptions',
        status: 200,
        body: { kind: 'youtube#subscriptionListResponse' },
      },
    ],
  },
  {
    network: 'bluesky',
    tokens: {},
    names: names.map((name) => `${name}.example`),
    bad: 'anna11.example',
    exchange: (some, isRefused) => ({
      request: `GET https://public.api.bsky.app/xrpc/app.bsky.actor.getProfiles?${some.map((name) => `actors=${name}`).join('&')}`,
      status: isRefused ? 400 : 200,
      body: isRefused
        ? { error: 'InvalidRequest', message: 'actors must be a valid did or a handle' }
        : { profiles: some.map((handle) => ({ did: `did:plc:${handle.replace(/\W/g, '').padEnd(24, 'a')}`, handle })) },
    }),
    rest: () => [
      { request: 'GET https://public.api.bsky.app/xrpc/app.bsky.graph.getFollows', status: 200, body: { follows: [] } },
    ],
  },
  {
    network: 'vk',
    tokens: { vk: 'token' },
    names,
    bad: 'anna3',
    exchange: (some, isRefused) => ({
      request: `POST https://api.vk.ru/method/users.get ${new URLSearchParams({ user_ids: some.join(','), fields: 'screen_name', v: '5.199' }).toString()}`,
      status: 200,
      body: isRefused
        ? { error: { error_code: 113 } }
        : { response: some.map((name) => ({ id: 1 + Number(name.slice(4)), screen_name: name })) },
    }),
    rest: () => [],
  },
];

/** Every request that halving can come to. */
const parts = (all: string[]): string[][] => {
  const half = Math.ceil(all.length / 2);
  return all.length < 2 ? [all] : [all, ...parts(all.slice(0, half)), ...parts(all.slice(half))];
};

test.each(batches.map((batch): [string, Batch] => [batch.network, batch]))(
  '%s: one malformed name costs halvings, not everybody by himself',
  async (network, { tokens, names: all, bad, exchange, rest }) => {
    const exchanges = parts(all).map((some) => exchange(some, some.includes(bad)));
    const clients = `customer,${network},consent\n${all.map((name) => `${name},${name},yes\n`).join('')}`;
    const others = all.filter((name) => name !== bad).flatMap(rest);
    const { coverage, asked } = await replay(clients, [...exchanges, ...others], { tokens, xBudget: 100 });
    const lookups = asked.filter((each) => /users\/by|\/channels|getProfiles|users\.get$/.test(each));
    expect(lookups.length).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(all.length)));
    expect(lookups.length).toBeGreaterThan(1);
    expect(coverage.get(network)).toMatchObject({ not_found: 1 });
  },
);
