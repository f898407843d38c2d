import { expect, test } from 'vitest';
import { blueskyDouble } from '../doubles/bluesky.ts';
import { mastodonDouble } from '../doubles/mastodon.ts';
import { vkDouble } from '../doubles/vk.ts';
import { type Cells, graphOf, ranking, schedule } from './schedule.ts';

const appView = 'public.api.bsky.app';
const sky = graphOf({ herald: 19, digest: 12, small: 3 }, 19);
const town = graphOf({ bulletin: 8, gazette: 5 }, 10);
const [bluesky, mastodon, vk] = [blueskyDouble(sky), mastodonDouble(town), vkDouble(town)];
const token = { vk: vk.token ?? '' };

const skyClients: Cells[] = sky.people.map(({ name }) => ({
  customer: `of ${name}`,
  profile: bluesky.addressOf(name),
}));
const townClients: Cells[] = town.people.map(({ name }) => ({ customer: name, profile: mastodon.addressOf(name) }));
const vkClients: Cells[] = town.people.map(({ name }) => ({ customer: name, profile: vk.addressOf(name) }));

test('day 0 good, day 8 without internet, day 15 good: nothing is lost, and nobody is new', async () => {
  const job = await schedule(() => [bluesky]);
  const first = await job.run(0, skyClients);
  expect(ranking(first).map(([, clients]) => clients)).toEqual([19, 12, 3]);
  await expect(job.run(8, skyClients, { down: [appView] })).rejects.toMatchObject({ code: 'offline' });
  expect(job.table('resources.csv').map(({ customers }) => customers)).toEqual(['19', '12', '3']);

  const old = await job.report(8);
  expect(ranking(old)).toEqual(ranking(first).map(([title, clients]) => [title, clients, 'same']));
  expect(old.report.rows.map(({ ageDays }) => ageDays)).toEqual([8, 8, 8]);
  expect(old.report.coverage).toMatchObject([{ read: 19, not_reached: 0, kept: 19, age_days: 8 }]);
  expect(job.table('resources.csv').map(({ age_days }) => age_days)).toEqual(['8', '8', '8']);

  const last = await job.run(15, skyClients);
  expect(ranking(last)).toEqual(ranking(first).map(([title, clients]) => [title, clients, 'same']));
  expect(last.report.previous).toEqual({ date: '2026-11-22', gone: [] });
  expect(last.report.coverage).toMatchObject([{ read: 19, kept: 0, age_days: 0 }]);
});

test.each([
  ['nobody listens', { down: ['meadow.example'] }, /connection failed/],
  ['a host answers with errors', { instead: failing('meadow.example') }, /answered 500/],
])('one of two networks is away, where %s: its last answers stand and are marked', async (_, away, reason) => {
  const job = await schedule(() => [bluesky, mastodon]);
  const clients = [...skyClients, ...townClients];
  const first = await job.run(0, clients);
  const second = await job.run(8, clients, away);
  expect(ranking(second)).toEqual(ranking(first).map(([title, customers]) => [title, customers, 'same']));
  expect([job.exitCodeOf(first), job.exitCodeOf(second)]).toEqual([0, 3]);
  expect(job.table('coverage.csv')).toMatchObject([
    { network: 'bluesky', read: '19', kept: '0', age_days: '0' },
    { network: 'mastodon', read: '10', kept: '10', age_days: '8' },
  ]);
  const unread = job.table('reasons.csv').find(({ what }) => what === 'profile');
  expect(unread).toMatchObject({
    host: 'meadow.example',
    status: 'not_reached',
    count: '10',
    kept: '10',
    age_days: '8',
    since: '2026-11-30',
  });
  expect(unread?.['reason']).toMatch(reason);
  expect(Object.fromEntries(job.table('resources.csv').map(({ title, age_days }) => [title, age_days]))).toEqual({
    herald: '0',
    digest: '0',
    small: '0',
    bulletin: '8',
    gazette: '8',
  });
  expect(job.text('report.html')).toContain('up to 8 days old');
  const third = await job.run(15, clients);
  expect(ranking(third)).toEqual(ranking(first).map(([title, customers]) => [title, customers, 'same']));
  expect(third.report.previous).toEqual({ date: '2026-11-22', gone: [] });
});

test('a host that answers for some only costs these nothing, and says how many keep an earlier answer', async () => {
  const job = await schedule(() => [bluesky, mastodon]);
  const clients = [...skyClients, ...townClients];
  await job.run(0, clients);
  const instead = failing('meadow.example', /person[1-3]|\/following/);
  const second = await job.run(8, clients, { instead });
  expect(second.report.rows.map(({ customers }) => customers)).toEqual([19, 12, 8, 5, 3]);
  expect(second.report.coverage).toMatchObject([{ kept: 0 }, { read: 10, kept: expect.any(Number), age_days: 8 }]);
  expect(second.complete).toBe(false);
});

