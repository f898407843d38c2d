import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { resultColumns } from '../../../src/outputs/columns.ts';
import { toCsv } from '../../../src/outputs/csv.ts';
import { keptResults } from '../../../src/results/kept-results.ts';
import { rateOf, shrunkRate } from '../../../src/results/rates.ts';
import { workedOf } from '../../../src/results/worked.ts';
import { csvDialects } from '../../../src/types/report.ts';
import type { KeptResult } from '../../../src/types/results.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A row of `results.csv`. */
const kept = (given: Partial<KeptResult>): KeptResult => ({
  file: 'ga4.csv',
  tool: null,
  network: 'vk',
  resource: '12.11',
  url: 'https://vk.com/club12',
  utmContent: 'vk-12-11',
  measure: 'visits',
  visits: null,
  conversions: null,
  ...rateOf(null, null, null),
  clicks: null,
  shortLink: null,
  ...given,
});

const find = async (rows: KeptResult[], dialect: (typeof csvDialects)[number] = 'plain') => {
  writeFileSync(join(folder, 'results.csv'), [...toCsv(resultColumns, rows, dialect)].join(''));
  return keptResults(folder);
};

const it = { network: 'vk', name: '12.11', url: '' };

describe('results that are kept', () => {
  test.each(csvDialects)('are read again as %s', async (dialect) => {
    const results = (await find([kept({ visits: 1204, conversions: 15.5 })], dialect))(it);
    expect(results).toMatchObject({
      file: 'ga4.csv',
      measure: 'visits',
      visits: 1204,
      conversions: 15.5,
      clicks: null,
    });
    expect(results?.conversionRate).toBeCloseTo(15.5 / 1204, 6);
  });

  test('of several links to one resource are added up, those of several files are not', async () => {
    const results = (
      await find([
        kept({ file: 'plausible.zip', measure: 'visitors', visits: 500 }),
        kept({ visits: 40, conversions: 2 }),
        kept({ visits: 20, conversions: 1, utmContent: 'vk-12-11-v2' }),
        kept({ file: 'metrica.csv', visits: 70, conversions: 9 }),
        kept({ file: 'vk.json', measure: 'clicks', clicks: 31 }),
        kept({ file: 'bitly.csv', measure: 'clicks', clicks: 80 }),
      ])
    )(it);
    expect(results).toMatchObject({ file: 'ga4.csv', visits: 60, conversions: 3, clicks: 31 });
  });

  test('of which one lacks its conversions rest the rate on the others', async () => {
    const results = (
      await find([kept({ visits: 50, conversions: 5 }), kept({ visits: 950, utmContent: 'vk-12-11-v2' })])
    )(it);
    expect(results).toMatchObject({ visits: 1000, conversions: 5, conversionRate: 0.1, enough: true });
    expect((await find([kept({ visits: 950 })]))(it)).toMatchObject({ conversions: null, enough: true });
  });

  test('tell of no resource that they do not name, and of a renamed one by its address', async () => {
    const finder = await find([kept({ visits: 5 })]);
    expect(finder({ network: 'vk', name: 'other', url: 'https://vk.com/other' })).toBeNull();
    expect(finder({ network: 'vk', name: 'renamed', url: 'https://vk.com/club12' })?.visits).toBe(5);
    rmSync(join(folder, 'results.csv'));
    expect((await keptResults(folder))(it)).toBeNull();
    expect((await keptResults(null))(it)).toBeNull();
  });

  test('with clicks alone tell no visits', async () => {
    const results = (await find([kept({ file: 'vk.json', measure: 'clicks', clicks: 31 })]))(it);
    expect(results).toMatchObject({ file: null, visits: null, conversions: null, conversionRate: null, clicks: 31 });
  });
});

describe('a rate', () => {
  test('has Wilson’s interval, and none where it is no share or nothing tells', () => {
    // Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I: 81 of 263.
    const rate = rateOf('visits', 263, 81);
    expect([rate.conversionRateLow, rate.conversionRateHigh].map((end) => end?.toFixed(4))).toEqual([
      '0.2553',
      '0.3662',
    ]);
    expect(rateOf('visits', 40, 60)).toMatchObject({ conversionRate: 1.5, conversionRateLow: null, enough: true });
    expect(rateOf('views', 400, 4)).toMatchObject({ conversionRate: null, enough: false });
    expect(rateOf('visits', 0, 0)).toMatchObject({ conversionRate: null, enough: false });
    expect(rateOf('visits', 29, 3).enough).toBe(false);
    expect(rateOf('visits', 30, 3).enough).toBe(true);
  });

  test('of few visits is drawn to the common one, of many hardly', () => {
    expect(shrunkRate(1, 1, 0.04)).toBeCloseTo(2.2 / 31, 6);
    expect(shrunkRate(100, 1000, 0.04)).toBeCloseTo(101.2 / 1030, 6);
    expect(shrunkRate(0, 0, 0.04)).toBeCloseTo(0.04, 6);
  });
});

test('a rate of several rests on those of which visits and conversions are known', () => {
  const common = { network: 'vk', measure: 'visits', kind: 'reposts', subscribers: 9000 } as const;
  const [all] = workedOf([
    { ...common, resource: 'a', visits: 50, conversions: 5 },
    { ...common, resource: 'b', visits: 950, conversions: null },
  ]);
  expect(all).toMatchObject({ visits: 1000, conversions: 5, conversionRate: 0.1 });
});

test('what worked is told by network, class and size, and what is unknown stays so', () => {
  const common = { measure: 'visits', kind: 'guest_posts' } as const;
  const worked = workedOf([
    { ...common, network: 'vk', resource: 'a', subscribers: 5000, visits: 40, conversions: 2 },
    { ...common, network: 'vk', resource: 'b', subscribers: 4999, visits: 60, conversions: 1 },
    { ...common, network: 'x', resource: 'c', subscribers: null, kind: 'unknown', visits: 8, conversions: null },
  ]);
  expect(
    worked.map(({ by, group, resources, visits, conversions }) => [by, group, resources, visits, conversions]),
  ).toEqual([
    ['network', 'vk', 2, 100, 3],
    ['network', 'x', 1, 8, null],
    ['class', 'guest_posts', 2, 100, 3],
    ['class', 'unknown', 1, 8, null],
    ['size', '0-4999', 1, 60, 1],
    ['size', '5000-19999', 1, 40, 2],
    ['size', 'unknown', 1, 8, null],
  ]);
});
