import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importLimits } from '../../../src/imports/import-item.ts';
import { findFiles } from '../../../src/imports/find-files.ts';
import { zip } from '../../helpers/zips.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-walk-'));
afterAll(() => rmSync(folder, { recursive: true }));

let cases = 0;
/** A folder with these files, given by their paths in it. */
function folderWith(files: Record<string, string | Buffer>): string {
  const root = join(folder, String(++cases));
  mkdirSync(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** What was handed over: `label (customer): items`. */
async function handed(path: string, customer: string | null = null, most = importLimits): Promise<string[]> {
  const shown: string[] = [];
  for await (const each of findFiles(path, customer, most)) {
    const items: string[] = [];
    for await (const item of each.items) {
      const kind = 'kind' in item ? ` (${item.kind.one})` : 'problem' in item ? ` (${item.problem})` : '';
      items.push(item.name + kind);
    }
    const label = relative(path, each.label) || '.';
    shown.push(`${label} (${each.customer ?? '?'}): ${items.join(', ')}`);
  }
  return shown;
}

test('a file, and an archive whatever its name', async () => {
  const root = folderWith({ 'following.json': '{}', 'export.dat': await zip({ 'a.json': '1', 'b.json': '2' }) });
  expect(await handed(join(root, 'following.json'), 'Anna')).toEqual(['. (Anna): following.json']);
  expect(await handed(join(root, 'export.dat'))).toEqual(['. (?): a.json, b.json']);
});

test('a folder a customer: files and archives each by itself, an unpacked export as a whole', async () => {
  const root = folderWith({
    'Anna Gardner/following.json': '{}',
    'Anna Gardner/likes.html': '<p>',
    'Anna Gardner/likes_files/frame.html': '<p>',
    'Anna Gardner/.DS_Store': 'x',
    'Bob/takeout.zip': await zip({ 'subscriptions.csv': 'a' }),
    'Bob/Takeout/YouTube/subscriptions.csv': 'a',
    'Bob/Takeout/archive_browser.html': 'a',
    'Bob/Takeout/.hidden': 'a',
    'Зоя/список.txt': 'a',
    'loose.csv': 'a',
    'Thumbs.db': 'a',
  });
  expect(await handed(root)).toEqual([
    'Anna Gardner/following.json (Anna Gardner): following.json',
    'Anna Gardner/likes.html (Anna Gardner): likes.html',
    'Bob/takeout.zip (Bob): subscriptions.csv',
    'Bob (Bob): .hidden (a hidden file), subscriptions.csv, archive_browser.html',
    'loose.csv (?): loose.csv',
    'Зоя/список.txt (Зоя): список.txt',
  ]);
});

test('a customer’s name is one, however the disk spells it', async () => {
  const root = folderWith({ 'Zoe\u0308/list.txt': 'a' });
  expect(await handed(root)).toEqual(['Zo\u00eb/list.txt (Zo\u00eb): list.txt']);
});

test('the name of an unpacked export is nobody’s, and a flat one is read as a whole', async () => {
  const root = folderWith({
    'instagram-mira.holt-2026-11-20-AbCdEfGh/connections/following.json': '{}',
    'Complete_LinkedInDataExport_11-20-2026/Company Follows.csv': 'a',
    'Complete_LinkedInDataExport_11-20-2026/Connections.csv': 'a',
    'Complete_LinkedInDataExport_11-20-2026/Skills.csv': 'a',
    'Complete_LinkedInDataExport_11-20-2026/Positions.csv': 'a',
    'Mira Holt/Company Follows.csv': 'a',
    'Mira Holt/Connections.csv': 'a',
  });
  expect(await handed(root)).toEqual([
    'Complete_LinkedInDataExport_11-20-2026 (?): Company Follows.csv, Connections.csv, Positions.csv, Skills.csv',
    'Mira Holt/Company Follows.csv (Mira Holt): Company Follows.csv',
    'Mira Holt/Connections.csv (Mira Holt): Connections.csv',
    'instagram-mira.holt-2026-11-20-AbCdEfGh (?): following.json',
  ]);
});

test('one who says whose the folder is gets all of it', async () => {
  const root = folderWith({ 'connections/following.json': '{}', 'start.html': 'a', 'photos/1.jpg': 'a' });
  expect(await handed(root, 'Anna')).toEqual(['. (Anna): following.json, 1.jpg (a picture), start.html']);
  expect(await handed(root)).toEqual([
    '(Facebook or Instagram) (?): following.json, 1.jpg (a picture)',
    'start.html (?): start.html',
  ]);
});

test('exports unpacked into a folder of anything are each read as a whole, beside all else', async () => {
  const root = folderWith({
    'connections/followers_and_following/following.json': '{}',
    'your_instagram_activity/likes/liked_posts.json': '{}',
    'media/1.jpg': 'a',
    'start_here.html': 'a',
    'Company Follows.csv': 'a',
    'Connections.csv': 'a',
    'Profile.csv': 'a',
    'data/following.js': 'a',
    'assets/x.txt': 'a',
    'Your archive.html': 'a',
    'Mira Holt/list.txt': 'a',
    'survey.csv': 'a',
  });
  expect(await handed(root)).toEqual([
    '(Facebook or Instagram) (?): following.json, 1.jpg (a picture), start_here.html, liked_posts.json',
    '(LinkedIn) (?): Company Follows.csv, Connections.csv, Profile.csv',
    '(X) (?): Your archive.html, x.txt, following.js',
    'Mira Holt/list.txt (Mira Holt): list.txt',
    'survey.csv (?): survey.csv',
  ]);
});

test('an unpacked export that is named itself is one', async () => {
  const root = folderWith({
    'instagram-mira.holt-2026-11-20-Ab/connections/following.json': '{}',
    'instagram-mira.holt-2026-11-20-Ab/media/1.jpg': 'a',
  });
  const path = join(root, 'instagram-mira.holt-2026-11-20-Ab');
  expect(await handed(path)).toEqual(['. (?): following.json, 1.jpg (a picture)']);
});

test('of two exports that lie mixed each file is one by itself', async () => {
  const root = folderWith({
    'Company Follows.csv': 'a',
    'Company Follows (1).csv': 'a',
    'Profile.csv': 'a',
    'Connections.csv': 'a',
  });
  expect(await handed(root)).toEqual([
    'Company Follows (1).csv (?): Company Follows (1).csv',
    'Company Follows.csv (?): Company Follows.csv',
    'Connections.csv (?): Connections.csv',
    'Profile.csv (?): Profile.csv',
  ]);
});

test('of a file that begins as no text only the beginning is read', async () => {
  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 89 + (at >> 3)) % 256));
  const root = folderWith({
    'Anna/tool.bin': bytes,
    'Anna/text.txt': Buffer.from('Привет, 1\n'.repeat(900), 'utf16le'),
  });
  expect(await handed(root)).toEqual([
    'Anna/text.txt (Anna): text.txt',
    'Anna/tool.bin (Anna): tool.bin (a file that holds no text)',
  ]);
});

