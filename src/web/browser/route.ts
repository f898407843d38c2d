import pLimit from 'p-limit';
import type { Page, Request, Route } from 'playwright';
import { UnexpectedAnswer, Unreachable } from '../../errors.ts';
import { markupIn } from '../answer.ts';
import type { Deadline } from './deadline.ts';
import type { LoadSubresource, Subresource } from './subresources.ts';
import { urlFrom } from '../redirect.ts';
import type { Reply } from '../wire.ts';

/** What a page is, or goes to: a document and where it was found. */
export interface PageDocument {
  url: URL;
  reply: Reply;
}

/** Where a page's bytes come from. */
export interface PageSource {
  /** A document, in its turn. @throws WebError */
  document(address: string): Promise<PageDocument>;
  load: LoadSubresource;
}

/** Answers what one page asks for. */
export interface PageAnswers {
  answer: (route: Route) => Promise<void>;
  /** Shows the document that the page starts with. */
  open: () => Promise<void>;
  /** The document that the page is now, or goes to. */
  document: () => PageDocument;
  /** Whether the page still waits for something. */
  isWaiting: () => boolean;
  /** What was refused to the page or failed, as the end of a sentence. */
  whatFailed: () => string;
}

interface AnswersOptions {
  page: Page;
  first: PageDocument;
  source: PageSource;
  userAgent: string;
  /** Of all parts of the page together, and how many there may be. */
  limits: { bytes: number; requests: number };
  deadline: Deadline;
  /** Ends requests under way. */
  signal: AbortSignal;
  /** Ends the page. */
  fail: (reason: unknown) => void;
}

/** Documents that a page may go to by itself. */
const maxDocuments = 3;
/** Parts of one page under way: what they hold in memory is at most so many bodies. */
const partsAtOnce = 12;

/** The rest is not loaded: images, media, fonts, beacons, prefetches, manifests, event streams, sockets. */
const loaded = new Set(['script', 'stylesheet', 'xhr', 'fetch']);
const shared = new Set(['script', 'stylesheet']);
const methods = new Map<string, Subresource['method']>([
  ['GET', 'GET'],
  ['HEAD', 'HEAD'],
  ['POST', 'POST'],
]);

/** Of a request: what belongs to the connection, or could say who asks. */
const notSent =
  /^(?:cookie|user-agent|host|connection|content-length|accept-encoding|transfer-encoding|te|trailer|upgrade|expect|keep-alive|forwarded|x-forwarded-.*|x-real-ip|proxy-.*|sec-.*|if-.*|cache-control|pragma)$/;

/** Of an answer: what belonged to the connection or the encoding, would be remembered, or would be saved as a file. */
const notShown =
  /^(?:content-encoding|content-length|transfer-encoding|connection|keep-alive|trailer|upgrade|set-cookie|content-disposition|clear-site-data|strict-transport-security|alt-svc|nel|report-to|reporting-endpoints)$/;

