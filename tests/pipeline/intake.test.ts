import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Imported, importFiles, makeWorksheet } from '../../src/index.ts';
import { zip } from '../helpers/zips.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-intake-'));
afterAll(() => rmSync(folder, { recursive: true }));

const clients = [
  'customer,email,facebook,instagram',
  'Anna Gardner,anna@garden.example,https://www.facebook.com/anna.gardner,anna.gardner',
  'Boris Sedge,boris@sedge.example,https://www.facebook.com/boris.sedge,boris_sedge',
].join('\n');

const likes = (owner: string, pages: readonly string[]): string => {
  const url = `https://www.facebook.com/${owner}/likes`;
  const links = pages.map((name) => `<div><a href="https://www.facebook.com/${name}">${name}</a></div>`);
  return `<!DOCTYPE html>\n<!-- saved from url=(0042)${url} -->\n<html><body><div role="main"><a href="https://www.facebook.com/${owner}">${owner}</a><h2><a href="${url}">Likes</a></h2><div>${links.join('')}</div></div></body></html>`;
};

let cases = 0;
/** A folder of its own with a client list and an intake folder of these files. */
function given(files: Record<string, string | Buffer>) {
  const root = join(folder, String(++cases));
  const put = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(root, 'intake', path)), { recursive: true });
    writeFileSync(join(root, 'intake', path), content);
  };
  for (const [path, content] of Object.entries(files)) put(path, content);
  writeFileSync(join(root, 'clients.csv'), clients);
  const follows = join(root, 'follows.csv');
  return {
    root,
    follows,
    put,
    import: (options: Partial<Parameters<typeof importFiles>[1]> = {}): Promise<Imported> =>
      importFiles([join(root, 'intake')], { follows, customers: join(root, 'clients.csv'), ...options }),
    rows: () => readFileSync(follows, 'utf8').trimEnd().split('\n').slice(1),
  };
}

const two = {
  'a.html': likes('anna.gardner', ['slates', 'ridge']),
  'b.html': likes('boris.sedge', ['slates', 'gutters']),
};

