// oxlint-disable unicorn/consistent-function-scoping -- what runs in the page cannot stand outside of it
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toHtml } from '../../src/outputs/html/html.ts';
import { type PageLanguage, type Report, type Row, pageLanguages } from '../../src/types/report.ts';
import { harmfulTexts, report, reportWith, row, teaser } from '../unit/outputs/example-report.ts';
import { browser } from './available.ts';
import { axeObjections } from './axe.ts';

/** What the page did that it must not do. */
interface Watched {
  page: Page;
  requests: string[];
  complaints: string[];
}

const titles = ['Ύδωρ και Κήπος', 'Грядка', 'Acorn & Oak', 'Zebra Grass', 'Écho du jardin', 'Moss', '=SUM(A1)', 'Bark'];

/** Eight ranked resources, one for a person to decide, one dropped, two never looked at, one that a single client follows. */
function garden(given: Partial<Report> = {}): Report {
  const ranked = titles.map((title, at) =>
    row({
      rank: at + 1,
      title,
      resource: `garden-${at}.example`,
      resourceId: `${at}`,
      url: `https://garden-${at}.example/`,
      network: at % 3 === 0 ? 'mastodon' : 'bluesky',
      customers: 9 - at,
      share: (9 - at) / 10,
      subscribers: 5000 + ((at * 7919) % 11) * 1000,
      thirdParty: {
        kind: at % 2 === 0 ? 'reposts' : 'interviews',
        classes: [at % 2 === 0 ? 'reposts' : 'interviews'],
        postsRead: 20,
        evidence: [],
        share: 0.2,
        authors: 3,
        evidenceUrl: `https://garden-${at}.example/post`,
        evidenceDate: '2026-11-02',
      },
      contact: at === 0 ? 'editor@garden-0.example; https://garden-0.example/write' : null,
      reach: Math.min(1, 0.5 + at / 10),
      rankChange: ['new', 'up 2', 'down 1', 'same'][at % 4] ?? null,
    }),
  );
  const unknown: Row['thirdParty'] = {
    kind: 'unknown',
    classes: [],
    postsRead: null,
    evidence: [],
    share: null,
    authors: null,
    evidenceUrl: null,
    evidenceDate: null,
  };
  const rest: Row[] = (['review', 'drop', 'unexamined', 'unexamined', 'review'] as const).map((verdict, at) =>
    row({
      rank: null,
      title: `Rest ${at}`,
      resourceId: `rest-${at}`,
      customers: at === 4 ? 1 : 2,
      share: 0.2,
      subscribers: verdict === 'drop' ? 120 : null,
      thirdParty: unknown,
      verdict,
      reason: ({ review: 'subscribers_unknown', drop: 'below_floor', unexamined: 'not_needed' } as const)[verdict],
    }),
  );
  return report({
    rows: [...ranked, ...rest],
    overlap: ranked.map((left, at) =>
      ranked.map((right, index) => (at === index ? left.customers : Math.min(left.customers, right.customers) - 1)),
    ),
    teasers: ranked.map((_, at) =>
      teaser({ rank: at + 1, teaser: `Problem ${at}\n\nhttps://blog.example/?a=1&b=${at}` }),
    ),
    problems: [
      {
        file: 'clients.csv',
        line: 3,
        value: 'Ann "A" Bell',
        problem: 'column "Wo" is not read, but holds 2 profiles (GitHub 2)',
        whatToDo: 'say what it is: --column "Wo=profile", or --column "Wo=ignore"',
      },
      { file: 'clients.csv', line: 9, value: '', problem: 'nobody translated this', whatToDo: 'run again later' },
    ],
    reasons: [
      {
        network: 'mastodon',
        host: 'garden.example',
        what: 'profile',
        status: 'hidden',
        reason: 'the list is empty, but the number of follows is 12',
        count: 1,
        since: '2026-11-20',
        retryAt: null,
        remedy: 'survey',
        whatToDo: 'respect it; what the client tells you can go into follows.csv',
        kept: 0,
        ageDays: null,
      },
    ],
    ...given,
  });
}

