import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Garden, codeOf, differences, filesIn, openGarden } from '../faults/killed.ts';

let garden: Garden;

beforeAll(async () => {
  garden = await openGarden(join(import.meta.dirname, '../../dist/cli.js'));
}, 60_000);

afterAll(() => garden.close());

describe('a run that is ended from outside and started again', () => {
  test(
    'killed with SIGKILL at 20 moments: the same bytes, no stored list is asked for again',
    { timeout: 480_000 },
    async () => {
      expect(garden.undisturbed.code).toBe(0);
      expect(garden.undisturbed.requests).toBeGreaterThan(50);
      let inTime = 0;
      for (const [round, moment] of garden.moments(20).entries()) {
        const ended = await garden.endAfter(moment, `killed-${round}`, 'SIGKILL');
        if (ended.inTime) inTime += 1;
        expect(ended, `kill ${round}`).toMatchObject({ again: 0, differing: [], askedTwice: 0 });
      }
      expect(inTime).toBeGreaterThan(15);
    },
  );

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)('ended with %s: it says so with %i, and goes on', { timeout: 60_000 }, async (signal, code) => {
    const ended = await garden.endAfter(Math.floor(garden.undisturbed.requests / 2), signal, signal);
    expect(ended).toEqual({ inTime: true, code, again: 0, differing: [], askedTwice: 0 });
  });

  test.skipIf(process.platform === 'win32').each([16, 800])(
    'a run that may write files of %i blocks only: told, and it goes on once it may write more',
    { timeout: 240_000 },
    async (blocks) => {
      const at = join(garden.folder, `limited-${blocks}`);
      mkdirSync(at);
      const { code, said } = await garden.startUnderLimit(blocks, at);
      expect(code, said).toBe(2);
      expect(said).toContain('the state cannot be read or written');
      expect(await codeOf(garden.start(at))).toBe(0);
      expect(differences(filesIn(at), garden.undisturbed.files)).toEqual([]);
    },
  );

  test('a second run asks nothing', { timeout: 60_000 }, async () => {
    const before = garden.requests();
    expect(await codeOf(garden.start(garden.undisturbedAt))).toBe(0);
    expect(garden.requests()).toBe(before);
    expect(differences(filesIn(garden.undisturbedAt), garden.undisturbed.files)).toEqual([]);
  });
});
