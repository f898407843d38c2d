import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hurriedClock } from '../helpers/clock.ts';
import { type RunResult, analyze } from '../../src/index.ts';
import { networks } from '../../src/networks/index.ts';
import type { Coverage } from '../../src/types/report.ts';
import { blueskyDouble } from '../doubles/bluesky.ts';
import { githubDouble } from '../doubles/github.ts';
import { type Double, type Graph, crowdGraph } from '../doubles/graph.ts';
import { doubles as makers } from '../doubles/index.ts';
import { type Served, serve } from '../doubles/serve.ts';

const perNetwork = 40;
const graph: Graph = crowdGraph({ people: perNetwork, follows: 30, media: 60 });
const [, second, third] = graph.people;
if (second) second.state = 'hidden';
if (third) third.state = 'gone';

const doubles: Record<string, Double> = {
  ...Object.fromEntries(Object.entries(makers).map(([network, make]) => [network, make(graph)])),
  github: githubDouble(graph, { token: 'secret-github' }),
};
/** Its servers answer with HTML, whatever they are asked. */
const broken = 'youtube';
/** Nothing listens where its servers should be. */
const down = 'soundcloud';

/** Networks whose lists can be read, and are. */
const readable = networks.flatMap((network) =>
  network.closed || network.resourcesOnly || [broken, down].includes(network.id) ? [] : [network.id],
);
const hidden = (network: string): number => (doubles[network]?.hidesNobody ? 0 : 1);

const folder = mkdtempSync(join(tmpdir(), 'target-resources-mixed-'));
let served: Served;
let outcome: RunResult;

beforeAll(async () => {
  const faulty = { ...doubles[broken], answer: () => ({ status: 200, body: '<html>maintenance</html>' }) } as Double;
  served = await serve(Object.entries(doubles).map(([network, double]) => (network === broken ? faulty : double)));
  const deadHosts = Object.fromEntries((doubles[down]?.hosts ?? []).map((host) => [host, 'http://127.0.0.1:9']));
  const customers = join(folder, 'customers.csv');
  writeFileSync(customers, customersCsv());
  outcome = await analyze(
    {
      customers,
      connectTo: { ...served.connectTo, ...deadHosts },
      output: join(folder, 'output'),
      state: join(folder, 'state.sqlite'),
      top: 200,
      xBudget: 1000,
    },
    { clock: hurriedClock(), progress: () => undefined, tokens: tokens() },
  );
}, 120_000);

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

/** 300 customers: the profiles of all networks dealt out, so that some have one and some two. */
function customersCsv(): string {
  const profiles = Object.values(doubles).flatMap((double) => graph.people.map(({ name }) => double.addressOf(name)));
  const rows = Array.from({ length: 300 }, (_, index) =>
    [profiles[index], profiles[index + 300]].filter(Boolean).join(' '),
  );
  return `customer,profiles,x consent\n${rows.map((cell, index) => `customer ${index},${cell},yes\n`).join('')}`;
}

const tokens = (): Map<string, string> =>
  new Map(Object.entries(doubles).flatMap(([network, { token }]) => (token ? [[network, token] as const] : [])));

const coverageOf = (network: string): Coverage | undefined =>
  outcome.report.coverage.find((each) => each.network === network);

const largestFirst = (a: number, b: number): number => b - a;

test.each(readable)('%s is read to the last profile, whatever happens elsewhere', (network) => {
  const counts = { read: perNetwork - 1 - hidden(network), hidden: hidden(network), not_found: 1 };
  expect(coverageOf(network)).toMatchObject({ profiles: perNetwork, ...counts });
});

test('what a person reads on Telegram is not public', () => {
  expect(coverageOf('telegram')).toMatchObject({ profiles: perNetwork, needs_login: perNetwork });
});

test.each([broken, down])('%s is told as not reached, profile by profile, and makes the run incomplete', (network) => {
  expect(coverageOf(network)).toMatchObject({ profiles: perNetwork, read: 0, not_reached: perNetwork });
  expect(outcome.complete).toBe(false);
});

test.each(readable)('%s: every resource has exactly its followers', (network) => {
  const readers = graph.people.filter(({ state }) => state === 'open' || (state === 'hidden' && hidden(network) === 0));
  const expected = graph.media.map(({ name }) => readers.filter(({ follows }) => follows.includes(name)).length);
  const counted = outcome.report.rows.filter((row) => row.network === network).map(({ customers }) => customers);
  expect(counted.toSorted(largestFirst)).toEqual(expected.filter(Boolean).toSorted(largestFirst));
});

test('a network that hangs holds up nobody: the others are read while its first answer is out', async () => {
  const gate = new EventEmitter();
  const hanging = once(gate, 'open');
  const slow: Double = {
    ...blueskyDouble(graph),
    answer: async (question) => {
      await hanging;
      return blueskyDouble(graph).answer(question);
    },
  };
  const others = ['mastodon', 'vk'];
  const all = await serve([slow, ...others.flatMap((network) => doubles[network] ?? [])]);
  const customers = join(folder, 'slow.csv');
  const addresses = graph.people.map(({ name }) =>
    [slow, doubles['mastodon'], doubles['vk']].map((double) => double?.addressOf(name)).join(' '),
  );
  writeFileSync(
    customers,
    `customer,profiles\n${addresses.map((cell, index) => `customer ${index},${cell}\n`).join('')}`,
  );
  const read = new Map<string, number>();
  const run = analyze(
    { customers, connectTo: all.connectTo, output: join(folder, 'slow'), state: ':memory:', top: 1 },
    {
      clock: hurriedClock(),
      tokens: tokens(),
      progress: (event) => {
        if (event.stage !== 'collect') return;
        read.set(event.network, event.done);
        if (others.every((network) => read.get(network) === perNetwork)) gate.emit('open');
      },
    },
  );
  const { report } = await run;
  await all.close();
  expect(report.coverage.map(({ read: lists }) => lists)).toEqual([perNetwork - 2, perNetwork - 2, perNetwork - 2]);
});
