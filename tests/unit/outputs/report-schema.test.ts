import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportJsonSchema, resultsJsonSchema } from '../../../tools/report-schema.ts';
import { reportProblems } from '../../helpers/report-schema.ts';
import { toJson } from '../../../src/outputs/json.ts';
import { harmfulTexts, report, reportWith } from './example-report.ts';

const errorsOf = (text: string) => reportProblems(JSON.parse(text));

test.each([
  ['report', reportJsonSchema],
  ['results', resultsJsonSchema],
])('the published schema of the %s is current', (name, schema) => {
  const published = readFileSync(new URL(`../../../${name}.schema.json`, import.meta.url), 'utf8');
  expect(published, 'run npm run docs').toBe(schema());
});

test('every report is of the published schema', () => {
  for (const each of [report(), report({ rows: [], overlap: [], previous: null }), ...harmfulTexts.map(reportWith)]) {
    expect(errorsOf([...toJson(each)].join(''))).toEqual([]);
  }
});

test('a field that is missing, or a word that is unknown, is none of it', () => {
  const { date: _, ...undated } = report();
  expect(errorsOf(JSON.stringify(undated))).toHaveLength(1);
  const [row] = report().rows;
  expect(errorsOf(JSON.stringify({ ...report(), rows: [{ ...row, verdict: 'perhaps' }] }))).toHaveLength(1);
});
