import { expect, test } from 'vitest';
import type { RunResult } from '../../src/index.ts';
import { blueskyDouble } from '../doubles/bluesky.ts';
import type { Double, Graph } from '../doubles/graph.ts';
import { mastodonDouble } from '../doubles/mastodon.ts';
import { vkDouble } from '../doubles/vk.ts';
import { youtubeDouble } from '../doubles/youtube.ts';
import { type Cells, graphOf, ranking, schedule } from './schedule.ts';

const host = 'meadow.example';
const town = graphOf({ bulletin: 8, gazette: 5 }, 10);
const films = graphOf({ garden: 4 }, 6);

/** What people follow on Bluesky and VK on each day; a page of VK is renamed on the fourth. */
const skyOn = (day: number): Graph =>
  graphOf({ herald: day < 4 ? 19 : 20, digest: 12, small: day < 4 ? 3 : 15, ...(day >= 5 && { annual: 11 }) }, 20);
const villageOn = (day: number): Graph => graphOf(day < 3 ? { chronicle: 6 } : { almanac: 6 }, 6);

const serversOn = (day: number): [Double, Double, Double, Double] => [
  blueskyDouble(skyOn(day)),
  mastodonDouble(town),
  vkDouble(villageOn(day)),
  youtubeDouble(films),
];

const clientsOf = (server: Double, network: string, people: Graph['people']): Cells[] =>
  people.map(({ name }) => ({ customer: `${name} on ${network}`, profile: server.addressOf(name) }));

/** A client a profile; on the fifth day there is one more on Bluesky, on the sixth one fewer. */
function clientsOn(day: number): Cells[] {
  const [sky, meadow, vk, youtube] = serversOn(day);
  const all = skyOn(day).people;
  return [
    ...clientsOf(sky, 'bluesky', day < 4 ? all.slice(0, 19) : day < 5 ? all : all.slice(1)),
    ...clientsOf(meadow, 'mastodon', town.people),
    ...clientsOf(vk, 'vk', villageOn(day).people),
    ...clientsOf(youtube, 'youtube', films.people),
  ];
}

test('a week of scheduled runs: an outage, a spent quota, a renamed page, a client more, one fewer, an expired token', async () => {
  let day = 0;
  const job = await schedule(() => serversOn(day));
  const [, , vk, youtube] = serversOn(0);
  const tokens = { vk: vk.token ?? '', youtube: youtube.token ?? '' };
  const refused = JSON.stringify({ error: { error_code: 5, error_msg: 'User authorization failed' } });
  const changes = [
    {},
    { down: [host] },
    { settings: { youtubeQuota: 1 } },
    {},
    {},
    {},
    {
      instead: (asked: { host: string }) => (asked.host.startsWith('api.vk.') ? { status: 200, body: refused } : null),
    },
  ];
  const days: RunResult[] = [];
  for (const change of changes) {
    day = days.length;
    const settings = { maxAge: 0, ...change.settings };
    days.push(await job.run(day, clientsOn(day), { tokens, ...change, settings }));
    const written = job.table('resources.csv').map(({ title, customers }) => [title, Number(customers)]);
    expect(written).toEqual(ranking(days[day] ?? neverRan()).map(([title, customers]) => [title, customers]));
    const {
      reason,
      count,
      kept,
      age_days: age,
    } = job.table('reasons.csv').find(({ what }) => what === 'profile') ?? {};
    expect([reason?.slice(0, 20), count, kept, age]).toEqual(reasons[day]);
  }

  const spent = days[2]?.report.reasons.find(({ network }) => network === 'youtube');
  expect(spent).toMatchObject({ remedy: 'raise_budget', since: '2026-11-24', retryAt: '2026-11-24T08:00:00.000Z' });
  expect(days.map((each) => job.exitCodeOf(each))).toEqual([0, 3, 3, 0, 0, 0, 3]);
  expect(days.map(({ report }) => report.customers)).toEqual([41, 41, 41, 41, 42, 41, 41]);
  expect(days.map(({ report }) => report.previous?.date.slice(8) ?? null)).toEqual([
    null,
    '22',
    '22',
    '22',
    '25',
    '26',
    '27',
  ]);
  expect(days.flatMap(({ report }) => report.previous?.gone ?? [])).toEqual([]);

  const first = rankedOn({ herald: 19, digest: 12, bulletin: 8, chronicle: 6, gazette: 5, garden: 4, small: 3 });
  const fourth = rankedOn({ herald: 19, digest: 12, bulletin: 8, almanac: 6, gazette: 5, garden: 4, small: 3 });
  const fifth = rankedOn({ herald: 20, small: 15, digest: 12, bulletin: 8, almanac: 6, gazette: 5, garden: 4 });
  const sixth = rankedOn({
    herald: 19,
    small: 14,
    digest: 11,
    annual: 10,
    bulletin: 8,
    almanac: 6,
    gazette: 5,
    garden: 4,
  });
  expect(job.history()).toEqual({
    '2026-11-22': first,
    '2026-11-23': first,
    '2026-11-24': first,
    '2026-11-25': fourth,
    '2026-11-26': fifth,
    '2026-11-27': sixth,
    '2026-11-28': sixth,
  });

  const changed = days.map((each) =>
    ranking(each)
      .filter(([, , change]) => change !== 'same')
      .map(([title, , change]) => `${title} ${change}`),
  );
  expect(changed.slice(1)).toEqual([[], [], [], ['small up 5'], ['annual new'], []]);
  expect(changed[0]?.every((each) => each.endsWith(' null'))).toBe(true);
});

const reasons = [
  [undefined, undefined, undefined, undefined],
  ['the connection faile', '10', '10', '1'],
  ['1 of 1 quota units (', '6', '6', '1'],
  [undefined, undefined, undefined, undefined],
  [undefined, undefined, undefined, undefined],
  [undefined, undefined, undefined, undefined],
  ['VK does not accept V', '6', '6', '1'],
];

const rankedOn = (clients: Record<string, number>): [string, number][] => Object.entries(clients);

function neverRan(): RunResult {
  throw new Error('there was no run');
}
