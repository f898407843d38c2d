import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { networks } from '../../../src/networks/index.ts';
import { readInput } from '../../../src/inputs/read-input.ts';
import type { RowsInput } from '../../../src/tables/read-table.ts';
import type { Input } from '../../../src/types/input.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-input-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function write(content: string | Buffer): string {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, content);
  return path;
}

const read = (tables: {
  customers?: string | Buffer;
  follows?: string;
  verdicts?: string;
  columns?: [string, string][];
}): Promise<Input> =>
  readInput(
    {
      customers: tables.customers === undefined ? null : write(tables.customers),
      follows: tables.follows === undefined ? [] : [write(tables.follows)],
      verdicts: tables.verdicts === undefined ? null : write(tables.verdicts),
      columns: new Map(tables.columns),
    },
    networks,
  );

const profilesOf = ({ customers }: Input): Record<string, string[]> =>
  Object.fromEntries(
    customers.map(({ key, profiles }) => [key, profiles.map(({ network, name }) => `${network}:${name}`).toSorted()]),
  );

test.each([
  ['plain', 'customer,profile\nAnn,https://bsky.app/profile/ann.test\n'],
  ['with BOM and semicolons', '\uFEFFCustomer;Profile\r\nAnn;https://bsky.app/profile/ann.test\r\n'],
  ['Russian headings', 'Клиент;Ссылка\nAnn;https://bsky.app/profile/ann.test'],
  ['Greek headings', 'Πελάτης,Προφίλ\nAnn,https://bsky.app/profile/ann.test'],
  ['tabs', 'name\tprofile url\nAnn\thttps://bsky.app/profile/ann.test\n'],
  ["a network's column with a bare handle", 'client,Bluesky\nAnn,@ann.test\n'],
  ['a numbered column', 'client,Bluesky 1,Bluesky 2\nAnn,@ann.test,\n'],
  ['a heading that says whose link it is', 'name,Bluesky URL\nAnn,ann.test\n'],
  ['blank lines', '\ncustomer,profile\n\n\nAnn,https://bsky.app/profile/ann.test\n\n'],
  ['quotes and blanks', '"customer" , "profile"\n" Ann ","https://bsky.app/profile/Ann.Test/"\n'],
])('%s', async (_, content) => {
  const input = await read({ customers: content });
  expect(input.problems).toEqual([]);
  expect(profilesOf(input)).toEqual({ ann: ['bluesky:ann.test'] });
});

test('rows with the same key are one customer, two spellings are one profile, a cell may hold several', async () => {
  const input = await read({
    customers: [
      'customer,profile,mastodon',
      'Ann  Ash,https://bsky.app/profile/ann.test,@ann@social.example',
      'ann ash,"at://ann.test\nhttps://social.example/@Ann",n/a',
      'Bob,@bob.bsky.social | acct:bob@social.example,-',
    ].join('\n'),
  });
  expect(input.problems).toEqual([]);
  expect(profilesOf(input)).toEqual({
    'ann ash': ['bluesky:ann.test', 'mastodon:ann@social.example'],
    bob: ['bluesky:bob.bsky.social', 'mastodon:bob@social.example'],
  });
});

test('a row without a customer is one of its own; the customer beats the name, which beats the e-mail', async () => {
  const input = await read({
    customers:
      'name,email,customer,profile\n,,,@a.bsky.social\nN,n@mail.example,,@b.bsky.social\nN,n@mail.example,C-1,@c.bsky.social\n,m@mail.example,,@d.bsky.social\n',
  });
  expect(Object.keys(profilesOf(input))).toEqual(['bluesky:a.bsky.social', 'n', 'c-1', 'm@mail.example']);
});

test('every row that cannot be used is told with file, line, value and what to do, and loses nothing else', async () => {
  const customers =
    'customer,profile,bluesky\nAnn,not a link,\n"Bob\nJr",https://shop.example/,@bob.test\nCat,,\nDan,,dan\n';
  const input = await read({ customers });
  expect(input.problems.map(({ line, value, problem }) => [line, value, problem])).toEqual([
    [2, 'not a link', 'this is not a profile on a known network'],
    [3, 'https://shop.example/', 'this is not a profile on a known network'],
    [5, 'Cat', 'the row has no profile'],
    [6, 'dan', expect.any(String)],
  ]);
  expect(input.problems.every(({ file, whatToDo }) => file.endsWith('.csv') && whatToDo.length > 10)).toBe(true);
  expect(profilesOf(input)).toMatchObject({ 'bob jr': ['bluesky:bob.test'] });
});

