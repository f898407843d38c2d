import { outsideClasses } from '../../../src/types/judgement.ts';
import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { collect } from '../../../src/stages/collect.ts';
import { examine } from '../../../src/stages/examine.ts';
import { count } from '../../../src/stages/count.ts';
import { createJudge } from '../../../src/stages/judge.ts';
import { rank } from '../../../src/stages/rank.ts';
import type { CollectContext, JudgeContext } from '../../../src/stages/context.ts';
import { openStore } from '../../../src/state/store.ts';
import type { FollowsPage } from '../../../src/types/resource.ts';
import { type FakeAccount, type FakeNetwork, fakeNetwork, noWeb, postsBy, stillClock, today } from './fake-network.ts';

const follows = ['garden', 'roses', 'seeds'];
const accounts = new Map<string, FakeAccount>([
  ...follows.map((name): [string, FakeAccount] => [name, { subscribers: 6000, posts: postsBy(['a', 'b']) }]),
  ...['anna', 'boris', 'carla'].map((name): [string, FakeAccount] => [name, { follows }]),
]);
const customers = ['anna', 'boris', 'carla'].map((name) => ({
  key: name,
  profiles: [{ network: 'fake', name, host: 'fake.example' }],
}));

async function run(change: (network: FakeNetwork) => Partial<FakeNetwork>, signal = new AbortController().signal) {
  const plain = fakeNetwork('fake', accounts);
  const network = { ...plain, ...change(plain) };
  const networks = [network];
  const store = openStore(':memory:', stillClock);
  const context: CollectContext = {
    networks,
    store,
    clock: stillClock,
    maxAgeMs: 1000,
    progress: () => undefined,
    webFor: () => noWeb,
    signal,
  };
  await collect({ customers, follows: [], decisions: [], problems: [] }, context);
  const counted = count(store, 1, []);
  const judged: JudgeContext = {
    criteria: {
      top: 10,
      minSubscribers: 5000,
      minCustomers: 1,
      thirdParty: 'require',
      thirdPartyClasses: [...outsideClasses],
    },
    networks,
    decisions: [],
    facts: (resource) => store.facts(resource),
    evidence: (resource) => store.evidence(resource),
    now: today,
    asked: true,
  };
  const judge = createJudge(judged);
  await examine(counted.candidates, judged, judge, context);
  return { coverage: counted.coverage, rows: rank(counted, judged, judge).rows, lists: plain.requests.lists };
}

const faults = [
  new TypeError("Cannot read properties of undefined (reading 'test')"),
  new RangeError('Maximum call stack size exceeded'),
  new Error('whatever a library throws'),
];

test.each(faults)('%s while one list is read costs that list', async (fault) => {
  const { coverage, rows } = await run((plain) => ({
    async *listFollows(profile, web, from) {
      if (profile.id === 'boris') throw fault;
      yield* plain.listFollows(profile, web, from);
    },
  }));
  expect(coverage).toMatchObject([{ profiles: 3, read: 2, not_reached: 1 }]);
  expect(rows.map(({ customers: shared }) => shared)).toEqual([2, 2, 2]);
});

test.each(faults)('%s while profiles are found costs those that were not found yet', async (fault) => {
  const { coverage } = await run((plain) => ({
    batch: { profiles: 1, follows: 3, facts: 5, posts: 100 },
    async *findProfiles(names, web) {
      if (names.some(({ name }) => name === 'carla')) throw fault;
      yield* plain.findProfiles(names, web);
    },
  }));
  expect(coverage).toMatchObject([{ profiles: 3, read: 2, not_reached: 1 }]);
});

test.each(faults)('%s while one resource is examined costs that resource', async (fault) => {
  const { rows } = await run((plain) => ({
    async *readPosts(resource, facts, web) {
      if (resource.id === 'roses') throw fault;
      yield* plain.readPosts(resource, facts, web);
    },
  }));
  expect(rows.map(({ resource, verdict, reason }) => [resource, verdict, reason])).toEqual([
    ['garden', 'keep', 'third_party_evidence'],
    ['seeds', 'keep', 'third_party_evidence'],
    ['roses', 'review', 'not_reached'],
  ]);
});

test('what a person must put right first ends the run', async () => {
  const fault = new UserError('browser_missing', 'here');
  const ending = run(() => ({
    listFollows: () => {
      throw fault;
    },
  }));
  await expect(ending).rejects.toBe(fault);
});

/** A list that always has a next page. */
const endless = (pageOf: (at: number) => string[]) =>
  run(() => ({
    async *listFollows(): AsyncGenerator<FollowsPage> {
      for (let at = 0; ; at += 1) {
        const resources = pageOf(at).map((id) => ({
          network: 'fake',
          id,
          name: id,
          title: null,
          url: `https://fake.example/${id}`,
          host: 'fake.example',
          subscribers: 6000,
          countedBy: 'home' as const,
        }));
        yield { resources, next: String(at + 1) };
      }
    },
  }));

test.each([
  ['nothing at all', (): string[] => []],
  ['the same again', (): string[] => ['garden']],
])('a list whose every page brings %s is cut short', async (_, pageOf) => {
  const { coverage } = await endless(pageOf);
  expect(coverage).toMatchObject([{ profiles: 3, read: 0, truncated: 3 }]);
});

const asked = ['findProfiles', 'listFollows', 'readFacts', 'readPosts'] as const;

test.each(asked)(
  'an abort while %s is under way ends the run with its reason, whatever comes of it',
  async (method) => {
    for (const fault of [new TypeError('swallowed'), null]) {
      const ending = new AbortController();
      const reason = new Error('the caller has gone home');
      const work = run(
        () => ({
          async *[method]() {
            ending.abort(reason);
            await Promise.resolve();
            if (fault) throw fault;
            yield* [];
          },
        }),
        ending.signal,
      );
      await expect(work).rejects.toBe(reason);
    }
  },
);

test.each([
  ['soon after what its profile says it follows', 40, 3],
  ['at what a network lets an account follow, where its profile says nothing', undefined, 75],
])('a list without an end is cut short %s', async (_, told, read) => {
  let pages = 0;
  const { coverage } = await run(() => ({
    async *findProfiles(names) {
      for (const name of names) {
        yield [name, { profile: { network: 'fake', id: name.name, ref: name.name, host: name.host, follows: told } }];
      }
    },
    async *listFollows(): AsyncGenerator<FollowsPage> {
      for (;;) {
        pages += 1;
        const resources = Array.from({ length: 100 }, (__, at) => ({
          network: 'fake',
          id: `${pages}-${at}`,
          name: `${pages}-${at}`,
          title: null,
          url: `https://fake.example/${pages}-${at}`,
          host: 'fake.example',
          subscribers: 6000,
          countedBy: 'home' as const,
        }));
        yield { resources, next: String(pages) };
      }
    },
  }));
  expect(coverage).toMatchObject([{ profiles: 3, read: 0, truncated: 3 }]);
  expect(pages).toBe(3 * read);
});
