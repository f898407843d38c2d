import type { NotIdentified, ProfileName, ResourceName } from '../../types/input.ts';
import { stripInvisible } from '../../text/normalise.ts';
import { parseHosted } from '../kit/address.ts';

export const networkId = 'x';
export const apiHost = 'api.x.com';
const sites = ['x.com', 'twitter.com'].flatMap((site) => [site, `m.${site}`, `mobile.${site}`]);
export const xHosts = [...sites, 't.co'];

/** First parts of paths that are pages of X itself. */
const reserved = new Set(
  (
    'home explore search i hashtag intent share settings messages notifications ' +
    'login logout signup tos privacy compose account download oauth who_to_follow'
  ).split(' '),
);

const noProfile: NotIdentified = { reason: 'this X address names no profile' };
const noAuthor: NotIdentified = {
  reason: 'this address of a post does not say who wrote it: open it and copy the address it leads to',
};
const shortLink: NotIdentified = {
  reason: 'this short link names no profile: open it and copy the address it leads to',
};
const list: NotIdentified = { reason: 'this is a list, not a profile' };
const community: NotIdentified = { reason: 'this is a community, not a profile' };
const noUserName = (word: string): NotIdentified => ({
  reason: `"${word}" is not a user name on X: those have at most 15 Latin letters, digits and underscores`,
});

/** An account as an address names it. */
interface Written {
  /** Lower-case user name; or the id, with `id:` before it where it is short enough for a user name. */
  name: string;
  id: string | null;
  url: string;
}

export const parseProfile = (input: string): ProfileName | NotIdentified | null =>
  profileName(written(stripInvisible(input)));

export function parseResource(input: string): ResourceName | NotIdentified | null {
  const account = written(stripInvisible(input));
  return account && 'name' in account ? { network: networkId, host: apiHost, ...account } : account;
}

/** What is written in a column that is headed X. A number too long for a user name is an id. */
export function parseHandle(input: string): ProfileName | NotIdentified | null {
  const text = stripInvisible(input);
  const word = text.replace(/^@/, '');
  if (isLongId(word)) return profileName(byId(word));
  if (isUserName(word)) return profileName(byName(word));
  const name = profileName(written(text));
  if (name) return name;
  return word === '' || /[./:@]/.test(word) ? null : noUserName(word);
}

/** What a name holds, as `Written` spells it; X looks the two up in different ways. */
export function readName(name: string): { id: string } | { userName: string } {
  const id = name.replace(/^id:/, '');
  return id !== name || isLongId(id) ? { id } : { userName: name };
}

export const nameOfId = (id: string): string => (isLongId(id) ? id : `id:${id}`);

/** Too long for a user name. */
const isLongId = (text: string): boolean => /^\d{16,19}$/.test(text);

/** Syntax: https://docs.x.com, `UserId` of the published description. Over 2^53, so never a number. */
export const isId = (text: string): boolean => /^\d{1,19}$/.test(text);

/** Syntax: the published description, `usernames` of /2/users/by. */
export const isUserName = (text: string): boolean => /^\w{1,15}$/.test(text);

/** The page of an account; `name` as in `Written`, in any case. */
export function profileUrl(name: string): string {
  const who = readName(name);
  return 'id' in who ? `https://x.com/i/user/${who.id}` : `https://x.com/${who.userName}`;
}

function profileName(account: Written | NotIdentified | null): ProfileName | NotIdentified | null {
  return account && 'name' in account ? { network: networkId, name: account.name, host: apiHost } : account;
}

function written(text: string): Written | NotIdentified | null {
  const address = parseHosted(text);
  if (!address) return null;
  const { site, host, path, query } = address;
  if (site === 't.co') return shortLink;
  if (!sites.includes(site)) return null;

  const [first = '', second = '', third = ''] = path;
  switch (first.toLowerCase()) {
    case 'i':
      return internal(second.toLowerCase(), third);
    case 'intent':
      return intent(second.toLowerCase(), query);
    default:
      if (second.toLowerCase() === 'lists' && third !== '') return list;
      return byName(first.replace(/^@/, ''), host);
  }
}

function internal(page: string, key: string): Written | NotIdentified {
  if (page === 'user' && isId(key)) return byId(key);
  if (page === 'lists') return list;
  if (page === 'communities') return community;
  return page === 'web' || page === 'status' ? noAuthor : noProfile;
}

function intent(action: string, parameters: URLSearchParams): Written | NotIdentified {
  if (action !== 'user' && action !== 'follow') return noProfile;
  const id = parameters.get('user_id') ?? '';
  const name = stripInvisible(parameters.get('screen_name') ?? '').replace(/^@/, '');
  return isId(id) ? byId(id) : byName(name);
}

function byId(id: string): Written {
  const name = nameOfId(id);
  return { name, id, url: profileUrl(name) };
}

/** @param site the host as it was written: reports show an imported address as its writer knows it */
function byName(word: string, site = 'x.com'): Written | NotIdentified {
  const name = word.toLowerCase();
  if (word === '' || reserved.has(name)) return noProfile;
  return isUserName(word) ? { name, id: null, url: `https://${site}/${word}` } : noUserName(word);
}
