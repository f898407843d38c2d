import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect as see } from 'playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppProgram, runProgram, startProgram } from './app-program.ts';
import { browser } from './available.ts';

const patience = 60_000;
const seen = see.configure({ timeout: patience });

describe.skipIf(browser === null)('a folder with answers of a survey, and no client list', () => {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-app-'));
  let running: Browser;
  let program: AppProgram;

  beforeAll(async () => {
    if (browser === null) return;
    mkdirSync(join(folder, 'input'));
    const answers = ['Ada Moss', 'Bo Sedge', 'Cy Fern'].map(
      (name) => `${name},https://vk.com/club41,Roses and Rain,9000`,
    );
    writeFileSync(
      join(folder, 'input/follows.csv'),
      ['customer,resource,title,subscribers', ...answers, ''].join('\n'),
    );
    writeFileSync(join(folder, 'input/verdicts.csv'), 'resource,verdict,note\nhttps://vk.com/club41,keep,\n');
    runProgram(folder, ['analyze']);
    running = await chromium.launch({ executablePath: browser, chromiumSandbox: process.getuid?.() !== 0 });
    program = await startProgram(folder);
  }, 2 * patience);

  afterAll(async () => {
    await program.kill();
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test(
    'opens the steps that a ranking has',
    async () => {
      const page = await running.newPage();
      page.setDefaultTimeout(patience);
      await page.goto(program.address);
      await seen(page.getByText('Drop your client list here')).toBeVisible();
      for (const [step, shown] of [
        ['Deciding', 'Roses and Rain'],
        ['Placing', 'Roses and Rain'],
        ['Files', 'resources.csv'],
      ] as const) {
        await page.getByRole('navigation').getByRole('link', { name: step }).click();
        await seen(page.locator('main').getByText(shown).first()).toBeVisible();
      }
      expect(await page.locator('.step.closed').count()).toBe(0);
      await page.close();
    },
    3 * patience,
  );
});
