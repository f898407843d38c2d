import type { ClosedNetwork } from '../types/network.ts';
import { parsePage } from './kit/page-address.ts';

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
  parseResource: (input) => parsePage('web', input),
  pageOf: () => null,
  utmSource: ({ host }) => host,
};
