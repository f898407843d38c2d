import type { Browser, BrowserContext, Page } from 'playwright';
import { UnexpectedAnswer, WebError } from '../../errors.ts';
import type { RenderOptions } from '../../types/web.ts';
import { endsWithin } from './launch.ts';
import { createPageAnswers, type PageAnswers, type PageDocument, type PageSource } from './route.ts';
import { htmlOf, misread, scrollToEnd } from './scroll.ts';
import { createDeadline } from './deadline.ts';
import type { Reply } from '../wire.ts';

/** What one page may take. */
export interface PageLimits {
  /** From the arrival of its document to its last item; waiting for the turn of a further document is not counted. */
  seconds: number;
  /** Of all that it loads beside its documents. */
  bytes: number;
  /** For what it loads beside its documents. */
  requests: number;
  /** How long after scrolling further items may take to appear while the page asks for nothing. */
  settleSeconds: number;
}

/** How a browser shows itself, and how much HTML it may give. */
export interface PageOptions extends PageLimits {
  userAgent: string;
  language: string;
  maxBytes: number;
}

/** A page after its scripts ran. */
export interface DrawnPage {
  url: string;
  html: string;
  /** The answer that brought its document. */
  reply: Reply;
}

/** A page whose tab or browser ended under it. */
export class BrokenBrowser extends Error {}

/** Milliseconds that closing a page may take. */
const closeTime = 5000;

/**
 * Shows a document in a tab of its own, with nothing that an earlier page left, and closes it again.
 * @param stuck called where the tab does not close: its browser has to end
 * @throws UnexpectedAnswer, WebError (of a document that it goes on to), Broken
 */
export async function drawPage(
  browser: Browser,
  first: PageDocument,
  look: RenderOptions,
  source: PageSource,
  options: PageOptions,
  stuck: () => Promise<void>,
): Promise<DrawnPage> {
  const over = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    over.signal.addEventListener('abort', () => reject(over.signal.reason as Error));
  });
  const fail = (reason: unknown): void => over.abort(reason);
  let context: BrowserContext | null = null;
  let answers: PageAnswers | null = null;
  let items: number | null = null;
  const gone = (): void => fail(new BrokenBrowser('the browser ended'));
  let late = false;
  const deadline = createDeadline(options.seconds, () => {
    late = true;
    const what =
      items === null
        ? `nothing that matches "${look.waitFor}" appeared within ${options.seconds} seconds`
        : `the page still grew after ${options.seconds} seconds, with ${items} items`;
    fail(new UnexpectedAnswer((answers?.document() ?? first).url.href, what + (answers?.whatFailed() ?? '')));
  });

  async function show(): Promise<DrawnPage> {
    context = await browser.newContext(contextOptions(options));
    if (over.signal.aborted) {
      await context.close();
      throw new BrokenBrowser('its time was up');
    }
    const page = await context.newPage();
    page.on('crash', () => fail(new BrokenBrowser('its tab crashed')));
    page.on('close', () => fail(new BrokenBrowser('its tab was closed')));
    context.on('page', (other) => void other.close().catch(() => {}));
    answers = createPageAnswers({
      page,
      first,
      source,
      userAgent: options.userAgent,
      limits: options,
      deadline,
      signal: over.signal,
      fail,
    });
    await context.route('**/*', answers.answer);
    const wrong = await misread(page, [look.waitFor, ...(look.scroll ? [look.scroll.item] : [])]);
    if (wrong !== null) throw notUnderstood(first, wrong);
    await answers.open();
    const html = await completeHtml(page, answers);
    const { url, reply } = answers.document();
    if (html === null) throw new UnexpectedAnswer(url.href, `the page is larger than ${options.maxBytes} bytes`);
    return { url: url.href, html, reply };
  }

  /** Waits for the page and all of its items; from the start where it goes to another document meanwhile. */
  async function completeHtml(page: Page, { isWaiting }: PageAnswers): Promise<string | null> {
    const settle = options.settleSeconds * 1000;
    for (;;) {
      items = null;
      // Without `:light` Playwright would look into shadow roots, which the HTML does not show.
      await page.waitForSelector(`css:light=${look.waitFor}`, { state: 'attached', timeout: 0 });
      try {
        for await (const found of look.scroll ? scrollToEnd(page, look.scroll, settle, isWaiting) : []) items = found;
        return await htmlOf(page, options.maxBytes);
      } catch (error) {
        if (!/context was destroyed/.test(String(error))) throw error;
      }
    }
  }

  browser.once('disconnected', gone);
  if (!browser.isConnected()) gone();
  try {
    return await Promise.race([failed, show()]);
  } catch (error) {
    if (!browser.isConnected()) throw new BrokenBrowser('the browser ended', { cause: error });
    // What was asked of the tab may fail before the tab is known to be gone.
    if (/\b(?:closed|crashed)\b/.test(playwrights(error))) throw new BrokenBrowser('its tab ended', { cause: error });
    if (/while parsing/.test(playwrights(error))) throw notUnderstood(first, look.waitFor);
    throw error;
  } finally {
    over.abort();
    deadline.end();
    browser.off('disconnected', gone);
    const open = context as BrowserContext | null;
    const answered = open ? await endsWithin(closeTime, open.close()) : !late;
    if (!answered) await stuck();
  }
}

/** Nothing is granted, stored, saved or worked off in the background. */
const contextOptions = ({ userAgent, language }: PageOptions) => ({
  userAgent,
  locale: language,
  timezoneId: 'UTC',
  permissions: [],
  acceptDownloads: false,
  serviceWorkers: 'block' as const,
  reducedMotion: 'reduce' as const,
});

/** The message of an error of Playwright's, without its log; empty for any other. */
const playwrights = (error: unknown): string =>
  error instanceof Error && !(error instanceof BrokenBrowser) && !(error instanceof WebError)
    ? (error.message.split('\n', 1)[0] ?? '')
    : '';

const notUnderstood = ({ url }: PageDocument, selector: string): UnexpectedAnswer =>
  new UnexpectedAnswer(url.href, `the browser does not understand "${selector}"`);