describe('a cell of several words', () => {
  test.each([
    ['github', 'Anna Quince'],
    ['github', 'Quince, Anna'],
    ['mastodon', 'anna quince@work'],
    ['bluesky', 'J. R. Quince'],
    ['vk', 'Анна Айва'],
    ['telegram', 'anna; bert'],
    ['x', 'Dr. Anna van der Quince'],
    ['profile', 'no account yet'],
  ])('in a column %s: "%s" is one value that names nobody', async (column, cell) => {
    const input = await read({ customers: `customer,${column}\nAnna,"${cell}"\nBert,\n` });
    expect(profilesOf(input)).toMatchObject({ anna: [] });
    expect(input.problems.map(({ line, value }) => [line, value])).toEqual([
      [2, cell],
      [3, 'Bert'],
    ]);
  });

  test.each([
    [
      'mastodon',
      '@anna@meadow.example @bert@meadow.example',
      ['mastodon:anna@meadow.example', 'mastodon:bert@meadow.example'],
    ],
    [
      'github',
      'https://github.com/anna-quince;https://github.com/bert-sedge',
      ['github:anna-quince', 'github:bert-sedge'],
    ],
    ['github', 'github.com/anna-quince / www.github.com/bert-sedge', ['github:anna-quince', 'github:bert-sedge']],
    [
      'bluesky',
      'anna.meadow.example\nbert.meadow.example',
      ['bluesky:anna.meadow.example', 'bluesky:bert.meadow.example'],
    ],
    ['github', 'n/a', []],
  ])('in a column %s: "%s" are several profiles', async (column, cell, profiles) => {
    const input = await read({ customers: `customer,${column}\nAnna,"${cell}"\n` });
    expect(profilesOf(input)).toEqual({ anna: profiles });
  });

  test('a full address among other words counts, and the words are told', async () => {
    const input = await read({
      customers: 'customer,github\nAnna,"work: https://github.com/anna-quince (see Bert)"\n',
    });
    expect(profilesOf(input)).toEqual({ anna: ['github:anna-quince'] });
    expect(input.problems.map(({ value }) => value)).toEqual(['work: (see Bert)']);
  });
});

describe('profiles in a column that is not read', () => {
  const customers = [
    'customer,bluesky,Anschluss,Bemerkung',
    'Anna,@anna.test,https://github.com/anna-quince,and/or',
    'Bert,,"https://github.com/bert-sedge https://bsky.app/profile/bert.test",-',
    'Cora,@cora.test,,https://shop.example/',
  ].join('\n');

  test('are told with their number and what to do, and a row that has no others says so', async () => {
    const input = await read({ customers });
    expect(profilesOf(input)).toMatchObject({ anna: ['bluesky:anna.test'], bert: [], cora: ['bluesky:cora.test'] });
    expect(input.problems.map(({ line, value, problem, whatToDo }) => [line, value, problem, whatToDo])).toEqual([
      [
        3,
        'Bert https://github.com/bert-sedge https://bsky.app/profile/bert.test -',
        'the row has no profile in a column that is read, but column "Anschluss" holds one',
        'say that it is a column of profiles: --column "Anschluss=profile"',
      ],
      [
        1,
        'Anschluss',
        'column "Anschluss" is not read, but holds 3 profiles (GitHub 2, Bluesky 1)',
        'say what it is: --column "Anschluss=profile", or --column "Anschluss=ignore"',
      ],
    ]);
  });

  test('are told where they are handles with their server, and mail is none', async () => {
    const input = await read({
      customers: 'customer,github,Anschluss,Post\nAnna,anna-quince,@anna@meadow.example,anna@mail.example\n',
    });
    expect(input.problems.map(({ problem }) => problem)).toEqual([
      'column "Anschluss" is not read, but holds 1 profile (Mastodon and the fediverse 1)',
    ]);
  });

  test('are read, or left alone, once a person says which', async () => {
    const taken = await read({ customers, columns: [['Anschluss', 'profile']] });
    expect(profilesOf(taken)).toMatchObject({ bert: ['bluesky:bert.test', 'github:bert-sedge'] });
    const ignored = await read({ customers, columns: [['Anschluss', 'ignore']] });
    expect(ignored.problems.map(({ problem }) => problem)).toEqual(['the row has no profile']);
  });
});

