import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { toCsv } from '../../src/outputs/csv.ts';
import { reasonColumns } from '../../src/outputs/columns.ts';
import { type RunSettings, analyze } from '../../src/index.ts';
import type { DoubleAnswer } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';
import { hurriedClock } from '../helpers/clock.ts';

type Answers = Record<string, (path: string) => Partial<DoubleAnswer> & { json?: unknown }>;

/** A run over hosts that answer as written; a client a row. */
async function run(
  customers: Record<string, string>[],
  hosts: Answers,
  { tokens = {}, ...settings }: RunSettings & { tokens?: Record<string, string> } = {},
) {
  const doubles = Object.entries(hosts).map(([host, answer]) => ({
    hosts: [host],
    addressOf: (name: string) => name,
    answer: ({ path }: { path: string }): DoubleAnswer => {
      const { json, ...reply } = answer(path);
      return { status: 200, body: JSON.stringify(json ?? {}), ...reply };
    },
  }));
  const served = await serve(doubles);
  onTestFinished(() => served.close());
  const result = await analyze(
    { customers, thirdParty: 'ignore', connectTo: served.connectTo, ...settings },
    { clock: hurriedClock(), tokens: new Map(Object.entries(tokens)) },
  );
  return { ...result, asked: served.asked };
}

const vkClient = [{ customer: 'Ada Quince', vk: 'https://vk.com/anna_gardner' }];
const vkHosts = (answer: Answers[string]): Answers => ({ 'api.vk.com': answer, 'api.vk.ru': answer });
const anna = {
  id: 11,
  first_name: 'Anna',
  last_name: 'G',
  screen_name: 'anna_gardner',
  is_closed: false,
  can_access_closed: true,
};

test.each([
  ['vk', 'https://vk.com/anna_gardner', 'VK_TOKEN', ['api.vk.com', 'api.vk.ru']],
  ['youtube', 'https://www.youtube.com/@annagarden', 'YOUTUBE_API_KEY', ['youtube.googleapis.com']],
  ['soundcloud', 'https://soundcloud.com/anna-garden', 'SOUNDCLOUD_CLIENT', ['api.soundcloud.com']],
  ['flickr', 'https://www.flickr.com/people/annagarden/', 'FLICKR_API_KEY', ['api.flickr.com']],
])(
  'a token that is missing, of %s, is named, with where to get one, before anybody is asked',
  async (network, profile, variable, hosts) => {
    const answers = Object.fromEntries(hosts.map((host) => [host, () => ({})]));
    const { report, asked, complete } = await run([{ customer: 'Ada Quince', profile }], answers);
    expect(report.coverage).toMatchObject([{ network, not_reached: 1, hidden: 0 }]);
    expect(report.reasons).toMatchObject([
      { network, what: 'profile', status: 'not_reached', count: 1, remedy: 'set_token' },
    ]);
    expect(report.reasons[0]?.reason).toMatch(new RegExp(`^${variable}.* is missing: get one at https:`));
    expect([asked, complete]).toEqual([[], false]);
  },
);

test.each([5, 1116, 1117])('a token that VK does not accept, error %i, is named', async (error_code) => {
  const expired = { error: { error_code, error_msg: 'expired' } };
  const { report } = await run(
    vkClient,
    vkHosts((path) => ({ json: path.endsWith('users.get') ? { response: [anna] } : expired })),
    { tokens: { vk: 'fictional' } },
  );
  expect(report.coverage).toMatchObject([{ network: 'vk', not_reached: 1 }]);
  expect(report.reasons).toMatchObject([{ status: 'not_reached', count: 1, remedy: 'renew_token' }]);
  expect(report.reasons[0]?.reason).toContain('VK does not accept VK_TOKEN');
  expect(JSON.stringify(report.reasons)).not.toMatch(/anna|fictional/);
});

const xClient = (consent: string) => [{ customer: 'Ada Quince', x: 'annagarden', consent }];
const xFound = { data: [{ id: '100', username: 'annagarden', name: 'a', public_metrics: { following_count: 1 } }] };

test.each([
  [{ reason: 'user-not-enrolled', type: 'https://api.x.example/2/problems/client-forbidden' }],
  [{ title: 'Unsupported Authentication', type: 'https://api.x.example/2/problems/unsupported-authentication' }],
  [{ title: 'Forbidden', detail: 'You currently have access to a subset of X API V2 endpoints', type: 'about:blank' }],
])('a plan that does not include what is asked for is said: %j', async (refused) => {
  const { report } = await run(
    xClient('yes'),
    {
      'api.x.com': (path) =>
        path.endsWith('/following') ? { status: 403, body: JSON.stringify(refused) } : { json: xFound },
    },
    { tokens: { x: 'fictional' }, xBudget: 50 },
  );
  expect(report.coverage).toMatchObject([{ network: 'x', not_reached: 1 }]);
  expect(report.reasons).toMatchObject([{ status: 'not_reached', remedy: 'change_plan' }]);
  expect(report.reasons[0]?.reason).toContain('your plan at X does not include');
});

test('whoever did not consent was not asked, and is not called hidden', async () => {
  const { report, asked, complete } = await run(xClient('no'), { 'api.x.com': () => ({}) }, { tokens: { x: 'a' } });
  expect(report.coverage).toMatchObject([{ network: 'x', hidden: 0, not_asked: 1 }]);
  expect(report.reasons).toMatchObject([{ status: 'not_asked', count: 1, remedy: 'consent' }]);
  expect([asked, complete]).toEqual([[], true]);
});

