import { wordSet } from '../kit/address.ts';
import { closedNetwork, type ClosedAddress } from './closed-network.ts';

/** Older sites, phones and languages: `old.reddit.com`, `de.reddit.com`. */
const hosts = /^(?:|old|new|np|m|sh|amp|i|[a-z]{2}(?:-[a-z]{2})?)$/;

/** Views over several communities. */
const views = wordSet('all popular random randnsfw mod friends');

export const reddit = closedNetwork({
  id: 'reddit',
  title: 'Reddit',
  aliases: ['reddit', 'реддит'],
  domains: ['reddit.com', 'redd.it'],
  shorthand: /^\/?(?:r|u|user)\/[\w-]+\/?$/i,
  utmSource: 'reddit.com',
  examples: [
    { input: 'https://www.reddit.com/user/AnnaGardner/', profile: 'annagardner' },
    { input: 'u/AnnaGardner', profile: 'annagardner' },
    { input: 'https://www.reddit.com/r/gardening/', profile: null },
    { input: 'https://redd.it/1abcde', profile: null },
  ],
  closed: {
    reason: 'its policy forbids matching accounts with people known from other sources, and subscriptions are private',
    whatToDo: 'ask the client which communities they read there, and list them in follows.csv',
  },
  inAddress: ({ domain, sub, path }) => {
    if (domain === 'redd.it') return sub === '' && path.length > 0 ? 'short link' : null;
    return hosts.test(sub) ? inPath(path) : null;
  },
  pageOf: (name) => `https://www.reddit.com/${/^[ru]\//.test(name) ? '' : 'r/'}${name}`,
  inHandle: (handle) => {
    const path = handle.split('/');
    return path.length > 1 ? inPath(path) : account(handle);
  },
});

function inPath([first = '', second = '']: string[]): ClosedAddress {
  const kind = first.toLowerCase();
  if (kind === 'u' || kind === 'user') return account(second);
  if (kind !== 'r') return null;
  // Everybody's own page is a community, too: r/u_anna.
  return /^u_/i.test(second) ? account(second.slice(2)) : community(second.toLowerCase());
}

function account(text: string): ClosedAddress {
  const name = text.toLowerCase();
  return /^[\w-]{3,20}$/.test(name) ? { account: name } : null;
}

const community = (name: string): ClosedAddress =>
  /^[a-z0-9]\w{1,20}$/.test(name) && !views.has(name) ? { page: `r/${name}`, what: 'a community' } : null;
