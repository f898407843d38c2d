// oxlint-disable-next-line no-control-regex -- what ASCII is
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/**
 * Whether `new URL` takes a text. `URL.canParse` of Node 20 and 22 reads letters such as ü as something else once the code
 * around it has been compiled, after some thousand calls.
 * https://github.com/AikidoSec/firewall-node/pull/1086 (2026-11-28), seen on Node 20.20
 */
export function canParseUrl(text: string, base?: string): boolean {
  return areAscii(text, base) ? URL.canParse(text, base) : constructed(text, base) !== null;
}

/** The address that a text is; null where it is none. */
export function urlOf(text: string, base?: string): URL | null {
  // An exception costs more than asking first.
  return areAscii(text, base) && !URL.canParse(text, base) ? null : constructed(text, base);
}

const areAscii = (text: string, base?: string): boolean => isAscii(text) && (base === undefined || isAscii(base));

function constructed(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
