import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect as see } from 'playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoNetwork, startDemoNetwork } from '../../src/demo/server.ts';
import { storyOf } from '../../src/demo/story.ts';
import { type AppProgram, startProgram } from './app-program.ts';
import { browser } from './available.ts';
import { axeObjections } from './axe.ts';

const patience = 60_000;
const seen = see.configure({ timeout: patience });

describe.skipIf(browser === null)('while lists are read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-app-'));
  const slow = { answer: (): void => undefined };
  let running: Browser;
  let network: DemoNetwork;
  let program: AppProgram;

  beforeAll(async () => {
    if (browser === null) return;
    running = await chromium.launch({ executablePath: browser, chromiumSandbox: process.getuid?.() !== 0 });
    const opened = new Promise<void>((resolve) => (slow.answer = resolve));
    network = await startDemoNetwork(storyOf(new Date('2026-11-28T12:00:00Z')), {
      clock: { now: Date.now, sleep: () => opened },
    });
    mkdirSync(join(folder, 'input'));
    copyFileSync(join(import.meta.dirname, '../../input/customers.csv'), join(folder, 'input/customers.csv'));
    writeFileSync(join(folder, 'target-resources.json'), JSON.stringify({ connectTo: network.connectTo }));
    program = await startProgram(folder, 'hasty');
  }, 2 * patience);

  afterAll(async () => {
    slow.answer();
    await program.kill();
    await running.close();
    await network.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test(
    'the page shows where it leads so far',
    async () => {
      const page = await running.newPage();
      page.setDefaultTimeout(patience);
      await page.goto(program.address);
      await page.getByRole('button', { name: 'Start reading' }).click();
      const soFar = page.getByRole('region', { name: 'Where it leads so far' });
      await seen(soFar).toContainText('Places and counts still change while lists are being read.');
      await seen(soFar.getByRole('listitem').first()).toContainText(/ of \d+ clients · \d+\s%/);
      for (const text of await soFar.locator('li small').allInnerTexts()) {
        const [k, n, percent] = [...text.matchAll(/\d+/g)].map(Number);
        expect(Math.round((100 * (k ?? 0)) / (n ?? 0)), text).toBe(percent);
      }
      expect(existsSync(join(folder, 'output/report.json'))).toBe(false);
      expect(await axeObjections(page)).toEqual([]);
      await page.close();
    },
    4 * patience,
  );
});
