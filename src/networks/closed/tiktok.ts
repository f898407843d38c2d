import { trimEnd } from '../../text/trim.ts';
import { closedNetwork, type ClosedAddress } from './closed-network.ts';

export const tiktok = closedNetwork({
  id: 'tiktok',
  title: 'TikTok',
  aliases: [
    'tiktok',
    'tik tok',
    'тикток',
    'тик ток',
    'тікток',
    'тт',
    'τικτοκ',
    'tt',
    'ティックトック',
    '抖音',
    '틱톡',
    'تيك توك',
    'טיקטוק',
  ],
  domains: ['tiktok.com'],
  utmSource: 'tiktok.com',
  examples: [
    { input: 'https://www.tiktok.com/@anna.gardner?lang=de', profile: 'anna.gardner' },
    { input: 'https://www.tiktok.com/@anna.gardner/video/7012345678901234567', profile: 'anna.gardner' },
    { input: 'https://vm.tiktok.com/ZMabCdEfG/', profile: null },
    { input: 'https://www.tiktok.com/tag/roses', profile: null },
  ],
  closed: {
    reason: 'its API shows follows to approved researchers only',
    whatToDo: "import the client's own export (`target-resources import`), or enter survey answers in follows.csv",
  },
  inAddress: ({ sub, path: [first = '', second = ''] }) => {
    if (sub === 'vm' || sub === 'vt') return 'short link';
    if (sub !== '' && sub !== 'm') return null;
    if (first === 't') return second === '' ? null : 'short link';
    const shown = first === 'embed' ? second : first;
    return shown.startsWith('@') ? account(shown.slice(1)) : null;
  },
  byHand: [{ list: 'following', way: 'dialog', address: (name) => `https://www.tiktok.com/@${name}` }],
  pageOf: (name) => `https://www.tiktok.com/@${name}`,
  inHandle: account,
});

/** A name cannot end in a dot, the sentence around it can. */
function account(text: string): ClosedAddress {
  const name = trimEnd(text, /\./).toLowerCase();
  return /^[a-z0-9_.]{2,24}$/.test(name) ? { account: name } : null;
}
