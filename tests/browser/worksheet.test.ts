import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { worksheetPage } from '../../src/outputs/worksheet/page.ts';
import { worksheetWords } from '../../src/outputs/worksheet/words/index.ts';
import { type PageLanguage, pageLanguages } from '../../src/types/report.ts';
import type { HandTask, Worksheet } from '../../src/types/worksheet.ts';
import { browser } from './available.ts';
import { axeObjections } from './axe.ts';

const task = (given: Partial<HandTask> & Pick<HandTask, 'address'>): HandTask => ({
  network: 'facebook',
  title: 'Facebook',
  list: 'likes',
  way: 'list',
  state: 'missing',
  spare: false,
  ...given,
});

/** Three clients: nothing came in, some did, all did. */
const sheet: Worksheet = {
  date: '2026-11-28',
  clients: 30,
  blank: 12,
  networks: [
    { network: 'facebook', title: 'Facebook', clients: 30, read: 2, enough: 17 },
    { network: 'instagram', title: 'Instagram', clients: 21, read: 1, enough: 15 },
  ],
  people: [
    {
      name: 'Ελένη Ρόδου',
      blank: true,
      tasks: [
        task({ address: 'https://www.facebook.com/eleni.rodou/likes' }),
        task({ address: 'https://www.facebook.com/eleni.rodou/groups', list: 'groups', spare: true }),
        task({
          address: 'https://www.instagram.com/eleni_rodou/following/',
          network: 'instagram',
          title: 'Instagram',
          list: 'following',
          way: 'dialog',
        }),
      ],
    },
    {
      name: 'Ada Quince of a very long name that does not fit into the width of any telephone whatever is done',
      blank: false,
      tasks: [
        task({ address: `https://www.facebook.com/${'a'.repeat(60)}/likes`, state: 'came' }),
        task({ address: `https://www.facebook.com/${'a'.repeat(60)}/following`, list: 'following' }),
      ],
    },
    {
      name: 'Bernd Sedge',
      blank: false,
      tasks: [task({ address: 'https://www.facebook.com/bernd/likes', state: 'empty' })],
    },
  ],
  work: { clients: 12, pages: 40, minutes: 32 },
};

const commands = {
  folder: 'intake',
  import: 'npx target-resources import intake',
  watch: 'npx target-resources import --watch intake ~/Downloads',
};

const names = (page: Page): Promise<string[]> => page.locator('.people h3:visible bdi').allTextContents();

describe.skipIf(browser === null)('worksheet.html in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-worksheet-'));
  let running: Browser;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    if (browser !== null)
      running = await chromium.launch({ executablePath: browser, chromiumSandbox: process.getuid?.() !== 0 });
  });
  afterEach(async () => {
    await context?.close();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  async function show(options: BrowserContextOptions & { language?: PageLanguage; given?: Worksheet } = {}) {
    const { language = 'en', given = sheet, ...rest } = options;
    const path = join(folder, 'worksheet.html');
    writeFileSync(path, [...worksheetPage(given, { language, commands })].join(''));
    context = await running.newContext({ viewport: { width: 1280, height: 900 }, ...rest });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(path).href);
    return { page, requests, complaints };
  }

  test('asks for nothing but itself, whatever is done with it', async () => {
    const { page, requests, complaints } = await show();
    for (const language of pageLanguages) await page.locator('select[name=language]').selectOption(language);
    await page.locator('select[name=theme]').selectOption('dark');
    await page.getByRole('checkbox').first().check();
    await page.locator('select[name=network]').selectOption('instagram');
    await page.pdf();
    expect(requests).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  test('shows what is missing first, and everything when asked; finds clients by name and address', async () => {
    const { page } = await show();
    expect(await names(page)).toHaveLength(2);
    await page.locator('select[name=show]').selectOption('');
    expect(await names(page)).toHaveLength(3);
    await page.getByRole('searchbox').fill('ΕΛΕΝΗ');
    expect(await names(page)).toEqual(['Ελένη Ρόδου']);
    await page.getByRole('searchbox').fill('facebook.com/bernd');
    expect(await names(page)).toEqual(['Bernd Sedge']);
    await page.getByRole('searchbox').fill('');
    await page.locator('select[name=network]').selectOption('instagram');
    expect(await names(page)).toEqual(['Ελένη Ρόδου']);
    expect(await page.locator('#shown').textContent()).toBe('1 of 3 clients');
  });

  test('a tick stays when the page is made again', async () => {
    const { page } = await show();
    await page.getByRole('checkbox').first().check();
    await page.reload();
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
    expect(await page.getByRole('checkbox').nth(1).isChecked()).toBe(false);
    expect(await page.evaluate(() => localStorage.getItem('target-resources-worksheet'))).not.toMatch(/eleni/i);
  });

  test('without scripts all of it can be read', async () => {
    const { page } = await show({ javaScriptEnabled: false });
    expect(await names(page)).toHaveLength(3);
    expect(await page.locator('form:visible').count()).toBe(0);
    expect(await page.locator('.tasks a:visible').count()).toBe(6);
  });

  describe.each(pageLanguages)('in %s', (language) => {
    test.each([320, 360, 1280])(
      '%i pixels wide: nothing stands out of the page, in words of the language',
      async (width) => {
        const { page, complaints } = await show({ language, viewport: { width, height: 800 } });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect(await page.locator('h1').textContent()).toBe(worksheetWords[language].words.title);
        expect(complaints).toEqual([]);
      },
    );

    test.each(['light', 'dark'] as const)('axe finds nothing in the %s', async (colorScheme) => {
      const { page } = await show({ language, colorScheme });
      await page.locator('select[name=show]').selectOption('');
      expect(await axeObjections(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await axeObjections(page)).toEqual([]);
    });
  });

  test('axe finds nothing where there is nothing to be done', async () => {
    const nothing = { clients: 0, pages: 0, minutes: 0 };
    const { page } = await show({ given: { ...sheet, networks: [], people: [], blank: 0, work: nothing } });
    expect(await axeObjections(page)).toEqual([]);
  });
});
