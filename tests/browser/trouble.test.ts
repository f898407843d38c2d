import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { UnexpectedAnswer, Unreachable, UserError } from '../../src/errors.ts';
import type { RenderOptions } from '../../src/types/web.ts';
import { clientTo } from '../unit/web/local.ts';
import { browser } from './available.ts';
import { browsers, canSeeProcesses, processesUnder, runs } from './processes.ts';
import { failure, ownSurroundings, pageWith, show, context } from './site.ts';

const endless = 'setTimeout(() => { for (;;); }, 50);';
const outOfMemory = 'const all = []; for (;;) all.push(new Array(1_000_000).fill(1.5));';
const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 15_000, interval: 20 });

describe.skipIf(browser === null)('a page that hangs', () => {
  const { web, site } = context({ pagesAtOnce: 8, pageLimits: { seconds: 6 } });

  it('is given up when its time is over, and holds up no other', async () => {
    const { host } = site({
      '/empty': '<!doctype html><p>Loading</p>',
      '/loop': pageWith(endless),
      '/loop-at-once': pageWith('for (;;);'),
      '/part': pageWith(`fetch('/never').then(() => { ${show('end')} })`),
      '/script': `<!doctype html><body><script src="/never"></script>${show('end')}`,
      '/drops': pageWith(`fetch('/trickle').then((all) => all.text()).then(() => { ${show('end')} })`),
      '/never': () => undefined,
      '/trickle': (response: ServerResponse) => {
        response.writeHead(200);
        const drops = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(drops));
      },
      '/good': pageWith(show('end')),
    });
    const good = () => web().rendered(`https://${host}/good`, { waitFor: '#end' });
    await good();
    const before = canSeeProcesses ? browsers() : [];
    let given = 0;
    const hanging = ['empty', 'loop', 'loop-at-once', 'part', 'script', 'drops'].map(async (path) => {
      const error = await failure(web().rendered(`https://${host}/${path}`, { waitFor: '#end' }));
      given += 1;
      expect(error).toBeInstanceOf(UnexpectedAnswer);
      expect(String(error)).toContain(
        `nothing that matches "#end" appeared within 6 seconds (https://${host}/${path})`,
      );
    });
    await good();
    expect(given).toBe(0);
    await Promise.all(hanging);
    await good();
    expect(canSeeProcesses ? browsers() : []).toEqual(before);
  });

  it.runIf(canSeeProcesses)('together with its browser is ended with it', async () => {
    const { host } = site({
      '/': pageWith(`fetch('/stop')`),
      '/stop': () => {
        for (const id of browsers()) process.kill(id, 'SIGSTOP');
      },
      '/good': pageWith(show('end')),
    });
    expect(await failure(web().rendered(`https://${host}/`, { waitFor: '#end' }))).toBeInstanceOf(UnexpectedAnswer);
    await expect(web().rendered(`https://${host}/good`, { waitFor: '#end' })).resolves.toBeDefined();
  });
});

describe.skipIf(browser === null)('a page whose tab or browser crashes', () => {
  const { web, site } = context();

  it('is shown once more, from the same document', async () => {
    let tries = 0;
    const { host, asked } = site({
      '/': '<!doctype html><body><script src="/app.js"></script>',
      '/app.js': (response) => {
        tries += 1;
        response.end(tries === 1 ? outOfMemory : show('end'));
      },
    });
    await expect(web().rendered(`https://${host}/`, { waitFor: '#end' })).resolves.toBeDefined();
    expect(asked).toEqual(['/robots.txt', '/', '/app.js', '/app.js']);
  });

  it.each<[string, string, RenderOptions]>([
    ['while it is waited for', pageWith(outOfMemory), { waitFor: '#end' }],
    [
      'while it is scrolled',
      pageWith(`addEventListener('scroll', () => { ${outOfMemory} })`, '<p>1</p>'),
      { waitFor: 'p', scroll: { item: 'p', maxItems: 9 } },
    ],
  ])('twice, %s, is unreachable', async (_, page, look) => {
    const { host } = site({ '/': page });
    const error = await failure(web().rendered(`https://${host}/`, look));
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain('the browser could not show it, twice: its tab crashed');
  });

  it.runIf(canSeeProcesses)('is shown by a new browser, and so are the others', async () => {
    let tries = 0;
    const { host } = site({
      '/': '<!doctype html><body><script src="/app.js"></script>',
      '/app.js': (response) => {
        tries += 1;
        if (tries > 1) response.end(show('end'));
        else for (const id of browsers()) process.kill(id, 'SIGKILL');
      },
      '/slow': '<!doctype html><body><script src="/slow.js"></script>',
      '/slow.js': (response) => setTimeout(() => response.end(show('end')), 100),
    });
    const before = browsers();
    const all = ['/', '/slow', '/slow', '/'].map((path) =>
      web().rendered(`https://${host}${path}`, { waitFor: '#end' }),
    );
    expect(await Promise.allSettled(all)).toMatchObject(all.map(() => ({ status: 'fulfilled' })));
    const after = browsers();
    expect(after).toHaveLength(1);
    expect(before).not.toContain(after[0]);
  });
});

