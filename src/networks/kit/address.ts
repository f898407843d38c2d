import { stripInvisible } from '../../text/normalise.ts';

/** An address of one network, taken apart. */
export interface Address {
  /** The network's own domain, e.g. `facebook.com` in `de-de.facebook.com`. */
  domain: string;
  /** What stands before the domain; empty for the domain itself and for `www.`. */
  sub: string;
  /** Segments of the path, decoded, without empty ones. */
  path: string[];
  query: URLSearchParams;
  /** The address as it was written, with a scheme. */
  url: string;
}

/**
 * The address in a text, with or without a scheme; null where it is none of these domains.
 * @param domains matches a whole domain; every host under a domain is the network's too
 */
export function parseAddress(text: string, domains: RegExp): Address | null {
  const rest = stripInvisible(text).replace(/^(?:https?:\/*|\/\/)+/i, '');
  if (!URL.canParse(`https://${rest}`)) return null;
  const url = withoutBang(new URL(`https://${rest}`));
  if (url.username !== '' || url.password !== '') return null;
  const labels = url.hostname
    .replace(/^www\./, '')
    .replace(/\.$/, '')
    .split('.');
  const at = labels.findIndex((_, index) => domains.test(labels.slice(index).join('.')));
  if (at === -1) return null;
  return {
    domain: labels.slice(at).join('.'),
    sub: labels.slice(0, at).join('.'),
    path: url.pathname.split('/').map(decoded).filter(Boolean),
    query: url.searchParams,
    url: `${/^\W*http:/i.test(text) ? 'http' : 'https'}://${rest}`,
  };
}

/** Words that stand in a list for reading. */
export const wordSet = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** `facebook.com/#!/anna` is how such sites wrote `facebook.com/anna` until about 2012; old client lists have it. */
function withoutBang(url: URL): URL {
  const hidden = url.pathname === '/' ? /^#!?(\/.*)$/.exec(url.hash)?.[1] : undefined;
  return hidden !== undefined && URL.canParse(hidden, url.origin) ? new URL(hidden, url.origin) : url;
}

function decoded(segment: string): string {
  try {
    return stripInvisible(decodeURIComponent(segment)).normalize('NFC');
  } catch {
    return segment;
  }
}
