import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readInput } from '../../../src/inputs/read-input.ts';
import { networks } from '../../../src/networks/index.ts';
import type { RowsInput } from '../../../src/tables/read-table.ts';

const clients: RowsInput = [
  ['id', 'name', 'email', 'bluesky', 'profile'],
  ['17', 'Ada Quince', 'ada@quince.example', 'ada.sky.example', ''],
  ['18', 'Bernd Sedge', 'bernd@sedge.example', '', 'https://meadow.example/@bernd'],
  ['19', 'Carla Thyme', 'carla@thyme.example', 'carla.sky.example', 'https://www.facebook.com/carla.thyme'],
  ['20', 'Dora Fenn', 'dora@fenn.example', 'dora.sky.example', 'no profile'],
];

const where = mkdtempSync(join(tmpdir(), 'exclusions-'));
afterAll(() => rmSync(where, { recursive: true }));

/** The list as a file. */
function written(rows: readonly (readonly string[])[]): string {
  const path = join(where, 'exclude.csv');
  writeFileSync(path, rows.map((cells) => `${cells.join(',')}\n`).join(''));
  return path;
}

async function left(exclude: string[][], customers: RowsInput = clients, follows: RowsInput[] = []) {
  const input = await readInput(
    {
      customers: { name: 'clients', rows: customers },
      follows: follows.map((rows) => ({ name: 'follows', rows })),
      verdicts: null,
      exclude: written(exclude),
      columns: new Map(),
    },
    networks,
  );
  return { ...input, names: input.customers.map(({ key }) => key) };
}

const all = ['ada quince', 'bernd sedge', 'carla thyme', 'dora fenn'];

test.each<[string, string, string[][]]>([
  ['an id', 'ada quince', [['id'], ['17']]],
  ['a name', 'ada quince', [['name'], [' ADA  Quince ']]],
  [
    'first and last name',
    'ada quince',
    [
      ['first name', 'last name'],
      ['Ada', 'Quince'],
    ],
  ],
  ['an e-mail', 'bernd sedge', [['E-Mail'], ['Bernd@Sedge.example']]],
  ['an e-mail in a list without a heading', 'bernd sedge', [['bernd@sedge.example'], ['nobody@fenn.example']]],
  ['an address', 'ada quince', [['profile'], ['http://www.bsky.app/profile/Ada.Sky.example/?ref=mail']]],
  ["a handle in a network's column", 'ada quince', [['bluesky'], ['@ada.sky.example']]],
  ['another spelling of an address', 'bernd sedge', [['link'], ['acct:bernd@meadow.example']]],
  ['an address of a network that shows nothing', 'carla thyme', [['url'], ['m.facebook.com/carla.thyme']]],
  ['addresses alone, one a line', 'carla thyme', [['https://facebook.com/carla.thyme/']]],
  ['names alone, one a line', 'carla thyme', [['Carla Thyme'], ['Somebody Else']]],
  [
    'whatever, mixed',
    'carla thyme',
    [['https://facebook.com/carla.thyme/'], ['x@y.example'], ['Somebody Else'], ['77']],
  ],
])('%s leaves a client out', async (_, who, exclude) => {
  const { names, excluded } = await left(exclude);
  expect(names).toEqual(all.filter((name) => name !== who));
  expect(excluded.customers).toBe(1);
});

test('whoever shares a readable profile with somebody left out is the same person; a company page makes nobody one', async () => {
  const customers = [
    ['name', 'profile'],
    ['Ada Quince', 'https://bsky.app/profile/ada.sky.example'],
    ['A. Quince', 'https://bsky.app/profile/ada.sky.example https://www.facebook.com/quince'],
    ['Bernd Sedge', 'https://www.facebook.com/quince'],
  ];
  const { names, excluded } = await left([['name'], ['Ada Quince']], customers);
  expect(names).toEqual(['bernd sedge']);
  expect(excluded).toEqual({ customers: 2, profiles: { bluesky: 1, facebook: 1 } });
});

test('what a client told of follows goes, too, and so do the problems of the rows', async () => {
  const follows = [
    ['customer', 'email', 'resource'],
    ['Dora Fenn', '', 'https://roses.example'],
    ['D. F.', 'dora@fenn.example', 'https://roses.example'],
    ['Ada Quince', '', 'https://roses.example'],
  ];
  const input = await left([['email'], ['dora@fenn.example']], clients, [follows]);
  expect(input.follows.map(({ customer }) => customer)).toEqual(['ada quince']);
  expect(JSON.stringify([input.problems, input.customers, input.follows]).toLowerCase()).not.toMatch(/dora|no profile/);
});

test.each<[string, string[][], string]>([
  [
    'an address that is mistyped',
    [['profile'], ['https://bsky.app/profile/ada.sky.example'], ['https://bsky.ap/anna']],
    'bsky.ap/anna',
  ],
  [
    'a page that is no profile',
    [['https://facebook.com/carla.thyme'], ['https://facebook.com/events/17']],
    'events/17',
  ],
  ['a bare word in a column of profiles', [['profile'], ['ada']], '"ada"'],
  [
    'a row that names nobody',
    [
      ['name', 'asked on'],
      ['', '2026-11-20'],
    ],
    '2026-11-20',
  ],
])('%s ends the run: an objection must not be overlooked', async (_, exclude, what) => {
  await expect(left(exclude)).rejects.toMatchObject({
    code: 'exclude_list',
    message: expect.stringContaining(what) as string,
  });
});

test('an empty list, and one that names nobody of these, leave all in', async () => {
  expect((await left([['name']])).names).toEqual(all);
  expect((await left([['name'], ['Somebody Else']])).names).toEqual(all);
});
