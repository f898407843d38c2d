import { expect, test } from 'vitest';
import { readInput } from '../../../src/inputs/read-input.ts';
import { networks } from '../../../src/networks/index.ts';
import type { RowsInput } from '../../../src/tables/read-table.ts';

const table = (name: string, rows: RowsInput) => ({ name, rows });

/** Reads a client list and survey answers whose column `Branche` holds the segment. */
const read = (customers: RowsInput | null, follows: RowsInput[] = [], exclude: RowsInput | null = null) =>
  readInput(
    {
      customers: customers && table('clients.csv', customers),
      follows: follows.map((rows) => table('answers.csv', rows)),
      verdicts: null,
      exclude: exclude && table('exclude.csv', exclude),
      columns: new Map([['Branche', 'segment']]),
    },
    networks,
  );

const client = (name: string, segment: string) => ({
  customer: name,
  profile: `https://bsky.app/profile/${name.toLowerCase()}.test`,
  Branche: segment,
});

const answer = (name: string, segment: string) => ({ name, resource: 'https://paper.example', Branche: segment });

const gardeners = ['Ann', 'Bert', 'Cora', 'Dirk', 'Edda'];

test('each client is in the segment of its row, by one spelling; blank cells say nothing', async () => {
  const { segments, problems } = await read([
    ...gardeners.map((name, at) => client(name, ['Gärtner', 'gärtner', ' GÄRTNER '][at % 3] ?? '')),
    client('Fritz', ''),
    client('Gesa', 'n/a'),
  ]);
  expect(Object.fromEntries(segments ?? [])).toEqual(
    Object.fromEntries(gardeners.map((name) => [name.toLowerCase(), 'GÄRTNER'])),
  );
  expect(problems).toEqual([]);
});

test('a word that fewer than five clients have is not kept: it may name one of them', async () => {
  const all = gardeners.map((name) => client(name, 'gardener'));
  const { segments } = await read([...all, client('Fritz', 'the Minister of Roses')]);
  expect([...new Set(segments?.values())]).toEqual(['gardener']);
  expect((await read(all.slice(0, 4))).segments?.size).toBe(0);
});

test('a survey alone may have such a column, and adds to the client list', async () => {
  const { segments } = await read(null, [gardeners.map((name) => answer(name, 'gardener'))]);
  expect(segments?.get('cora')).toBe('gardener');
  const both = await read(
    gardeners.slice(0, 3).map((name) => client(name, 'gardener')),
    [gardeners.slice(3).map((name) => answer(name, 'gardener'))],
  );
  expect(both.segments?.size).toBe(5);
});

test('whoever stands in two segments counts in the first in the alphabet, and that is told', async () => {
  const rows = [...gardeners.map((name) => client(name, 'gardener')), client('Ann', 'architect')];
  const { segments, problems } = await read(rows);
  expect(segments?.size).toBe(0);
  expect(problems).toMatchObject([{ file: 'clients.csv', line: 7, value: 'architect, gardener' }]);
  expect((await read(rows.toReversed())).segments?.size).toBe(0);
});

test('a client on the opt-out list is in none, also where the list has a heading of the same words', async () => {
  const all = [...gardeners, 'Fritz'].map((name) => client(name, 'gardener'));
  const { segments } = await read(all, [], [{ Branche: 'gardener', customer: 'Fritz' }]);
  expect([...(segments?.keys() ?? [])]).toEqual(gardeners.map((name) => name.toLowerCase()));
});

test('a heading that no file has is asked for', async () => {
  const rows = gardeners.map((name) => ({ customer: name, profile: `https://bsky.app/profile/${name}.test` }));
  await expect(read(rows)).rejects.toMatchObject({ code: 'column_unknown' });
});