const six = ['anna', 'bert', 'cora', 'dora', 'emil', 'fred'].map((name) => ({
  customer: name,
  mastodon: `@${name}@mead.example`,
}));

test.each([
  [500, {}, /answered 500/],
  [503, {}, /answered 503/],
])('a host that answers %i is told once, with how many', async (status, headers, reason) => {
  const { report, complete } = await run(six, { 'mead.example': () => ({ status, headers, body: '' }) });
  expect(report.coverage).toMatchObject([{ network: 'mastodon', not_reached: 6 }]);
  expect(report.reasons).toMatchObject([
    { host: 'mead.example', status: 'not_reached', count: 6, since: '2026-11-22', remedy: 'run_again' },
  ]);
  expect(report.reasons[0]?.reason).toMatch(reason);
  expect(JSON.stringify(report.reasons)).not.toMatch(/anna|bert|cora/);
  expect(complete).toBe(false);
});

test('a host that wants to be left alone for an hour says from when on another run may do better', async () => {
  const { report } = await run(six, {
    'mead.example': () => ({ status: 503, headers: { 'retry-after': '3600' }, body: '' }),
  });
  expect(report.reasons).toMatchObject([{ status: 'not_reached', count: 6, remedy: 'wait' }]);
  expect(report.reasons[0]?.retryAt).toMatch(/^2026-11-22T1[34]:/);
});

test('a profile that does not exist is a problem with its file and line', async () => {
  const unknown = { status: 404, body: '{"error":"Record not found"}' };
  const { report } = await run(six.slice(0, 2), { 'mead.example': () => unknown });
  expect(report.reasons).toMatchObject([{ status: 'not_found', count: 2, remedy: 'check_spelling' }]);
  expect(report.problems).toEqual(
    [2, 3].map((line) => ({
      file: 'customers',
      line,
      value: line === 2 ? 'anna@mead.example' : 'bert@mead.example',
      problem: 'there is no such profile on mastodon',
      whatToDo: 'check the spelling in your client list: it may have been renamed or deleted',
    })),
  );
});

test.each<[string, string, Answers, string]>([
  [
    'mastodon',
    '@anna@mead.example',
    { 'mead.example': () => ({ status: 410, body: '{"error":"Gone"}' }) },
    'anna@mead.example',
  ],
  [
    'bluesky',
    'https://bsky.app/profile/anna.sky.example',
    { 'public.api.bsky.app': () => ({ json: { profiles: [] } }) },
    'anna.sky.example',
  ],
  ['github', 'https://github.com/anna-garden', { 'api.github.com': () => ({ status: 404, json: {} }) }, 'anna-garden'],
])(
  'a profile that does not exist on %s has its line, and nobody is called hidden',
  async (network, profile, hosts, value) => {
    const { report, complete } = await run([{ customer: 'Ada Quince', profile }], hosts);
    expect(report.coverage).toMatchObject([{ network, not_found: 1, hidden: 0, not_reached: 0 }]);
    expect(report.problems).toMatchObject([{ line: 2, value, problem: `there is no such profile on ${network}` }]);
    expect(complete).toBe(true);
  },
);

test('the reasons are a table with a line for each', async () => {
  const { report } = await run(six, { 'mead.example': () => ({ status: 500, body: '' }) });
  const [heading, ...lines] = [...toCsv(reasonColumns, report.reasons, 'plain')].join('').trim().split('\n');
  expect(heading).toBe('network,host,what,status,reason,count,since,retry_at,remedy,what_to_do,kept,age_days');
  expect(lines).toHaveLength(1);
});

test('a quota that YouTube calls spent is told with its midnight, in every file and on the page', async () => {
  const refusal = { error: { errors: [{ reason: 'quotaExceeded', domain: 'youtube.quota' }] } };
  const output = mkdtempSync(join(tmpdir(), 'quota-'));
  onTestFinished(() => rmSync(output, { recursive: true }));
  const { report } = await run(
    [{ customer: 'Ada Quince', youtube: 'https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa' }],
    { 'youtube.googleapis.com': () => ({ status: 403, json: refusal }) },
    { tokens: { youtube: 'fictional' }, output },
  );
  const midnight = '2026-11-23T08:00:00.000Z';
  expect(report.reasons).toMatchObject([{ network: 'youtube', remedy: 'wait', retryAt: midnight }]);
  const read = (file: string) => readFileSync(join(output, file), 'utf8');
  expect(read('reasons.csv')).toContain(midnight);
  expect(read('report.json')).toContain(midnight);
  expect(read('report.html')).toContain('2026-11-23\u00A008:00\u00A0UTC');
});

test('resources of a survey whose network wants a token are told of, once each, without any name', async () => {
  const follows = [
    { customer: 'Ada Quince', resource: 'https://vk.com/gardeners' },
    { customer: 'Bo Medlar', resource: 'https://vk.com/gardeners' },
    { customer: 'Bo Medlar', resource: 'https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa' },
  ];
  const { report, asked } = await run([], {}, { follows });
  expect(report.reasons).toMatchObject([
    { network: 'vk', what: 'resource', status: 'not_reached', count: 1, remedy: 'set_token' },
    { network: 'youtube', what: 'resource', status: 'not_reached', count: 1, remedy: 'set_token' },
  ]);
  expect(JSON.stringify(report.reasons)).not.toMatch(/gardeners|UCaaa|Ada|Bo/);
  expect(asked).toEqual([]);
});