test.each([
  ['a token that has expired', { tokens: token, instead: refusing(5) }, ['renew_token']],
  ['a token that is missing', { tokens: {} }, ['set_token']],
  ['a quota that is spent', { tokens: token, instead: refusing(29) }, ['wait', 'run_again', 'raise_budget']],
])('%s for a day changes no count', async (_, away, remedies) => {
  const job = await schedule(() => [bluesky, vk]);
  const clients = [...skyClients, ...vkClients];
  const first = await job.run(0, clients, { tokens: token });
  const second = await job.run(8, clients, away);
  expect(ranking(second)).toEqual(ranking(first).map(([title, customers]) => [title, customers, 'same']));
  expect(second.report.coverage).toMatchObject([{ kept: 0 }, { network: 'vk', read: 10, kept: 10, age_days: 8 }]);
  const unread = second.report.reasons.find(({ what }) => what === 'profile');
  expect(unread).toMatchObject({ network: 'vk', status: 'not_reached', count: 10, kept: 10, ageDays: 8 });
  expect(remedies).toContain(unread?.remedy);
  const third = await job.run(15, clients, { tokens: token });
  expect(ranking(third).map(([, , change]) => change)).not.toContain('new');
});

test('facts and posts of an earlier day stand while their network does not tell them, and are marked', async () => {
  const job = await schedule(() => [bluesky]);
  const settings = { thirdParty: 'require' } as const;
  const first = await job.run(0, skyClients, { settings });
  expect(ranking(first)).toHaveLength(3);
  const instead = failing(appView, /getProfiles|getAuthorFeed/);
  const second = await job.run(8, skyClients, { settings, instead });
  expect(ranking(second).map(([, clients]) => clients)).toEqual([19, 12, 3]);
  expect(job.table('resources.csv').map(({ age_days }) => age_days)).toEqual(['8', '8', '8']);
  expect(job.exitCodeOf(second)).toBe(3);
});

test('what is older than --keep no longer stands', async () => {
  const job = await schedule(() => [bluesky, mastodon]);
  const clients = [...skyClients, ...townClients];
  const settings = { keep: 10 };
  await job.run(0, clients, { settings });
  const { report } = await job.run(12, clients, { settings, down: ['meadow.example'] });
  expect(report.coverage).toMatchObject([{ read: 19 }, { read: 0, not_reached: 10, kept: 0, age_days: null }]);
  expect(report.reasons).toMatchObject([{ count: 10, kept: 0, ageDays: null }]);
});

test('a run that could not read a network at all is nothing to compare with, and compares with nothing', async () => {
  const job = await schedule(() => [bluesky, mastodon]);
  const clients = [...skyClients, ...townClients];
  const first = await job.run(0, clients, { down: ['meadow.example'] });
  const second = await job.run(1, clients);
  expect([first.report.previous, second.report.previous]).toEqual([null, null]);
  const third = await job.run(2, clients);
  expect(third.report.previous).toEqual({ date: '2026-11-23', gone: [] });
});

test('a worse run leaves the history of the day to the better one, and a better one takes its place', async () => {
  const job = await schedule(() => [bluesky, mastodon]);
  const clients = [...skyClients, ...townClients];
  const settings = { maxAge: 0 };
  await job.run(0, clients, { settings, instead: gone });
  expect(job.history()).toEqual({
    '2026-11-22': [
      ['herald', 19],
      ['digest', 12],
      ['small', 3],
    ],
  });
  await job.run(0, clients, { settings });
  const whole = [
    ['herald', 19],
    ['digest', 12],
    ['bulletin', 8],
    ['gazette', 5],
    ['small', 3],
  ];
  expect(job.history()).toEqual({ '2026-11-22': whole });
  const worse = await job.run(0.5, clients, { settings, instead: gone });
  expect(ranking(worse)).toHaveLength(3);
  expect(job.history()).toEqual({ '2026-11-22': whole });
  const next = await job.run(1, clients, { settings });
  expect(next.report.previous).toEqual({ date: '2026-11-22', gone: [] });
  expect(ranking(next).map(([, , change]) => change)).toEqual(['same', 'same', 'same', 'same', 'same']);
});

const gone = ({ host }: { host: string }) => (host === 'meadow.example' ? { status: 404, body: '{}' } : null);

function failing(host: string, paths = /./) {
  return (question: { host: string; path: string }) =>
    question.host === host && paths.test(question.path) ? { status: 500, body: '' } : null;
}

/** VK's refusal of every call. */
function refusing(code: number) {
  return ({ host }: { host: string }) =>
    host.startsWith('api.vk.')
      ? { status: 200, body: JSON.stringify({ error: { error_code: code, error_msg: 'refused' } }) }
      : null;
}
