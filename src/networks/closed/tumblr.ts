import { wordSet } from '../kit/address.ts';
import { closedNetwork, type ClosedAddress } from './closed-network.ts';

const reserved = wordSet(`
  about account api apps blog business communities customize dashboard developers docs domains embed explore follow
  following help inbox legal likes login logout messaging mobile new oauth page policy press privacy reblog register
  search security settings share support svc tagged terms themes tv widgets
`);

/** Hosts that hold files and pages of Tumblr itself. */
const own = wordSet('api assets embed engineering media px secure srvcs static support www');

export const tumblr = closedNetwork({
  id: 'tumblr',
  title: 'Tumblr',
  aliases: ['tumblr', 'тамблер'],
  domains: ['tumblr.com', 'tmblr.co', 'umblr.com'],
  utmSource: 'tumblr.com',
  examples: [
    { input: 'https://annagardner.tumblr.com/', profile: 'annagardner' },
    { input: 'https://www.tumblr.com/annagardner/712345678901234567/roses', profile: 'annagardner' },
    { input: 'https://www.tumblr.com/blog/view/annagardner', profile: 'annagardner' },
    { input: 'https://www.tumblr.com/tagged/roses', profile: null },
  ],
  closed: {
    reason: "its API does not give another blog's number of followers, and shows a blog's follows only after a login",
    whatToDo:
      'ask the client which blogs they read there, and list them with their numbers of followers in follows.csv',
  },
  inAddress: ({ domain, sub, path: [first = '', second = '', third = ''] }) => {
    if (domain === 'tmblr.co') return 'short link';
    if (domain === 'umblr.com') return null;
    if (sub !== '' && sub !== 'm') return own.has(sub) ? null : blog(sub);
    const page = first.toLowerCase();
    if (page === 'blog') return blog(second === 'view' ? third : second);
    if (page === 'communities') return community(second.toLowerCase());
    return reserved.has(page) ? null : blog(first.replace(/^@/, ''));
  },
  pageOf: (name) => (name.includes('/') ? `https://www.tumblr.com/${name}` : `https://${name}.tumblr.com`),
  inHandle: (handle) => (reserved.has(handle.toLowerCase()) ? null : blog(handle)),
});

function blog(text: string): ClosedAddress {
  const name = text.toLowerCase();
  return /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/.test(name) ? { account: name } : null;
}

const community = (name: string): ClosedAddress =>
  /^[a-z0-9-]+$/.test(name) && name !== 'browse' ? { page: `communities/${name}`, what: 'a community' } : null;