test('links out of the folder, and any others, are not followed', async () => {
  const outside = folderWith({ 'secret.json': '{}' });
  const root = folderWith({ 'Anna/list.txt': 'a' });
  symlinkSync(outside, join(root, 'Anna', 'linked'));
  symlinkSync(join(outside, 'secret.json'), join(root, 'Anna', 'secret.json'));
  symlinkSync(outside, join(root, 'Mallory'));
  symlinkSync(root, join(root, 'Anna', 'round'));
  expect(await handed(root)).toEqual([
    'Anna/linked (Anna): linked (a link to another file)',
    'Anna/list.txt (Anna): list.txt',
    'Anna/round (Anna): round (a link to another file)',
    'Anna/secret.json (Anna): secret.json (a link to another file)',
    'Mallory (?): Mallory (a link to another file)',
  ]);
});

test.each([
  ['89504e470d0a1a0a', 'a picture'],
  ['255044462d312e37', 'a PDF'],
  ['d0cf11e0a1b11ae1', 'an old Office file (XLS, DOC), or one locked with a password'],
  ['526172211a0700', 'a RAR archive'],
  ['0000001866747970', 'a video or a sound'],
  ['425a683931', 'a bzip2 archive'],
  ['', 'empty'],
])('first bytes %s are %s', async (hex, kind) => {
  const root = folderWith({ 'following.json': Buffer.from(hex, 'hex') });
  expect(await handed(join(root, 'following.json'))).toEqual([`. (?): following.json (${kind})`]);
});

test('nothing in a customer’s folder, nothing at all, too much', async () => {
  const root = folderWith({ 'Bob/.DS_Store': 'x' });
  mkdirSync(join(root, 'Anna'));
  expect(await handed(root)).toEqual(['Anna (Anna): ', 'Bob (Bob): ']);
  expect(await handed(folderWith({}))).toEqual([]);
  const full = folderWith({ 'a/1.txt': '1', 'a/2.txt': '2', 'a/3.txt': '3', 'large.txt': '123456' });
  expect(await handed(full, 'Anna', { ...importLimits, entries: 2 })).toEqual([
    '. (Anna): 1.txt, 2.txt, a (there are more than 2 files; the rest was not read), ' +
      `${full.split('/').at(-1)} (there are more than 2 files; the rest was not read)`,
  ]);
  expect(await handed(join(full, 'large.txt'), null, { ...importLimits, fileBytes: 5 })).toEqual([
    '. (?): large.txt (it is larger than 0 MB)',
  ]);
});

test('a path that leads nowhere ends the import', async () => {
  await expect(handed(join(folder, 'none'))).rejects.toMatchObject({ code: 'file_missing' });
});
