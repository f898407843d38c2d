import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { refuse } from './failure.ts';

/** Who may talk to the server: whoever has the address that the start printed. */
export interface Keys {
  /** Part of that address. */
  token: string;
  /** What the browser gets for it, as a cookie. */
  session: string;
}

const secret = (): string => randomBytes(32).toString('base64url');

export const makeKeys = (): Keys => ({ token: secret(), session: secret() });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (said: string | undefined, wanted: string): boolean =>
  said !== undefined && timingSafeEqual(digest(said), digest(wanted));

/** Cookies know no ports: another program on this machine has its own name for its own. */
const cookieName = (port: number): string => `target-resources-${port}`;

/** The names by which a browser on this machine knows the server. */
const hostsAt = (port: number): string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
} as const;

/** On every answer, unless a route has its own. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(headers))
    if (!context.res.headers.has(name)) context.res.headers.set(name, value);
};

/**
 * Refuses requests that were sent to another name (a name that leads here by DNS rebinding), come from another origin
 * (a post, an event stream, a picture that another page asks for), or from somebody who has no cookie. The address of the
 * start is exchanged for the cookie, and leaves the address bar.
 * @param port where the server listens, once it does
 */
export const guard =
  (keys: Keys, port: () => number): MiddlewareHandler =>
  async (context, next) => {
    const { req } = context;
    const host = req.header('host')?.toLowerCase() ?? '';
    if (!hostsAt(port()).includes(host)) return refuse(context, 403, 'foreign', 'this is not the name of the server');
    const isStart = req.path === '/' && req.method === 'GET';
    const origin = req.header('origin');
    const site = req.header('sec-fetch-site');
    const isOwn = origin === undefined ? req.method === 'GET' : origin.toLowerCase() === `http://${host}`;
    // A link to the start may stand anywhere: without the token or the cookie it opens nothing.
    const isOwnSite = site === undefined || site === 'same-origin' || (site === 'none' && req.method === 'GET');
    if (!isStart && !(isOwn && isOwnSite)) return refuse(context, 403, 'foreign', 'this comes from another page');
    const name = cookieName(port());
    const said = req.query('token');
    if (isStart && said !== undefined) {
      if (!isSame(said, keys.token)) return refuse(context, 401, 'unauthorised', wrongAddress);
      setCookie(context, name, keys.session, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect('/', 303);
    }
    if (!isSame(getCookie(context, name), keys.session)) return refuse(context, 401, 'unauthorised', wrongAddress);
    return next();
  };

const wrongAddress = 'this page was opened without its key: open the address that the program printed when it started';
