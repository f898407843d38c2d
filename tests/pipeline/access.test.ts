import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Garden, endOf, openGarden } from '../faults/killed.ts';

let garden: Garden;

beforeAll(async () => {
  garden = await openGarden(join(import.meta.dirname, '../../dist/cli.js'));
}, 60_000);

afterAll(() => garden.close());

const root = join(import.meta.dirname, '../..');

/** The command that PRIVACY.md gives for the right of access, behind the program's name. */
function accessCommand(): string[] {
  const [, command = ''] = /`target-resources (analyze one\.csv [^`]*)`/.exec(
    readFileSync(join(root, 'PRIVACY.md'), 'utf8'),
  ) ?? [''];
  return command.split(' ');
}

test('what PRIVACY.md says of access gives everything that one client follows, and asks for no list', async () => {
  const at = join(garden.folder, 'access');
  mkdirSync(at);
  const [heading, row = ''] = readFileSync(garden.customers, 'utf8').split('\n');
  writeFileSync(join(at, 'one.csv'), `${heading}\n${row}\n`);
  copyFileSync(join(garden.undisturbedAt, 'state.sqlite'), join(at, 'copy.sqlite'));
  const before = garden.requests();
  const { code, said } = await endOf(garden.startWith(at, accessCommand()));
  expect(code, said).toBe(0);
  const rows: { customers: string }[] = parse(readFileSync(join(at, 'answer', 'candidates.csv'), 'utf8'), {
    columns: true,
    bom: true,
  });
  expect(rows).toHaveLength(garden.follows);
  expect(new Set(rows.map(({ customers }) => customers))).toEqual(new Set(['1']));
  expect(garden.listsAsked(before)).toBe(0);
});
