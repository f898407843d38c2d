import { outsideClasses } from '../../../src/types/judgement.ts';
import { expect, test } from 'vitest';
import { collect } from '../../../src/stages/collect.ts';
import { count } from '../../../src/stages/count.ts';
import { examine } from '../../../src/stages/examine.ts';
import type { CollectContext, JudgeContext } from '../../../src/stages/context.ts';
import { createJudge } from '../../../src/stages/judge.ts';
import { rank } from '../../../src/stages/rank.ts';
import { openStore } from '../../../src/state/store.ts';
import type { Decision, Input } from '../../../src/types/input.ts';
import type { Row } from '../../../src/types/report.ts';
import {
  type FakeAccount,
  type FakeNetwork,
  fakeNetwork,
  noWeb,
  postsBy,
  seeded,
  stillClock,
  today,
} from './fake-network.ts';

interface World {
  accounts: Map<string, FakeAccount>;
  input: Input;
}

/** Customers who follow popular resources more often, some of which publish outsiders, some of which are small. */
function randomWorld(seed: number): World {
  const random = seeded(seed);
  const pick = (most: number): number => Math.floor(random() * most);
  const resources = Array.from({ length: 20 + pick(60) }, (_, index) => `r${index}`);
  const accounts = new Map<string, FakeAccount>(
    resources.map((name) => [
      name,
      {
        subscribers: random() < 0.1 ? null : ([4999, 5000, 5001, 20_000, 900_000][pick(5)] ?? null),
        posts: random() < 0.1 ? [] : postsBy(['a', 'b', 'c'].slice(0, pick(4)), pick(3), random() < 0.2 ? 300 : 2),
      },
    ]),
  );
  const names = Array.from({ length: 3 + pick(15) }, (_, index) => `p${index}`);
  for (const name of names) {
    const follows = resources.filter((_, index) => random() < 3 / (index + 3)).toSorted(() => random() - 0.5);
    accounts.set(name, { follows, subscribers: 10 });
  }
  const customers = names.map((name) => ({ key: name, profiles: [{ network: 'fake', name, host: 'fake.example' }] }));
  return { accounts, input: { customers, follows: [], decisions: [], problems: [] } };
}

async function run(world: World, top: number, network = fakeNetwork('fake', world.accounts)): Promise<Row[]> {
  const networks = [network];
  const store = openStore(':memory:', stillClock);
  const asking: CollectContext = {
    networks,
    store,
    clock: stillClock,
    maxAgeMs: 1000,
    progress: () => undefined,
    webFor: () => noWeb,
    signal: new AbortController().signal,
  };
  await collect(world.input, asking);
  const counted = count(store, 1, world.input.decisions);
  const knowledge: JudgeContext = {
    criteria: {
      minSubscribers: 5000,
      minCustomers: 1,
      thirdParty: 'require',
      thirdPartyClasses: [...outsideClasses],
      top,
    },
    networks,
    decisions: world.input.decisions,
    now: today,
    asked: true,
    facts: (resource) => store.facts(resource),
    evidence: (resource) => store.evidence(resource),
  };
  const judge = createJudge(knowledge);
  await examine(counted.candidates, knowledge, judge, asking);
  const { rows } = rank(counted, knowledge, judge);
  store.close();
  return rows;
}

/** Those to go to, and those that everybody follows. */
const blocksIn = (rows: Row[]): [main: Row[], mass: Row[]] => [
  rows.filter(({ block }) => block === 'main'),
  rows.filter(({ block }) => block === 'mass'),
];

/** Without what is reckoned from all examined resources together, and what counts the rows before. */
const exact = (row: Row): Partial<Row> => ({
  ...row,
  rank: 0,
  reach: 0,
  newCustomers: 0,
  expectedByChance: 0,
  lift: 0,
  qValue: 0,
  strength: null,
});

const kept = (rows: Row[]): Row[] => rows.filter(({ verdict }) => verdict === 'keep');

test('examining what the top needs ranks like examining everything, for 60 random worlds', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const world = randomWorld(seed);
    const [everything, allMass] = blocksIn(await run(world, Infinity));
    const top = 1 + (seed % 12);
    const [some, mass] = blocksIn(await run(world, top));
    expect(some.map(exact), `seed ${seed}`).toEqual(everything.slice(0, some.length).map(exact));
    expect(mass.map(exact), `seed ${seed}`).toEqual(allMass.slice(0, mass.length).map(exact));
    expect(some.length, `seed ${seed}`).toBeGreaterThanOrEqual(Math.min(top, everything.length));
    const behind = everything.slice(some.length).map(({ customers }) => customers);
    const last = some.at(-1)?.customers ?? Infinity;
    expect(Math.max(-Infinity, ...behind), `seed ${seed}: the last level is complete`).toBeLessThan(last);
  }
});