/** What of it stands on the page: nothing dropped, nothing of a single client. */
const onPage = (): Row[] => garden().rows.filter(({ title }) => title !== 'Rest 1' && title !== 'Rest 4');

const names = (page: Page): Promise<string[]> => page.locator('#rows tbody tr:visible th bdi').allTextContents();
const shown = (page: Page): Promise<string | null> => page.locator('#shown').textContent();
const choose = (page: Page, name: string, value: string): Promise<string[]> =>
  page.locator(`select[name=${name}]`).selectOption(value);

const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** All that the page says, whether it can be seen or not. */
const sayings = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    document.documentElement.lang,
    document.title,
    ...[...document.querySelectorAll('[aria-label]')].map((element) => element.ariaLabel ?? ''),
    ...(document.body.textContent ?? '').replace(document.scripts[0]?.textContent ?? '', '').split('\n'),
  ]);

const lightness = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(...(getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number)));

/** What axe objects to, with everything unfolded. */
async function objections(page: Page): Promise<string[]> {
  await unfold(page);
  return axeObjections(page);
}

describe.skipIf(browser === null)('report.html in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-report-'));
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

  /** The page from the disk, watched for whatever it asks for, complains of, or is kept from by its policy. */
  async function show(
    given: Report,
    options: BrowserContextOptions & { language?: PageLanguage } = {},
  ): Promise<Watched> {
    const { language = 'en', ...rest } = options;
    const path = join(folder, 'report.html');
    writeFileSync(path, [...toHtml(given, { language })].join(''));
    context = await running.newContext({ viewport: { width: 1280, height: 900 }, ...rest });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const url = pathToFileURL(path).href;
    await page.goto(url);
    expect(requests).toEqual([url]);
    return { page, requests, complaints };
  }

  test('asks for nothing but itself and complains of nothing, whatever is done with it', async () => {
    const { page, requests, complaints } = await show(garden());
    await page.getByRole('searchbox').fill('moss');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('button', { name: 'Subscribers' }).click();
    await choose(page, 'language', 'ru');
    await choose(page, 'theme', 'dark');
    await page.locator('#rows summary').first().click();
    await page.pdf();
    expect(requests).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  test('sorts by every column, both ways, with unknown last, and tells so', async () => {
    const { page } = await show(garden());
    const heading = (name: string) => page.locator('#rows').getByRole('columnheader', { name });
    expect(await names(page)).toEqual([...titles, 'Rest 0', 'Rest 2', 'Rest 3']);
    await expect.poll(() => heading('Rank').getAttribute('aria-sort')).toBe('ascending');

    const subscribers = onPage().map((each) => each.subscribers);
    const known = subscribers.filter((each) => each !== null).toSorted((a, b) => b - a);
    const column = async (): Promise<string[]> =>
      (await page.locator('#rows tbody td:nth-child(6)').allTextContents()).map((text) =>
        text.replaceAll('\u202F', ''),
      );
    await heading('Subscribers').getByRole('button').click();
    expect(await column()).toEqual([...known.map(String), '?', '?', '?']);
    expect(await heading('Subscribers').getAttribute('aria-sort')).toBe('descending');
    expect(await heading('Rank').getAttribute('aria-sort')).toBeNull();
    await heading('Subscribers').getByRole('button').press('Enter');
    expect(await column()).toEqual([...known.toReversed().map(String), '?', '?', '?']);

    await heading('Resource').getByRole('button').click();
    expect(await names(page)).toEqual(
      onPage()
        .map(({ title }) => title ?? '')
        .toSorted(new Intl.Collator('en', { numeric: true }).compare),
    );
    await choose(page, 'order', 'clients');
    expect((await names(page)).slice(0, 8)).toEqual(titles);
    expect(await heading('Clients').getAttribute('aria-sort')).toBe('descending');
    await heading('Change').getByRole('button').click();
    expect((await page.locator('#rows tbody td:nth-child(9)').allTextContents()).map((text) => text.trim())).toEqual(
      ['new', 'new', '↑ 2', '↑ 2', '=', '=', '↓ 1', '↓ 1', '', '', ''].map((text) => text.replace(' ', '\u00A0')),
    );
    await heading('Verdict').getByRole('button').click();
    expect((await names(page)).slice(8)).toEqual(['Rest 0', 'Rest 2', 'Rest 3']);
  });

  test('finds without case and accents, in names, handles, addresses, reasons and teasers', async () => {
    const { page } = await show(garden());
    const find = async (text: string): Promise<string[]> => {
      await page.getByRole('searchbox').fill(text);
      return names(page);
    };
    expect(await find('ΥΔΩΡ')).toEqual(['Ύδωρ και Κήπος']);
    expect(await find('κηποσ')).toEqual(['Ύδωρ και Κήπος']);
    expect(await find('грядка')).toEqual(['Грядка']);
    expect(await find('echo')).toEqual(['Écho du jardin']);
    expect(await find('oak acorn')).toEqual(['Acorn & Oak']);
    expect(await find('garden-5.example/post')).toEqual(['Moss']);
    expect(await find('editor@')).toEqual(['Ύδωρ και Κήπος']);
    expect(await find('is hidden or unknown')).toEqual(['Rest 0']);
    expect(await shown(page)).toBe('1 of 11 resources');
    expect(await find('(.*')).toEqual([]);
    expect(await shown(page)).toBe('No resource matches. Relax the search or the filters.');
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => shown(page)).toBe('11 of 11 resources');
    expect(await names(page)).toHaveLength(11);
  });

  test('filters by verdict, network, kind and clients, all at once', async () => {
    const { page } = await show(garden());
    await choose(page, 'verdict', 'keep');
    expect(await names(page)).toEqual(titles);
    await choose(page, 'network', 'mastodon');
    expect(await names(page)).toEqual([titles[0], titles[3], titles[6]]);
    await choose(page, 'kind', 'reposts');
    expect(await names(page)).toEqual([titles[0], titles[6]]);
    await page.getByLabel('Minimum clients').fill('5');
    expect(await names(page)).toEqual([titles[0]]);
    expect(await page.locator('#shown').getAttribute('role')).toBe('status');
    await page.getByRole('button', { name: 'Clear' }).click();
    await choose(page, 'kind', 'unknown');
    expect(await names(page)).toEqual(['Rest 0', 'Rest 2', 'Rest 3']);
  });

  test('copies a teaser, and says so', async () => {
    const { page } = await show(garden(), { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#rows summary').nth(1).click();
    await page.getByRole('button', { name: 'Copy teaser' }).click();
    await expect.poll(() => page.locator('#copied').textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Problem 1\n\nhttps://blog.example/?a=1&b=1',
    );
  });

  test('copies by selection where the clipboard is refused', async () => {
    const { page } = await show(garden(), { permissions: ['clipboard-read'] });
    await page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('refused')) });
    });
    await page.locator('#rows summary').nth(2).click();
    await page.getByRole('button', { name: 'Copy teaser' }).click();
    await expect.poll(() => page.locator('#copied').textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Problem 2\n\nhttps://blog.example/?a=1&b=2',
    );
  });

  test.each(pageLanguages)('switched to %s it reads as if it had been written in it', async (code) => {
    const other = code === 'en' ? 'el' : 'en';
    const given = garden();
    const written = await show(given, { language: code });
    const expected = await sayings(written.page);
    await context?.close();
    const { page } = await show(given, { language: other });
    await page.getByRole('searchbox').fill(' ');
    await choose(page, 'language', code);
    expect(await sayings(page)).toEqual(expected);
    expect(await names(page)).toHaveLength(11);
  });

  test.each([360, 768, 1152, 1160])('nothing is wider than a window of %d', async (width) => {
    const long = 'Пневмоультрамикроскопическисиликовулканокониоз'.repeat(3);
    const rows = [row({ title: long, resource: long, contact: long, note: long }), ...garden().rows.slice(1)];
    const { page } = await show(garden({ rows }), { viewport: { width, height: 800 } });
    for (const code of pageLanguages) {
      await choose(page, 'language', code);
      await unfold(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('#rows :is(td, th)')].filter(
          (cell) => cell.getBoundingClientRect().right > innerWidth,
        ),
      );
      expect(outside).toHaveLength(0);
    }
  });

  test('on a phone no step of the plan is out of sight, and each cell says what it is', async () => {
    const { choice } = report();
    const resources = choice.resources.flatMap((step) => [step, { ...step, step: 2, title: 'Пневмоультра'.repeat(8) }]);
    const { page } = await show(garden({ choice: { ...choice, resources } }), {
      viewport: { width: 360, height: 800 },
    });
    for (const [code, label] of Object.entries({ en: 'Adds: +', ru: 'Добавляет: +', el: 'Προσθέτει: +' })) {
      await choose(page, 'language', code);
      const wider = await page
        .locator('#choice .scroll')
        .evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth).length);
      expect(wider).toBe(0);
      const said = await page
        .locator('#choice tbody td:nth-child(3)')
        .first()
        .evaluate((cell) => `${getComputedStyle(cell, '::before').content} ${cell.textContent}`);
      expect(said.replaceAll('"', '').replace(/\s+/g, ' ')).toContain(label);
    }
  });

  test('opens with ten places to go and what to do next, before everything else', async () => {
    const { page } = await show(garden());
    const order = await page
      .locator('main > section, main > .charts')
      .evaluateAll((parts) => parts.map(({ id }) => id));
    expect(order).toEqual(['first', 'summary', 'changes', '', 'table', 'coverage', 'unread', 'problems']);
    expect(await page.locator('.places > li strong').allTextContents()).toEqual(titles);
    expect(await page.locator('#first').innerText()).toContain('What to do next');
  });

  test.each([360, 768, 1152, 1160, 1280])('no entry of the navigation is cut in a window of %d', async (width) => {
    const { page } = await show(garden(), { viewport: { width, height: 800 } });
    for (const code of pageLanguages) {
      await choose(page, 'language', code);
      const cut = await page
        .locator('nav a')
        .evaluateAll((links) => links.filter((link) => link.getBoundingClientRect().right > innerWidth).length);
      expect(cut).toBe(0);
      expect(await page.locator('nav').evaluate((nav) => nav.scrollWidth - nav.clientWidth)).toBeLessThanOrEqual(0);
    }
  });

  test('a phone shows what a desktop shows', async () => {
    const said = async (width: number): Promise<string[]> => {
      const { page } = await show(garden(), { viewport: { width, height: 800 } });
      await unfold(page);
      const words = await page
        .locator('main, nav')
        .evaluateAll((parts) => parts.flatMap((part) => (part as HTMLElement).innerText.split(/\s+/)));
      await context?.close();
      return words;
    };
    const [phone, desktop] = [new Set(await said(360)), await said(1280)];
    // Headings of the table stand in the cards of a phone.
    const headings = new Set([
      'Rank',
      'Change',
      'Resource',
      'Subscribers',
      'authors',
      'Verdict',
      'Clients',
      'Network',
      'Share',
    ]);
    expect(desktop.filter((word) => !phone.has(word) && !headings.has(word))).toEqual([]);
  });

  test('lift and mass pages are shown and explained, with the decimal sign of the language', async () => {
    const rows = [
      row({ lift: 3.24, massPage: true }),
      row({ rank: 2, resourceId: '2', lift: 1234.5, share: 1 / 24_631, shareLow: 0.000007, shareHigh: 0.00023 }),
    ];
    const { page } = await show(garden({ rows, overlap: [], teasers: [] }));
    const cells = (): Promise<string[]> => page.locator('#rows td:nth-child(5)').allTextContents();
    expect((await cells()).map((text) => text.trim().replaceAll(/[\u00A0\u202F]/g, ' '))).toEqual([
      '30 %11–60 %strong ×3.2 mass page',
      '0.0041 %0.0007–0.023 %strong ×1 235',
    ]);
    expect(await page.locator('#table').innerText()).toContain('than would by chance');
    await choose(page, 'language', 'ru');
    expect((await cells()).map((text) => text.trim().replaceAll(/[\u00A0\u202F]/g, ' '))).toEqual([
      '30 %11–60 %надёжно ×3,2 массовая страница',
      '0,0041 %0,0007–0,023 %надёжно ×1 235',
    ]);
    await choose(page, 'language', 'en');
    expect((await cells())[0]).toContain('×3.2');
  });

  test.each(pageLanguages)('on A4 nothing is wider than the paper, in %s', async (code) => {
    // The text of a page that is 210 mm wide with margins of 14 mm.
    const { page } = await show(garden(), { viewport: { width: Math.floor((182 / 25.4) * 96), height: 1000 } });
    await choose(page, 'language', code);
    await page.emulateMedia({ media: 'print' });
    await unfold(page);
    const wide = await page
      .locator('main *')
      .evaluateAll((elements) =>
        elements
          .filter(
            (element) => !element.closest('svg, .unseen') && element.getBoundingClientRect().right > innerWidth + 1,
          )
          .map((element) => element.outerHTML.slice(0, 80)),
      );
    expect(wide).toEqual([]);
  });

  test('on a phone, every control is large enough for a thumb', async () => {
    const { page } = await show(garden(), { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
    await page.locator('#rows summary').first().click();
    const controls = page.locator('input:visible, select:visible, button:visible, nav a:visible, summary:visible');
    for (const control of await controls.all()) {
      const box = await control.boundingBox();
      expect(box?.height, (await control.textContent()) ?? '').toBeGreaterThanOrEqual(40);
    }
    expect(
      await page
        .locator('#rows td:nth-child(6)')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::before').content),
    ).toBe('"Subscribers: "');
  });

  test('light and dark, as the device has it or as the switch says', async () => {
    const { page } = await show(garden(), { colorScheme: 'dark' });
    expect(await lightness(page)).toBeLessThan(50);
    await choose(page, 'theme', 'light');
    expect(await lightness(page)).toBeGreaterThan(230);
    await page.emulateMedia({ colorScheme: 'light' });
    await choose(page, 'theme', 'dark');
    expect(await lightness(page)).toBeLessThan(50);
    await choose(page, 'theme', 'system');
    expect(await lightness(page)).toBeGreaterThan(230);
  });

  test('on paper: dark on white, no controls, only what the filters leave, teasers unfolded', async () => {
    const { page } = await show(garden(), { colorScheme: 'dark' });
    await choose(page, 'theme', 'dark');
    await choose(page, 'network', 'mastodon');
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const open = [...document.querySelectorAll<HTMLDetailsElement>('#rows details')];
        document.body.dataset['unfolded'] = String(open.every((details) => details.open));
      });
    });
    await page.pdf();
    expect(await page.evaluate(() => document.body.dataset['unfolded'])).toBe('true');
    expect(await page.locator('#rows details[open]').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('input:visible, select:visible, nav:visible, button.copy:visible').count()).toBe(0);
    expect(await names(page)).toHaveLength(3);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  });

  test('without scripts: everything to read, nothing that does nothing', async () => {
    const { page } = await show(garden(), { javaScriptEnabled: false });
    expect(await names(page)).toHaveLength(11);
    expect(await page.locator('svg.chart:visible').count()).toBe(2);
    expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0);
    await page.locator('#rows summary').first().click();
    expect(await page.locator('#rows pre:visible').count()).toBe(1);
  });

  test('goes by the keyboard: skip link, headings, folds, regions that scroll', async () => {
    const { page } = await show(garden());
    await page.keyboard.press('Tab');
    const focused = (): Promise<string> =>
      page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);
    expect(await focused()).toBe('A Skip to the table');
    expect(await page.locator('.skip').evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/#table$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name)).toBe('search');
    await page.locator('#rows summary').first().focus();
    await page.keyboard.press('Space');
    expect(await page.locator('#rows pre:visible').count()).toBe(1);
    expect(await page.locator('[role=region]:not([tabindex="0"])').count()).toBe(0);
  });

  describe('what strangers wrote is inert', () => {
    test('in every place of the page, in every language', async () => {
      const given = harmfulTexts.map(reportWith);
      const { page, requests, complaints } = await show({
        ...report(),
        rows: given.flatMap(({ rows }) => rows).map((each, at) => ({ ...each, rank: at + 1, resourceId: `${at}` })),
        overlap: Array.from({ length: 20 }, () => Array.from({ length: 20 }, () => 1)),
        previous: { date: '2026-11-15', gone: given.flatMap(({ previous }) => previous?.gone ?? []) },
        teasers: given.flatMap(({ teasers }) => teasers).map((each, at) => ({ ...each, rank: at * 2 + 1 })),
        problems: given.flatMap(({ problems }) => problems),
      });
      for (const code of pageLanguages.toReversed()) await choose(page, 'language', code);
      for (const heading of await page.locator('#rows th button').all()) await heading.click();
      await page.getByRole('searchbox').fill('alert(1)');
      expect((await names(page)).length).toBeGreaterThan(4);
      await page.getByRole('searchbox').fill('');
      await unfold(page);
      expect(
        await page.evaluate(() => document.querySelectorAll('img, script, iframe, object, [onload], [onerror]').length),
      ).toBe(1);
      expect(requests).toHaveLength(1);
      expect(complaints).toEqual([]);
    });

    test('a script that got into the page nevertheless would not run', async () => {
      const { page, complaints } = await show(garden());
      await page.evaluate(() => {
        document.body.insertAdjacentHTML(
          'beforeend',
          '<img src="data:," onerror="document.title = \'run\'"><p style="color: red">',
        );
        document.body.append(
          Object.assign(document.createElement('script'), { textContent: 'document.title = "run"' }),
        );
      });
      await expect.poll(() => complaints.filter((each) => /Content Security Policy/.test(each)).length).toBe(3);
      expect(await page.title()).not.toBe('run');
    });
  });

  describe('axe finds nothing', () => {
    test.each(
      pageLanguages.flatMap((language) =>
        (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })),
      ),
    )('$language $colorScheme', async ({ language, colorScheme }) => {
      const { page } = await show(garden(), { language, colorScheme });
      expect(await objections(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await objections(page)).toEqual([]);
    });

    test('in a report with nothing in it', async () => {
      const empty = report({ coverage: [], rows: [], overlap: [], previous: null, problems: [], teasers: [] });
      const { page, complaints } = await show(empty);
      expect(await objections(page)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await shown(page)).toBe('0 of 0 resources');
    });
  });

  test('2,000 rows: open, sorted, filtered and in another language, each without a noticeable wait', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) =>
      row({ rank: at + 1, resourceId: `${at}`, title: `Page x${at}` }),
    );
    const { page } = await show(garden({ rows, teasers: [] }));
    const milliseconds = await page.evaluate(() => {
      const timed = (step: () => void): number => {
        const start = performance.now();
        step();
        void document.body.offsetHeight;
        return performance.now() - start;
      };
      const change = (name: string, value: string): void => {
        const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
        if (!field) return;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      };
      return [
        timed(() => document.querySelectorAll<HTMLElement>('#rows th button')[1]?.click()),
        timed(() => change('search', 'x1999')),
        timed(() => change('language', 'el')),
      ];
    });
    expect(await names(page)).toEqual(['Page x1999']);
    for (const each of milliseconds) expect(each).toBeLessThan(2000);
  });
});
