import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { DatabaseSync } from '@photostructure/sqlite';
import { openStore } from '../../../src/state/store.ts';
import { scan } from '../../../src/state/scan.ts';
import { tables } from '../../../src/state/tables.ts';
import type { Problem, ResourceName } from '../../../src/types/input.ts';
import type { Store } from '../../../src/types/store.ts';
import { clockAt, codeOf, factsOf, folder, listed, nameOf, noon, profileOf } from './given.ts';

const people = Array.from({ length: 12 }, (_, at) => `${at}`);
const resourceOf = (name: string): ResourceName => ({
  ...nameOf(name),
  id: null,
  url: `https://pages.example/${name}`,
});
const rejected = { file: 'clients.csv', line: 7, value: 'Ann', problem: 'none', whatToDo: 'nothing' };

function fill(store: Store): void {
  const customers = people.map((name) => ({ key: `client ${name}`, profiles: [nameOf(name)] }));
  store.saveInput(customers, new Map([['client 0', [listed('imported')]]]), [rejected], noon);
  for (const name of people) {
    const resources = Array.from({ length: 60 }, (_, at) => listed(`${Number(name) * 7919 + at * 104_729}`));
    store.saveFound(nameOf(name), { profile: profileOf(name) }, noon);
    store.addPage(profileOf(name), { resources, next: name === '11' ? 'go on' : null }, noon);
    if (name === '4') store.finishList(profileOf(name), 'hidden', '', noon);
    else if (name !== '11') store.finishList(profileOf(name), 'read', name === '3' ? 'a note' : '', noon);
    store.saveFacts(listed(name), factsOf(name), noon);
    store.saveEvidence(listed(name), name === '5' ? null : [], noon);
    store.saveIdentity(resourceOf(name), listed(name), noon + Number(name) / 2);
    store.saveSpending('x', 1.25, noon);
    store.saveRanking(`digest ${name}`, { share: 1, lists: new Map([['bluesky', new Set(['list'])]]) }, noon);
  }
}

/** Everything that a state answers. */
const contentOf = (store: Store): string[] => [
  `problems ${JSON.stringify(store.problems()?.filter(({ file }) => file === rejected.file))}`,
  ...store.customers().map((lists) => `customer ${JSON.stringify(lists)}`),
  ...store
    .customers()
    .flatMap((lists) =>
      lists.map(({ list }) => `list ${JSON.stringify(store.resources(list))} ${store.keys(list).join()}`),
    ),
  ...people.flatMap((name) => [
    `found ${JSON.stringify(store.found(nameOf(name)))}`,
    `status ${JSON.stringify(store.list(profileOf(name)))} ${store.unfinished(profileOf(name))}`,
    `facts ${JSON.stringify([store.facts(listed(name)), store.evidence(listed(name)), store.identity(resourceOf(name))])}`,
    `ranking ${store.basisOf(`digest ${name}`)?.share}`,
  ]),
  `spent ${store.spent('x', 0)}`,
];

/** The bytes of a closed state, and what it answers. */
function aSoundState(): { sound: Buffer; content: string[] } {
  const path = join(folder(), 'state.sqlite');
  const store = openStore(path, clockAt(noon));
  fill(store);
  const content = contentOf(store);
  store.close();
  return { sound: readFileSync(path), content };
}

/** What a state with these bytes answers, and what it says was lost; or the code it is refused with. */
function outcomeOf(path: string, bytes: Buffer): { answers: string[]; lost: Problem[] } | string {
  writeFileSync(path, bytes);
  const lost: Problem[] = [];
  try {
    const store = openStore(path, clockAt(noon), (each) => lost.push(each));
    try {
      return { answers: contentOf(store), lost };
    } finally {
      store.close();
    }
  } catch (error) {
    return String(
      codeOf(() => {
        throw error;
      }),
    );
  }
}

const byText = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).toSorted();

test('scanning finds the rows that SQLite finds', () => {
  const { sound } = aSoundState();
  const path = join(folder(), 'state.sqlite');
  writeFileSync(path, sound);
  const scanned = new Map<string, unknown[][]>([...tables.keys()].map((table) => [table, []]));
  for (const { table, values } of scan(path))
    scanned
      .get(table)
      ?.push(values.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value)));
  const database = new DatabaseSync(path);
  for (const [table, rows] of scanned) {
    const told = database.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
    const expected = told.map((row) =>
      Object.values(row)
        .slice(0, -1)
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value)),
    );
    expect([table, byText(rows)]).toEqual([table, byText(expected)]);
  }
  database.close();
});

interface Damage {
  /** Answers that the state gives no more. */
  missing: string[];
  /** Whether something is missing and nothing is said of it, or the damaged bytes are not kept. */
  silent: boolean;
}

function damagesOf(damaged: Iterable<Buffer>, { content }: { content: string[] }): Damage[] {
  const path = join(folder(), 'state.sqlite');
  return Array.from(damaged, (bytes) => {
    const outcome = outcomeOf(path, bytes);
    if (typeof outcome === 'string') {
      return { missing: content, silent: outcome !== 'state_damaged' || !readFileSync(path).equals(bytes) };
    }
    const answers = new Set(outcome.answers);
    const missing = content.filter((answer) => !answers.has(answer));
    const isTold = outcome.lost.length > 0 && readFileSync(`${path}.damaged`).equals(bytes);
    return { missing, silent: missing.length > 0 && !isTold };
  });
}

test('a flipped bit, anywhere, costs one answer at most, and is told', () => {
  const state = aSoundState();
  const { sound } = state;
  function* flipped(): Generator<Buffer> {
    for (let at = 0; at < sound.length; at += at < 100 ? 1 : 461) {
      const bytes = Buffer.from(sound);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      yield bytes;
    }
  }
  // Who a profile is, its list, and its customer's lists hang together.
  const damages = damagesOf(flipped(), state);
  expect(damages.filter(({ missing, silent }) => silent || missing.length > 4)).toEqual([]);
  expect(damages.length).toBeGreaterThanOrEqual(300);
}, 120_000);

test('a page of zeros, bytes of garbage and a lost end are told', () => {
  const state = aSoundState();
  const { sound } = state;
  function* damaged(): Generator<Buffer> {
    for (let page = 0; page < sound.length; page += 4096) {
      yield Buffer.from(sound).fill(0, page, page + 4096);
      yield Buffer.from(sound).fill(0xff, page + ((page * 7) % 3800), page + ((page * 7) % 3800) + 200);
    }
    for (const bytes of [99, 4095, 4096, 3 * 4096 + 17, sound.length / 2, sound.length - 1])
      yield sound.subarray(0, bytes);
  }
  expect(damagesOf(damaged(), state).filter(({ silent }) => silent)).toEqual([]);
}, 120_000);

test('what was lost stands in the problems until the input is read again', () => {
  const { sound } = aSoundState();
  const path = join(folder(), 'state.sqlite');
  writeFileSync(path, sound.fill(0xff, 20, 30));
  for (const round of [1, 2]) {
    const store = openStore(path, clockAt(noon));
    expect([round, store.problems()?.map(({ problem }) => problem)]).toEqual([
      round,
      ['none', 'the state was damaged'],
    ]);
    store.close();
  }
  const store = openStore(path, clockAt(noon));
  store.saveInput([], new Map(), [], noon);
  expect(store.problems()).toEqual([]);
  store.forgetAll();
  store.close();
  expect(readdirSync(dirname(path))).toEqual(['state.sqlite']);
});
