import { wordSet } from '../kit/address.ts';
import { closedNetwork, type ClosedAddress } from './closed-network.ts';

const reserved = wordSet(`
  about ads ajax app_scoped_user_id bookmarks business careers checkpoint commerce creatorstudio dialog directory donate
  events feed find-friends flx friends fundraisers games gaming groups hashtag help home jobs l legal lite live login
  marketplace me media memories messages mobile notes notifications offers pages people photo photos places plugins
  policies policy privacy profile public recover reel reels reg saved search settings share sharer shops stories terms
  topic tr video videos watch
`);

/** Phones, older sites and languages: `m.facebook.com`, `de-de.facebook.com`. */
const hosts = /^(?:|(?:m|mbasic|touch|free|mobile|web|business|[a-z]{2}-[a-z]{2})(?:\.www)?)$/;

export const facebook = closedNetwork({
  id: 'facebook',
  title: 'Facebook',
  aliases: [
    'facebook',
    'fb',
    'face book',
    'фейсбук',
    'фэйсбук',
    'фесбук',
    'фб',
    'φέισμπουκ',
    'fejsbuk',
    'фејсбук',
    'фейс',
    'φβ',
    'フェイスブック',
    '脸书',
    '臉書',
    '페이스북',
    'فيسبوك',
    'פייסבוק',
  ],
  domains: ['facebook.com', 'fb.com', 'fb.me', 'm.me', 'fb.watch'],
  naming: ['id'],
  utmSource: 'facebook.com',
  examples: [
    { input: 'https://www.facebook.com/anna.gardner', profile: 'annagardner' },
    { input: 'https://m.facebook.com/profile.php?id=100012345678901&fref=nf', profile: '100012345678901' },
    { input: 'https://www.facebook.com/people/Anna-Gardner/100012345678901/', profile: '100012345678901' },
    { input: 'https://www.facebook.com/groups/rosegrowers', profile: null },
    { input: 'https://www.facebook.com/share/1AbCdEfGhi/', profile: null },
  ],
  closed: {
    reason: "its API does not show anyone's likes or follows, and its terms forbid automated reading of its pages",
    whatToDo:
      "import the client's own export or their saved Likes tab (`target-resources import`), or enter survey answers in follows.csv",
  },
  inAddress: ({ domain, sub, path, query }) => {
    if (domain === 'fb.watch') return 'short link';
    if (!hosts.test(sub)) return null;
    const [first = '', second = '', third = '', fourth = ''] = path;
    switch (first.toLowerCase()) {
      case 'profile.php':
        return numbered(query.get('id') ?? '');
      case 'people':
        return numbered(third);
      case 'pages':
        return numbered(third) ?? endsInNumber(path.at(-1) ?? '');
      case 'p':
        return endsInNumber(second);
      case 'pg':
        return account(second);
      case 'groups':
        return third === 'user' ? numbered(fourth) : group(second);
      case 'share':
        return path.length > 1 ? 'short link' : null;
      default:
        return account(first);
    }
  },
  byHand: (['likes', 'following', 'groups'] as const).map((list) => ({
    list,
    way: 'list',
    address: (name) =>
      /^\d+$/.test(name)
        ? `https://www.facebook.com/profile.php?id=${name}&sk=${list}`
        : `https://www.facebook.com/${name}/${list}`,
  })),
  pageOf: (name) => `https://www.facebook.com/${name}`,
  exportsTitles: true,
  inHandle,
});

/** A handle, or what stands in an address behind the host. */
function inHandle(text: string): ClosedAddress {
  const [, person] = /^\/?people\/[^/]+\/(\d+)\/?$/i.exec(text) ?? [];
  const [, id] = /^\/?profile\.php\?(?:[^#]*&)?id=(\d+)/i.exec(text) ?? [];
  const [, page] = /^\/?pg\/([^/?#]+)/i.exec(text) ?? [];
  const number = person ?? id;
  return number === undefined ? account(page ?? text) : numbered(number);
}

const numbered = (text: string): ClosedAddress => (/^\d{2,20}$/.test(text) ? { account: text } : null);

/** Pages without a name of their own are shown as `Title-of-the-page-<id>`. */
function endsInNumber(text: string): ClosedAddress {
  const [, id] = /-(\d{9,20})$/.exec(text) ?? [];
  return id === undefined ? null : { account: id };
}

/** Dots and case do not matter in a vanity name: `anna.gardner` and `AnnaGardner` are one account. */
function account(text: string): ClosedAddress {
  const name = text.replaceAll('.', '').toLowerCase();
  if (reserved.has(text.toLowerCase()) || /\.php$/i.test(text)) return null;
  return endsInNumber(text) ?? (/^[\w-]{3,60}$/.test(name) ? { account: name } : null);
}

function group(text: string): ClosedAddress {
  const name = text.toLowerCase();
  const isGroup = /^[\w.-]+$/.test(name) && !['feed', 'discover', 'joins', 'create', 'notifications'].includes(name);
  return isGroup ? { page: `groups/${name}`, what: 'a group' } : null;
}
