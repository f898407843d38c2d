import { wordSet } from '../kit/address.ts';
import { closedNetwork, type ClosedAddress } from './closed-network.ts';

const reserved = wordSet(`
  about app apps bookmarks cdk discovery dk event events feed friends game games gifts group groups guests help hobby
  live login market marks messages music notifications offer online photos post products profile search settings
  st.cmd topic top-games video web-api
`);

export const odnoklassniki = closedNetwork({
  id: 'odnoklassniki',
  title: 'Odnoklassniki',
  aliases: [
    'odnoklassniki',
    'одноклассники',
    'однокласники',
    'ок',
    'ok',
    'ok ru',
    'ок ру',
    'odnoklasniki',
    'одноклассник',
    'однокл',
  ],
  domains: ['ok.ru', 'odnoklassniki.ru', 'ok.me'],
  naming: ['st.cmd', 'st.friendId', 'st.groupId'],
  utmSource: 'odnoklassniki.ru',
  examples: [
    { input: 'https://ok.ru/profile/561234567890', profile: '561234567890' },
    { input: 'https://m.ok.ru/dk?st.cmd=friendMain&st.friendId=561234567890', profile: '561234567890' },
    { input: 'https://ok.ru/anna.gardner', profile: 'anna.gardner' },
    { input: 'https://ok.ru/group/52123456789012', profile: null },
    { input: 'https://ok.ru/video/1234567890', profile: null },
  ],
  closed: {
    reason: 'its API shows groups only to apps that its staff have approved individually',
    whatToDo: 'ask the client which groups they read there, and list them in follows.csv',
  },
  inAddress: ({ domain, sub, path: [first = '', second = ''], query }) => {
    if (domain === 'ok.me') return 'short link';
    if (!/^(?:|m|mobile|wap|wg\d*)$/.test(sub)) return null;
    const page = first.toLowerCase();
    if (page === 'profile') return numbered(second);
    if (page === 'group') return group(second);
    if (page === 'dk') return numbered(query.get('st.friendId') ?? '') ?? group(query.get('st.groupId') ?? '');
    return group(/^group(\d+)$/.exec(page)?.[1] ?? '') ?? account(first);
  },
  byHand: [
    {
      list: 'groups',
      way: 'list',
      address: (name) => `https://ok.ru/${/^\d+$/.test(name) ? 'profile/' : ''}${name}/groups`,
    },
  ],
  pageOf: (name) => `https://ok.ru/${/^\d+$/.test(name) ? 'profile/' : ''}${name}`,
  inHandle: account,
});

const numbered = (id: string): ClosedAddress => (/^\d+$/.test(id) ? { account: id } : null);

/** A group and a person may have the same number. */
const group = (id: string): ClosedAddress => (/^\d+$/.test(id) ? { page: `group/${id}`, what: 'a group' } : null);

function account(text: string): ClosedAddress {
  const name = text.toLowerCase();
  return /^[a-z0-9][\w.-]{2,}$/.test(name) && !reserved.has(name) ? { account: name } : null;
}
