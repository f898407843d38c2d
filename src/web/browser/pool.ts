import pLimit from 'p-limit';
import { Unreachable } from '../../errors.ts';
import type { Look } from '../../types/web.ts';
import { browserPath, launchBrowser, type Running } from './launch.ts';
import { Broken, type PageOptions, type Shown, showPage } from './page.ts';
import type { PageDocument, PageSource } from './route.ts';

/** The browser of a run. It starts with the first page and ends with the run. */
export interface PageBrowser {
  /** @throws UserError browser_missing */
  find(): Promise<string>;
  /**
   * A document after its scripts ran. Where the tab or the browser ends meanwhile, it is shown once more.
   * @throws UserError (browser_missing, browser_broken), WebError
   */
  show(document: PageDocument, look: Look, source: PageSource): Promise<Shown>;
  close(): Promise<void>;
}

export interface BrowserOptions extends Partial<PageOptions> {
  /** The program; null looks for one. */
  named: string | null;
  atOnce: number;
  userAgent: string;
  language: string;
  maxBytes: number;
}

export function createBrowser({ named, atOnce, ...given }: BrowserOptions): PageBrowser {
  const options: PageOptions = {
    seconds: 30,
    bytes: 50 * 1024 * 1024,
    requests: 300,
    settleSeconds: 1,
    ...given,
  };
  const places = pLimit(atOnce);
  let path: Promise<string> | null = null;
  let running: Promise<Running> | null = null;
  let closed = false;

  const find = (): Promise<string> => (path ??= browserPath(named));

  /** The browser that runs, or a new one where it ended. */
  function start(): Promise<Running> {
    if (running) return running;
    const forget = (): void => {
      if (running === starting) running = null;
    };
    const starting = launch(forget);
    running = starting;
    return starting;
  }

  async function launch(ended: () => void): Promise<Running> {
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

  async function showOnce(document: PageDocument, look: Look, source: PageSource): Promise<Shown> {
    if (closed) throw new Broken('the run has ended');
    const { browser, kill } = await start();
    return showPage(browser, document, look, source, options, kill);
  }

  async function showTwice(document: PageDocument, look: Look, source: PageSource): Promise<Shown> {
    try {
      return await showOnce(document, look, source);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
    }
    try {
      return await showOnce(document, look, source);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
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
