import { wordSet } from '../kit/address.ts';
import { closedNetwork, type ClosedAddress } from './closed-network.ts';

const reserved = wordSet(`
  bits broadcast clip collections creatorcamp directory downloads drops event events following friends inventory jobs
  legal login logout messages p passport payments prime redeem s search settings signup store subscriptions team turbo
  user video videos wallet
`);

/** Pages about a channel whose name comes second. */
const about = wordSet('popout moderator embed subs products u');

export const twitch = closedNetwork({
  id: 'twitch',
  title: 'Twitch',
  aliases: ['twitch', 'твич'],
  domains: ['twitch.tv'],
  naming: ['channel'],
  utmSource: 'twitch.tv',
  examples: [
    { input: 'https://www.twitch.tv/AnnaGardner', profile: 'annagardner' },
    { input: 'https://m.twitch.tv/annagardner/schedule', profile: 'annagardner' },
    { input: 'https://www.twitch.tv/videos/1234567890', profile: null },
    { input: 'https://www.twitch.tv/directory/category/gardening', profile: null },
  ],
  closed: {
    reason: "its API shows only the follows of one's own account",
    whatToDo: 'ask the client which channels they follow, and list them in follows.csv',
  },
  inAddress: ({ sub, path: [first = '', second = ''], query }) => {
    if (sub === 'player') return account(query.get('channel') ?? '');
    if (!/^(?:|m|go|dashboard)$/.test(sub)) return null;
    return account(about.has(first.toLowerCase()) ? second : first);
  },
  pageOf: (name) => `https://www.twitch.tv/${name}`,
  inHandle: account,
});

function account(text: string): ClosedAddress {
  const name = text.toLowerCase();
  return /^[a-z0-9]\w{2,24}$/.test(name) && !reserved.has(name) ? { account: name } : null;
}
