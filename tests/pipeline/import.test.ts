import { mkdirSync, mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { hurriedClock } from '../helpers/clock.ts';
import { type ImportOptions, importFiles } from '../../src/library/import-files.ts';
import type { Imported } from '../../src/library/imported.ts';
import { analyze } from '../../src/index.ts';
import { importLimits } from '../../src/imports/import-item.ts';
import { zip } from '../helpers/zips.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

let cases = 0;
/** A folder of its own with these files, and an import into its `follows.csv`. */
function given(files: Record<string, string | Buffer>) {
  const root = join(folder, String(++cases));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const follows = join(root, 'follows.csv');
  return {
    root,
    follows,
    import: (paths: string[], options: Partial<ImportOptions> = {}): Promise<Imported> =>
      importFiles(
        paths.map((path) => join(root, path)),
        { customer: null, follows, ...options },
      ),
    rows: () => readFileSync(follows, 'utf8').trimEnd().split('\n').slice(1),
  };
}

/** The report of an analysis of nothing but the follows file, by resource. */
async function counted(root: string, follows: string): Promise<Record<string, number>> {
  const { report } = await analyze(
    { follows: [follows], output: join(root, 'output'), state: join(root, 'state.sqlite') },
    { clock: hurriedClock(), progress: () => undefined },
  );
  return Object.fromEntries(
    report.rows.map(({ network, resource, customers }) => [`${network}:${resource}`, customers]),
  );
}

const instagram = (...names: string[]) =>
  JSON.stringify({
    relationships_following: names.map((name) => ({
      title: '',
      media_list_data: [],
      string_list_data: [{ href: `https://www.instagram.com/${name}`, value: name, timestamp: 1_700_000_000 }],
    })),
  });

const linkedin = (...names: string[]) =>
  `Organization,Followed On\n${names.map((name) => `"${name}",Tue Jan 02 10:00:00 UTC 2024\n`).join('')}`;

test('a folder with one folder a client goes through to the count, and a second import changes nothing', async () => {
  const { root, follows, ...handed } = given({
    'exports/Anna Gardner/instagram.zip': await zip({
      'connections/followers_and_following/following.json': instagram('garden.weekly', 'roses'),
      'media/1.jpg': 'x',
      'personal_information/account.json': '{"profile_user": []}',
    }),
    'exports/Bob/Company Follows.csv': linkedin('Garden Letter Ltd', '=Formula & Sons'),
    'exports/Bob/following.json': instagram('roses'),
    'exports/Cat/pages.txt': 'https://www.instagram.com/roses/\nhttps://www.facebook.com/gardenletter\n',
    'exports/survey.csv':
      'client;page\nDan;https://www.instagram.com/roses?igsh=abc\nDan;https://garden-letter.example/\n',
  });
  const first = await handed.import(['exports']);
  expect(first).toMatchObject({ read: 9, added: 9, complete: true });
  expect(first.customers).toEqual([
    { customer: 'Anna Gardner', read: 2, added: 2 },
    { customer: 'Bob', read: 3, added: 3 },
    { customer: 'Cat', read: 2, added: 2 },
    { customer: 'Dan', read: 2, added: 2 },
  ]);
  expect(await counted(root, follows)).toEqual({
    'instagram:roses': 4,
    'instagram:garden.weekly': 1,
    'linkedin:Garden Letter Ltd': 1,
    'linkedin:=Formula & Sons': 1,
    'facebook:gardenletter': 1,
    'web:garden-letter.example': 1,
  });
  const before = readFileSync(follows);
  const second = await handed.import(['exports']);
  expect(second).toMatchObject({ read: 0, added: 0, before: 5 });
  expect(readFileSync(follows)).toEqual(before);
});

test('an archive is told file by file: what was read, what was left', async () => {
  const handed = given({
    'anna.zip': await zip({
      'following.json': instagram('garden', 'roses'),
      'photo.jpg': 'x',
      'notes.json': '{"notes": []}',
      'other.json': '{"x": 1}',
    }),
  });
  const { files } = await handed.import(['anna.zip'], { customer: 'Anna' });
  expect(files).toMatchObject([
    { file: join(handed.root, 'anna.zip: following.json'), customer: 'Anna', read: 2, added: 2, problem: null },
    {
      file: join(handed.root, 'anna.zip'),
      read: 0,
      contents: { files: 4, follows: 1 },
      left: ['nothing about follows: 2 files (notes.json, other.json)', 'pictures, videos or sounds: 1'],
      problem: null,
    },
  ]);
  expect(files[0]?.what).toMatch(/Instagram/);
});

describe('whose follows they are', () => {
  test('a file that does not say it is left, with what to do, and nothing is written', async () => {
    const handed = given({ 'list.txt': 'https://t.me/garden\n' });
    const { files, read, complete } = await handed.import(['list.txt']);
    expect(files).toMatchObject([{ read: 0, problem: 'it does not say whose follows these are' }]);
    expect(files[0]?.whatToDo).toContain('--customer');
    expect([read, complete, existsSync(handed.follows)]).toEqual([0, false, false]);
  });

  test('one name in a file gives way to the person’s word, several do not', async () => {
    const handed = given({
      'one.csv': 'source,target\nanna.example,https://t.me/garden\n',
      'two.csv': 'source,target\nbob.example,https://t.me/garden\ncat.example,https://t.me/garden\n',
    });
    const { files } = await handed.import(['one.csv', 'two.csv'], { customer: 'Anna' });
    expect(handed.rows()).toEqual([
      'Anna,https://t.me/garden,,,,,',
      'bob.example,https://t.me/garden,,,,,',
      'cat.example,https://t.me/garden,,,,,',
    ]);
    expect(files.map(({ left }) => left)).toEqual([
      ['the name anna.example in the file: it was taken for Anna'],
      ['the name Anna: the file itself names 2 customers'],
    ]);
  });

  test('a column of names, companies or ids says it only where nobody else does', async () => {
    const handed = given({
      'names.csv': 'Name,URL,Followers\nGarden,https://t.me/garden,900\nRoses,https://t.me/roses,800\n',
      'ids.csv': 'id;url\n1;https://t.me/garden\n2;https://t.me/roses\n',
      'none.csv': 'Harbour,https://t.me/harbour\nBoats,https://t.me/boats\n',
    });
    await handed.import(['names.csv', 'ids.csv', 'none.csv'], { customer: 'Anna' });
    expect(handed.rows()).toEqual([
      'Anna,https://t.me/garden,Garden,900,,,',
      'Anna,https://t.me/roses,Roses,800,,,',
      'Anna,https://t.me/harbour,Harbour,,,,',
      'Anna,https://t.me/boats,Boats,,,,',
    ]);
    expect((await handed.import(['names.csv'])).customers.map(({ customer }) => customer)).toEqual(['Garden', 'Roses']);
  });

  test('a name of nothing', async () => {
    await expect(given({ 'list.txt': 'x' }).import(['list.txt'], { customer: ' ' })).rejects.toMatchObject({
      code: 'setting',
    });
  });
});

test('what a network says is no resource is left with the reason; the rest is taken', async () => {
  const handed = given({
    'list.csv':
      'customer,resource,network\nAnna,https://vk.com/feed,\nAnna,https://vk.com/garden,\nAnna,Garden,nowhere\nAnna,12345,vk\nAnna,not an address,\n',
  });
  const { files } = await handed.import(['list.csv']);
  expect(files).toMatchObject([
    {
      read: 1,
      left: [
        'this VK address names neither a profile nor a community: 1 (https://vk.com/feed)',
        'there is no network "nowhere": 1 (Garden)',
        'a number alone does not identify a page on VK: 1 (12345)',
        'this is not the address of a page: 1 (not an address)',
      ],
    },
  ]);
  expect(handed.rows()).toEqual(['Anna,https://vk.com/garden,,,,,']);
});

test('handles of a network become addresses; the same follow in two spellings is one', async () => {
  const handed = given({
    'graph.csv':
      'source,target,network\nAnna,garden.example,bluesky\nAnna,@Garden.Example,bluesky\nAnna,garden,tiktok\nAnna,@a@social.example,\n',
  });
  expect(await handed.import(['graph.csv'])).toMatchObject({ read: 3, added: 3 });
  expect(handed.rows()).toEqual([
    'Anna,https://bsky.app/profile/garden.example,,,,,',
    'Anna,https://www.tiktok.com/@garden,,,,,',
    'Anna,https://social.example/@a,,,,,',
  ]);
});

test.each<[string, string | Buffer, string]>([
  ['a JSON file without follows', '{"a": 1}', 'it was not recognised: it seems to be a JSON file without follows'],
  ['a JSON file that breaks off', '{"pages": [{"ti', 'seems to be a JSON file that is damaged or cut short'],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'it is a picture'],
  ['an empty file', '', 'it is empty'],
  ['a letter', 'Dear Anna,\nit was a pleasure.\n', 'seems to be a text without addresses'],
  ['a table of phones', 'name,phone\nAnna,1\n', 'none of "name", "phone" is a resource column'],
  ['bytes', Buffer.from('00ff00fe0102030405', 'hex'), 'the file'],
])('%s is told as what it is, and nothing is written', async (_, content, problem) => {
  const handed = given({ 'handed.dat': content });
  const { files, complete } = await handed.import(['handed.dat'], { customer: 'Anna' });
  expect(files).toMatchObject([{ problem: expect.stringContaining(problem) as string, read: 0 }]);
  expect(files[0]?.whatToDo?.length).toBeGreaterThan(10);
  expect([complete, existsSync(handed.follows)]).toEqual([false, false]);
});