test('follows: any address is a resource, a known one has its network, numbers keep their thousands', async () => {
  const input = await read({
    follows: [
      'customer,resource,title,subscribers',
      'Ann,https://www.Letter.example/?utm_source=x#top,The Letter,"12,500"',
      'Ann,letter.example,,9 000',
      'Bob,https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx,,many',
      ',https://letter.example,,',
      'Cat,Garden Weekly,,',
    ].join('\n'),
  });
  expect(
    input.follows.map(({ customer, resource, subscribers }) => [customer, resource.network, resource.id, subscribers]),
  ).toEqual([
    ['ann', 'web', 'letter.example', 12_500],
    ['ann', 'web', 'letter.example', 9000],
    ['bob', 'bluesky', 'did:plc:abcdefghijklmnopqrstuvwx', null],
  ]);
  expect(input.problems.map(({ line, value }) => [line, value])).toEqual([
    [4, 'many'],
    [5, 'https://letter.example'],
    [6, 'Garden Weekly'],
  ]);
});

/** What a table of follows says: client, network and page. */
const followed = async (follows: string, columns: [string, string][] = []): Promise<string[]> =>
  (await read({ follows, columns })).follows.map(
    ({ customer, resource: { network, name } }) => `${customer}: ${network} ${name}`,
  );

describe('a table of follows with columns of networks', () => {
  const three = ['ann: instagram potplants', 'ann: instagram roseweekly', 'ann: telegram gardenletter'];

  test.each([
    ['handles', 'client,instagram,telegram\nAnn,"@potplants, @roseweekly",gardenletter\n'],
    [
      'addresses',
      'Kunde;Instagram;Telegram\nAnn;https://instagram.com/potplants/ https://www.instagram.com/roseweekly;https://t.me/gardenletter\n',
    ],
    ['a row each', 'клиент;Instagram;Телеграм\nAnn;potplants;\nAnn;roseweekly;\nAnn;;@gardenletter\n'],
    ['lines in a cell', 'name\tInstagram follows\tTG каналы\nAnn\t"@potplants\n@roseweekly"\t@gardenletter\n'],
    [
      'columns of the same network',
      'cliente,Instagram 1,Instagram 2,Canal de Telegram\nAnn,potplants,@roseweekly,t.me/gardenletter\n',
    ],
  ])('%s', async (_, table) => {
    expect(await followed(table)).toEqual(three);
  });

  test('an empty cell tells nothing, an empty row that nothing is followed on these networks', async () => {
    const input = await read({ follows: 'client,instagram,facebook\nAnn,@potplants,\nBob,,-\n' });
    expect(input.follows.map(({ customer }) => customer)).toEqual(['ann']);
    expect(input.emptyAnswers).toMatchObject([
      { customer: 'bob', network: 'instagram' },
      { customer: 'bob', network: 'facebook' },
    ]);
    expect(input.problems).toEqual([]);
  });

  test('beside a column of resources it is asked about, and done as a person says', async () => {
    const table = 'client,page,instagram\nAnn,https://t.me/gardenletter,@potplants\n';
    const { follows, problems } = await read({ follows: table });
    expect(follows).toHaveLength(1);
    expect(problems).toMatchObject([
      { line: 1, value: 'instagram', whatToDo: expect.stringContaining('--column "instagram=resource"') },
    ]);
    expect(await followed(table, [['instagram', 'resource']])).toEqual([
      'ann: telegram gardenletter',
      'ann: instagram potplants',
    ]);
    expect((await read({ follows: table, columns: [['instagram', 'ignore']] })).problems).toEqual([]);
  });

  test('counts and posts are none', async () => {
    await expect(read({ follows: 'client,instagram followers\nAnn,1200\n' })).rejects.toThrow('is a resource column');
  });
});

test('a customer without a profile is no problem where follows.csv says what they follow', async () => {
  const input = await read({
    customers: 'customer,profile\nAnn,\nBob,\n',
    follows: 'customer,resource\nANN,https://letter.example\n',
  });
  expect(input.problems.map(({ value }) => value)).toEqual(['Bob']);
});

test("answers to whether two pages are one publisher's", async () => {
  const input = await read({
    verdicts: [
      'resource,verdict,means,same_as',
      'https://t.me/tinferry,yes,,https://www.instagram.com/tin.ferry',
      'https://t.me/tinferry,όχι,,https://vk.com/tinferry',
      'https://t.me/tinferry,,,https://www.youtube.com/@tinferry',
      'https://www.facebook.com/tinferry,drop,https://t.me/tinferry,',
      'https://t.me/tinferry,yes,,nobody',
    ].join('\n'),
  });
  const said = input.decisions.map(({ resource, verdict, means, sister }) => [
    resource.network,
    verdict,
    means,
    sister?.page.network,
    sister?.isSame,
  ]);
  expect(said).toEqual([
    ['telegram', null, null, 'instagram', true],
    ['telegram', null, null, 'vk', false],
    ['facebook', 'drop', null, 'telegram', true],
  ]);
  expect(input.problems.map(({ line, value }) => [line, value])).toEqual([[6, 'nobody']]);
});

