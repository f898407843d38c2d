import normalizeUrl from 'normalize-url';
import type { ClosedNetwork, ResourceName } from '../types.ts';

/** Query parameters that say where a visitor came from, not which page it is. */
const tracking = [
  /^utm_\w+/i,
  /^mtm_\w+/i,
  'fbclid',
  'gclid',
  'yclid',
  'msclkid',
  'igshid',
  'mc_cid',
  'mc_eid',
  'ref_src',
];

/** Any page that no other network claims. It has no follow lists; customers name it in `follows.csv`. */
export const webPages: ClosedNetwork = {
  id: 'web',
  title: 'Web pages',
  aliases: ['web', 'website', 'site'],
  users: null,
  examples: [{ input: 'https://garden-letter.example/?utm_source=mail', profile: null }],
  closed: {
    why: 'a web page has no follow lists',
    bring: 'name the sites that a client reads in follows.csv',
  },
  parseProfile: () => null,
  parseHandle: () => null,
  parseResource,
  utmSource: ({ host }) => host,
};

function parseResource(input: string): ResourceName | null {
  const text = input.trim();
  if (/\s/.test(text) || !/^(https?:\/\/)?[^/@:?#]+\.[^/@:?#.]+/i.test(text)) return null;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const plain = {
    stripHash: true,
    removeQueryParameters: tracking,
    removeTrailingSlash: true,
    stripAuthentication: true,
  };
  const url = normalizeUrl(address, { ...plain, stripWWW: false });
  const id = normalizeUrl(address, { ...plain, stripWWW: true, stripProtocol: true });
  return { network: 'web', id, name: id, url, host: new URL(url).hostname.replace(/^www\./, '') };
}
