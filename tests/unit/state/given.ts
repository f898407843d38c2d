import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { openStore } from '../../../src/state/store.ts';
import type { ProfileName } from '../../../src/types/input.ts';
import type { Facts, Listed, Profile } from '../../../src/types/resource.ts';
import type { Clock } from '../../../src/types/run.ts';
import type { Store } from '../../../src/types/store.ts';

export const hour = 60 * 60 * 1000;
export const day = 24 * hour;
export const noon = Date.UTC(2026, 10, 20, 12);

/** A clock that only a test moves. */
export function clockAt(time: number): Clock & { set(time: number): void } {
  let current = time;
  return {
    now: () => current,
    sleep: (milliseconds) => Promise.resolve(void (current += milliseconds)),
    set: (next) => void (current = next),
  };
}

/** A folder of its own for one test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'state-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

/** Does something with the state in this file, at that time. */
export function inState<Value>(path: string, work: (store: Store) => Value, at = noon): Value {
  const store = openStore(path, clockAt(at));
  try {
    return work(store);
  } finally {
    store.close();
  }
}

export const nameOf = (name: string): ProfileName => ({ network: 'bluesky', name, host: 'api.example' });

export const profileOf = (name: string): Profile => ({
  network: 'bluesky',
  id: `did:plc:${name}`,
  ref: `ref-of-${name}`,
  host: 'api.example',
});

export const listed = (id: string, over: Partial<Listed> = {}): Listed => ({
  network: 'bluesky',
  id,
  name: `${id}.example`,
  title: `The page "${id}"\nin two lines`,
  url: `https://pages.example/${id}`,
  host: 'api.example',
  subscribers: 7000,
  countedBy: 'home',
  ...over,
});

export const factsOf = (id: string): Facts => ({
  name: `${id}.example`,
  title: null,
  url: `https://pages.example/${id}`,
  subscribers: 7000,
  description: `About ${id}`,
  group: false,
  exists: true,
  ref: id,
  host: 'api.example',
  wishes: ['noindex'],
});

/** The code of the error that this throws, or what else came of it. */
export function codeOf(work: () => unknown): unknown {
  try {
    work();
    return 'no error';
  } catch (error) {
    return error instanceof UserError ? error.code : error;
  }
}