test('verdicts in several languages', async () => {
  const input = await read({
    verdicts:
      'resource,verdict,note\nhttps://a.example,Keep,good\nhttps://b.example,убрать,\nhttps://c.example,maybe,\n',
  });
  expect(input.decisions.map(({ resource, verdict, note }) => [resource.id, verdict, note])).toEqual([
    ['a.example', 'keep', 'good'],
    ['b.example', 'drop', ''],
  ]);
  expect(input.problems).toMatchObject([{ line: 4, value: 'maybe', whatToDo: 'write keep, drop or review' }]);
});

test('--column names what a heading is', async () => {
  const input = await read({
    customers: 'Wer,Wo,Sky\nAnn,,@ann.test\n',
    columns: [
      ['wer', 'customer'],
      ['SKY', 'bluesky'],
    ],
  });
  expect(profilesOf(input)).toEqual({ ann: ['bluesky:ann.test'] });
});

test.each([
  [
    'a file that is not there',
    () => readInput({ customers: join(folder, 'none.csv'), follows: [], verdicts: null, columns: new Map() }, networks),
    'file_missing',
    'none.csv',
  ],
  [
    'a folder',
    () => readInput({ customers: folder, follows: [], verdicts: null, columns: new Map() }, networks),
    'file_unreadable',
    folder,
  ],
  ['no column of profiles', () => read({ customers: 'customer,phone\nAnn,1\n' }), 'column_missing', ':1'],
  [
    'a quote that never ends',
    () => read({ customers: 'customer,profile\nAnn,"https://bsky.app\nBob,x\n' }),
    'broken_csv',
    ':2',
  ],
  [
    'an encoding that is not sure',
    () => read({ customers: Buffer.from('customer,profile\n\u00b9 5,@j.bsky.social\n', 'latin1') }),
    'encoding',
    'csv:2',
  ],
  [
    'a heading of no file',
    () => read({ customers: 'customer,profile\nAnn,@ann.bsky.social\n', columns: [['phone', 'customer']] }),
    'column_unknown',
    'phone',
  ],
  [
    'a role that is none',
    () => read({ customers: 'customer,profile\nAnn,@ann.bsky.social\n', columns: [['customer', 'boss']] }),
    'setting',
    'column',
  ],
])('%s is refused as a whole', async (_, run, code, where) => {
  const error = await run().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ code });
  expect(String(error)).toContain(where);
});

const given = (customers: RowsInput | null, follows: RowsInput[] = []) =>
  readInput(
    {
      customers: customers && { name: 'rows', rows: customers },
      follows: follows.map((rows) => ({ name: 'follows', rows })),
      verdicts: null,
      columns: new Map(),
    },
    networks,
  );

describe('rows in the place of files', () => {
  test.each<[string, RowsInput]>([
    [
      'objects, where one has a cell more',
      [
        { client: 'Ann', note: '' },
        { client: 'Ann', Bluesky: 'ann.test' },
      ],
    ],
    [
      'lists of cells, the headings first',
      [
        ['client', 'Bluesky'],
        ['Ann', null],
        ['Ann', ' ann.test '],
      ],
    ],
  ])('%s', async (_, rows) => {
    const input = await given(rows);
    expect(profilesOf(input)).toEqual({ ann: ['bluesky:ann.test'] });
    expect(input.problems).toMatchObject([{ file: 'rows', line: 2, problem: 'the row has no profile' }]);
    expect(input.tables).toMatchObject([{ file: 'rows', headingLine: 1, encoding: null, delimiter: null }]);
  });

  test('follows with numbers; an iterable is as good as an array', async () => {
    const follows = [{ client: 'Ann', page: 'https://garden.example/', followers: 12500 }];
    expect((await given(null, [follows])).follows).toMatchObject([{ customer: 'ann', subscribers: 12500 }]);
    expect((await given(null, [new Set(follows).values()])).follows).toHaveLength(1);
    await expect(given([{ name: 'Ann' }])).rejects.toMatchObject({ code: 'column_missing', where: 'rows:1' });
    const noRows = ['garden'] as unknown as RowsInput;
    await expect(given(noRows)).rejects.toMatchObject({ code: 'not_a_table', where: 'rows' });
    expect((await given([])).customers).toEqual([]);
  });
});

test.each(["'12.11", "'=SUM(A1)", "'1234567890123456789"])(
  'a name that a CSV for spreadsheets marks as text is read without its mark: %s',
  async (marked) => {
    const input = await read({ verdicts: `network,resource,verdict\nfacebook,${marked},keep\n` });
    expect(input.decisions.map(({ resource }) => [resource.network, resource.name])).toEqual([
      ['facebook', marked.slice(1)],
    ]);
  },
);
