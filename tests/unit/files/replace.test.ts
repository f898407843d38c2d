import { spawnSync } from 'node:child_process';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { writeAll } from '../../../src/files/replace.ts';
import { openTemporary, removeTemporary } from '../../../src/files/temporary.ts';
import { writeOutputs } from '../../../src/outputs/index.ts';
import { report } from '../outputs/example-report.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outputs-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
const names = async (): Promise<string[]> => (await readdir(folder, { recursive: true })).toSorted();

async function* late(...chunks: string[]): AsyncGenerator<string> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}

function* breaking(): Generator<string> {
  yield 'half of it';
  throw new Error('a bug in a column');
}

describe('writeAll', () => {
  test('creates the folder and returns the paths in order', async () => {
    const deep = join(folder, 'a', 'b');
    const paths = await writeAll(deep, [
      { name: 'two.csv', chunks: ['a', 'b', '\n'] },
      { name: 'one.csv', chunks: late('ü', '👩‍🌾') },
      { name: 'empty.csv', chunks: [] },
    ]);
    expect(paths).toEqual([join(deep, 'two.csv'), join(deep, 'one.csv'), join(deep, 'empty.csv')]);
    expect(await Promise.all(paths.map((path) => readFile(path, 'utf8')))).toEqual(['ab\n', 'ü👩‍🌾', '']);
    expect(await readdir(deep)).toHaveLength(3);
  });

  test('replaces what is there, also by something shorter, and removes what is absent', async () => {
    await writeFile(join(folder, 'one.csv'), 'a much longer old text');
    await writeFile(join(folder, 'gone.csv'), 'old');
    await writeFile(join(folder, 'mine.txt'), 'not ours');
    await writeAll(folder, [{ name: 'one.csv', chunks: ['new'] }], ['gone.csv', 'never-there.csv']);
    expect(await names()).toEqual(['mine.txt', 'one.csv']);
    expect(await read('one.csv')).toBe('new');
  });

  test('many small chunks arrive whole', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `${index} ünïcödé\n`);
    await writeAll(folder, [{ name: 'long.csv', chunks: lines }]);
    expect(await read('long.csv')).toBe(lines.join(''));
  });

  test.each([
    ['a target is a directory', 'output_locked'],
    ['the last file breaks half-way', 'a bug in a column'],
  ])('%s: every old file stays, nothing temporary is left', async (what, message) => {
    await writeFile(join(folder, 'one.csv'), 'old one');
    await writeFile(join(folder, 'gone.csv'), 'old gone');
    if (what.startsWith('a target')) await mkdir(join(folder, 'three.csv'));
    else await writeFile(join(folder, 'three.csv'), 'old three');
    const files = [
      { name: 'one.csv', chunks: ['new one'] },
      { name: 'two.csv', chunks: ['new two'] },
      { name: 'three.csv', chunks: what.startsWith('a target') ? ['new three'] : breaking() },
    ];
    const error: unknown = await writeAll(folder, files, ['gone.csv']).catch((failure: unknown) => failure);
    expect(error instanceof UserError ? error.code : error instanceof Error && error.message).toBe(message);
    expect(await names()).toEqual(['gone.csv', 'one.csv', 'three.csv']);
    expect(await read('one.csv')).toBe('old one');
    expect(await read('gone.csv')).toBe('old gone');
  });

  test('the error names the file that is in the way', async () => {
    await mkdir(join(folder, 'two.csv'));
    const write = writeAll(folder, [{ name: 'two.csv', chunks: ['new'] }]);
    await expect(write).rejects.toMatchObject({ code: 'output_locked', where: join(folder, 'two.csv') });
    await expect(write).rejects.toThrow(/EISDIR[^]*two\.csv[^]*what to do: close it/);
  });

  test('something absent that cannot be removed stops the run before anything changes', async () => {
    await writeFile(join(folder, 'one.csv'), 'old one');
    await mkdir(join(folder, 'gone.csv'));
    const write = writeAll(folder, [{ name: 'one.csv', chunks: ['new one'] }], ['gone.csv']);
    await expect(write).rejects.toMatchObject({ where: join(folder, 'gone.csv') });
    expect(await read('one.csv')).toBe('old one');
    expect(await names()).toEqual(['gone.csv', 'one.csv']);
  });

  test('a folder that is a file', async () => {
    await writeFile(join(folder, 'output'), '');
    const write = writeAll(join(folder, 'output'), [{ name: 'one.csv', chunks: ['new'] }]);
    await expect(write).rejects.toMatchObject({ code: 'output_locked', where: join(folder, 'output') });
  });

  test('cleans up after a run that was killed while it wrote, and leaves what another run is writing', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['--version']);
    const [left, living] = [ended, process.pid].map((pid) => `.one.csv.${pid}.00000000.tmp`);
    await writeFile(join(folder, left ?? ''), 'a much longer text of a killed run');
    await writeFile(join(folder, living ?? ''), 'half');
    await writeAll(folder, [{ name: 'one.csv', chunks: ['new'] }], ['gone.csv']);
    expect(await names()).toEqual([living, 'one.csv']);
    expect(await read('one.csv')).toBe('new');
  });

  test('a target that is a link becomes a file, and what the link points to stays', async () => {
    const elsewhere = join(folder, 'elsewhere');
    await mkdir(join(elsewhere, 'folder'), { recursive: true });
    await writeFile(join(elsewhere, 'secret'), 'mine');
    await symlink(join(elsewhere, 'secret'), join(folder, 'one.csv'));
    await symlink(join(elsewhere, 'nothing'), join(folder, 'two.csv'));
    await symlink(join(elsewhere, 'folder'), join(folder, 'three.csv'));
    const all = ['one.csv', 'two.csv', 'three.csv'];
    await writeAll(
      folder,
      all.map((name) => ({ name, chunks: [`new ${name}`] })),
    );
    expect(await Promise.all(all.map(read))).toEqual(all.map((name) => `new ${name}`));
    for (const name of all) expect((await lstat(join(folder, name))).isFile()).toBe(true);
    expect(await readFile(join(elsewhere, 'secret'), 'utf8')).toBe('mine');
    expect((await readdir(elsewhere)).toSorted()).toEqual(['folder', 'secret']);
  });
});

