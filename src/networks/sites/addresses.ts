import { decodeSegment, stripInvisible } from '../../text/normalise.ts';
import { parseUrl } from '../kit/address.ts';
import { bareHost } from '../../text/hosts.ts';

/** What the placeholders of an address stand for; null where the address has none of that kind. */
export interface SiteName {
  name: string | null;
  id: string | null;
}

/** The form of a site's addresses, e.g. `/user/{name}` or `/member.php?id={id}`. */
export interface AddressForm {
  /** Which of `name` and `id` it holds. */
  holds: ReadonlySet<string>;
  /** Its fixed parts, which tell kinds of resources apart: `groups` of `/groups/{name}`; may be empty. */
  prefix: string;
  /** What an address of the site names; null where it is of another form. With `deeper`, pages below it name it, too. */
  read(url: URL, deeper?: boolean): SiteName | null;
  /** Path and query with the placeholders filled in. */
  pathOf(named: SiteName): string;
}

const placeholder = /\{(name|id)\}/g;

/** @param text starts with a slash; the placeholders are known to be `{name}` and `{id}`, each at most once */
export function addressForm(text: string, keepCase: boolean): AddressForm {
  const [path = '', query = ''] = text.split('?', 2);
  const segments = path.split('/').filter(Boolean);
  const parameters = [...new URLSearchParams(query)];
  const pattern = segments.map((segment) => `/${patternOf(segment)}`).join('');
  const exact = new RegExp(`^${pattern}/*$`, 'i');
  // `/{name}` alone would take every page of the site for somebody's.
  const within = /[\p{L}\p{N}@~]/u.test((segments[0] ?? '').replaceAll(placeholder, ''))
    ? new RegExp(`^${pattern}(?:/.*)?$`, 'i')
    : exact;
  const queryPatterns = parameters.map(([key, value]) => [key, new RegExp(`^${patternOf(value)}$`, 'i')] as const);

  return {
    holds: new Set([...text.matchAll(placeholder)].map(([, kind = '']) => kind)),
    prefix: segments.filter((segment) => !segment.includes('{')).join('/'),

    read(url, deeper = false) {
      const found: Record<string, string> = {};
      const inPath = (deeper ? within : exact).exec(url.pathname);
      if (!inPath) return null;
      Object.assign(found, inPath.groups);
      for (const [key, form] of queryPatterns) {
        const inQuery = form.exec(url.searchParams.get(key) ?? '');
        if (!inQuery) return null;
        Object.assign(found, inQuery.groups);
      }
      const { name, id } = found;
      const readable = name === undefined ? null : stripInvisible(decodeSegment(name));
      return {
        name: keepCase ? readable : (readable?.toLowerCase() ?? null),
        id: id === undefined ? null : stripInvisible(decodeSegment(id)),
      };
    },

    pathOf: (named) =>
      text.replaceAll(placeholder, (_, kind: 'name' | 'id') =>
        encodeURIComponent(named[kind] ?? '').replaceAll('%40', '@'),
      ),
  };
}

/** A part of an address as a pattern: `@{name}` becomes `@(?<name>[^/]+)`. An id ends as soon as it can: `{id}-{name}`. */
function patternOf(part: string): string {
  return part
    .split(/(\{(?:name|id)\})/)
    .map((piece) => {
      if (piece === '{name}') return '(?<name>[^/]+)';
      return piece === '{id}' ? '(?<id>[^/]+?)' : piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    })
    .join('');
}

/** The address on this host that a text writes, with or without its scheme and `www.`; null where it is another's. */
export function addressOn(host: string, text: string): URL | null {
  if (/\s/.test(stripInvisible(text))) return null;
  const url = parseUrl(text);
  return url && bareHost(url.host) === bareHost(host) ? url : null;
}

/** Both parts as one text, from which `namedBy` gets them back. A slash can stand in neither. */
export const siteKey = ({ name, id }: SiteName): string => [name, id].filter((part) => part !== null).join('/');

export function nameFromKey(key: string, { holds }: AddressForm): SiteName {
  const [first = '', second = ''] = key.split('/');
  if (holds.size === 2) return { name: first, id: second };
  return holds.has('id') ? { name: null, id: first } : { name: first, id: null };
}
