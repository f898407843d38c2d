import { lookup } from '../../text/lookup.ts';
import type { ToldOwner } from '../../types/import.ts';
import { type Fields, fieldsOf, isFields, itemsOf, trimmedText } from '../exports/fields.ts';
import { repairMojibake } from '../exports/mojibake.ts';
import { type ImportFile, allRows } from '../import-format.ts';

/** What a file of an export says of whose the export is; null where it says nothing. As of the exports of 2018 to 2026. */
export function ownerToldBy(file: ImportFile): ToldOwner | null {
  for (const read of [inXAccount, inReddit, inLinkedin]) {
    const owner = read(file);
    if (owner) return owner;
  }
  const json = file.json();
  if (!isFields(json)) return null;
  for (const read of [inMeta, inInstagram, inTiktok, inTelegram, inFediverse, inTakeout, inSpotify]) {
    const owner = read(json);
    if (owner) return owner;
  }
  return null;
}

const ownerOf = (profiles: (string | null)[], names: unknown[]): ToldOwner | null => {
  const told = {
    profiles: profiles.filter((each) => each !== null),
    names: names
      .map((name) => repairMojibake(trimmedText(name)))
      .filter((name) => name !== '' && name.length <= longest),
  };
  return told.profiles.length + told.names.length > 0 ? told : null;
};

/** Longer texts are no names. */
const longest = 120;

const at = (before: string, handle: unknown): string | null =>
  /^@?[\w.-]{1,60}$/.test(trimmedText(handle)) ? `${before}${trimmedText(handle).replace(/^@/, '')}` : null;

/** `account.js` of X. */
function inXAccount({ text }: ImportFile): ToldOwner | null {
  const [head] = /^\s*window\.YTD\.account\.part0\s*=/.exec(text.slice(0, 200)) ?? [];
  if (head === undefined) return null;
  const { username, accountDisplayName, email } = fieldsOf(
    fieldsOf(itemsOf(parsed(text.slice(head.length)))[0])['account'],
  );
  return ownerOf([at('https://x.com/', username)], [accountDisplayName, email]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `statistics.csv` of Reddit. */
function inReddit({ table }: ImportFile): ToldOwner | null {
  if (table?.headings.join() !== 'statistic,value') return null;
  const name = table.rows.find(({ cells: [key] }) => key?.toLowerCase() === 'account name')?.cells[1];
  return ownerOf([at('https://www.reddit.com/user/', name)], []);
}

/** `Profile.csv` of LinkedIn, whose first two columns are the names whatever they are called. */
function inLinkedin({ name, table }: ImportFile): ToldOwner | null {
  const [headings = [], cells = [], ...more] = allRows(table);
  if (!/^profile\.csv$/i.test(name) || headings.length < fewestColumns || more.length > 0) return null;
  const [first = '', last = ''] = cells.map((cell) => cell.trim());
  return first === '' || last === '' ? null : ownerOf([], [`${first} ${last}`, `${last} ${first}`]);
}

const fewestColumns = 6;

/** `profile_information.json` of Facebook. */
function inMeta(json: Fields): ToldOwner | null {
  const profile = fieldsOf(json['profile_v2'] ?? json['profile']);
  const { name, username, profile_uri: address, emails } = profile;
  const uri = trimmedText(address).startsWith('https://www.facebook.com/') ? trimmedText(address) : null;
  const called = isFields(name) ? name['full_name'] : name;
  return ownerOf([uri, at('https://www.facebook.com/', username)], [called, ...itemsOf(fieldsOf(emails)['emails'])]);
}

/** `personal_information.json` of Instagram, whose labels are in the owner's language. */
function inInstagram(json: Fields): ToldOwner | null {
  const values = itemsOf(json['profile_user']).flatMap((each) =>
    Object.values(fieldsOf(fieldsOf(each)['string_map_data'])).map((entry) => trimmedText(fieldsOf(entry)['value'])),
  );
  const shown = values.slice(0, mostValues);
  return ownerOf(
    shown.map((value) => at('https://www.instagram.com/', value)),
    shown,
  );
}

/** Username, name, e-mail address and the like come first. */
const mostValues = 12;

/** `user_data.json` of TikTok, which renames its sections. */
function inTiktok(json: Fields): ToldOwner | null {
  for (const section of Object.values(json)) {
    for (const part of Object.values(fieldsOf(section))) {
      const { userName, displayName, emailAddress } = fieldsOf(fieldsOf(part)['ProfileMap']);
      if (trimmedText(userName) !== '')
        return ownerOf([at('https://www.tiktok.com/@', userName)], [displayName, emailAddress]);
    }
  }
  return null;
}

/** `result.json` of Telegram. */
function inTelegram(json: Fields): ToldOwner | null {
  const { first_name: first, last_name: last, username } = fieldsOf(json['personal_information']);
  const parts = [trimmedText(first), trimmedText(last)].filter(Boolean);
  return ownerOf([at('https://t.me/', username)], parts.length > 1 ? [parts.join(' ')] : []);
}

/** `actor.json` of Mastodon and its kin. */
function inFediverse(json: Fields): ToldOwner | null {
  if (trimmedText(json['preferredUsername']) === '' || json['outbox'] === undefined) return null;
  const addresses = [json['url'], json['id']].map(trimmedText).filter((each) => /^https:\/\/[^/\s]+\/\S+$/.test(each));
  return ownerOf(addresses, []);
}

/** `Profile.json` of Google. */
function inTakeout(json: Fields): ToldOwner | null {
  const name = fieldsOf(json['name'])['formattedName'];
  if (name === undefined) return null;
  return ownerOf([], [name, ...itemsOf(json['emails']).map((email) => fieldsOf(email)['value'])]);
}

/** `Identity.json` and `Userdata.json` of Spotify. */
function inSpotify(json: Fields): ToldOwner | null {
  const isOwn = lookup(json, 'displayName') !== undefined && lookup(json, 'tasteMaker') !== undefined;
  const isUser = lookup(json, 'createdFromFacebook') !== undefined || lookup(json, 'creationTime') !== undefined;
  return isOwn ? ownerOf([], [json['displayName']]) : isUser ? ownerOf([], [json['email']]) : null;
}
