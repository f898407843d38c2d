import { describe, expect, test } from 'vitest';
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
    [{ title: 'UsageCapExceeded', period: 'Monthly' }],
    [{ title: 'UsageCapExceeded', period: 'Daily' }],
    [{ type: 'https://api.x.com/2/problems/usage-capped' }],
  ])('that says %j is asked nothing more', async (body) => {
    const headers = { 'x-rate-limit-remaining': '299', 'x-rate-limit-reset': '{{epoch+900}}' };
    const { asked, coverage, seconds, complete } = await replay(
      'customer,x,consent\nAda Quince,anna,yes\nBernd Sedge,bernd,yes\n',
      [{ request: 'GET https://api.x.com/2/users/by', status: 429, headers, body }],
      { tokens: { x: 'fictional' }, xBudget: 50 },
    );
    expect(asked).toHaveLength(1);
    expect(seconds).toBeLessThan(30);
    expect(coverage.get('x')).toMatchObject({ not_reached: 2 });
    expect(complete).toBe(false);
  });
});
