import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { analyze, planRun } from '../../src/index.ts';
import type { RunResult, RunSettings } from '../../src/index.ts';
import { wilsonInterval } from '../../src/stages/statistics.ts';
import { stillClock } from '../unit/stages/fake-network.ts';

const data = process.env['TABLES'] ?? '';

const networks = ['twitter', 'facebook', 'youtube', 'instagram', 'mastodon'];
const folder = mkdtempSync(join(tmpdir(), 'target-resources-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

const table = (path: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

const run = (chosen: RunSettings): Promise<RunResult> =>
  analyze(
    { ...chosen, output: folder, state: ':memory:' },
    {
      clock: stillClock,
      progress: () => undefined,
    },
  );

describe('real tables with known answers', () => {
  test('members of the US Congress and their committees', async () => {
    const committees = join(data, 'congress-committees');
    const { report } = await run({
      follows: [join(committees, 'follows.csv')],
      thirdParty: 'ignore',
      minSubscribers: 0,
    });
    const counted = report.rows.map(({ url, customers }) => [url, String(customers)]);
    expect(counted.toSorted()).toEqual(
      table(join(committees, 'expected.csv'))
        .map(({ url = '', customers = '' }) => [url, customers])
        .toSorted(),
    );
    for (const row of table(join(folder, 'candidates.csv'))) {
      const k = Number(row['customers']);
      const { low, high } = wilsonInterval(k, 528);
      for (const [column, value] of Object.entries({ share: k / 528, share_low: low, share_high: high }))
        expect(Number(row[column])).toBeCloseTo(value, 4);
      expect(row).toMatchObject({
        customers_readable: '528',
        verdict: 'review',
        reason: 'subscribers_unknown',
      });
    }
  });

  test('their profiles as published, bare handles and empty cells, are all understood', async () => {
    const customers = join(data, 'congress-committees', 'customers.csv');
    const planned = await planRun({ customers, state: ':memory:' }, { clock: stillClock });
    expect(planned.problems.map(({ problem }) => problem)).toEqual(
      planned.problems.map(() => 'the row has no profile'),
    );
    const published = table(customers);
    const withoutAny = published.filter((row) => networks.every((network) => !row[network]));
    expect(planned.problems).toHaveLength(withoutAny.length);
    const distinct = (network: string): number =>
      new Set(published.map((row) => row[network]?.toLowerCase()).filter(Boolean)).size;
    const expected = networks.map((network) => [network === 'twitter' ? 'x' : network, distinct(network)]);
    expect(Object.fromEntries(planned.networks.map(({ network, profiles }) => [network, profiles]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  test('accounts of universities on both sides of the floor', async () => {
    const universities = join(data, 'university-accounts');
    const { report } = await run({ follows: [join(universities, 'follows.csv')], thirdParty: 'ignore' });
    const kept = report.rows.filter(({ verdict }) => verdict === 'keep');
    const expected = table(join(universities, 'expected-kept.csv'));
    const printed = kept.map(({ url, subscribers, customers }) => [
      url.toLowerCase(),
      String(subscribers),
      String(customers),
    ]);
    expect(printed.toSorted()).toEqual(
      expected.map(({ url = '', subscribers = '', customers = '' }) => [url, subscribers, customers]).toSorted(),
    );
    const reasons = new Map(report.rows.map(({ subscribers, reason }) => [subscribers, reason]));
    expect([4999, 5000, 5001].map((subscribers) => reasons.get(subscribers))).toEqual([
      'below_floor',
      'third_party_not_asked',
      'third_party_not_asked',
    ]);
  });
});
