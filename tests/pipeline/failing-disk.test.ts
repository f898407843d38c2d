import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { analyze, importFiles, readExports } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-failing-disk-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Linux answers every read of a process's own memory at its start, where nothing is, with EIO: proc(5).
const failing = '/proc/self/mem';
const follows = [{ customer: 'Anna', resource: 'https://garden.example/' }];
const link = 'https://shop.example/';

describe.skipIf(process.platform !== 'linux')('a file of which no byte can be read', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['the client list', () => analyze({ customers: failing })],
    ['the follows', () => analyze({ follows: failing })],
    ['verdicts', () => analyze({ follows, verdicts: failing })],
    ['the opt-out list', () => analyze({ follows, exclude: failing })],
    ['the control list', () => analyze({ follows, baseline: failing })],
    ['placements that are paid for', () => analyze({ follows, paid: failing })],
    ['resources not to contact', () => analyze({ follows, excludeResources: failing, output: join(folder, 'output') })],
    ['the topic', () => analyze({ follows, topic: failing })],
    ['recipes of sites', () => analyze({ follows, sites: failing })],
    ['templates', () => analyze({ follows, link, template: failing })],
    ['an export of follows', () => importFiles([failing], { follows: join(folder, 'follows.csv') })],
    ['the follows that are added to', () => importFiles([], { follows: failing })],
    ['a list of teasers', () => readExports([], { teasers: failing })],
  ])('as %s: told with its name, and what to do', async (_, run) => {
    await expect(run()).rejects.toMatchObject({ code: 'file_unreadable', where: failing });
  });

  test('as a state: told, and nothing is made beside it', async () => {
    await expect(analyze({ follows, state: failing })).rejects.toMatchObject({ code: 'state_unwritable' });
  });
});
