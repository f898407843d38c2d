import { canParseUrl } from '../text/web-address.ts';
import { UnexpectedAnswer } from '../errors.ts';
import type { Reply } from './wire.ts';

const redirects = new Set([301, 302, 303, 307, 308]);

/** What may follow a redirect to another host: nothing that could say who asks. */
const sentToOtherHosts = new Set(['user-agent', 'accept', 'accept-language']);

/** Where an answer sends its reader; null where it is an answer. @throws UnexpectedAnswer */
export function nextAddress(url: URL, { status, header }: Reply): URL | null {
  const location = header('location');
  return redirects.has(status) && location !== null ? urlFrom(location, url) : null;
}

/** The headers that go along from one address to the next. */
export function headersFor(next: URL, before: URL, headers: Record<string, string>): Record<string, string> {
  if (next.host === before.host) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => sentToOtherHosts.has(name)));
}

/** An address without its fragment. @throws UnexpectedAnswer */
export function urlFrom(text: string, base?: URL): URL {
  if (!canParseUrl(text, base?.href)) {
    if (base) throw new UnexpectedAnswer(base.href, 'redirected to something that is not an address');
    throw new UnexpectedAnswer(text.split(/[?#]/, 1)[0] ?? '', 'this is not an address');
  }
  const url = new URL(text, base);
  url.hash = '';
  return url;
}