const linkTo = (text: string) => ({ text, hyperlink: `https://t.me/${text.toLowerCase()}` });

test('a table in XLSX, also with the addresses behind the names, by itself and in a ZIP', async () => {
  const columns = [
    { header: 'Title', key: 'title' },
    { header: 'Subscribers', key: 'subscribers' },
  ];
  const data = [
    { title: linkTo('Garden'), subscribers: 12_000 },
    { title: linkTo('Harbour'), subscribers: 7000 },
  ];
  const sheets = [
    { name: 'About', rows: [['Export'], ['made on Monday']] },
    { name: 'Channels', columns, data },
  ];
  const bytes = Buffer.from(await writeXlsx({ sheets }));
  const empty = Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: 'Phones',
          rows: [
            ['name', 'phone'],
            ['Anna', 1],
          ],
        },
      ],
    }),
  );
  const handed = given({ 'channels.xlsx': bytes, 'all.zip': await zip({ 'in.xlsx': bytes }), 'phones.xlsx': empty });
  const { files, added } = await handed.import(['channels.xlsx', 'all.zip', 'phones.xlsx'], { customer: 'Anna' });
  expect(files.map(({ file, read, problem }) => [basename(file), read, problem])).toEqual([
    ['channels.xlsx', 2, null],
    ['all.zip: in.xlsx', 2, null],
    ['phones.xlsx', 0, expect.stringContaining('none of "name", "phone" is a resource column')],
  ]);
  expect(added).toBe(2);
  expect(readFileSync(handed.follows, 'utf8')).toContain('Anna,https://t.me/garden,Garden,12000');
});

