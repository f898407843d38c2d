import { trimEnd } from '../../text/trim.ts';
import { closedNetwork, type ClosedAddress } from './closed-network.ts';

/** Phones and countries: `de.linkedin.com`, `touch.www.linkedin.com`. */
const hosts = /^(?:|m|touch|touch\.www|[a-z]{2})$/;

export const linkedin = closedNetwork({
  id: 'linkedin',
  title: 'LinkedIn',
  aliases: [
    'linkedin',
    'linked in',
    'li',
    'линкедин',
    'линкдин',
    'лінкедін',
    'λίνκεντιν',
    'linkedln',
    'линкед ин',
    'линктин',
    '領英',
    '领英',
    '링크드인',
    'リンクトイン',
    'لينكدإن',
    'לינקדאין',
  ],
  domains: ['linkedin.com', 'linkedin.cn', 'lnkd.in'],
  utmSource: 'linkedin.com',
  examples: [
    { input: 'https://de.linkedin.com/in/anna-gardner', profile: 'anna-gardner' },
    { input: 'https://www.linkedin.com/in/%D0%B0%D0%BD%D0%BD%D0%B0-%D1%81%D0%B0%D0%B4/', profile: 'анна-сад' },
    { input: 'https://uk.linkedin.com/pub/anna-gardner/a7/57/b50', profile: 'anna-gardner-b50057a7' },
    { input: 'https://www.linkedin.com/company/garden-letter', profile: null },
    { input: 'https://lnkd.in/eAbCdEf', profile: null },
  ],
  closed: {
    reason: "its API does not show anyone's follows, and its terms forbid automated reading of its pages",
    whatToDo:
      'import "Company Follows.csv" of the client\'s own export or their saved Interests page, or enter survey answers in follows.csv',
  },
  inAddress: ({ domain, sub, path }) => {
    if (domain === 'lnkd.in') return 'short link';
    return hosts.test(sub) ? inPath(path) : null;
  },
  byHand: [
    {
      list: 'interests',
      way: 'tabs',
      address: (name) => `https://www.linkedin.com/in/${encodeURIComponent(name)}/details/interests/`,
    },
  ],
  pageOf: (name) => `https://www.linkedin.com/${name.includes('/') ? '' : 'in/'}${name}`,
  exportsTitles: true,
  inHandle: (handle) => {
    const path = handle.split('/');
    return path.length > 1 ? inPath(path) : person(handle);
  },
});

function inPath([...path]: string[]): ClosedAddress {
  while (/^(?:mwlite|comm|profile)$/i.test(path[0] ?? '')) path.shift();
  const [kind = '', slug = '', ...rest] = path;
  switch (kind.toLowerCase()) {
    case 'in':
      return person(slug);
    case 'pub':
      return slug.toLowerCase() === 'dir' ? null : person(joined(slug, rest));
    case 'company':
    case 'school':
    case 'showcase':
      // One name space: an address with the wrong one of the three words leads to the right page.
      return slug === '' || slug === 'setup' ? null : page('company', slug, 'a company page');
    case 'groups':
      return page('groups', slug.slice(trimEnd(slug, /\d/).length), 'a group');
    case 'newsletters':
      return page('newsletters', slug, 'a newsletter');
    default:
      return null;
  }
}

/**
 * Until 2015 a profile without a name of its own was /pub/anna-gardner/a7/57/b50; LinkedIn leads that to
 * /in/anna-gardner-b50057a7 (npmjs.com/package/linkedin-canonical-url).
 */
function joined(slug: string, parts: string[]): string {
  const [first, second, third] = parts.filter((part) => /^[\da-z]{1,3}$/i.test(part));
  if (first === undefined || second === undefined || third === undefined) return slug;
  return `${slug}-${third.padStart(3, '0')}${second.padStart(3, '0')}${first}`;
}

/** Case matters only in the ids that LinkedIn's own tools write in place of a name: `ACoAAB…`. */
function person(slug: string): ClosedAddress {
  if (!/^[\p{L}\p{M}\p{N}\p{S}\p{P}]{3,100}$/u.test(slug) || /[@/]/.test(slug)) return null;
  return { account: /^AC[orw]AA[\w-]{20,}$/.test(slug) ? slug : slug.normalize('NFC').toLowerCase() };
}

function page(kind: string, slug: string, what: string): ClosedAddress {
  return slug === '' || /\s/.test(slug) ? null : { page: `${kind}/${slug.toLowerCase()}`, what };
}