describe.skipIf(browser === null)('the browser', () => {
  it.runIf(canSeeProcesses)('starts with the first page that is there, and ends with the client', async () => {
    const { site, web, client } = await ownSurroundings();
    const { host } = site({ '/': pageWith(show('end')) });
    const before = browsers();
    await failure(web().rendered(`https://${host}/missing`, { waitFor: '#end' }));
    expect(browsers()).toEqual(before);
    await web().rendered(`https://${host}/`, { waitFor: '#end' });
    const own = browsers().find((id) => !before.includes(id)) ?? 0;
    const processes = [own, ...processesUnder(own).map(({ id }) => id)];
    expect(processes.length).toBeGreaterThan(2);
    await client().close();
    await until(() => !processes.some(runs));
    const late = await failure(web().rendered(`https://${host}/`, { waitFor: '#end' }));
    expect(late).toBeInstanceOf(Unreachable);
    expect(browsers()).toEqual(before);
  });

  it('that ends with the client ends the page that it shows', async () => {
    const { site, web, client } = await ownSurroundings();
    let asked = false;
    const { host } = site({
      '/': pageWith(`fetch('/never')`),
      '/never': () => {
        asked = true;
      },
    });
    const asking = failure(web().rendered(`https://${host}/`, { waitFor: '#end' }));
    await until(() => asked);
    await client().close();
    const error = await asking;
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain('the run has ended');
  });

  it('leaves a page at once when the run is aborted, and ends with the client', async () => {
    const ending = new AbortController();
    const reason = new Error('the caller has gone home');
    const { site, web, client } = await ownSurroundings({ signal: ending.signal });
    let asked = false;
    const { host } = site({
      '/': pageWith(`fetch('/never')`),
      '/never': () => {
        asked = true;
      },
    });
    const before = canSeeProcesses ? browsers() : [];
    const asking = failure(web().rendered(`https://${host}/`, { waitFor: '#end' }));
    await until(() => asked);
    ending.abort(reason);
    expect(await asking).toBe(reason);
    await client().close();
    if (canSeeProcesses) await until(() => browsers().every((id) => before.includes(id)));
    expect(await failure(web().rendered(`https://${host}/`, { waitFor: '#end' }))).toBe(reason);
  });

  it.runIf(canSeeProcesses)('does not outlive a run that is killed', async () => {
    const { site, port } = await ownSurroundings();
    let asked = false;
    const { host } = site({
      '/': pageWith(`fetch('/asked'); ${endless}`),
      '/asked': () => {
        asked = true;
      },
    });
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('hanging.ts', import.meta.url)), host, `http://127.0.0.1:${port()}`],
      { stdio: 'inherit' },
    );
    await until(() => asked);
    const processes = processesUnder(child.pid ?? 0).map(({ id }) => id);
    expect(browsers(child.pid)).toHaveLength(1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await until(() => !processes.some(runs));
  });

  it.each<[string, string | null, string]>([
    ['is not there', null, 'there is no such file'],
    ['is no program', 'just text', 'it is not a program that you are allowed to start'],
    ['ends at once', '#!/bin/sh\nexit 0\n', 'it exited at once'],
    [
      'misses a library',
      '#!/bin/sh\necho "chrome: error while loading shared libraries: libnss3.so: cannot open" >&2\nexit 127\n',
      'libnss3.so',
    ],
    ['may not set up its sandbox', '#!/bin/sh\necho "No usable sandbox!" >&2\nexit 1\n', 'sandbox'],
  ])('that %s is named, with what to do', async (_, content, what) => {
    const folder = mkdtempSync(join(tmpdir(), 'target-resources-browser-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'chrome');
    if (content !== null) writeFileSync(path, content, { mode: content.startsWith('#!') ? 0o755 : 0o644 });
    const { site, port } = await ownSurroundings();
    const { host, asked } = site({ '/': '<p>' });
    const { web } = clientTo({ hosts: { [host]: `http://127.0.0.1:${port()}` }, browser: path });
    const error = await failure(web.rendered(`https://${host}/`, { waitFor: 'p' }));
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: content === null ? 'browser_missing' : 'browser_broken', where: path });
    expect(String(error)).toContain(what);
    expect((error as UserError).typed.whatToDo).toContain('--browser');
    expect(asked).toEqual(content === null ? [] : ['/robots.txt', '/']);
  });
});
