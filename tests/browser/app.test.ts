// oxlint-disable unicorn/consistent-function-scoping -- what runs in the page cannot stand outside of it
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Browser, type BrowserContext, type Page, chromium, expect as see } from 'playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoNetwork, startDemoNetwork } from '../../src/demo/server.ts';
import { storyOf } from '../../src/demo/story.ts';
import { type DroppedFile, handedOver, messyList } from './app-files.ts';
import { type AppProgram, runProgram, startProgram } from './app-program.ts';
import { browser } from './available.ts';
import { axeObjections } from './axe.ts';

/** What a state may take to come about on a busy machine; nothing waits so long where nothing is wrong. */
const patience = 60_000;
const seen = see.configure({ timeout: patience });

/** Lets slow answers wait until somebody opens the gate. */
function gate(): { wait: () => Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { wait: () => opened, open };
}

/** Drops files on an element as a hand does. */
async function drop(page: Page, onto: string, files: DroppedFile[]): Promise<void> {
  const named = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
  const transfer = await page.evaluateHandle((all) => {
    const dropped = new DataTransfer();
    for (const { name, base64 } of all)
      dropped.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
    return dropped;
  }, named);
  for (const kind of ['dragover', 'drop'])
    await page.locator(onto).first().dispatchEvent(kind, { dataTransfer: transfer });
}

/** What has more text than room: names of steps and buttons. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.step, button')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((each) => each.outerHTML.slice(0, 120)),
  );

/** What makes the page wider than the window. */
const beyond = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const all = [...document.body.querySelectorAll('*')];
    return all
      .filter((each) => each.getBoundingClientRect().right > clientWidth)
      .map((each) => each.outerHTML.slice(0, 120));
  });

const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