describe('a second import', () => {
  test('reads nothing of what has not changed, and what is new', async () => {
    const intake = given({ ...two, 'holiday.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]) });
    const first = await intake.import();
    expect(first).toMatchObject({ read: 4, added: 4, before: 0, complete: false });
    const second = await intake.import();
    expect(second).toMatchObject({ read: 0, added: 0, before: 3, complete: false });
    expect(second.files).toEqual(first.files.filter(({ problem }) => problem !== null));
    intake.put('c.html', likes('anna.gardner', ['slates', 'ridge', 'moss.daily']));
    expect(await intake.import()).toMatchObject({ added: 1, before: 3 });
    expect(intake.rows()).toHaveLength(5);
  });

  test('knows a file again that was moved or copied', async () => {
    const intake = given(two);
    await intake.import();
    renameSync(join(intake.root, 'intake/a.html'), join(intake.root, 'intake/renamed.html'));
    intake.put('b (1).html', two['b.html']);
    expect(await intake.import()).toMatchObject({ read: 0, before: 3 });
  });

  test('reads again what changed', async () => {
    const intake = given(two);
    await intake.import();
    intake.put('a.html', likes('anna.gardner', ['slates', 'other']));
    expect(await intake.import()).toMatchObject({ read: 2, added: 1, before: 1 });
  });

  test.each(['the follows file is gone', 'the notes are damaged', 'a client’s rows are gone'])(
    'reads again where %s',
    async (what) => {
      const intake = given(two);
      await intake.import();
      if (what.startsWith('the follows')) rmSync(intake.follows);
      else if (what.startsWith('the notes'))
        writeFileSync(join(intake.root, 'follows.imported.json'), '{"files":[{}]}');
      else
        writeFileSync(
          intake.follows,
          readFileSync(intake.follows, 'utf8')
            .split('\n')
            .filter((line) => !line.startsWith('Boris'))
            .join('\n'),
        );
      await intake.import();
      expect(intake.rows()).toHaveLength(4);
    },
  );

  test('asks once more about what nobody knew when the client list has changed', async () => {
    const intake = given({ 'c.html': likes('carol.reed', ['slates', 'ridge']) });
    expect(await intake.import()).toMatchObject({ read: 0, complete: false });
    writeFileSync(join(intake.root, 'clients.csv'), `${clients}\nCarol Reed,,https://www.facebook.com/carol.reed,\n`);
    expect(await intake.import()).toMatchObject({ read: 2, before: 0, complete: true });
  });

  test('reads again for somebody else', async () => {
    const intake = given({ 'Anna Gardner/page.html': likes('anna.gardner', ['slates', 'ridge']) });
    await intake.import();
    expect(await intake.import({ customer: 'Boris Sedge' })).toMatchObject({ added: 2, before: 0 });
  });

  test('knows an unpacked export by its files', async () => {
    const inside = 'instagram-anna.gardner-2026-01-31-Ab12/connections/followers_and_following';
    const following = JSON.stringify({
      relationships_following: [{ title: 'slates', string_list_data: [{ href: 'https://www.instagram.com/slates' }] }],
    });
    const intake = given({ [`${inside}/following.json`]: following, [`${inside}/close_friends.json`]: '{}' });
    expect(await intake.import()).toMatchObject({ read: 1, customers: [{ customer: 'Anna Gardner' }] });
    expect(await intake.import()).toMatchObject({ read: 0, before: 1 });
    intake.put(`${inside}/following_2.json`, following.replaceAll('slates', 'ridge'));
    expect(await intake.import()).toMatchObject({ read: 2, added: 1 });
  });

  test.skipIf(process.platform === 'win32')('keeps its notes for their owner alone', async () => {
    const intake = given(two);
    await intake.import();
    const { statSync } = await import('node:fs');
    expect(statSync(join(intake.root, 'follows.imported.json')).mode & 0o777).toBe(0o600);
    chmodSync(intake.follows, 0o644);
  });
});

describe('whose it is', () => {
  test('people whom the list does not have are asked about, and everybody else is taken', async () => {
    const answers =
      'Timestamp,Your name,E-mail,Which pages do you read?\n' +
      '2026-11-20,Anna Gardner,,https://www.facebook.com/slates\n' +
      '2026-11-20,B. Sedge,boris@sedge.example,https://www.facebook.com/ridge\n' +
      '2026-11-21,Zoe Stranger,,https://www.facebook.com/gutters\n';
    const intake = given({ 'answers.csv': answers });
    const { files, read } = await intake.import();
    expect(read).toBe(2);
    expect(files[0]?.problem).toContain('Zoe Stranger');
    expect(intake.rows().join()).not.toContain('Zoe');
    expect(await intake.import()).toMatchObject({ before: 1, complete: false });
  });

  test('several pages in one archive are each their owner’s', async () => {
    const intake = given({ 'pages.zip': await zip(two) });
    const { customers } = await intake.import();
    expect(customers.map(({ customer, read }) => [customer, read])).toEqual([
      ['Anna Gardner', 2],
      ['Boris Sedge', 2],
    ]);
  });
});

const entry = (name: string) => ({
  title: '',
  string_list_data: [{ href: `https://www.instagram.com/${name}`, value: name, timestamp: 1_700_000_000 }],
});
const value = (text: string) => ({ href: '', value: text, timestamp: 0 });

test('an export unpacked among other files is read as one, its owner known by it, and not read again', async () => {
  const owner = { Username: value('boris_sedge'), Name: value('Boris Sedge') };
  const intake = given({
    ...two,
    'connections/followers_and_following/following.json': JSON.stringify({
      relationships_following: [entry('slates'), entry('ridge')],
    }),
    'connections/followers_and_following/followers_1.json': JSON.stringify([entry('friend')]),
    'personal_information/personal_information/personal_information.json': JSON.stringify({
      profile_user: [{ title: '', string_map_data: owner }],
    }),
    'media/1.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    'start_here.html': '<!DOCTYPE html><title>Start</title>',
    'Company Follows.csv': 'Organization,Followed On\nSlates,Mon Apr 06 16:33:17 UTC 2026\n',
    'Connections.csv': 'First Name,Last Name,URL,Connected On\nMira,Holt,https://www.linkedin.com/in/mira,\n',
    'Positions.csv': 'Company Name,Title,Description,Location,Started On,Finished On\n',
  });
  const first = await intake.import();
  const unknown = first.files.filter(({ problem }) => problem !== null);
  // LinkedIn's export says nothing of its owner without Profile.csv: one question, and nothing else waits for the answer.
  expect(unknown.map(({ file }) => file.slice(intake.root.length))).toEqual([
    '/intake/(LinkedIn): Company Follows.csv',
  ]);
  expect(first).toMatchObject({ added: 6, customers: [{ customer: 'Boris Sedge' }, { customer: 'Anna Gardner' }] });
  const rows = intake.rows().filter((row) => row.includes('instagram'));
  expect(rows.map((row) => row.split(',').slice(0, 2).join(' '))).toEqual([
    'Boris Sedge https://www.instagram.com/slates',
    'Boris Sedge https://www.instagram.com/ridge',
  ]);
  expect(await intake.import()).toMatchObject({ before: 4, added: 0 });
  intake.put('connections/followers_and_following/following.json', JSON.stringify({ relationships_following: [] }));
  expect(await intake.import()).toMatchObject({ before: 3 });
});

test('bytes that are no text are counted and not looked through', async () => {
  const bytes = Buffer.from(Array.from({ length: 8192 }, (_, at) => (at * 7919 + (at >> 8)) % 256));
  const following = JSON.stringify({
    relationships_following: [{ title: 'slates', string_list_data: [{ href: 'https://www.instagram.com/slates' }] }],
  });
  const utf16 = Buffer.from(`\uFEFF${likes('anna.gardner', ['ridge', 'moss'])}`, 'utf16le');
  const archive = await zip({ 'a.bin': bytes, 'b.bin': bytes, 'following.json': following, 'page.html': utf16 });
  const intake = given({ 'instagram-anna.gardner-2026-11-20-Ab12.zip': archive });
  const { files, read } = await intake.import();
  expect(read).toBe(3);
  expect(files.flatMap(({ left }) => left)).toContain('files that are no text: 2');
});

test('the worksheet knows which pages came in, and which of them were hidden', async () => {
  const intake = given({ 'a.html': two['a.html'], 'b.html': likes('boris.sedge', []) });
  await intake.import();
  const { worksheet, written } = await makeWorksheet({
    customers: join(intake.root, 'clients.csv'),
    follows: intake.follows,
    intake: join(intake.root, 'intake'),
  });
  const states = worksheet.people.flatMap(({ name, tasks }) =>
    tasks.map(({ list, state }) => `${name} ${list} ${state}`),
  );
  expect(states).toEqual([
    'Boris Sedge likes empty',
    'Boris Sedge following missing',
    'Boris Sedge groups missing',
    'Boris Sedge following missing',
    'Anna Gardner likes came',
    'Anna Gardner following missing',
    'Anna Gardner groups missing',
    'Anna Gardner following missing',
  ]);
  expect(written).toEqual([]);
  expect(existsSync(join(intake.root, 'output'))).toBe(false);
});
