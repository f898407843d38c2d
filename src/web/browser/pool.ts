import pLimit from 'p-limit';
import { Unreachable } from '../../errors.ts';
import type { RenderOptions } from '../../types/web.ts';
import { browserPath, launchBrowser, type RunningBrowser } from './launch.ts';
import { BrokenBrowser, type PageOptions, type DrawnPage, drawPage } from './page.ts';
import type { PageDocument, PageSource } from './route.ts';

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
    ...given,
  };
  const places = pLimit(concurrency);
  let path: Promise<string> | null = null;
  let running: Promise<RunningBrowser> | null = null;
  let closed = false;

  const find = (): Promise<string> => (path ??= browserPath(named));

  /** The browser that runs, or a new one where it ended. */
  function start(): Promise<RunningBrowser> {
    if (running) return running;
    const forget = (): void => {
      if (running === starting) running = null;
    };
    const starting = launch(forget);
    running = starting;
    return starting;
  }

  async function launch(ended: () => void): Promise<RunningBrowser> {
    try {
      const started = await launchBrowser(await find());
      started.browser.once('disconnected', ended);
      if (!started.browser.isConnected()) ended();
      return started;
    } catch (error) {
      ended();
      throw error;
    }
  }

  async function showOnce(document: PageDocument, look: RenderOptions, source: PageSource): Promise<DrawnPage> {
    if (closed) throw new BrokenBrowser('the run has ended');
    const { browser, kill } = await start();
    return drawPage(browser, document, look, source, options, kill);
  }

  async function showTwice(document: PageDocument, look: RenderOptions, source: PageSource): Promise<DrawnPage> {
    try {
      return await showOnce(document, look, source);
    } catch (error) {
      if (!(error instanceof BrokenBrowser)) throw error;
    }
    try {
      return await showOnce(document, look, source);
    } catch (error) {
      if (!(error instanceof BrokenBrowser)) throw error;
      const what = closed ? 'the run has ended' : `the browser could not show it, twice: ${error.message}`;
      throw new Unreachable(document.url.href, what, { cause: error });
    }
  }

  return {
    find,
    show: (document, look, source) => places(() => showTwice(document, look, source)),

    async close() {
      closed = true;
      const last = await running?.catch(() => null);
      await last?.end();
    },
  };
}
