import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../../src/state/store.ts';
import type { Listed } from '../../../src/types/resource.ts';
import type { Store } from '../../../src/types/store.ts';
import { compiled } from '../../helpers/compiled.ts';
import { clockAt, folder } from './given.ts';
import { inputAt, lists, nameAt, now, pagesAt, profileAt } from './plan.ts';

let child: ReturnType<typeof compiled>;
beforeAll(() => void (child = compiled(new URL('child.ts', import.meta.url))));
afterAll(() => child.remove());

const open = (path: string): Store => openStore(path, clockAt(now));

/** Numbers 0..1 that are the same in every run. */
function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Runs the child, kills it once it has said so many things, and gives what it said until its end. */
async function run(
  task: 'write' | 'hold',
  path: string,
  lines = Infinity,
): Promise<{ said: string[]; signal: NodeJS.Signals | null }> {
  const running = spawn(process.execPath, [child.path, task, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    running.on('exit', (_, signal) => resolve(signal));
  });
  const said: string[] = [];
  for await (const line of createInterface({ input: running.stdout })) {
    said.push(line);
    if (said.length === lines) running.kill('SIGKILL');
  }
  return { said, signal: await ended };
}

/** The list that the pages of a plan make. */
function wholeList(list: number): Listed[] {
  const all = pagesAt(list).flatMap(({ resources }) => resources);
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}

/** The lists that the state holds, by number; every one must be whole. */
function finishedIn(store: Store): Set<number> {
  const finished = new Set<number>();
  for (const { list: key } of store
    .customers()
    .flat()
    .filter(({ network, status }) => network && status === 'read')) {
    const resources = store.resources(key);
    const list = Number(resources[0]?.id.replace('own-', ''));
    expect(resources).toEqual(wholeList(list));
    expect(store.keys(key)).toHaveLength(resources.length * 2);
    finished.add(list);
  }
  return finished;
}

/** The number of the last input; all of it must be of that number. */
function inputIn(store: Store): number {
  const number = store.problems()?.[0]?.line ?? 0;
  const [customers, imported, problems] = inputAt(number);
  expect(store.problems()).toEqual(number > 0 ? problems : null);
  const sizes = store
    .customers()
    .flat()
    .filter(({ network }) => network === null)
    .map(({ list }) => store.resources(list).length);
  expect(sizes).toEqual(number > 0 ? [...imported.values()].map((resources) => resources.length) : []);
  expect(store.customers()).toHaveLength(number > 0 ? customers.length : 0);
  return number;
}

/** How many things are stored that the child never came to speak of; all that it spoke of must be stored. */
function unspokenIn(store: Store, said: ReadonlySet<string>): number {
  const finished = finishedIn(store);
  const inputs = [...said].filter((line) => line.startsWith('input ')).length;
  let unspoken = inputIn(store) - inputs;
  expect(unspoken).toBeGreaterThanOrEqual(0);
  for (let list = 0; list < lists; list++) {
    const all = pagesAt(list).length;
    const stored = finished.has(list) ? all : Number(store.unfinished(profileAt(list))?.split(' ')[1] ?? 0);
    const spoken = Array.from({ length: all }, (_, page) => `page ${list} ${page}`).filter((line) =>
      said.has(line),
    ).length;
    expect(stored).toBeGreaterThanOrEqual(said.has(`list ${list}`) ? all : spoken);
    expect(finished.has(list)).toBe(stored === all);
    const found = store.found(nameAt(list));
    const isFound = found !== null || said.has(`found ${list}`);
    expect(found?.profile).toEqual(isFound ? profileAt(list) : undefined);
    unspoken += stored - spoken + (isFound && !said.has(`found ${list}`) ? 1 : 0);
  }
  return unspoken;
}

test(
  'what was stored survives 20 kills, nothing is stored in part and nothing read twice',
  { timeout: 120_000 },
  async () => {
    const path = join(folder(), 'state.sqlite');
    const random = seeded(20_261_120);
    const said: string[] = [];
    for (let kill = 1; kill <= 20; kill++) {
      // Every fourth dies at the beginning, while it saves its input.
      const lines = kill % 4 ? 2 + Math.floor(random.next().value * 25) : 1;
      const killed = await run('write', path, lines);
      expect(killed.signal).toBe('SIGKILL');
      said.push(...killed.said);
      const store = open(path);
      expect(unspokenIn(store, new Set(said))).toBeLessThanOrEqual(kill);
      store.close();
    }
    const undisturbed = await run('write', path);
    expect([undisturbed.said.at(-1), undisturbed.signal]).toEqual(['done', null]);
    const pages = [...said, ...undisturbed.said].filter((line) => line.startsWith('page '));
    expect(new Set(pages).size).toBe(pages.length);
    const store = open(path);
    expect(finishedIn(store).size).toBe(lists);
    store.close();
  },
);

test('a log whose tail is torn off or garbage opens with what stands before it', { timeout: 60_000 }, async () => {
  const here = folder();
  const [path, copy] = [join(here, 'state.sqlite'), join(here, 'copy.sqlite')];
  const { signal } = await run('write', path, 100);
  expect(signal).toBe('SIGKILL');
  const size = statSync(`${path}-wal`).size;
  const random = seeded(7);
  const kept = new Set<number>();
  for (let damage = 0; damage < 12; damage++) {
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    const at = Math.floor(size * random.next().value);
    if (damage % 2) truncateSync(`${copy}-wal`, at);
    else writeFileSync(`${copy}-wal`, readFileSync(`${copy}-wal`).fill(0xa5, at, at + 4096));
    const store = open(copy);
    inputIn(store);
    kept.add(finishedIn(store).size);
    store.close();
  }
  expect(kept.size).toBeGreaterThan(1);
});

test('a second process is told at once that the state is in use, until the first is gone, however it went', async () => {
  const path = join(folder(), 'state.sqlite');
  const held = spawn(process.execPath, [child.path, 'hold', path], { stdio: ['pipe', 'pipe', 'inherit'] });
  expect(await nextLine(held.stdout)).toBe('open');
  const begun = performance.now();
  expect(() => open(path)).toThrow(/another run is using this state/);
  expect(performance.now() - begun).toBeLessThan(4000);
  expect((await run('hold', path)).said).toEqual(['state_locked']);

  const gone = new Promise((resolve) => {
    held.on('exit', resolve);
  });
  held.kill('SIGKILL');
  await gone;
  const store = open(path);
  expect(() => open(path)).toThrow(/another run is using this state/);
  // The refused attempt in this process must not have let go of the lock.
  expect((await run('hold', path)).said).toEqual(['state_locked']);
  store.close();
  expect((await run('hold', path)).said).toEqual(['open']);
});

async function nextLine(input: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input })) return line;
  return null;
}
