import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInput } from '../../../src/inputs/read-input.ts';
import { obeyExclusions } from '../../../src/library/opt-out.ts';
import { collect } from '../../../src/stages/collect.ts';
import { count } from '../../../src/stages/count.ts';
import { openStore } from '../../../src/state/store.ts';
import type { RowsInput } from '../../../src/tables/read-table.ts';
import type { Store } from '../../../src/types/store.ts';
import { type FakeAccount, fakeNetwork, noWeb, stillClock } from '../stages/fake-network.ts';
import { folder } from '../state/given.ts';

const accounts = new Map<string, FakeAccount>([
  ['garden', { subscribers: 6000 }],
  ['secrets-of-anna', { subscribers: 6000 }],
  ['anna', { follows: ['garden', 'secrets-of-anna'] }],
  ['boris', { follows: ['garden'] }],
]);

/** A network that knows anna by a second name. */
function network() {
  const plain = fakeNetwork('fake', accounts);
  const asked: string[] = [];
  return {
    ...plain,
    asked,
    async *findProfiles(names: Parameters<typeof plain.findProfiles>[0]) {
      for (const name of names) {
        asked.push(name.name);
        const id = name.name === 'anna-by-another-name' ? 'anna' : name.name;
        yield [name, { profile: { network: 'fake', id, ref: id, host: name.host } }] as const;
      }
    },
  } as unknown as typeof plain & { asked: string[] };
}

async function run(store: Store, customers: RowsInput, exclude: RowsInput | null) {
  const fake = network();
  const read = await readInput(
    {
      customers: { name: 'clients', rows: customers },
      follows: [],
      verdicts: null,
      exclude: exclude && { name: 'exclude', rows: exclude },
      columns: new Map(),
    },
    [fake],
  );
  const { input, exclusion } = obeyExclusions(read, [fake], store);
  const context = { networks: [fake], store, clock: stillClock, maxAgeMs: 1e12, progress: () => undefined };
  const signal = new AbortController().signal;
  await collect(input, { ...context, signal, webFor: () => noWeb, exclusion });
  const { customers: clients, coverage } = count(store, 1, []);
  return { clients, coverage: coverage[0], asked: fake.asked, lists: fake.requests.lists };
}

const named = (...names: string[]): RowsInput => [['name', 'fake'], ...names.map((name) => [`Client ${name}`, name])];

test('whoever is on the list is neither asked for nor counted, and coverage says how many', async () => {
  const store = openStore(':memory:', stillClock);
  const { clients, coverage, asked } = await run(store, named('anna', 'boris'), [['fake'], ['anna']]);
  expect(asked).toEqual(['boris']);
  expect([clients, coverage?.profiles, coverage?.read, coverage?.excluded]).toEqual([1, 1, 1, 1]);
});

test('what the state holds of them is removed to the last byte', async () => {
  const path = join(folder(), 'state.sqlite');
  const store = openStore(path, stillClock);
  await run(store, named('anna', 'boris'), null);
  await run(store, named('anna', 'boris'), [['name'], ['client ANNA']]);
  expect(store.found({ network: 'fake', name: 'anna', host: '' })).toBeNull();
  expect(store.list({ network: 'fake', id: 'anna', ref: '', host: '' })).toBeNull();
  expect(store.list({ network: 'fake', id: 'boris', ref: '', host: '' })).not.toBeNull();
  store.close();
  expect(readFileSync(path).includes('secrets-of-anna')).toBe(false);
});

test('another name of the same profile is known from an earlier run, and never asked for again', async () => {
  const store = openStore(':memory:', stillClock);
  await run(store, named('anna', 'anna-by-another-name'), null);
  const list = [['fake'], ['anna-by-another-name']];
  for (const client of ['anna', 'anna-by-another-name', 'anna']) {
    const { asked, clients, coverage } = await run(store, named(client, 'boris'), list);
    expect(
      asked.filter((name) => name !== 'boris'),
      client,
    ).toEqual([]);
    expect([clients, coverage?.excluded]).toEqual([1, 1]);
  }
});

test('a name that turns out to be a profile on the list is not read, and its client is gone', async () => {
  const store = openStore(':memory:', stillClock);
  const { clients, coverage, lists } = await run(store, named('anna-by-another-name', 'boris'), [['fake'], ['anna']]);
  expect([clients, coverage?.excluded, lists]).toEqual([1, 1, 1]);
  expect(store.found({ network: 'fake', name: 'anna-by-another-name', host: '' })).toBeNull();
});

test('whoever takes the objection back is asked again', async () => {
  const store = openStore(':memory:', stillClock);
  await run(store, named('anna', 'boris'), [['fake'], ['anna']]);
  const { clients, coverage } = await run(store, named('anna', 'boris'), [['fake'], ['somebody']]);
  expect([clients, coverage?.excluded]).toEqual([2, 0]);
});
