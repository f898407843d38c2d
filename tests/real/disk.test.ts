import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Garden, codeOf, differences, endOf, filesIn, openGarden } from '../faults/killed.ts';

let garden: Garden;
let mayMount = false;

/** A disk of its own, of so many kilobytes. */
function mount(at: string, kilobytes: number): void {
  mkdirSync(at);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'disk', at], { stdio: 'pipe' });
}

/** Whether this is an administrator of a machine that mounts disks: a right, and nothing that a suite could install. */
function canMount(at: string): boolean {
  try {
    mount(at, 100);
    unmount(at);
    return true;
  } catch {
    return false;
  }
}

const remount = (at: string, options: string): void =>
  void execFileSync('mount', ['-o', `remount,${options}`, at], { stdio: 'pipe' });
const unmount = (at: string): void => void execFileSync('umount', ['--lazy', at], { stdio: 'pipe' });

function openDisk(name: string, kilobytes: number): string {
  const at = join(garden.folder, name);
  mount(at, kilobytes);
  onTestFinished(() => unmount(at));
  return at;
}

const kilobytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { name, parentPath }) => sum + Math.ceil(statSync(join(parentPath, name)).size / 4096) * 4, 0);

beforeAll(async () => {
  garden = await openGarden(fileURLToPath(new URL('../../dist/cli.js', import.meta.url)));
  mayMount = canMount(join(garden.folder, 'tried'));
  if (!mayMount)
    process.stderr.write('skipped: only an administrator of a Linux machine may mount a disk of its own\n');
});
beforeEach((context) => context.skip(!mayMount, 'no disk may be mounted here'));
afterAll(() => garden.close());

/** An error that a person can act on, and no trace of the program. */
function expectTold({ code, said }: { code: number | null; said: string }): void {
  expect(code, said).toBe(2);
  expect(said).toContain('what to do: ');
  expect(said).not.toMatch(/^\s+at /m);
}

describe('a disk that is full', () => {
  test.each([0, 0.1, 0.3, 0.5, 0.7, 0.9])(
    'when %f of what a run needs are written: told, and the run goes on once there is room',
    async (share) => {
      const needed = kilobytesIn(garden.undisturbedAt);
      const at = openDisk(`full-${share}`, Math.max(4, Math.round(needed * share)));
      expectTold(await endOf(garden.start(at)));
      remount(at, `size=${needed * 3}k`);
      expect(await codeOf(garden.start(at))).toBe(0);
      expect(differences(filesIn(at), garden.undisturbed.files)).toEqual([]);
    },
  );

  test('when outputs are written anew: those that stand there stay whole', async () => {
    const needed = kilobytesIn(garden.undisturbedAt);
    const at = openDisk('filled', needed * 3);
    expect(await codeOf(garden.start(at))).toBe(0);
    fill(at);
    const elsewhere = ['--state', join(garden.undisturbedAt, 'state.sqlite'), '--min-subscribers', '1'];
    expectTold(await endOf(garden.start(at, elsewhere)));
    const { files } = garden.undisturbed;
    expect(differences(filesIn(at), files)).toEqual([]);
  });
});

/** Takes what room there is. */
function fill(at: string): void {
  for (let size = 1 << 20; size >= 4096; size >>= 1) {
    try {
      for (let count = 0; ; count++) writeFileSync(join(at, `filling-${size}-${count}`), Buffer.alloc(size));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
}

test('a disk that may only be read: told, and what stands there stays', async () => {
  const at = openDisk('read-only', kilobytesIn(garden.undisturbedAt) * 3);
  expect(await codeOf(garden.start(at))).toBe(0);
  remount(at, 'ro');
  expectTold(await endOf(garden.start(at, ['--min-subscribers', '1'])));
  expect(differences(filesIn(at), garden.undisturbed.files)).toEqual([]);
});
