import normalizeUrl from 'normalize-url';
import type { ResourceName } from '../types/input.ts';
import type { ClosedNetwork } from '../types/network.ts';
import { asWritten, parseUrl } from './kit/address.ts';

/** Query parameters that say where a visitor came from, not which page it is. */
const tracking = [
  /^utm_\w+/i,
  /^mtm_\w+/i,
  /^_hs(?:enc|mi)$/i,
  /^(?:fbclid|gclid|gbraid|wbraid|msclkid|ttclid|twclid|yclid|ysclid|srsltid|igsh|igshid|mc_cid|mc_eid|ref_src)$/i,
];

/** Any page that no other network claims. It has no follow lists; customers name it in `follows.csv`. */
export const webPages: ClosedNetwork = {
  id: 'web',
  title: 'Web pages',
  hosts: [],
  aliases: ['web', 'website', 'site'],
  accounts: null,
  examples: [{ input: 'https://garden-letter.example/?utm_source=mail', profile: null }],
  closed: {
    reason: 'a web page has no follow lists',
    whatToDo: 'list the sites that a client reads in follows.csv',
  },
  parseProfile: () => null,
  parseHandle: () => null,
  parseResource,
  pageOf: () => null,
  utmSource: ({ host }) => host,
};

/** A host in the open: its last part is no number, so that dates, prices and phone numbers are none. */
const host = /^(?:[^\s/@:?#.]+\.)+(?!\d)[^\s/@:?#.]{2,}\.?(?=[/:?#]|$)/u;

function parseResource(input: string): ResourceName | null {
  const written = asWritten(input);
  const rest = written.slice(written.indexOf('://') + 3);
  const page = parseUrl(input);
  if (page === null || /\s/.test(rest) || !host.test(rest)) return null;
  const plain = { stripHash: true, removeQueryParameters: tracking, removeTrailingSlash: true };
  const url = normalizeUrl(page.href, { ...plain, stripWWW: false });
  const id = normalizeUrl(page.href, { ...plain, stripWWW: true, stripProtocol: true });
  return { network: 'web', id, name: id, url, host: new URL(url).hostname.replace(/^www\./, '') };
}
