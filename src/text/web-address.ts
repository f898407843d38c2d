// oxlint-disable-next-line no-control-regex -- what ASCII is
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/**
 * Whether `new URL` takes a text. `URL.canParse` of Node 20 and 22 reads letters such as ü as something else once the code
 * around it has been compiled, after some thousand calls.
 * https://github.com/AikidoSec/firewall-node/pull/1086 (2026-11-28), seen on Node 20.20
 */
export function canParseUrl(text: string, base?: string): boolean {
  if (isAscii(text) && (base === undefined || isAscii(base))) return URL.canParse(text, base);
  try {
    return new URL(text, base).href !== '';
  } catch {
    return false;
  }
}
