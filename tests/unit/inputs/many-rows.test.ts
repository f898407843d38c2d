import { expect, test } from 'vitest';
import { readInput } from '../../../src/inputs/read-input.ts';
import { networks } from '../../../src/networks/index.ts';

/** More than fit on a stack as arguments of one call. */
const many = 130_000;

test('a table of very many follows is read to its end', { timeout: 120_000 }, async () => {
  const rows = Array.from({ length: many }, (_, at) => ({
    customer: `client ${Math.floor(at / 500)}`,
    resource: `https://page-${at % 500}.example/`,
  }));
  const input = await readInput(
    { customers: null, follows: [{ name: 'follows', rows }], verdicts: null, columns: new Map() },
    networks,
  );
  expect(input.follows).toHaveLength(many);
  expect(input.problems).toEqual([]);
});

test('as many rows that cannot be used are each told', { timeout: 120_000 }, async () => {
  const rows = Array.from({ length: many }, (_, at) => ({ customer: `client ${at}`, profile: 'nothing known' }));
  const input = await readInput(
    {
      customers: { name: 'customers', rows: [{ customer: 'Ada', profile: '@ada.example' }, ...rows] },
      follows: [],
      verdicts: null,
      columns: new Map(),
    },
    networks,
  );
  expect(input.problems).toHaveLength(many);
});
