import { canParseUrl } from '../text/web-address.ts';
/**
 * Whether a service stored the link that it was given: `same` where a browser asks for the same bytes, `respelt` where
 * only the order or the encoding of parameters differs, `other` where anything else does.
 */
export function compareAddresses(given: string, stored: string): 'same' | 'respelt' | 'other' {
  if (given === stored) return 'same';
  if (!canParseUrl(given) || !canParseUrl(stored)) return 'other';
  const [one, two] = [new URL(given), new URL(stored)];
  if (one.href === two.href) return 'same';
  if (pageOf(one) !== pageOf(two)) return 'other';
  return parametersOf(one) === parametersOf(two) ? 'respelt' : 'other';
}

/** All but the parameters. `%d1` and `%D1` are one byte (RFC 3986, 6.2.2.1). */
const pageOf = ({ origin, username, password, pathname, hash }: URL): string =>
  JSON.stringify([origin, username, password, upperEscapes(pathname), upperEscapes(hash)]);

const upperEscapes = (text: string): string => text.replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());

/** Decoded, by name; those of one name keep their order, which a site may read. */
const parametersOf = ({ searchParams }: URL): string =>
  JSON.stringify([...searchParams].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
