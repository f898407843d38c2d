import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { analyze } from '../../src/index.ts';
import { hurriedClock } from '../helpers/clock.ts';
import { serve } from '../doubles/serve.ts';

const account = (user: string, host: string, more: object = {}): object => ({
  id: user,
  acct: user,
  uri: `https://${host}/users/${user}`,
  url: `https://${host}/@${user}`,
  following_count: 1,
  ...more,
});

const followed = account('hedge', 'town.example', { followers_count: 9000 });

const answers = new Map<string, unknown>([
  [
    'old.example/api/v1/accounts/lookup',
    account('mia', 'old.example', { moved: { ...account('mia', 'town.example'), acct: 'mia@town.example' } }),
  ],
  ['town.example/api/v1/accounts/lookup', account('mia', 'town.example')],
  ['town.example/api/v1/accounts/mia/following', [followed]],
]);

test('a client’s profile that has moved is told with its line and its new address', async () => {
  const served = await serve([
    {
      hosts: ['old.example', 'town.example'],
      answer: ({ host, path }) => {
        const body = answers.get(host + path);
        return body === undefined
          ? { status: 404, body: '{"error":"Record not found"}' }
          : { status: 200, body: JSON.stringify(body) };
      },
    },
  ]);
  onTestFinished(() => served.close());
  const customers = [
    { customer: 'Ada Quince', profile: '@mia@town.example' },
    { customer: 'Mia Voss', profile: '@mia@old.example' },
  ];
  const settings = { customers, connectTo: served.connectTo, thirdParty: 'ignore' } as const;
  const folder = mkdtempSync(join(tmpdir(), 'moved-profiles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const state = join(folder, 'state.sqlite');
  const clock = hurriedClock();
  const asked: number[] = [];
  for (const run of ['first', 'second, which asks nobody']) {
    // oxlint-disable-next-line no-await-in-loop
    const { report } = await analyze({ ...settings, state }, { clock });
    expect(report.problems, run).toEqual([
      {
        file: 'customers',
        line: 3,
        value: 'mia@old.example',
        problem: 'the profile has moved to https://town.example/@mia; what it follows was read there',
        whatToDo: 'write the new address',
      },
    ]);
    expect(report.coverage, run).toMatchObject([{ network: 'mastodon', read: 1, not_found: 0 }]);
    asked.push(served.asked.length);
  }
  expect(asked[1]).toBe(asked[0]);
});
