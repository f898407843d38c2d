import { describe, expect, test } from 'vitest';
import type { Exchange } from './fixture-web.ts';
import { replay } from './replay.ts';

// How long a limit lasts is waited for where a run can; where it cannot, the network is left alone at once.

describe('GitHub, which refuses with 403', () => {
  const user = { request: 'GET https://api.github.com/users/anna', status: 200, body: { login: 'anna', id: 7 } };
  const list = 'GET https://api.github.com/users/anna/following?per_page=100';
  const body = { message: 'You have exceeded a secondary rate limit.' };
  const follows = [{ login: 'letter', id: 8 }];

  test.each<[string, Record<string, string>, number]>([
    ['Retry-After', { 'retry-after': '3' }, 3],
    ['a reset, with nothing left', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '{{epoch+120}}' }, 119],
    ['nothing', {}, 60],
  ])('says %s: waited for', async (_, headers, least) => {
    const exchanges = [
      user,
      { request: list, status: 403, headers, body },
      { request: list, status: 200, body: follows },
      { request: 'GET https://api.github.com/user/8', status: 200, body: { login: 'letter', id: 8, followers: 9000 } },
    ];
    const { coverage, rows, seconds } = await replay('customer,github\nAda Quince,anna\n', exchanges, {
      thirdParty: 'ignore',
    });
    expect(coverage.get('github')).toMatchObject({ read: 1 });
    expect(rows.get('8')).toMatchObject({ subscribers: 9000 });
    expect(seconds).toBeGreaterThanOrEqual(least);
  });
});

describe('X', () => {
  test.each([
    ['for this month', 429, { title: 'UsageCapExceeded', period: 'Monthly' }],
    ['for this day', 429, { title: 'UsageCapExceeded', period: 'Daily' }],
    ['for this month', 429, { type: 'https://api.x.com/2/problems/usage-capped' }],
    ['for this day', 429, { errors: [{ title: 'UsageCapExceeded', period: 'Daily', scope: 'Account' }] }],
    ['for this month', 403, { title: 'UsageCapExceeded', period: 'Monthly', scope: 'Product' }],
    ['spending cap', 403, { title: 'SpendCapReached', type: 'https://api.x.com/2/problems/credits' }],
    ['spending cap', 429, { title: 'SpendCapReached' }],
  ])('that tells of the cap %s (%i %j) is asked nothing more', async (cap, status, body) => {
    const headers = { 'x-rate-limit-remaining': '299', 'x-rate-limit-reset': '{{epoch+900}}' };
    const { asked, coverage, seconds, complete, reasons } = await replay(
      'customer,x,consent\nAda Quince,anna,yes\nBernd Sedge,bernd,yes\n',
      [{ request: 'GET https://api.x.com/2/users/by', status, headers, body }],
      { tokens: { x: 'fictional' }, xBudget: 50 },
    );
    expect(asked).toHaveLength(1);
    expect(seconds).toBeLessThan(30);
    expect(coverage.get('x')).toMatchObject({ not_reached: 2 });
    expect(reasons.map(({ reason }) => reason)).toEqual([expect.stringContaining(cap)]);
    expect(complete).toBe(false);
  });
});

const usedUp = (more: object = {}) => ({
  'x-rate-limit-remaining': '0',
  'x-rate-limit-reset': '{{epoch+900}}',
  ...more,
});

const runX = (exchanges: Exchange[], more: object = {}) =>
  replay('customer,x,consent\nAda Quince,annaquince,yes\n', exchanges, {
    tokens: { x: 'fictional' },
    xBudget: 50,
    thirdParty: 'ignore',
    ...more,
  });

const limit = (resource: string, remaining: number) => ({
  'x-ratelimit-resource': resource,
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': '{{epoch+3000}}',
});

const listOf = (id: number): string => `GET https://api.x.com/2/users/${id}/following`;

