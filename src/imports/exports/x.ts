import { lookup } from '../../text/lookup.ts';
import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { fieldsOf, itemsOf, trimmedText } from './fields.ts';
import { addressAmong, brokenJson, type Entry, recognisedList } from './lists.ts';

const format = 'X archive: accounts followed';
const whatToDo = 'import following.js, which is in the "data" folder of the archive';

/** `data/following.js` of X's own archive: JavaScript that sets one list. Large lists have several such files. */
export const xExport: ImportFormat = {
  id: 'x-archive',
  recognise: (file, identify) => {
    if (/^\s*window\.__THAR_CONFIG\s*=/.test(file.text)) return notFollows('table of contents');
    return parts(file) && inParts(file, identify);
  },
};

interface Part {
  kind: string;
  json: string;
}

/** The lists that a file sets; null where it sets none. */
function parts({ text }: ImportFile): Part[] | null {
  if (!/^\s*window\.YTD\./.test(text)) return null;
  return text.split(/^[\t ]*window\.YTD\./m).flatMap((part) => {
    const [head, kind] = /^(\w+)\.part\d+\s*=/.exec(part) ?? [];
    return head === undefined || kind === undefined ? [] : [{ kind, json: part.slice(head.length) }];
  });
}

function inParts(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const found = parts(file) ?? [];
  const follows = found.filter(({ kind }) => kind === 'following');
  if (follows.length === 0) return notFollows(lookup(siblings, found[0]?.kind ?? '') ?? 'another part');
  const entries: (Entry | null)[] = [];
  for (const { json } of follows) {
    const list = listIn(json);
    if (list === null) return brokenJson(json, format);
    for (const item of list) entries.push(account(item, identify));
  }
  const again = 'ask X for the archive again, or ask the client which accounts they follow';
  return recognisedList({ format, network: 'x', entries, skipped: [], whatToDo: again }, identify);
}

function listIn(json: string): unknown[] | null {
  try {
    return itemsOf(JSON.parse(json.replace(/;\s*$/, '')));
  } catch {
    return null;
  }
}

/** The id is all that the archive tells of an account; the page of an id leads to the account. */
function account(item: unknown, identify: IdentifyResource): Entry | null {
  const { accountId, userLink } = fieldsOf(fieldsOf(item)['following']);
  const id = trimmedText(accountId);
  const candidates = [/^\d+$/.test(id) ? `https://x.com/i/user/${id}` : '', trimmedText(userLink)];
  const address = addressAmong(candidates, 'x', identify);
  return address === null ? null : { address, title: null };
}

const siblings: Partial<Record<string, string>> = {
  follower: 'followers',
  tweet: 'posts',
  tweets: 'posts',
  like: 'posts liked',
  account: 'the account',
  profile: 'the profile',
  manifest: 'table of contents',
  block: 'accounts blocked',
  mute: 'accounts muted',
  direct_messages: 'messages',
};

const notFollows = (part: string): RecognisedFile => ({
  format: `X archive: ${part}`,
  reason: 'this part of the archive does not show what the client follows',
  whatToDo,
});
