import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type Page, chromium } from 'playwright';
import { browser } from '../tests/browser/available.ts';
import { fillExamined } from './crowded-state.ts';

// How soon the page of `target-resources app` is there, beside a server of the same library that has one sentence to say;
// and how it bears a long list. npm run bench:app [-- clients follows resources]

const [clients = 10_000, follows = 60, resources = 5200] = process.argv.slice(2, 5).map(Number);
/** Resources, the most shared first, that were looked at. */
const examined = 400;
const rounds = 5;

const cli = join(import.meta.dirname, '../dist/cli.js');
const emptyServer = `
  import { createAdaptorServer } from '@hono/node-server';
  import { Hono } from 'hono';
  const app = new Hono();
  app.get('/', (context) => context.html('<!doctype html><title>empty</title><button>Start</button>'));
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));
  setInterval(() => undefined, 60_000);`;

/** Milliseconds from the start of the program. */
interface Opened {
  listens: number;
  /** From when the page was asked for. */
  paints: number;
  usable: number;
}

async function started(args: string[], cwd: string): Promise<{ child: ChildProcess; address: string; began: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const address of createInterface({ input: child.stdout })) return { child, address, began };
  throw new Error(`${args.join(' ')} ended`);
}

const paintOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((seen) => {
          const first = seen.getEntries().find(({ name }) => name === 'first-contentful-paint');
          if (first) resolve(first.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/** The program is started and its page opened, until a person can press the button. */
async function opened(running: Browser, args: string[], cwd: string, button: string): Promise<Opened> {
  const context = await running.newContext();
  const page = await context.newPage();
  const { child, address, began } = await started(args, cwd);
  try {
    const listens = performance.now() - began;
    await page.goto(address);
    await page.getByRole('button', { name: button }).click({ trial: true });
    const usable = performance.now() - began;
    return { listens, paints: await paintOf(page), usable };
  } finally {
    child.kill('SIGINT');
    await context.close();
  }
}

/** The best of several: what else the machine does only adds to it. */
async function bestOf(open: () => Promise<Opened>): Promise<Opened> {
  const all: Opened[] = [];
  for (let round = 0; round < rounds; round++) all.push(await open());
  const least = (name: keyof Opened): number => Math.min(...all.map((each) => each[name]));
  return { listens: least('listens'), paints: least('paints'), usable: least('usable') };
}

const ms = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`;

function fill(folder: string): void {
  mkdirSync(join(folder, '.target-resources'));
  fillExamined(join(folder, '.target-resources/state.sqlite'), { clients, follows, resources }, examined);
  mkdirSync(join(folder, 'input'));
  const rows = Array.from(
    { length: clients },
    (_, at) => `Client ${at},https://bsky.app/profile/client${at}.example,https://www.facebook.com/client.${at}`,
  );
  writeFileSync(join(folder, 'input/customers.csv'), ['customer,profile,facebook', ...rows, ''].join('\n'));
  writeFileSync(
    join(folder, 'target-resources.json'),
    JSON.stringify({ thirdParty: 'ignore', keep: 3650, maxAge: 3650 }),
  );
}

/** Scrolls a list through, frame by frame; how long the frames were, and the tasks that kept one from being drawn. */
const scrolled = (
  page: Page,
  list: string,
): Promise<{ frames: number; longest: number; late: number; tasks: number }> =>
  page.evaluate(async (selector) => {
    const box = document.querySelector(selector);
    if (!box) throw new Error(`there is no ${selector}`);
    let tasks = 0;
    const watch = new PerformanceObserver((seen) => (tasks += seen.getEntries().length));
    watch.observe({ type: 'longtask' });
    const gaps: number[] = [];
    let before = performance.now();
    const step = box.scrollHeight / 240;
    for (let frame = 0; frame < 240; frame++) {
      box.scrollTop += step;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const at = performance.now();
      gaps.push(at - before);
      before = at;
    }
    watch.disconnect();
    return { frames: gaps.length, longest: Math.max(...gaps), late: gaps.filter((gap) => gap > 50).length, tasks };
  }, list);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function measureLong(running: Browser, folder: string): Promise<void> {
  const { child, address, began } = await started([cli, 'app', folder, '--no-open'], folder);
  const page = await running.newPage({ viewport: { width: 1280, height: 860 } });
  page.setDefaultTimeout(300_000);
  try {
    await page.goto(address);
    await page.getByRole('button', { name: 'Start reading' }).click({ trial: true });
    console.log(`  usable after ${ms(performance.now() - began)}; first paint ${ms(await paintOf(page))}`);
    const option = page.locator('#rows [role=option]');
    console.log(
      `  ranking shown after ${ms(
        await timed(async () => {
          await page.evaluate(() => void (location.hash = 'deciding'));
          await option.first().waitFor();
        }),
      )}`,
    );
    const count = page.locator('.count');
    const all = page.getByRole('button', { name: 'All', exact: true });
    console.log(
      `  all rows after ${ms(
        await timed(async () => {
          await all.click();
          await page.waitForFunction(() => Number(document.querySelector('#rows [role=option]')?.ariaSetSize) > 1000);
        }),
      )}: ${await count.innerText()}`,
    );
    console.log(`  scrolled: ${JSON.stringify(await scrolled(page, '#rows'))}`);
    console.log(
      `  search after ${ms(
        await timed(async () => {
          await page.getByRole('searchbox').fill('number 321');
          await page.waitForFunction(() => document.querySelectorAll('#rows [role=option]').length === 1);
        }),
      )}`,
    );
    await page.getByRole('searchbox').fill('');
    await option.nth(5).click();
    const drop = page.getByRole('button', { name: 'Drop', exact: true });
    console.log(
      `  verdict written after ${ms(
        await timed(async () => {
          await drop.click();
          await page.locator('.verdicts [aria-pressed=true]').waitFor();
        }),
      )}`,
    );
    console.log(
      `  ranked anew after ${ms(
        await timed(() => page.waitForFunction(() => /\d/.test(document.querySelector('.count')?.textContent ?? ''))),
      )}`,
    );
    await page.evaluate(() => void (location.hash = 'hand'));
    const hand = '.windowed';
    console.log(`  by hand after ${ms(await timed(() => page.locator(`${hand} [role=listitem]`).first().waitFor()))}`);
    console.log(`  scrolled: ${JSON.stringify(await scrolled(page, hand))}`);
  } finally {
    child.kill('SIGINT');
    await page.close();
  }
}

if (browser === null) throw new Error('there is no browser');
const running = await chromium.launch({ executablePath: browser, chromiumSandbox: process.getuid?.() !== 0 });
const folder = mkdtempSync(join(tmpdir(), 'bench-app-'));
try {
  const root = join(import.meta.dirname, '..');
  const empty = await bestOf(() => opened(running, ['--input-type=module', '-e', emptyServer], root, 'Start'));
  const demo = await bestOf(() => opened(running, [cli, 'app', '--demo', '--no-open'], root, 'Start reading'));
  for (const name of ['listens', 'paints', 'usable'] as const)
    console.log(
      `${name}: ${ms(demo[name])}, an empty server ${ms(empty[name])}, ratio ${(demo[name] / empty[name]).toFixed(1)}`,
    );
  fill(folder);
  const report = await timed(async () => {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'report'], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  });
  console.log(`${clients} clients, ${follows} follows each of ${resources} resources: report ${ms(report)}`);
  await measureLong(running, folder);
} finally {
  await running.close();
  rmSync(folder, { recursive: true });
}
