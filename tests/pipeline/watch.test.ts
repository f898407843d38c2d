import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Imported, UserError, importFiles, watchFolders } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const clients = 'customer,facebook\nAnna Gardner,https://www.facebook.com/anna.gardner\n';
const likes = (owner: string): string => {
  const url = `https://www.facebook.com/${owner}/likes`;
  const links = ['slates', 'ridge'].map((name) => `<div><a href="https://www.facebook.com/${name}">${name}</a></div>`);
  return `<!DOCTYPE html>\n<!-- saved from url=(0042)${url} -->\n<html><body><div role="main"><h2><a href="${url}">Likes</a></h2><div>${links.join('')}</div></div></body></html>`;
};

let cases = 0;
function given() {
  const root = join(folder, String(++cases));
  for (const name of ['intake', 'downloads']) mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, 'clients.csv'), clients);
  const at = (path: string): string => join(root, path);
  return { at, put: (path: string, text: string) => writeFileSync(at(path), text), follows: at('follows.csv') };
}

/** What was told while these steps happened, one before each look; the watch ends with them. */
async function watched(
  { at, follows }: ReturnType<typeof given>,
  steps: (() => void)[],
  options: Partial<Parameters<typeof watchFolders>[1]> = {},
) {
  const ending = new AbortController();
  const told: Imported['files'] = [];
  const failures: string[] = [];
  let there = -1;
  const left = [...steps];
  const clock = {
    now: () => 0,
    sleep: async () => {
      const step = left.shift();
      if (step) step();
      else ending.abort();
    },
  };
  await watchFolders(
    [at('intake'), at('downloads')],
    { follows, customers: at('clients.csv'), ...options },
    {
      began: (count) => (there = count),
      imported: ({ files }) => told.push(...files),
      failed: ({ message }) => failures.push(message),
    },
    { clock, signal: ending.signal },
  );
  return {
    told: told.map(({ file, read, problem }) => [relative(at(''), file), read, problem !== null]),
    failures,
    there,
  };
}

const nothing = (): void => {};

test('a page is taken once nobody writes it any more, and what lay there before is left', async () => {
  const intake = given();
  intake.put('downloads/old.html', likes('anna.gardner'));
  const page = likes('anna.gardner');
  const { told, there } = await watched(intake, [
    () => intake.put('intake/page.html', page.slice(0, 60)),
    () => appendFileSync(intake.at('intake/page.html'), page.slice(60)),
    nothing,
    nothing,
  ]);
  expect(there).toBe(1);
  expect(told).toEqual([['intake/page.html', 2, false]]);
  expect(readFileSync(intake.follows, 'utf8')).toContain('Anna Gardner');
});

test.each(['crdownload', 'part', 'download', 'opdownload', 'tmp'])(
  'a download that is not complete (.%s) waits',
  async (ending) => {
    const intake = given();
    const { told } = await watched(intake, [
      () => {
        // Firefox puts an empty file of the last name beside it.
        intake.put('downloads/page.html', ending === 'part' ? '' : 'x');
        intake.put(`downloads/page.html.${ending}`, likes('anna.gardner'));
      },
      nothing,
      nothing,
      () => renameSync(intake.at(`downloads/page.html.${ending}`), intake.at('downloads/page.html')),
      nothing,
      nothing,
    ]);
    expect(told).toEqual([['downloads/page.html', 2, false]]);
  },
);

test('what nobody knows is told once and stays as it is', async () => {
  const intake = given();
  const strange = {
    'downloads/invoice.txt': 'Thank you for your order.\n',
    'downloads/somebody.html': likes('some.body'),
    'downloads/names.csv': 'customer,resource\nZoe Stranger,https://www.facebook.com/slates\n',
    'downloads/list.txt': 'https://www.facebook.com/slates\nhttps://www.facebook.com/ridge\n',
  };
  const { told } = await watched(intake, [
    () => Object.entries(strange).forEach(([path, text]) => intake.put(path, text)),
    nothing,
    nothing,
    nothing,
  ]);
  expect(told.toSorted()).toEqual(
    Object.keys(strange)
      .toSorted()
      .map((path) => [path, 0, true]),
  );
  for (const [path, text] of Object.entries(strange)) expect(readFileSync(intake.at(path), 'utf8')).toBe(text);
  expect(existsSync(intake.follows)).toBe(false);
});

test('a file that cannot be taken now is taken later, and the trouble is told once', async () => {
  const intake = given();
  const { told, failures } = await watched(intake, [
    () => {
      writeFileSync(intake.follows, 'no,heading,of,follows\n1,2,3,4\n');
      intake.put('intake/page.html', likes('anna.gardner'));
    },
    nothing,
    nothing,
    nothing,
    () => rmSync(intake.follows),
    nothing,
  ]);
  expect(failures).toHaveLength(1);
  expect(told).toEqual([['intake/page.html', 2, false]]);
});

test('a file that changes is taken again', async () => {
  const intake = given();
  const { told } = await watched(intake, [
    () => intake.put('intake/page.html', likes('anna.gardner')),
    nothing,
    () => intake.put('intake/page.html', likes('anna.gardner').replace('ridge</a>', 'ridge news</a>')),
    nothing,
    nothing,
  ]);
  expect(told).toHaveLength(2);
});

test('what was taken so is not read again with its folder', async () => {
  const intake = given();
  const page = likes('anna.gardner');
  await watched(intake, [() => intake.put('intake/page.html', page), nothing, nothing]);
  const options = { follows: intake.follows, customers: intake.at('clients.csv') };
  expect(await importFiles([intake.at('intake')], options)).toMatchObject({ read: 0, before: 1 });
});

test('only a client list says whose files are', async () => {
  const intake = given();
  await expect(watched(intake, [], { customers: null })).rejects.toThrow(UserError);
  await expect(watched(intake, [], { customer: 'Anna Gardner' })).rejects.toThrow('leave customer out');
  rmSync(intake.at('downloads'), { recursive: true });
  await expect(watched(intake, [])).rejects.toThrow(UserError);
});
