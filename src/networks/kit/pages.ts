import { canParseUrl } from '../../text/web-address.ts';
import { Refused } from '../../errors.ts';

/** The address with `rel="next"` in a Link header (RFC 8288). */
export function nextPage(link: string | null, base: string): URL | null {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    const [, rel = ''] = /;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters) ?? [];
    if (rel.toLowerCase().split(/\s+/).includes('next') && canParseUrl(target, base)) return new URL(target, base);
  }
  return null;
}

/** Whether a page lies where the list does: a token goes along with each, so it must not lead elsewhere. */
export function isPageOfList(address: string, host: string, end: string): boolean {
  if (!canParseUrl(address)) return false;
  const { protocol, host: home, pathname } = new URL(address);
  return protocol === 'https:' && home === host && pathname.endsWith(end);
}

/** Null where the network says that there is nothing at this address. */
export async function unlessGone<Body>(answer: Promise<Body>): Promise<Body | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}
