import { wordSet } from '../kit/address.ts';
import { closedNetwork, type ClosedAddress } from './closed-network.ts';

const reserved = wordSet(`
  about business careers categories category creator-hub discover email explore help homefeed ideas invite join
  login logout news_hub oauth password pin pin-builder privacy resource resources search secure settings shop shopping
  signup site-policy source terms today topics video videos
`);

/** What stands behind an account's name and is no board. */
const tabs = wordSet('boards pins followers following likes tries created saved overview more_ideas');

/** `pinterest.com` for phones and countries, and the countries' own domains. */
export const pinterest = closedNetwork({
  id: 'pinterest',
  title: 'Pinterest',
  aliases: [
    'pinterest',
    'пинтерест',
    'пінтерест',
    'pinterest com',
    'pint',
    'пинтрест',
    'πίντερεστ',
    'ピンタレスト',
    '핀터레스트',
  ],
  domains: ['pinterest.com', 'pinterest.info', 'pinterest.??', 'pinterest.co.??', 'pinterest.com.??', 'pin.it'],
  utmSource: 'pinterest.com',
  examples: [
    { input: 'https://www.pinterest.com/annagardner/', profile: 'annagardner' },
    { input: 'https://www.pinterest.co.uk/annagardner/_saved/', profile: 'annagardner' },
    { input: 'https://de.pinterest.com/annagardner/rose-beds/', profile: null },
    { input: 'https://pin.it/1AbCdEf', profile: null },
  ],
  closed: {
    reason: "its API shows only the follows of one's own account",
    whatToDo: "import the client's saved page of accounts and boards they follow, or list them in follows.csv",
  },
  inAddress: ({ domain, sub, path: [first = '', second = ''] }) => {
    if (domain === 'pin.it') return 'short link';
    if (!/^(?:|m|[a-z]{2}(?:-[a-z]{2})?)$/.test(sub)) return null;
    const named = account(first);
    const board = second.toLowerCase();
    if (named === null || board === '' || board.startsWith('_') || tabs.has(board)) return named;
    return { page: `${first.toLowerCase()}/${board}`, what: 'a board' };
  },
  byHand: [{ list: 'following', way: 'list', address: (name) => `https://www.pinterest.com/${name}/following/` }],
  pageOf: (name) => `https://www.pinterest.com/${name}`,
  inHandle: account,
});

function account(text: string): ClosedAddress {
  const name = text.toLowerCase();
  return /^[a-z0-9][a-z0-9_-]{2,29}$/.test(name) && !reserved.has(name) ? { account: name } : null;
}
