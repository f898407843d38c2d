import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { analyze, writeReport } from '../../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-library-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = {
  follows: [join(folder, 'follows.csv')],
  thirdParty: 'ignore',
  minSubscribers: 0,
  output: join(folder, 'output'),
  state: join(folder, 'state.sqlite'),
} as const;

test('a run needs settings and nothing else; so does a report', async () => {
  writeFileSync(
    settings.follows[0],
    'customer,resource,subscribers\nAnna,https://garden.example/,9000\nBoris,https://garden.example/,9000\n',
  );
  const { report, paths } = await analyze(settings);
  expect(report.rows).toMatchObject([{ network: 'web', customers: 2, subscribers: 9000, verdict: 'keep' }]);
  expect(paths).toContain(join(settings.output, 'resources.csv'));
  const again = await writeReport(settings);
  expect(again.report.rows).toEqual(report.rows);
});

test('a setting that cannot be used is told before anything is read', async () => {
  await expect(analyze({ ...settings, top: 0 })).rejects.toThrow('top');
});
