import { describe, expect, test } from 'vitest';
import type { Exchange } from './fixture-web.ts';
import { replay } from './replay.ts';

// VK's API answers at api.vk.ru; where that cannot be had the older api.vk.com is asked, and the run stays there.

const clients = 'customer,vk\nAda Quince,https://vk.ru/anna_quince\nBernd Sedge,https://vk.com/bernd_sedge\n';
const person = (id: number, screen_name: string) => ({
  id,
  first_name: 'A',
  last_name: 'B',
  screen_name,
  is_closed: false,
  can_access_closed: true,
});
const page = { id: 5, name: 'The Hedge Post', screen_name: 'hedge_post', members_count: 9000 };
const lists = [
  { count: 1, items: [page] },
  { users: { count: 0, items: [] }, groups: { count: 0, items: [] } },
];

const apiAt = (host: string): Exchange[] => [
  {
    request: `POST https://${host}/method/users.get`,
    status: 200,
    body: { response: [person(11, 'anna_quince'), person(12, 'bernd_sedge')] },
  },
  { request: `POST https://${host}/method/execute`, status: 200, body: { response: [...lists, ...lists] } },
  {
    request: `POST https://${host}/method/groups.getById`,
    status: 200,
    body: { response: { groups: [page], profiles: [] } },
  },
];

const insteadOfVk = (host: string, answer: Omit<Exchange, 'request'>): Exchange[] =>
  ['users.get', 'execute', 'groups.getById'].map((method) => ({
    request: `POST https://${host}/method/${method}`,
    ...answer,
  }));

const options = { tokens: { vk: 'fictional' }, thirdParty: 'ignore' as const };
const hostsIn = (asked: string[]): string[] => [...new Set(asked.map((line) => /POST ([^/]+)/.exec(line)?.[1] ?? ''))];

describe('the host of the API', () => {
  test('is api.vk.ru, and nobody else is asked', async () => {
    const { asked, coverage, rows } = await replay(clients, [...apiAt('api.vk.ru'), ...apiAt('api.vk.com')], options);
    expect(coverage.get('vk')).toMatchObject({ read: 2, not_reached: 0 });
    expect(rows.get('5')).toMatchObject({ customers: 2, subscribers: 9000 });
    expect(hostsIn(asked)).toEqual(['api.vk.ru']);
  });

  test('is api.vk.com where nothing listens at api.vk.ru', async () => {
    const { asked, coverage, rows } = await replay(clients, apiAt('api.vk.com'), { ...options, dead: ['api.vk.ru'] });
    expect(coverage.get('vk')).toMatchObject({ read: 2, not_reached: 0 });
    expect(rows.get('5')).toMatchObject({ customers: 2, subscribers: 9000 });
    expect(hostsIn(asked)).toEqual(['api.vk.com']);
  });

  test.each<[string, Omit<Exchange, 'request'>, number]>([
    ['the page of a gateway', { status: 200, headers: { 'content-type': 'text/html' }, text: '<html>Login</html>' }, 1],
    ['a refusal in HTML', { status: 403, headers: { 'content-type': 'text/html' }, text: '<html>No</html>' }, 1],
    ['an empty 404', { status: 404, headers: { 'content-type': 'text/plain' }, text: '' }, 1],
    ['a redirect', { status: 302, headers: { location: 'https://portal.example/' }, text: '' }, 1],
    ['502 each time', { status: 502, headers: { 'content-type': 'text/html' }, text: '<html>Bad gateway</html>' }, 4],
  ])('is api.vk.com where api.vk.ru answers with %s, which is found out once', async (_, answer, tries) => {
    const exchanges = [...insteadOfVk('api.vk.ru', answer), ...apiAt('api.vk.com')];
    const { asked, coverage, rows } = await replay(clients, exchanges, options);
    expect(coverage.get('vk')).toMatchObject({ read: 2, not_reached: 0 });
    expect(rows.get('5')).toMatchObject({ customers: 2, subscribers: 9000 });
    expect(asked.filter((line) => line.includes('api.vk.ru'))).toHaveLength(tries);
    expect(asked.filter((line) => line.includes('api.vk.com'))).toHaveLength(3);
  });

  test.each([5, 14, 1117])('is not changed for what VK itself says, error %i', async (error_code) => {
    const refusal = { status: 200, body: { error: { error_code, error_msg: 'no' } } };
    const exchanges = [...insteadOfVk('api.vk.ru', refusal), ...apiAt('api.vk.com')];
    const { asked, coverage } = await replay(clients, exchanges, options);
    expect(coverage.get('vk')).toMatchObject({ read: 0, not_reached: 2 });
    expect(hostsIn(asked)).toEqual(['api.vk.ru']);
  });

  test('is not changed to get around a limit', async () => {
    const tooOften = { status: 429, headers: { 'retry-after': '7200' }, body: {} };
    const exchanges = [...insteadOfVk('api.vk.ru', tooOften), ...apiAt('api.vk.com')];
    const { asked } = await replay(clients, exchanges, options);
    expect(hostsIn(asked)).toEqual(['api.vk.ru']);
  });
});

describe('a profile', () => {
  const alone = 'customer,vk\nAda Quince,https://vk.ru/anna_quince\n';
  const found = {
    request: 'POST https://api.vk.ru/method/users.get',
    status: 200,
    body: { response: [person(11, 'anna_quince')] },
  };

  test.each([
    [18, 'not_found'],
    [37, 'not_found'],
    [39, 'not_found'],
    [113, 'not_found'],
    [3610, 'not_found'],
    [15, 'hidden'],
    [30, 'hidden'],
  ])('of which VK says error %i when its list is asked for is %s', async (error_code, status) => {
    const error = { error_code, error_msg: 'no' };
    const failures = ['groups.get', 'users.getSubscriptions'].map((method) => ({ method, ...error }));
    for (const way of [
      [{ request: 'execute', body: { response: [false, false], execute_errors: failures } }],
      [
        { request: 'execute', body: { error: { error_code: 28, error_msg: 'not with this token' } } },
        { request: 'groups.get', body: { error } },
        { request: 'users.getSubscriptions', body: { error } },
      ],
    ]) {
      const answers = way.map(({ request, body }) => ({
        request: `POST https://api.vk.ru/method/${request}`,
        status: 200,
        body,
      }));
      // oxlint-disable-next-line no-await-in-loop
      const { coverage } = await replay(alone, [found, ...answers], options);
      expect(coverage.get('vk')).toMatchObject({ read: 0, not_reached: 0, [status]: 1 });
    }
  });

  test.each([39, 113, 3610, 100])('whose very name is refused with error %i is not found', async (error_code) => {
    const refused = { ...found, body: { error: { error_code, error_msg: 'no' } } };
    const { coverage } = await replay(alone, [refused], options);
    expect(coverage.get('vk')).toMatchObject({ read: 0, not_reached: 0, not_found: 1 });
  });
});
