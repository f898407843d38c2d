import type { CheerioAPI } from 'cheerio';
import type { ZodType } from 'zod';
import type { Remedy } from './resource.ts';

export interface Answer<Body> {
  body: Body;
  header(name: string): string | null;
  /** Where the answer came from, after redirects. */
  url: string;
}

/** What a request brings along. It is a POST where it has a body or a form. */
export interface WebRequest {
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form; values may hold a token, and show in no message. */
  form?: Record<string, string>;
  /**
   * For networks that say "too busy" inside an answer of status 200 or 403, or do not say how long a 429 lasts: seconds
   * until the same request may be sent again to this host, or null where the answer is one. Called with the parsed JSON;
   * a `Retry-After` of the answer goes before.
   */
  busy?: (body: unknown) => number | null;
  /** Whether a 429 with this JSON is a limit that no wait within a run helps: it comes as a 403. */
  capped?: (body: unknown) => boolean;
  /**
   * What one try takes from the network's budget. It is written down just before the try is sent; where the budget
   * does not hold so much, nothing more is asked of the network in this run.
   */
  cost?: number;
  /**
   * Keeps the answer in the state where the server gives it an `ETag` or a date, and asks next time whether it has
   * changed. Worth its place where answers are small or a 304 is free; a redirect's target is kept, not the redirect.
   */
  revalidate?: boolean;
}

/** An answer that was kept, and its headers by lower-case name. */
export interface KeptAnswer {
  headers: Record<string, string>;
  text: string;
}

/** When a page that needs its scripts is complete. */
export interface RenderOptions {
  /** CSS selectors, separated by commas: one of them shows that the page has come, also that it is empty or shut. */
  waitFor: string;
  /** Scrolls to the end until no further items come, or there are `maxItems` of them. */
  scroll?: { item: string; maxItems: number };
}

/** A limit that turned out to be narrower than documented: what `requests` of its window are is not what was written. */
export interface LearntLimit {
  host: string;
  /** The class of addresses, see `Network.limitClass`; empty where a host has one alone. */
  limitClass: string;
  /** Which of the network's `paces`, by number, and how many requests that has. */
  pace: number;
  documented: number;
  /** How many requests of one window are answered. */
  requests: number;
  /** When that was learnt. */
  at: number;
}

/** How a network file asks for bytes: paced, retried, guarded and size-limited by somebody else. */
export interface Web {
  /** The network's token from the environment; null where none was given. */
  token: string | null;
  /**
   * An answer in JSON of this shape.
   * @throws Refused (4xx), Unreachable (no usable answer after retries), UnexpectedAnswer (not of this shape), Stopped
   */
  json<Body>(url: string, shape: ZodType<Body>, request?: WebRequest): Promise<Answer<Body>>;
  /**
   * A page in HTML, or another document in XML, to be read with selectors. The site's robots.txt is obeyed, but for what
   * it writes for programs, under `/.well-known/`.
   * @throws like `json`; Unreachable also where robots.txt says no
   */
  page(url: string, request?: Omit<WebRequest, 'busy'> & { kind?: 'html' | 'xml' }): Promise<Answer<CheerioAPI>>;
  /**
   * A page after its scripts ran, in a browser without cookies or logins: for pages whose HTML comes empty. The site's
   * robots.txt is obeyed, and pace, guard and limits are those of `page`.
   * @throws like `page`; UnexpectedAnswer where `waitFor` does not appear in time; UserError browser_missing, browser_broken
   */
  rendered(url: string, look: RenderOptions): Promise<Answer<CheerioAPI>>;
  /**
   * Ends all further requests of the network in this run. With the remedy `wait`, the instant is told at which its budget
   * counts anew. The result is to be thrown.
   */
  stop(why: string, remedy?: Remedy): Error;
  /** Whether `connectTo` sends what is asked of this host elsewhere. */
  isRedirected(host: string): boolean;
  /** Asks once a run, however many want to know: a server's software, where a domain's accounts live. */
  once<Value>(key: string, ask: () => Promise<Value>): Promise<Value>;
  /** The text a reader of this HTML sees, on one line. */
  textOf(html: string, linkText?: (href: string, shown: string) => string): string;
}
