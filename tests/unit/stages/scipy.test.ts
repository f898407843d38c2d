import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ScipyCases, compareWithScipy } from '../../helpers/scipy-cases.ts';

const table = new URL('../../fixtures/unit/statistics.json', import.meta.url);
const cases = JSON.parse(readFileSync(table, 'utf8')) as ScipyCases;

test('the table holds 1,000 cases, the ends and what lies beyond them included', () => {
  expect(cases.tails).toHaveLength(1000);
  expect(cases.samples).toHaveLength(1000);
  expect(cases.rates.length).toBeGreaterThan(40);
  for (const rows of [cases.tails, cases.samples]) {
    expect(rows.filter(([k]) => k === 0).length).toBeGreaterThan(50);
    expect(rows.filter(([k, n]) => k === n).length).toBeGreaterThan(50);
  }
  expect(cases.tails.filter(([, , subscribers]) => subscribers === 0).length).toBeGreaterThan(50);
  expect(cases.tails.filter(([, , subscribers, accounts]) => subscribers > accounts).length).toBeGreaterThan(50);
});

compareWithScipy(() => cases);