test('the order of the input and of the lists does not show', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const world = randomWorld(seed);
    const shuffled = randomWorld(seed);
    shuffled.input.customers.reverse();
    for (const account of shuffled.accounts.values()) account.follows?.reverse();
    expect(await run(shuffled, 5), `seed ${seed}`).toEqual(await run(world, 5));
  }
});

test('what lies behind the asked top is neither asked nor judged', async () => {
  const posts = postsBy(['a', 'b']);
  const accounts = new Map<string, FakeAccount>([
    ['p1', { follows: ['both1', 'both2', ...Array.from({ length: 30 }, (_, index) => `one${index}`)] }],
    ['p2', { follows: ['both1', 'both2'] }],
    ...['both1', 'both2'].map((name): [string, FakeAccount] => [name, { subscribers: 6000, posts }]),
    ...Array.from({ length: 30 }, (_, index): [string, FakeAccount] => [`one${index}`, { subscribers: 6000, posts }]),
  ]);
  const customers = ['p1', 'p2'].map((name) => ({
    key: name,
    profiles: [{ network: 'fake', name, host: 'fake.example' }],
  }));
  const network = fakeNetwork('fake', accounts);
  const rows = await run({ accounts, input: { customers, follows: [], decisions: [], problems: [] } }, 1, network);
  expect(kept(rows).map(({ resource }) => resource)).toEqual(['both1', 'both2']);
  expect(rows.filter(({ verdict, reason }) => verdict === 'unexamined' && reason === 'not_needed')).toHaveLength(30);
  expect(network.requests).toMatchObject({ facts: 1, posts: 2 });
  expect(rows.filter(({ verdict }) => verdict === 'unexamined').every(({ subscribers }) => subscribers === null)).toBe(
    true,
  );
});

test('facts are asked in full batches, whatever the levels are', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `r${String(index).padStart(2, '0')}`);
  const accounts = new Map<string, FakeAccount>(
    names.map((name) => [name, { subscribers: 9000, posts: postsBy(['a', 'b']) }]),
  );
  for (let customer = 0; customer < 20; customer++)
    accounts.set(`p${customer}`, { follows: names.slice(0, 20 - customer) });
  const profiles = [...accounts.keys()].filter((name) => name.startsWith('p'));
  const customers = profiles.map((name) => ({
    key: name,
    profiles: [{ network: 'fake', name, host: 'fake.example' }],
  }));
  const network: FakeNetwork = fakeNetwork('fake', accounts);
  await run({ accounts, input: { customers, follows: [], decisions: [], problems: [] } }, 20, network);
  expect(network.requests.facts).toBe(20 / network.batch.facts);
});

const decide = (name: string, verdict: Decision['verdict']): Decision => ({
  resource: { network: 'fake', name, id: null, url: `https://fake.example/${name}`, host: 'fake.example' },
  verdict,
  note: 'I know them',
  means: null,
});

test('a decision wins over every rule, also behind the top, and costs no posts when it is no', async () => {
  const accounts = new Map<string, FakeAccount>([
    ['p1', { follows: ['small', 'good', 'rare'] }],
    ['p2', { follows: ['small', 'good'] }],
    ['small', { subscribers: 3 }],
    ['good', { subscribers: 9000, posts: postsBy(['a', 'b']) }],
    ['rare', { subscribers: 9000, posts: postsBy(['a', 'b']) }],
  ]);
  const customers = ['p1', 'p2'].map((name) => ({
    key: name,
    profiles: [{ network: 'fake', name, host: 'fake.example' }],
  }));
  const decisions = [decide('small', 'keep'), decide('good', 'drop'), decide('rare', 'keep')];
  const network = fakeNetwork('fake', accounts);
  const rows = await run({ accounts, input: { customers, follows: [], decisions, problems: [] } }, 1, network);
  expect(kept(rows).map(({ resource, reason, note }) => [resource, reason, note])).toEqual([
    ['small', 'your_decision', 'I know them'],
    ['rare', 'your_decision', 'I know them'],
  ]);
  expect(rows.find(({ resource }) => resource === 'good')).toMatchObject({ verdict: 'drop', reason: 'your_decision' });
  expect(network.requests.posts).toBe(1);
});
