import pLimit from 'p-limit';
import { UnexpectedAnswer, WebError } from '../../errors.ts';
import { unforeseen } from '../../text/unforeseen.ts';
import { canParseUrl } from '../../text/web-address.ts';
import { markupIn } from '../answer.ts';
import type { Deadline } from './deadline.ts';
import type { LoadSubresource, Subresource } from './subresources.ts';
import type { Tab, TabRequest } from './tab.ts';
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
  answer: (request: TabRequest) => Promise<void>;
  /** Shows the document that the page starts with. */
  open: (tab: Tab) => Promise<void>;
  /** The document that the page is now, or goes to. */
  document: () => PageDocument;
  /** Whether the page still waits for something. */
  isWaiting: () => boolean;
  /** What was refused to the page or failed, as the end of a sentence. */
  whatFailed: () => string;
}

interface AnswersOptions {
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
  let tab: Tab | null = null;
  let current = first;
  let fetched: PageDocument | null = null;
  let documents = 0;
  let requests = 0;
  let bytes = 0;
  let waiting = 0;

  async function answerDocument(request: TabRequest): Promise<void> {
    if (!request.isOfTab || !/^https?:/.test(request.url)) return request.refuse();
    const wanted = addressOf(request.url);
    if (!wanted) {
      failures.add('it wanted to go to something that is not an address');
      return request.refuse();
    }
    if (fetched?.url.href === wanted.href) {
      const { reply } = fetched;
      fetched = null;
      return fulfill(reply, request);
    }
    const why = whyNotTo(wanted, request);
    if (why !== null) {
      failures.add(why);
      return request.refuse();
    }
    documents += 1;
    const next = await fetchDocument(wanted.href);
    if (!next) return request.refuse();
    current = next;
    if (next.url.href === wanted.href) return fulfill(next.reply, request);
    await request.refuse();
    await show(next);
  }

  function whyNotTo(wanted: URL, { method, isHeavy }: TabRequest): string | null {
    if (!isSameSite(wanted, current.url)) return `it wanted to go to ${wanted.host}, another site`;
    if (method !== 'GET' || isHeavy) return 'it wanted to send a form';
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
    // A page that goes on at once interrupts itself; whether it comes is seen by what is waited for.
    const code = await tab?.navigate(document.url.href);
    if (code) fail(new UnexpectedAnswer(document.url.href, `the browser cannot show it (${code})`));
  }

  async function answerPart(request: TabRequest, method: Subresource['method']): Promise<void> {
    if (requests >= limits.requests || bytes >= limits.bytes) {
      failures.add(
        requests >= limits.requests ? `it asks for more than ${limits.requests} parts` : `its parts are too large`,
      );
      return request.refuse();
    }
    requests += 1;
    const url = request.isHeavy ? null : addressOf(request.url);
    if (url === null) {
      failures.add(request.isHeavy ? 'it wanted to send too much' : 'it asks for something that is not an address');
      return request.refuse();
    }
    const part: Subresource = {
      url: url.href,
      method,
      headers: { ...withoutHeaders(request.headers, notSent), 'user-agent': userAgent },
      body: request.body,
    };
    const { host } = url;
    const outcome = await places(() => source.load(part, signal));
    if ('failed' in outcome) {
      failures.add(`${host}: ${outcome.failed}`);
      return request.refuse();
    }
    if ('unusable' in outcome.body) {
      failures.add(`${host}: an answer is ${outcome.body.unusable}`);
      return request.refuse();
    }
    if (outcome.status >= 400) failures.add(`${host} answered ${outcome.status}`);
    bytes += outcome.body.bytes.length;
    return fulfill(outcome, request);
  }

  async function answerAny(request: TabRequest): Promise<void> {
    if (request.type === 'document') return answerDocument(request);
    const method = methods.get(request.method);
    if (!isLoaded(request) || !method || !/^https?:/.test(request.url)) return request.refuse();
    waiting += 1;
    try {
      return await answerPart(request, method);
    } catch (error) {
      failures.add(
        error instanceof WebError
          ? `${error.host}: ${error.message.replace(/ \([^()]*\)$/, '')}`
          : `a part of it: ${unforeseen(error)}`,
      );
      return request.refuse();
    } finally {
      waiting -= 1;
    }
  }

  return {
    async answer(request) {
      try {
        await answerAny(request);
      } catch (error) {
        fail(error);
        await request.refuse();
      }
    },
    open(opened) {
      tab = opened;
      return show(first);
    },
    document: () => current,
    isWaiting: () => waiting > 0,
    whatFailed: () => (failures.size === 0 ? '' : `; ${[...failures].slice(0, 3).map(shortened).join('; ')}`),
  };
}

/** A page may think of very long names. */
const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)} …` : text);

/** Null where it is none: a browser takes hosts that are no names. */
const addressOf = (text: string): URL | null => {
  if (!canParseUrl(text)) return null;
  const url = new URL(text);
  url.hash = '';
  return url;
};

/** `<link rel="preload" as="fetch">` has no type of its own; refusing it would fail the `fetch` that is waiting for it. */
const isLoaded = ({ type, headers }: TabRequest): boolean =>
  headers['sec-purpose'] === undefined &&
  headers['accept'] !== 'text/event-stream' &&
  (loaded.has(type) || (type === 'other' && headers['accept'] === '*/*'));

async function fulfill({ status, headers: told, body }: Reply, request: TabRequest): Promise<void> {
  if ('unusable' in body) return request.refuse();
  await request.fulfill(status, withoutHeaders(told, notShown), body.bytes);
}

/** One host is the other or a part of it, but for `www.`: `www.social.example` and `m.social.example`, not `other.example`. */
function isSameSite(one: URL, other: URL): boolean {
  const [a, b] = [one, other].map(({ hostname }) => hostname.replace(/^www\./, ''));
  return a === b || `${a}`.endsWith(`.${b}`) || `${b}`.endsWith(`.${a}`);
}

const withoutHeaders = (headers: Record<string, string>, names: RegExp): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.test(name.toLowerCase())));