export function createPageAnswers({
  page,
  first,
  source,
  userAgent,
  limits,
  deadline,
  signal,
  fail,
}: AnswersOptions): PageAnswers {
  const places = pLimit(partsAtOnce);
  const failures = new Set<string>();
  let current = first;
  let fetched: PageDocument | null = null;
  let documents = 0;
  let requests = 0;
  let bytes = 0;
  let waiting = 0;

  async function answerDocument(route: Route, request: Request): Promise<void> {
    if (!isOfPage(request, page)) return refuse(route);
    const wanted = urlFrom(request.url());
    if (fetched?.url.href === wanted.href) {
      const { reply } = fetched;
      fetched = null;
      return fulfill(route, reply, request);
    }
    const why = whyNotTo(wanted, request);
    if (why !== null) {
      failures.add(why);
      return refuse(route);
    }
    documents += 1;
    const next = await fetchDocument(wanted.href);
    if (!next) return refuse(route);
    current = next;
    if (next.url.href === wanted.href) return fulfill(route, next.reply, request);
    await refuse(route);
    await show(next);
  }

  function whyNotTo(wanted: URL, request: Request): string | null {
    if (!isSameSite(wanted, current.url)) return `it wanted to go to ${wanted.host}, another site`;
    if (request.method() !== 'GET') return 'it wanted to send a form';
    return documents === maxDocuments ? `it wanted to go on more than ${maxDocuments} times` : null;
  }

  /** Null where the page ended instead. */
  async function fetchDocument(address: string): Promise<PageDocument | null> {
    deadline.pause();
    try {
      const found = await source.document(address);
      markupIn(found.url.href, found.reply, 'html');
      return found;
    } catch (error) {
      fail(error);
      return null;
    } finally {
      deadline.resume();
    }
  }

  async function show(document: PageDocument): Promise<void> {
    fetched = document;
    current = document;
    try {
      await page.goto(document.url.href, { waitUntil: 'commit', timeout: 0 });
    } catch (error) {
      // A page that goes on at once interrupts itself; whether it comes is seen by what is waited for.
      const code = /net::(ERR_\w+)/.exec(String(error))?.[1] ?? null;
      if (code !== null && code !== 'ERR_ABORTED') {
        fail(new UnexpectedAnswer(document.url.href, `the browser cannot show it (${code})`));
      }
    }
  }

  async function answerPart(route: Route, request: Request, method: Subresource['method']): Promise<void> {
    if (requests >= limits.requests || bytes >= limits.bytes) {
      failures.add(
        requests >= limits.requests ? `it asks for more than ${limits.requests} parts` : `its parts are too large`,
      );
      return refuse(route);
    }
    requests += 1;
    const part: Subresource = {
      url: request.url(),
      method,
      headers: { ...withoutHeaders(request.headers(), notSent), 'user-agent': userAgent },
      body: request.postDataBuffer(),
      shared: method === 'GET' && shared.has(request.resourceType()),
    };
    const { host } = new URL(part.url);
    const outcome = await places(() => source.load(part, signal));
    if ('failed' in outcome) {
      failures.add(`${host}: ${outcome.failed}`);
      return refuse(route);
    }
    if ('unusable' in outcome.body) {
      failures.add(`${host}: an answer is ${outcome.body.unusable}`);
      return refuse(route);
    }
    if (outcome.status >= 400) failures.add(`${host} answered ${outcome.status}`);
    bytes += outcome.body.bytes.length;
    return fulfill(route, outcome, request);
  }

  async function answerAny(route: Route, request: Request): Promise<void> {
    const type = request.resourceType();
    if (type === 'document' || request.isNavigationRequest()) return answerDocument(route, request);
    const method = methods.get(request.method());
    if (!isLoaded(request) || !method || !/^https?:/.test(request.url())) return refuse(route);
    waiting += 1;
    try {
      return await answerPart(route, request, method);
    } catch (error) {
      if (!(error instanceof Unreachable || error instanceof UnexpectedAnswer)) throw error;
      failures.add(`${error.host}: ${error.message.replace(/ \([^()]*\)$/, '')}`);
      return refuse(route);
    } finally {
      waiting -= 1;
    }
  }

  return {
    async answer(route) {
      try {
        await answerAny(route, route.request());
      } catch (error) {
        fail(error);
        await refuse(route);
      }
    },
    open: () => show(first),
    document: () => current,
    isWaiting: () => waiting > 0,
    whatFailed: () => (failures.size === 0 ? '' : `; ${[...failures].slice(0, 3).join('; ')}`),
  };
}

/** `<link rel="preload" as="fetch">` has no type of its own; refusing it would fail the `fetch` that is waiting for it. */
const isLoaded = (request: Request): boolean =>
  loaded.has(request.resourceType()) ||
  (request.resourceType() === 'other' &&
    request.headers()['accept'] === '*/*' &&
    request.headers()['sec-purpose'] === undefined);

/** A page may be gone before it hears its answer: that is no error. */
const heard = (told: Promise<void>): Promise<void> => told.catch(() => undefined);

/** `aborted` leaves the page as it is; any other code would put an error page in its place. */
const refuse = (route: Route): Promise<void> => heard(route.abort('aborted'));

async function fulfill(route: Route, { status, headers: told, body }: Reply, request: Request): Promise<void> {
  if ('unusable' in body) return refuse(route);
  const headers = withoutHeaders(told, notShown);
  // Without this header Playwright 1.65.1 lets every other origin read the answer.
  if (request.headers()['origin'] !== undefined) headers['access-control-allow-origin'] ??= 'https://nobody.invalid';
  try {
    await route.fulfill({ status, headers, body: Buffer.from(body.bytes) });
  } catch {
    await refuse(route);
  }
}

function isOfPage(request: Request, page: Page): boolean {
  try {
    return request.frame() === page.mainFrame();
  } catch {
    // The frame of a new window does not exist yet.
    return false;
  }
}

/** One host is the other or a part of it, but for `www.`: `www.social.example` and `m.social.example`, not `other.example`. */
function isSameSite(one: URL, other: URL): boolean {
  const [a, b] = [one, other].map(({ hostname }) => hostname.replace(/^www\./, ''));
  return a === b || `${a}`.endsWith(`.${b}`) || `${b}`.endsWith(`.${a}`);
}

const withoutHeaders = (headers: Record<string, string>, names: RegExp): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.test(name.toLowerCase())));
