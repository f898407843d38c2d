import { trimEnd } from '../../text/trim.ts';
import { wordSet } from '../kit/address.ts';
import { closedNetwork, type ClosedAddress } from './closed-network.ts';

const reserved = wordSet(`
  about accounts api ar c challenge create developer direct directory download emails explore graphql guide invites
  legal lite live locations n oauth p press privacy qr reel reels s session stories support terms topics tv web
`);

export const instagram = closedNetwork({
  id: 'instagram',
  title: 'Instagram',
  aliases: [
    'instagram',
    'insta',
    'ig',
    'инстаграм',
    'инстаграмм',
    'инста',
    'інстаграм',
    'інста',
    'инстраграм',
    'инстаграмчик',
    'ίνσταγκραμ',
    'ινσταγκραμ',
    'instagramm',
    'инст',
    'ίνστα',
    'インスタ',
    'インスタグラム',
    '인스타',
    '인스타그램',
    'انستغرام',
    'انستقرام',
    'אינסטגרם',
    'אינסטה',
  ],
  domains: ['instagram.com', 'instagr.am', 'ig.me'],
  utmSource: 'instagram.com',
  examples: [
    { input: 'https://www.instagram.com/anna.gardner/?hl=en', profile: 'anna.gardner' },
    { input: 'https://www.instagram.com/_u/Anna.Gardner', profile: 'anna.gardner' },
    { input: 'https://www.instagram.com/p/CAbCdEfGhIj/', profile: null },
    { input: 'https://www.instagram.com/explore/tags/roses/', profile: null },
  ],
  closed: {
    reason: "its API does not show anyone's follows, and its pages require a login",
    whatToDo:
      "import following.json of the client's own export or their saved list (`target-resources import`), or enter survey answers in follows.csv",
  },
  inAddress: ({ domain, sub, path: [first = '', second = ''] }) => {
    const page = first.toLowerCase();
    if (domain === 'ig.me') return page === 'm' ? account(second) : 'short link';
    if (sub !== '' && sub !== 'm') return null;
    if (page === 'share') return second === '' ? null : 'short link';
    return account(page === '_u' ? second : first);
  },
  byHand: [{ list: 'following', way: 'dialog', address: (name) => `https://www.instagram.com/${name}/following/` }],
  pageOf: (name) => `https://www.instagram.com/${name}`,
  inHandle: account,
});

/** A name cannot end in a dot, the sentence around it can. */
function account(text: string): ClosedAddress {
  const name = trimEnd(text.replace(/^@/, ''), /\./).toLowerCase();
  return /^[a-z0-9._]{1,30}$/.test(name) && !reserved.has(name) ? { account: name } : null;
}
