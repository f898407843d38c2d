import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readInput } from '../../src/inputs/read-input.ts';
import { networks } from '../../src/networks/index.ts';
import type { InputTable } from '../../src/types/input.ts';
import { encode } from '../helpers/encode.ts';
import { command, ownFolder } from './terminal.ts';

ownFolder();

/** A table of follows in one of the forms in which people keep them. */
interface Case {
  name: string;
  content: string | Buffer;
  flags?: string[];
  /** Headings, or `column 2`, by role; or the question that is asked. */
  roles?: Partial<Record<'customer' | 'resource' | 'subscribers', string>>;
  asks?: string;
  /** Follows as `customer > host of the page`, with the number of subscribers behind. */
  follows?: string[];
}

const garden = 'https://garden.example/';
const anna = 'anna quince > garden.example';

const sheets = (...rows: (string | number)[][][]): Promise<Buffer> =>
  writeXlsx({ sheets: rows.map((each, at) => ({ name: `Sheet ${at + 1}`, rows: each })) }).then((bytes) =>
    Buffer.from(bytes),
  );

const cases: Case[] = [
  {
    name: 'company and link',
    content: `company,link\nAnna Quince,${garden}\n`,
    roles: { customer: 'company', resource: 'link' },
    follows: [anna],
  },
  {
    name: 'German headings between semicolons',
    content: `Firma;resource;Abonnenten\nAnna Quince;${garden};12.500\n`,
    roles: { customer: 'Firma', resource: 'resource', subscribers: 'Abonnenten' },
    follows: [`${anna} 12500`],
  },
  {
    name: 'a Russian heading',
    content: `компания,resource\nAnna Quince,${garden}\n`,
    roles: { customer: 'компания', resource: 'resource' },
    follows: [anna],
  },
  {
    name: 'a line sep= of Excel',
    content: `sep=;\r\ncustomer;resource\r\nAnna Quince;${garden}\r\n`,
    roles: { customer: 'customer', resource: 'resource' },
    follows: [anna],
  },
  {
    name: 'a title and a blank line above the heading',
    content: `Survey of March\n\ncustomer,resource\nAnna Quince,${garden}\n`,
    roles: { customer: 'customer', resource: 'resource' },
    follows: [anna],
  },
  {
    name: 'no heading, and commas in the addresses',
    content: `Anna Quince;${garden}?tags=1,2,3\n`.repeat(3),
    roles: { customer: 'column 1', resource: 'column 2' },
    follows: [anna, anna, anna],
  },
  {
    name: 'two signs that part the rows equally well',
    content: 'wer;wo,was\nAnna;Garten,Rosen\nBoris;Hafen,Boote\n',
    asks: 'the delimiter of the file could not be determined: "," gives "Anna;Garten" | "Rosen"; ";" gives "Anna" | "Garten,Rosen"',
  },
  {
    name: 'a sign that nobody would guess, said',
    content: `customer^resource\nAnna Quince^${garden}\n`,
    flags: ['--delimiter', '^'],
    roles: { customer: 'customer', resource: 'resource' },
    follows: [anna],
  },
  {
    name: 'tabs',
    content: `client\tpage\tfollowers\nAnna Quince\t${garden}\t1,200\n`,
    roles: { customer: 'client', resource: 'page', subscribers: 'followers' },
    follows: [`${anna} 1200`],
  },
  {
    name: 'bars, and quoted headings with a blank in them',
    content: `"Customer name"|"Resource URL"|"Subscriber count"\n"Anna Quince"|"${garden}"|7000\n`,
    roles: { customer: 'Customer name', resource: 'Resource URL', subscribers: 'Subscriber count' },
    follows: [`${anna} 7000`],
  },
  {
    name: 'UTF-16 with a byte order mark',
    content: encode(`\uFEFFcustomer;resource\nAnna Quince;${garden}\n`, 'utf-16le'),
    roles: { customer: 'customer', resource: 'resource' },
    follows: [anna],
  },
  {
    name: 'windows-1251',
    content: encode(`Клиент;Сообщество;Подписчики\nАнна Садовникова;${garden};12 500\n`, 'windows-1251'),
    roles: { customer: 'Клиент', resource: 'Сообщество', subscribers: 'Подписчики' },
    follows: ['анна садовникова > garden.example 12500'],
  },
  {
    name: 'bytes that could be of two encodings',
    content: encode(`customer;resource\nЯн;${garden}\n`, 'windows-1251'),
    asks: 'the encoding of the file could not be determined: it is not UTF-8',
  },
  {
    name: 'the same with the encoding said',
    content: encode(`customer;resource\nЯн;${garden}\n`, 'windows-1251'),
    flags: ['--encoding', 'cp1251'],
    roles: { customer: 'customer', resource: 'resource' },
    follows: ['ян > garden.example'],
  },
  {
    name: 'a workbook whose second sheet has the table',
    content: await sheets(
      [['Made on Monday'], ['by Anna']],
      [
        ['customer', 'resource', 'members'],
        ['Anna Quince', garden, 300],
      ],
    ),
    roles: { customer: 'customer', resource: 'resource', subscribers: 'members' },
    follows: [`${anna} 300`],
  },
  {
    name: 'a workbook without a heading, behind a sheet of notes',
    content: await sheets([['Made on Monday'], ['by Anna']], [['Anna Quince', garden]]),
    roles: { customer: 'column 1', resource: 'column 2' },
    follows: [anna],
  },
  {
    name: 'no heading',
    content: `Anna Quince,${garden}\nBoris Sedge,${garden}\n`,
    roles: { customer: 'column 1', resource: 'column 2' },
    follows: [anna, 'boris sedge > garden.example'],
  },
  {
    name: 'Greek headings',
    content: `πελάτης;σελίδα;ακόλουθοι\nAnna Quince;${garden};50\n`,
    roles: { customer: 'πελάτης', resource: 'σελίδα', subscribers: 'ακόλουθοι' },
    follows: [`${anna} 50`],
  },
  {
    name: 'two columns of addresses, the first of which counts where it is filled',
    content: `customer,page,link\nAnna Quince,${garden},https://rose.example/\nBoris Sedge,,https://rose.example/\n`,
    roles: { customer: 'customer', resource: 'page' },
    follows: [anna, 'boris sedge > rose.example'],
  },
  {
    name: 'rows that are shorter than the heading',
    content: `customer,resource,subscribers,note\nAnna Quince,${garden}\nBoris Sedge,${garden},20\n`,
    roles: { customer: 'customer', resource: 'resource', subscribers: 'subscribers' },
    follows: [anna, 'boris sedge > garden.example 20'],
  },
  {
    name: 'a row that is longer than the heading',
    content: `company,resource,note\nAcme, Inc,${garden},x\nAnna Quince,${garden},\nBoris Sedge,${garden},\n`,
    roles: { customer: 'company', resource: 'resource' },
    follows: [anna, 'boris sedge > garden.example'],
  },
  {
    name: 'e-mail addresses, and a first and a last name',
    content: `First name,Last name,E-mail,Community\nAnna,Quince,,${garden}\nBoris,Sedge,boris@mail.example,${garden}\n`,
    roles: { customer: 'E-mail', resource: 'Community' },
    follows: [anna, 'boris sedge > garden.example'],
  },
  {
    name: 'a heading that nobody knows',
    content: `customer,Wo\nAnna Quince,${garden}\n`,
    asks: 'a required column was not recognised: none of "customer", "Wo" is a resource column',
  },
  {
    name: 'the same with the column said',
    content: `customer,Wo\nAnna Quince,${garden}\n`,
    flags: ['--column', 'Wo=resource'],
    roles: { customer: 'customer', resource: 'Wo' },
    follows: [anna],
  },
  {
    name: 'a column said that is not there',
    content: `customer,resource\nAnna Quince,${garden}\n`,
    flags: ['--column', 'Wo=resource'],
    asks: 'there is no such column: Wo',
  },
  {
    name: 'a client list',
    content: 'customer,profile\nAnna Quince,https://bsky.app/profile/anna.example\n',
    asks: 'none of "customer", "profile" is a resource column; if "https://bsky.app/profile/anna.example" is a customer\'s own profile, this is a client list',
  },
  {
    name: 'a quote that never ends',
    content: `customer,resource\nAnna Quince,"${garden}\nBoris Sedge,${garden}\n`,
    asks: 'the file is not a table that can be read safely: a quote is opened and never closed',
  },
  {
    name: 'an old workbook',
    content: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    asks: 'it is an old Office file (XLS, DOC), or one locked with a password',
  },
];