test('an XLSX file that is damaged is told', async () => {
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows: [['url'], ['https://t.me/garden']] }] }));
  const handed = given({ 'cut.xlsx': bytes.subarray(0, -40), 'follows.xlsx': await zip({ 'xl/workbook.xml': '<a>' }) });
  const { files } = await handed.import(['cut.xlsx', 'follows.xlsx'], { customer: 'Anna' });
  expect(files.map(({ problem }) => problem)).toEqual([
    expect.stringContaining('incomplete'),
    expect.stringContaining('cannot be read safely'),
  ]);
});

test('a spreadsheet, an archive of nothing, an empty folder', async () => {
  const handed = given({
    'follows.xlsb': await zip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }),
    'photos.zip': await zip({ 'a.jpg': 'x', 'b.mp4': 'y' }),
    'empty/.DS_Store': '',
  });
  const { files } = await handed.import(['follows.xlsb', 'photos.zip', 'empty'], { customer: 'Anna' });
  expect(files.map(({ problem, whatToDo, left }) => [problem, whatToDo, ...left])).toEqual([
    ['it is a binary workbook of Excel (XLSB)', 'open it and save the sheet as CSV (UTF-8)'],
    [
      'nothing in it lists follows',
      'import the export or the saved page that lists what the customer follows',
      'pictures, videos or sounds: 2',
    ],
    ['it is empty', expect.any(String)],
  ]);
});

