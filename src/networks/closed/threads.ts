import { trimEnd } from '../../text/trim.ts';
import { closedNetwork, type ClosedAddress } from './closed-network.ts';

export const threads = closedNetwork({
  id: 'threads',
  title: 'Threads',
  aliases: ['threads', 'тредс', 'тредз', 'трэдс', 'threds', 'трэдз'],
  domains: ['threads.com', 'threads.net'],
  utmSource: 'threads.net',
  examples: [
    { input: 'https://www.threads.com/@anna.gardner', profile: 'anna.gardner' },
    { input: 'https://www.threads.net/@anna.gardner/post/CAbCdEfGhIj', profile: 'anna.gardner' },
    { input: 'https://www.threads.net/t/CAbCdEfGhIj', profile: null },
  ],
  closed: {
    reason: 'its API has no list of follows',
    whatToDo: 'ask the client which accounts they read there, and list them in follows.csv',
  },
  inAddress: ({ sub, path: [first = ''] }) => (sub === '' && first.startsWith('@') ? account(first.slice(1)) : null),
  pageOf: (name) => `https://www.threads.net/@${name}`,
  inHandle: account,
});

/** An account is its owner's on Instagram; a name cannot end in a dot, the sentence around it can. */
function account(text: string): ClosedAddress {
  const name = trimEnd(text, /\./).toLowerCase();
  return /^[a-z0-9._]{1,30}$/.test(name) ? { account: name } : null;
}