/** What `plan` says: the columns, and the follows it reads. */
async function planned(flags: string[]) {
  const { stdout, stderr, code } = await command(['plan', '--follows', 'handed.csv', '--json', ...flags]);
  const said = stderr.replaceAll('\\"', '"');
  if (code !== 0) return { said };
  return { said, table: (JSON.parse(stdout) as { tables: InputTable[] }).tables[0] };
}

/** What `import` says, and the rows it wrote. */
async function imported(flags: string[]) {
  rmSync('out.csv', { force: true });
  const { stdout, stderr } = await command(['import', 'handed.csv', '--follows', 'out.csv', '--json', ...flags]);
  const rows = existsSync('out.csv')
    ? Papa.parse<Record<string, string>>(readFileSync('out.csv', 'utf8'), { header: true, skipEmptyLines: true }).data
    : [];
  return { said: stderr + stdout.replaceAll('\\"', '"'), rows };
}

/** The follows of a file as `analyze` reads them. */
async function followsIn(path: string, flags: string[]) {
  const flag = (name: string): string | null => (flags[0] === name ? (flags[1] ?? null) : null);
  const [heading = '', role = ''] = flag('--column')?.split('=') ?? [];
  const columns = new Map(heading === '' ? [] : [[heading, role]]);
  const said = { columns, encoding: flag('--encoding'), delimiter: flag('--delimiter') };
  const { follows } = await readInput({ customers: null, follows: [path], verdicts: null, ...said }, networks);
  return follows.map(({ customer, resource, subscribers }) =>
    `${customer} > ${resource.host} ${subscribers ?? ''}`.trim(),
  );
}

const asked = cases.filter((each) => each.asks !== undefined);
const read = cases.filter((each) => each.asks === undefined);

test.each(asked)('plan and import ask alike: $name', async ({ content, flags = [], asks = '' }) => {
  writeFileSync('handed.csv', content);
  const plan = await planned(flags);
  const { said, rows } = await imported(flags);
  expect([plan.said, said]).toEqual([expect.stringContaining(asks), expect.stringContaining(asks)]);
  expect(rows).toEqual([]);
});

test.each(read)('plan and import read alike: $name', async ({ content, flags = [], roles, follows }) => {
  writeFileSync('handed.csv', content);
  const { table } = await planned(flags);
  await imported(flags);
  const columnOf = (role: string) => table?.columns.find((column) => column.role === role)?.heading;
  expect({
    customer: columnOf('customer') ?? columnOf('email') ?? columnOf('name') ?? columnOf('company'),
    resource: columnOf('resource'),
    subscribers: columnOf('subscribers'),
  }).toEqual({ subscribers: undefined, ...roles });
  expect(await followsIn('handed.csv', flags)).toEqual(follows);
  expect(await followsIn('out.csv', [])).toEqual([...new Set(follows)]);
});