describe.skipIf(browser === null)('the page of the app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-app-'));
  const slow = gate();
  let running: Browser;
  let context: BrowserContext;
  let network: DemoNetwork;
  let program: AppProgram;
  let page: Page;
  const foreign: string[] = [];
  const complaints: string[] = [];

  /** Opens the page in a window of its own, watched for what it asks of others and complains of. */
  async function openPage(prepare: (opened: Page) => Promise<void> = () => Promise.resolve()): Promise<Page> {
    const opened = await context.newPage();
    await prepare(opened);
    opened.setDefaultTimeout(patience);
    const { origin } = new URL(program.address);
    opened.on('request', (request) => {
      if (!request.url().startsWith(origin)) foreign.push(request.url());
    });
    opened.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text());
    });
    opened.on('pageerror', (error) => complaints.push(error.message));
    await opened.goto(program.address);
    return opened;
  }

  const verdicts = (): string => join(folder, 'input/verdicts.csv');
  const goTo = (name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();

  beforeAll(async () => {
    if (browser === null) return;
    running = await chromium.launch({ executablePath: browser, chromiumSandbox: process.getuid?.() !== 0 });
    context = await running.newContext({
      viewport: { width: 1280, height: 860 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    network = await startDemoNetwork(storyOf(new Date('2026-11-28T12:00:00Z')), {
      clock: { now: Date.now, sleep: slow.wait },
    });
    writeFileSync(join(folder, 'target-resources.json'), JSON.stringify({ connectTo: network.connectTo, maxAge: 30 }));
    program = await startProgram(folder);
    page = await openPage();
  }, 2 * patience);

  afterAll(async () => {
    slow.open();
    await program.kill();
    await running.close();
    await network.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test(
    'invites to drop the list, or to try the example',
    async () => {
      await seen(page.getByText('Drop your client list here')).toBeVisible();
      await seen(page.getByRole('button', { name: 'Try the example' })).toBeVisible();
      expect(await axeObjections(page)).toEqual([]);
    },
    2 * patience,
  );

  test(
    'shows what the columns of a messy list became, and lets them be corrected',
    async () => {
      await drop(page, 'main', [messyList()]);
      await seen(page.getByText('What each column became')).toBeVisible();
      const where = page.getByRole('combobox', { name: 'Where' });
      await seen(where).toHaveValue('ignore');
      await where.selectOption('segment');
      await seen(page.getByText('as you said')).toBeVisible();
      await seen(page.locator('.problems')).toContainText('https://bsky.app/search?q=juno+jarvis');
      await seen(page.locator('.networks')).toContainText('Facebook');
      expect(await axeObjections(page)).toEqual([]);
    },
    2 * patience,
  );

  test(
    'shows how reading goes on, while a slow server keeps it waiting',
    async () => {
      await page.getByRole('button', { name: 'Start reading' }).click();
      await seen(page.getByRole('progressbar').first()).toBeVisible();
      expect(await axeObjections(page)).toEqual([]);
    },
    2 * patience,
  );

  test(
    'pauses, and goes on where it was',
    async () => {
      await page.getByRole('button', { name: 'Pause' }).click();
      await seen(page.getByText('Paused. What was read is kept')).toBeVisible();
      expect(await axeObjections(page)).toEqual([]);
      await page.getByRole('button', { name: 'Go on', exact: true }).click();
      await seen(page.getByRole('button', { name: 'Pause' })).toBeEnabled();
    },
    2 * patience,
  );

  test(
    'goes on after the program was killed in the middle',
    async () => {
      await program.kill();
      await seen(page.getByText('The program does not answer.')).toBeVisible();
      slow.open();
      program = await startProgram(folder);
      await page.close();
      page = await openPage();
      await goTo('Reading');
      const done = page.getByText('Everything that can be read has been read.');
      const goOn = page.getByRole('button', { name: 'Go on', exact: true });
      // A busy machine may have kept an answer too long: then another run gives more.
      await seen(async () => {
        if (await goOn.isVisible()) await goOn.click({ timeout: 1000 });
        await see(done).toBeVisible({ timeout: 5000 });
      }).toPass({ timeout: 2 * patience });
      await seen(page.locator('.reasons')).toContainText('hidden');
      await seen(page.locator('.places')).toContainText('The Hedge Post');
      expect(await page.locator('.places li').count()).toBe(10);
    },
    4 * patience,
  );

  test(
    'writes a verdict at once, ranks anew, and takes it back',
    async () => {
      await goTo('Deciding');
      await page.getByRole('option', { name: /The Hedge Post/ }).click();
      await seen(page.locator('.evidence blockquote').first()).toBeVisible();
      await page.getByRole('textbox', { name: 'Note' }).fill('they publish a partner of ours');
      await page.getByRole('button', { name: 'Drop', exact: true }).click();
      await seen(page.getByRole('option', { name: /The Hedge Post/ })).toHaveCount(0);
      expect(readIfThere(verdicts())).toContain('they publish a partner of ours');
      await page.getByRole('button', { name: 'Undo' }).click();
      await seen(page.getByRole('option', { name: /The Hedge Post/ })).toBeVisible();
      expect(readIfThere(verdicts())).not.toContain('a partner of ours');
    },
    3 * patience,
  );

  test(
    'moves through the ranking with the keyboard alone',
    async () => {
      await page.getByRole('button', { name: 'All', exact: true }).click();
      await seen(page.locator('.count')).toHaveText(/^(\d+) of \1 /);
      const list = page.getByRole('listbox');
      const place = async (): Promise<(string | null)[]> => {
        const chosen = list.getByRole('option', { selected: true });
        return [await chosen.getAttribute('aria-posinset'), await chosen.getAttribute('aria-setsize')];
      };
      await list.focus();
      await page.keyboard.press('End');
      await seen.poll(async () => new Set(await place()).size).toBe(1);
      await page.keyboard.press('Home');
      await seen.poll(async () => (await place())[0]).toBe('1');
      expect(await list.getByRole('option').count()).toBeLessThan(60);
    },
    2 * patience,
  );

  test(
    'shows the rows of one network, of one segment, and of the words of a field',
    async () => {
      const count = page.locator('.count');
      const shown = async (): Promise<number> => Number(/^\d+/.exec(await count.innerText())?.[0] ?? 0);
      const all = await shown();
      for (const name of ['Network', 'Segment']) {
        const choice = page.getByRole('combobox', { name });
        await choice.selectOption({ index: 1 });
        await seen.poll(shown).toBeLessThan(all);
        expect(await shown()).toBeGreaterThan(0);
        await choice.selectOption({ index: 0 });
        await seen.poll(shown).toBe(all);
      }
      await page.locator('.topic summary').click();
      await page.getByRole('textbox', { name: /Words of your field/ }).fill('en: hedge, garden, soil');
      await page.getByRole('button', { name: 'Apply' }).click();
      const candidates = (): string => readIfThere(join(folder, 'output/candidates.csv'));
      await seen.poll(candidates).toContain('off_topic');
      await page.getByRole('option', { name: /The Hedge Post/ }).click();
      await seen(page.locator('.detail')).toContainText('of its latest posts');
      expect(readIfThere(join(folder, 'target-resources.json'))).toContain('soil');
      await page.getByRole('textbox', { name: /Words of your field/ }).fill('');
      await page.getByRole('button', { name: 'Apply' }).click();
      await seen.poll(candidates).not.toContain('off_topic');
      await seen(page.locator('.detail')).not.toContainText('of its latest posts');
    },
    3 * patience,
  );

  test(
    'asks which of two edits is to stay',
    async () => {
      // It hears of nothing, as a page of a machine that slept.
      const other = await openPage(
        async (opened) => void (await opened.route('**/api/events', (route) => route.abort())),
      );
      const row = (of: Page) => of.getByRole('option', { name: /Turf & Trowel/ });
      await other.getByRole('navigation').getByRole('link', { name: 'Deciding' }).click();
      await row(other).click();
      await row(page).click();
      await page.getByRole('textbox', { name: 'Note' }).fill('wrote to them in May');
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await seen.poll(() => readIfThere(verdicts())).toContain('wrote to them in May');
      await other.getByRole('button', { name: 'Review', exact: true }).click();
      const question = other.getByRole('dialog', { name: 'Somebody else was faster' });
      await seen(question).toContainText('wrote to them in May');
      expect(await axeObjections(other)).toEqual([]);
      await question.getByRole('button', { name: 'Keep what is there' }).click();
      await seen(question).toBeHidden();
      expect(readIfThere(verdicts())).toContain('wrote to them in May');
      await other.close();
    },
    2 * patience,
  );

  test(
    'finds whose saved pages are, and asks about the rest in one place',
    async () => {
      await goTo('By hand');
      await seen(page.getByRole('list', { name: /most useful first/ })).toContainText('Wanda Moor');
      await drop(page, 'footer', handedOver());
      const came = page.getByRole('list', { name: 'What each file was' });
      await seen(came.getByRole('listitem')).toHaveCount(4);
      for (const name of ['Wanda Moor', 'Bruno Heath', 'Aldo Birch']) await seen(came).toContainText(name);
      await page.getByRole('combobox', { name: /following\.json/ }).fill('Ines Carvalho');
      await page.getByRole('button', { name: 'Read these' }).click();
      await seen(came).toContainText('Ines Carvalho');
      await seen(page.getByRole('button', { name: 'Read these' })).toHaveCount(0);
      expect(await axeObjections(page)).toEqual([]);
      expect(readIfThere(join(folder, 'input/follows.csv'))).toContain('Wanda Moor');
    },
    3 * patience,
  );

  test(
    'counts a teaser as its network does, copies its link, keeps own words and the status',
    async () => {
      await goTo('Placing');
      await page.getByRole('textbox', { name: 'Its address' }).fill('https://hedgeandledger.example/quoting-gardens');
      await page.getByRole('textbox', { name: 'Name of the campaign' }).fill('autumn');
      await page.getByRole('button', { name: 'Make the teasers' }).click();
      await page.getByRole('option', { name: /Turf & Trowel/ }).click();
      const teaser = page.getByRole('textbox', { name: /^(?:Teaser|Wording 1)/ }).first();
      await seen(teaser).toHaveValue(/utm_campaign=autumn/);
      const length = page.locator('.teaser .length').first();
      await teaser.fill('ё'.repeat(300));
      await seen(length).toContainText('300 of 300 characters');
      await teaser.press('End');
      await teaser.pressSequentially('👩‍🌾');
      await seen(length).toContainText('301 of 300 characters too long for this network');
      await page.getByRole('button', { name: 'Discard the change' }).click();
      await seen(length).not.toContainText('too long');
      await teaser.fill('Mulch before the frost.');
      await page.getByRole('button', { name: 'Keep this text' }).click();
      await seen(page.locator('.teaser').first()).toContainText('Your own words, kept in input/wordings.csv');
      await page.getByRole('button', { name: 'Back to the program’s wording' }).click();
      await seen(teaser).toHaveValue(/utm_campaign=autumn/);
      expect(readIfThere(join(folder, 'input/wordings.csv'))).toBe('resource,variant,text\n');
      for (const [text, words] of [
        [teaser, 'Read this, dear allotment'],
        [page.getByRole('textbox', { name: 'Letter' }), 'Dear Turf & Trowel'],
      ] as const) {
        await text.fill(words);
        await page.getByRole('button', { name: 'Keep this text' }).click();
        await seen(page.getByRole('button', { name: 'Keep this text' })).toHaveCount(0);
        await seen(text).toHaveValue(words);
      }
      await page.getByRole('button', { name: 'Copy link' }).first().click();
      await seen.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('utm_source=bsky.app');
      await page.getByRole('checkbox', { name: 'Subscribe, and read along for a week' }).check();
      await seen(page.locator('.next')).toContainText('Comment on one of its posts');
      await page.getByRole('combobox', { name: 'Status' }).selectOption('pitched');
      await seen(page.locator('.next')).toContainText('Enter the day of the pitch');
      await page.getByRole('button', { name: 'Board' }).click();
      await seen(page.getByRole('region', { name: 'pitched' })).toContainText('Turf & Trowel');
      expect(await axeObjections(page)).toEqual([]);
      await page.getByRole('button', { name: 'List', exact: true }).click();
    },
    4 * patience,
  );

  test(
    'shows what an export of analytics tells beside the shares',
    async () => {
      const link = await page.evaluate(() => navigator.clipboard.readText());
      const content = new URL(link).searchParams.get('utm_content') ?? '';
      const rows = `Session manual ad content,Sessions,Key events\n${content},420,7\n`;
      const exported = { name: 'ga4.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
      await page.getByLabel('Choose an export').setInputFiles(exported);
      const told = page.getByRole('table').filter({ hasText: '420' });
      await seen(told).toContainText('Turf & Trowel');
      await seen(told).toContainText('%');
      expect(await axeObjections(page)).toEqual([]);
    },
    2 * patience,
  );

  test(
    'gives the same files, byte for byte, as the command line',
    async () => {
      await goTo('Files');
      const files = new Map<string, Buffer>();
      for (const name of [
        'resources.csv',
        'candidates.csv',
        'teasers.csv',
        'outreach.csv',
        'report.json',
        'report.html',
      ]) {
        const coming = page.waitForEvent('download');
        await page.getByRole('link', { name, exact: true }).click();
        files.set(name, readFileSync(await (await coming).path()));
      }
      const outreach: Record<string, string>[] = parse(files.get('outreach.csv') ?? '', { columns: true, bom: true });
      expect(outreach.find(({ title }) => title === 'Turf & Trowel')).toMatchObject({
        status: 'pitched',
        pitch_note: expect.stringMatching(/ \(yours\)$/),
      });
      expect(files.get('teasers.csv')?.toString()).toContain('dear allotment');
      runProgram(folder, ['report']);
      for (const [name, bytes] of files)
        expect(readFileSync(join(folder, 'output', name)).equals(bytes), name).toBe(true);
      await page.getByRole('button', { name: 'Make the version to pass on' }).click();
      await seen(page.locator('.audit')).not.toBeEmpty();
      expect(await axeObjections(page)).toEqual([]);
    },
    3 * patience,
  );

  test.each(['light', 'dark'] as const)(
    'axe objects to nothing in %s',
    async (colours) => {
      await page.getByRole('combobox', { name: 'Theme' }).selectOption(colours);
      for (const name of ['Clients', 'Reading', 'By hand', 'Deciding', 'Placing', 'Files']) {
        await goTo(name);
        await seen(page.locator('.now')).toBeVisible();
        expect(await axeObjections(page), name).toEqual([]);
      }
    },
    2 * patience,
  );

  test.each([
    ['en', ['Clients', 'Reading', 'By hand', 'Deciding', 'Placing', 'Files']],
    ['ru', ['Клиенты', 'Чтение', 'Вручную', 'Решения', 'Публикации', 'Файлы']],
    ['el', ['Πελάτες', 'Ανάγνωση', 'Με το χέρι', 'Αποφάσεις', 'Δημοσίευση', 'Αρχεία']],
  ])(
    'speaks %s, and fits a phone',
    async (language, names) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.locator('#switches select').first().selectOption(language);
      for (const name of names) {
        await goTo(name);
        await seen(page.locator('.now')).toBeAttached();
        await seen(page.getByRole('heading', { level: 2, name })).toBeAttached();
        expect(await beyond(page), name).toEqual([]);
        expect(await cut(page), name).toEqual([]);
        // The title that the library has.
        expect(language === 'en' ? '' : await page.locator('main').innerText(), name).not.toContain(
          'and the fediverse',
        );
      }
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await axeObjections(page)).toEqual([]);
    },
    2 * patience,
  );

  test('asks nobody but the program, and complains of nothing', () => {
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