test('limits hold from the entry point on: what was read before stays read', async () => {
  const handed = given({
    'anna.zip': await zip({ 'following.json': instagram('garden'), 'large.json': 'x'.repeat(5000) }),
  });
  const { files, added } = await handed.import(['anna.zip'], {
    customer: 'Anna',
    limits: { ...importLimits, fileBytes: 2000 },
  });
  expect(added).toBe(1);
  expect(files.map(({ file, problem }) => [file.split(': ')[1], problem])).toEqual([
    ['following.json', null],
    ['large.json', 'it is larger than 0 MB'],
  ]);
});

test('a path that is not there, or a follows file that cannot be read, ends the import before anything is read', async () => {
  const handed = given({ 'list.txt': 'https://t.me/garden\n', 'follows.csv': 'a,b\n1,2\n' });
  await expect(handed.import(['list.txt'], { customer: 'Anna' })).rejects.toMatchObject({ code: 'column_missing' });
  rmSync(handed.follows);
  await expect(handed.import(['list.txt', 'none.txt'], { customer: 'Anna' })).rejects.toMatchObject({
    code: 'file_missing',
  });
  expect(existsSync(handed.follows)).toBe(false);
});

const emptyList = (key: string): string => JSON.stringify({ [key]: [] });

describe('a client whose list is there and empty follows nothing', () => {
  test.each([
    ['following.json', emptyList('relationships_following'), 'instagram'],
    ["who_you've_followed.json", emptyList('following_v3'), 'facebook'],
    ['user_data_tiktok.json', '{"Your Activity": {"Following": {"Following": null}}}', 'tiktok'],
    ['Company Follows.csv', 'Organization,Followed On\n', 'linkedin'],
    ['following.js', 'window.YTD.following.part0 = []', 'x'],
    ['subscribed_subreddits.csv', 'subreddit\n', 'reddit'],
    ['following_accounts.csv', 'Account address,Show boosts,Notify on new posts,Languages\n', 'mastodon'],
  ])('%s', async (name, content, network) => {
    const handed = given({ [name]: content });
    const once = await handed.import([name], { customer: 'Mira' });
    expect(once).toMatchObject({ read: 0, added: 0, asked: 1, complete: true });
    expect(readFileSync(handed.follows, 'utf8')).toMatch(new RegExp(`^customer,.*\nMira,,,,${network},*\n$`));
    expect(await handed.import([name], { customer: 'Mira' })).toMatchObject({ asked: 0, complete: true });
  });

  test('not where another file tells what they follow there, or nobody says whose it is', async () => {
    const handed = given({ 'following.json': emptyList('relationships_following'), 'more.json': instagram('slates') });
    expect(await handed.import(['following.json'])).toMatchObject({ asked: 0, complete: false });
    expect(await handed.import(['following.json', 'more.json'], { customer: 'Mira' })).toMatchObject({
      added: 1,
      asked: 0,
    });
  });

  test('one empty list of several of a network says nothing', async () => {
    const handed = given({ 'groups.json': emptyList('groups_joined_v2') });
    expect(await handed.import(['groups.json'], { customer: 'Mira' })).toMatchObject({ asked: 0, complete: false });
  });

  test('answers of a survey that name nothing', async () => {
    const answers = 'customer,resource,network\nMira,https://t.me/slates,\nOla,,\nBo,nothing,\nCy,-,Facebook\nMira,,\n';
    const handed = given({ 'answers.csv': answers });
    expect(await handed.import(['answers.csv'])).toMatchObject({ added: 1, asked: 3, complete: true });
    expect(readFileSync(handed.follows, 'utf8')).toMatch(/Ola,*\nBo,*\nCy,,,,facebook,*\n$/);
  });

  test('a follows file without a column for networks is left as it is', async () => {
    const handed = given({ 'following.json': emptyList('relationships_following') });
    mkdirSync(dirname(handed.follows), { recursive: true });
    writeFileSync(handed.follows, 'customer,resource\n');
    expect(await handed.import(['following.json'], { customer: 'Mira' })).toMatchObject({ asked: 0 });
    expect(readFileSync(handed.follows, 'utf8')).toBe('customer,resource\n');
  });
});
