import { decodeSegment } from '../text/normalise.ts';

/** The tags of an address that tell whose a visit is, by their names without `utm_`. */
export type AddressTags = ReadonlyMap<string, string>;

/** Whether a cell is an address, or the path of a page; without a scheme it has parameters. */
export function isAddressCell(cell: string): boolean {
  const [head = ''] = cell.split('?', 1);
  if (/\s/.test(head)) return false;
  return /^(?:https?:\/)?\//i.test(head) || (cell.includes('?') && /^[\w-]+\.[\w.-]+(?:\/|$)/.test(head));
}

/**
 * The campaign tags in an address, or in the path of a landing page: `content` to `bluesky-garden`. Empty where it has
 * none. Addresses that were written into a page (`&amp;`) or packed once more (`%3F`) are read, too.
 */
export function tagsOf(cell: string): AddressTags {
  const tags = new Map<string, string>();
  const address = cell.includes('?') ? cell : decodeSegment(cell);
  const from = address.indexOf('?');
  if (from === -1) return tags;
  const [query = ''] = address.slice(from + 1).split('#', 1);
  for (const [key, value] of new URLSearchParams(query.replaceAll(/&amp;/gi, '&'))) {
    const [, name] = /^(?:utm|mtm|pk)_(\w+)$/i.exec(key) ?? [];
    if (name !== undefined && value !== '' && !tags.has(name.toLowerCase())) tags.set(name.toLowerCase(), value);
  }
  return tags;
}

/**
 * One spelling of a short link: host in small letters and key, without scheme, `www.`, query and closing slash; null where
 * the text is none. The key keeps its case, which tells two short links apart.
 */
export function shortKey(text: string): string | null {
  const [, host = '', path = ''] =
    /^(?:https?:\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)+(?::\d+)?)\/([^\s?#]+)/i.exec(text.trim()) ?? [];
  const key = path.replace(/\/$/, '');
  return host === '' || key === '' ? null : `${host.toLowerCase()}/${key}`;
}
