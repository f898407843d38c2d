import { UnexpectedAnswer, WebError } from '../../errors.ts';
import { unforeseen } from '../../text/unforeseen.ts';
import type { RenderOptions } from '../../types/web.ts';
import { ProtocolError } from './connection.ts';
import { createDeadline } from './deadline.ts';
import { BrokenBrowser, type RunningBrowser, endsWithin } from './launch.ts';
import { createPageAnswers, type PageDocument, type PageSource } from './route.ts';
import { htmlOf, scrollToEnd, unknownSelector, waitForMatch } from './scroll.ts';
import { LeftPage, type Tab, type Tabs } from './tab.ts';
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
  /** Of the browser with all of its processes: the page that takes more is ended with it. */
  memoryBytes: number;
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

/** A browser that runs, and its tabs. */
export interface OpenBrowser extends RunningBrowser {
  tabs: Tabs;
}

/** Milliseconds that closing a page may take. */
const closeMs = 5000;

/**
 * Shows a document in a tab of its own, with nothing that an earlier page left, and closes it again. Whatever fails is the
 * page's fault, or its browser's.
 * @throws UnexpectedAnswer, WebError (of a document that it goes on to), BrokenBrowser
 */
export async function drawPage(
  { tabs, gone, kill }: OpenBrowser,
  first: PageDocument,
  look: RenderOptions,
  source: PageSource,
  options: PageOptions,
): Promise<DrawnPage> {
  const over = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    over.signal.addEventListener('abort', () => reject(over.signal.reason as Error));
  });
  const fail = (reason: unknown): void => over.abort(reason);
  const browserGone = (): void => fail(gone.reason);
  let tab: Tab | null = null;
  let items: number | null = null;
  let isLate = false;
  const deadline = createDeadline(options.seconds, () => {
    isLate = true;
    const what =
      items === null
        ? `nothing that matches "${look.waitFor}" appeared within ${options.seconds} seconds`
        : `the page still grew after ${options.seconds} seconds, with ${items} items`;
    fail(new UnexpectedAnswer(answers.document().url.href, what + answers.whatFailed()));
  });
  const answers = createPageAnswers({
    first,
    source,
    userAgent: options.userAgent,
    limits: options,
    deadline,
    signal: over.signal,
    fail,
  });

  async function show(): Promise<DrawnPage> {
    tab = await tabs.open(options, { asked: (request) => void answers.answer(request), broken: fail });
    if (over.signal.aborted) {
      await tab.close();
      throw new BrokenBrowser('its time was up');
    }
    const unknown = await unknownSelector(tab, [look.waitFor, ...(look.scroll ? [look.scroll.item] : [])]);
    if (unknown !== null) throw new UnexpectedAnswer(first.url.href, `the browser does not understand "${unknown}"`);
    await answers.open(tab);
    const html = await completeHtml(tab);
    const { url, reply } = answers.document();
    if (html === null) throw new UnexpectedAnswer(url.href, `the page is larger than ${options.maxBytes} bytes`);
    return { url: url.href, html, reply };
  }

  /** Waits for the page and all of its items; from the start where it goes to another document meanwhile. */
  async function completeHtml(opened: Tab): Promise<string | null> {
    const settle = options.settleSeconds * 1000;
    for (;;) {
      items = null;
      try {
        await waitForMatch(opened, look.waitFor, over.signal);
        const counts = look.scroll ? scrollToEnd(opened, look.scroll, settle, answers.isWaiting) : [];
        for await (const found of counts) items = found;
        return await htmlOf(opened, options.maxBytes);
      } catch (error) {
        if (!(error instanceof LeftPage) || over.signal.aborted) throw error;
      }
    }
  }

  gone.addEventListener('abort', browserGone);
  if (gone.aborted) browserGone();
  try {
    return await Promise.race([failed, show()]);
  } catch (error) {
    if (error instanceof WebError || error instanceof BrokenBrowser) throw error;
    // What was asked of the tab may fail before the tab is known to be gone.
    await endsWithin(closeMs / 10, failed);
    if (over.signal.aborted) throw over.signal.reason;
    const why = error instanceof ProtocolError ? error.message : unforeseen(error);
    throw new UnexpectedAnswer(answers.document().url.href, `the page could not be read: ${why}`, { cause: error });
  } finally {
    over.abort();
    deadline.end();
    gone.removeEventListener('abort', browserGone);
    const open = tab as Tab | null;
    const isClosed = open ? await endsWithin(closeMs, open.close()) : !isLate;
    if (!isClosed) await kill();
  }
}