describe('openTemporary', () => {
  test('gives a new name each time, and opens nothing that is there', async () => {
    const target = join(folder, 'one.csv');
    const opened = [await openTemporary(target), await openTemporary(target)];
    for (const { file } of opened) await file.close();
    const [one, other] = opened.map(({ path }) => path);
    expect(one).not.toBe(other);
    expect(one).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\.tmp$/);
    for (const { path } of opened) await removeTemporary(path);
    expect(await names()).toEqual([]);
  });
});

const options = { csv: 'plain', language: 'en' } as const;

describe('writeOutputs', () => {
  test('writes every file of a report; teasers of an earlier run do not linger', async () => {
    const all = report();
    const first = await writeOutputs(all, folder, options);
    const always = [
      'resources.csv',
      'candidates.csv',
      'review.csv',
      'choice.csv',
      'coverage.csv',
      'reasons.csv',
      'problems.csv',
      'resources.xlsx',
      'report.html',
      'report.json',
      'history/2026-11-22.json',
    ];
    expect(first).toEqual(always.toSpliced(7, 0, 'teasers.csv').map((name) => join(folder, name)));
    expect(JSON.parse(await read('report.json'))).toEqual(all);

    const second = await writeOutputs({ ...all, teasers: [] }, folder, options);
    expect(second).toEqual(always.map((name) => join(folder, name)));
    expect(await names()).toEqual([...always, 'history'].toSorted());
  });

  test('the same report gives the same bytes', async () => {
    const paths = await writeOutputs(report(), folder, { ...options, csv: 'excel' });
    const bytes = () => Promise.all(paths.map((path) => readFile(path)));
    const before = await bytes();
    await writeOutputs(report(), folder, { ...options, csv: 'excel' });
    expect(await bytes()).toEqual(before);
    expect(before[0]?.toString().startsWith('\uFEFF')).toBe(true);
  });
});
