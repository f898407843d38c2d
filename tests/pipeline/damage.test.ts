import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { analyze, writeReport } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-damage-'));
afterAll(() => rmSync(folder, { recursive: true }));

const follows = Array.from({ length: 400 }, (_, at) => ({
  customer: `Client ${at % 40}`,
  resource: `https://letter${(at * 7) % 30}.example/`,
}));

/** The state of a run, with the last page of the file blank that is not empty anyway. */
async function damagedState(name: string): Promise<string> {
  const state = join(folder, name);
  await analyze({ follows, state, thirdParty: 'ignore' });
  const bytes = readFileSync(state);
  const pageBytes = bytes.readUInt16BE(16);
  let end = bytes.length;
  while (bytes.subarray(end - pageBytes, end).every((byte) => byte === 0)) end -= pageBytes;
  writeFileSync(state, bytes.fill(0, end - pageBytes, end));
  return state;
}

test('a report of a state that lost something is not complete, until the input is read again', async () => {
  const state = await damagedState('lost.sqlite');
  const told = await writeReport({ state, thirdParty: 'ignore' });
  expect(told.report.problems).toContainEqual(expect.objectContaining({ problem: 'the state was damaged' }));
  expect(told.complete).toBe(false);
  expect((await writeReport({ state, thirdParty: 'ignore' })).complete).toBe(false);

  const again = await analyze({ follows, state, thirdParty: 'ignore' });
  expect(again).toMatchObject({ complete: true, report: { problems: [] } });
  const report = await writeReport({ state, thirdParty: 'ignore' });
  expect(report).toMatchObject({ complete: true, report: { problems: [], customers: 40 } });
});

test('a report of a sound state is complete', async () => {
  const state = join(folder, 'sound.sqlite');
  await analyze({ follows, state, thirdParty: 'ignore' });
  expect((await writeReport({ state, thirdParty: 'ignore' })).complete).toBe(true);
});
