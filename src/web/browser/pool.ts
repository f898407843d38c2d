import pLimit from 'p-limit';
import { Unreachable } from '../../errors.ts';
import type { RenderOptions } from '../../types/web.ts';
import { BrokenBrowser, OutOfMemory, browserPath, launchBrowser } from './launch.ts';
import { type DrawnPage, type OpenBrowser, type PageOptions, drawPage } from './page.ts';
import type { PageDocument, PageSource } from './route.ts';
import { usualMemoryBytes } from './memory.ts';
import { createTabs } from './tab.ts';

/** The browser of a run. It starts with the first page and ends with the run. */
export interface PageBrowser {
  /** @throws UserError browser_missing */
  find(): Promise<string>;
  /**
   * A document after its scripts ran. Where the tab or the browser ends meanwhile, it is shown once more.
   * @throws UserError (browser_missing, browser_broken), WebError
   */
  show(document: PageDocument, look: RenderOptions, source: PageSource): Promise<DrawnPage>;
  close(): Promise<void>;
}

export interface BrowserOptions extends Partial<PageOptions> {
  /** The program; null looks for one. */
  named: string | null;
  concurrency: number;
  userAgent: string;
  language: string;
  maxBytes: number;
}

export function createBrowser({ named, concurrency, ...given }: BrowserOptions): PageBrowser {
  const options: PageOptions = {
    seconds: 30,
    bytes: 50 * 1024 * 1024,
    requests: 300,
    settleSeconds: 1,
    memoryBytes: usualMemoryBytes,
    ...given,
  };
  const places = pLimit(concurrency);
  const active = new Set<Promise<unknown>>();
  let path: Promise<string> | null = null;
  let running: Promise<OpenBrowser> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  const find = (): Promise<string> => (path ??= browserPath(named));

  /** The browser that runs, or a new one where it ended. */
  function start(): Promise<OpenBrowser> {
    if (running) return running;
    const forget = (): void => {
      if (running === starting) running = null;
    };
    const starting = launch(forget);
    running = starting;
    return starting;
  }

  async function launch(ended: () => void): Promise<OpenBrowser> {
    try {
      const started = await launchBrowser(await find(), options.memoryBytes);
      started.gone.addEventListener('abort', ended);
      if (started.gone.aborted) ended();
      return { ...started, tabs: await createTabs(started.connection) };
    } catch (error) {
      ended();
      throw error;
    }
  }

  async function showOnce(document: PageDocument, look: RenderOptions, source: PageSource): Promise<DrawnPage> {
    if (closed) throw new BrokenBrowser('the run has ended');
    return drawPage(await start(), document, look, source, options);
  }

  /** Beside others, but for pages that have their turn alone. */
  async function showBesides(show: () => Promise<DrawnPage>): Promise<DrawnPage> {
    await turn;
    const showing = show();
    active.add(showing);
    try {
      return await showing;
    } finally {
      active.delete(showing);
    }
  }

  /** In a browser of its own, so that it is known whose memory it is. */
  function showAlone(show: () => Promise<DrawnPage>): Promise<DrawnPage> {
    const before = turn;
    const showing = (async () => {
      await before;
      await Promise.allSettled(active);
      await end();
      return show();
    })();
    turn = showing.catch(() => {});
    return showing;
  }

  async function showTwice(document: PageDocument, look: RenderOptions, source: PageSource): Promise<DrawnPage> {
    const show = (): Promise<DrawnPage> => showOnce(document, look, source);
    let again = showBesides;
    try {
      return await showBesides(show);
    } catch (error) {
      if (!(error instanceof BrokenBrowser)) throw error;
      if (error instanceof OutOfMemory) again = showAlone;
    }
    try {
      return await again(show);
    } catch (error) {
      if (!(error instanceof BrokenBrowser)) throw error;
      const what = closed ? 'the run has ended' : `the browser could not show it, twice: ${error.message}`;
      throw new Unreachable(document.url.href, what, { cause: error });
    }
  }

  async function end(): Promise<void> {
    const last = await running?.catch(() => null);
    await last?.end();
  }

  return {
    find,
    show: (document, look, source) => places(() => showTwice(document, look, source)),

    async close() {
      closed = true;
      await end();
    },
  };
}