describe('an allowance that is used up holds back nothing but its own class', () => {
  const metrics = { followers_count: 9000, following_count: 1 };
  const found = { data: [{ id: '100', username: 'annaquince', public_metrics: metrics }] };
  const follows = { data: [{ id: '200', username: 'hedgepost', public_metrics: metrics }], meta: { result_count: 1 } };

  test('X: names used up, lists go on', async () => {
    const { coverage, seconds, rows } = await runX([
      { request: 'GET https://api.x.com/2/users/by', status: 200, headers: usedUp(), body: found },
      { request: 'GET https://api.x.com/2/users/100/following', status: 200, body: follows },
    ]);
    expect(coverage.get('x')).toMatchObject({ read: 1 });
    expect(rows.get('200')).toMatchObject({ subscribers: 9000 });
    expect(seconds).toBeLessThan(10);
  });

  test('X: lists used up, posts go on', async () => {
    const { seconds, asked } = await runX(
      [
        { request: 'GET https://api.x.com/2/users/by', status: 200, body: found },
        { request: 'GET https://api.x.com/2/users/100/following', status: 200, headers: usedUp(), body: follows },
        { request: 'GET https://api.x.com/2/users/200/tweets', status: 200, body: { meta: { result_count: 0 } } },
      ],
      { thirdParty: 'require', minCustomers: 1 },
    );
    expect(asked.some((line) => line.includes('/2/users/200/tweets'))).toBe(true);
    expect(seconds).toBeLessThan(10);
  });

  test('X: a list that is refused is waited for, once for all lists', async () => {
    const both = ['annaquince', 'bernd'].map((username, at) => ({
      id: `10${at}`,
      username,
      public_metrics: metrics,
    }));
    const { coverage, seconds, asked } = await replay(
      'customer,x,consent\nAda Quince,annaquince,yes\nBernd Sedge,bernd,yes\n',
      [
        { request: 'GET https://api.x.com/2/users/by', status: 200, body: { data: both } },
        { request: listOf(100), status: 429, headers: usedUp(), body: {} },
        { request: listOf(100), status: 200, headers: usedUp(), body: follows },
        { request: listOf(101), status: 200, body: follows },
      ],
      { tokens: { x: 'fictional' }, xBudget: 50, thirdParty: 'ignore' },
    );
    expect(coverage.get('x')).toMatchObject({ read: 2 });
    expect(asked).toHaveLength(4);
    expect(seconds).toBeGreaterThan(890);
    expect(seconds).toBeLessThan(910);
  });

  const clients = 'customer,github\nAda Quince,anna\nBernd Sedge,bernd\n';
  const owners = Object.fromEntries(['anna', 'bernd'].map((login, at) => [`a${at}`, { login, databaseId: at + 1 }]));
  const letter = { login: 'letter', id: 8, followers: 9000 };
  const lists = ['anna', 'bernd'].map((name) => ({
    request: `GET https://api.github.com/users/${name}/following`,
    status: 200,
    body: [letter],
  }));
  const runGitHub = (exchanges: Exchange[], options: object = { tokens: { github: 'fictional' } }) =>
    replay(clients, exchanges, { thirdParty: 'ignore', ...options });

  test.each([
    ['graphql', 0, 10],
    ['a limit that nobody expected', 0, 10],
  ])('GitHub: %s used up, REST goes on', async (resource, remaining, most) => {
    const { coverage, rows, seconds } = await runGitHub([
      {
        request: 'POST https://api.github.com/graphql',
        status: 200,
        headers: limit(resource, remaining),
        body: { data: owners },
      },
      ...lists,
      { request: 'GET https://api.github.com/user/8', status: 200, body: letter },
    ]);
    expect(coverage.get('github')).toMatchObject({ read: 2 });
    expect(rows.get('8')).toMatchObject({ customers: 2, subscribers: 9000 });
    expect(seconds).toBeLessThan(most);
  });
});
