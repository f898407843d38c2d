import { countIn, subscribersIn } from '../../text/counts.ts';
import { canParseUrl } from '../../text/web-address.ts';
import type { IdentifyResource, ParsedFollow, RecognisedFile, ToldOwner } from '../../types/import.ts';
import type { ImportFile, ImportFormat } from '../import-format.ts';
import { saysFollowing, saysPageKind, saysSuggested } from './words.ts';

/**
 * Text that a person copied from a page of follows: everything selected, copied, pasted. It has no links: pages are named
 * by what stands in their rows, and the owner by the address in the first line, or by a line above the list.
 */
export const copiedText: ImportFormat = { id: 'copied-text', recognise };

/** Networks by what the feet and heads of their pages say, in every language. */
const marks: readonly [network: string, mark: RegExp][] = [
  ['instagram', /^(?:© \d{4} )?instagram(?: from meta)?$/i],
  ['tiktok', /^(?:© \d{4} )?tiktok$/i],
  ['linkedin', /^linkedin corporation ©|^linkedin$/i],
  ['facebook', /^facebook$|^meta © \d{4}/i],
  ['vk', /^(?:vk|вконтакте|vkontakte)(?: ©.*)?$/i],
];

/** Lists by the ends of the addresses that lead to them. */
const lists: readonly [network: string, list: string, end: RegExp][] = [
  ['facebook', 'likes', /^\/[^/]+\/likes|[?&]sk=likes/],
  ['facebook', 'following', /^\/[^/]+\/following|[?&]sk=following/],
  ['facebook', 'groups', /^\/[^/]+\/groups|[?&]sk=groups/],
  ['instagram', 'following', /^\/[^/]+\/following/],
  ['linkedin', 'interests', /^\/in\/[^/]+\/details\/interests/],
  ['tiktok', 'following', /^\/@[^/]+\/?(?:following)?$/],
  ['vk', 'groups', /^\/groups\?/],
];

/** Lines that a page of follows can have: a hundred thousand follows. */
const mostLines = 500_000;

/** Rows that make a list. */
const fewest = 2;

/** Lines above the list that may name the owner. */
const mostAbove = 200;

const whatToDo =
  'write the address of the page above the text, or save the page itself (Ctrl+S), which keeps addresses and numbers';

interface Place {
  network: string;
  list: string | null;
  owner: ToldOwner | null;
}

function recognise(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  if (file.page() !== null || file.json() !== undefined || !file.text.includes('\n')) return null;
  const lines = file.text.split(/\r?\n/, mostLines).flatMap((line) => line.trim().replaceAll(/\s+/g, ' ') || []);
  const place = placeIn(lines, identify);
  if (place === null) return null;
  const { follows, from, unclear } = rowsIn(lines, place);
  const format = `text copied from ${titles.get(place.network)}`;
  if (place.network === 'tiktok' && follows.length > 0 && !isFollowingOf(lines.slice(0, from), follows.length)) {
    return { format, reason: notFollowing, whatToDo: openFollowing, ...(place.owner && { owner: place.owner }) };
  }
  if (follows.length < fewest) {
    // Without an address above it, any text may name a network.
    if (place.owner === null) return null;
    return { format, reason: 'no rows of a list can be told apart in it', whatToDo, owner: place.owner };
  }
  const named = follows.map((follow): ParsedFollow => ({
    customer: null,
    network: place.network,
    address: null,
    title: null,
    subscribers: null,
    ...follow,
  }));
  return {
    format,
    follows: named,
    skipped: unclear > 0 ? [`rows whose name is not clear: ${unclear}; the saved page would tell`] : [],
    owner: place.owner ?? ownerAbove(lines.slice(0, Math.min(from, mostAbove)), place.network),
  };
}

/** The dialog of TikTok has a tab each for those followed and for followers, and does not say which is open. */
export const notFollowing = 'it may be the list of followers: so many rows do not fit the number of accounts followed';
export const openFollowing =
  'open the profile, click the number of accounts it follows, and scroll the list to its end first';

function rowsIn(lines: string[], { network, list, owner }: Place): Rows {
  if (network === 'instagram') return handlesIn(lines, owner !== null);
  if (network === 'tiktok') return namesOverHandlesIn(lines);
  const counted = countedRowsIn(lines);
  const isOfPages = network === 'facebook' && (list === 'likes' || list === 'following');
  return counted.follows.length < fewest && isOfPages ? pagesOverKindsIn(lines) : counted;
}

const titles = new Map([
  ['instagram', 'Instagram'],
  ['tiktok', 'TikTok'],
  ['linkedin', 'LinkedIn'],
  ['facebook', 'Facebook'],
  ['vk', 'VK'],
]);

/** Which page it is: by an address in its first line, else by the only network that it names. */
function placeIn([first = '', ...rest]: string[], identify: IdentifyResource): Place | null {
  if (/^https?:\/\/\S+$/i.test(first) && canParseUrl(first)) {
    const url = new URL(first);
    const found = identify(ownerAddress(url));
    if (found === null || 'reason' in found) return null;
    const known = lists.find(([network, , end]) => network === found.network && end.test(url.pathname + url.search));
    const list = known ? { list: known[1] } : {};
    return known
      ? { network: found.network, list: known[1], owner: { profiles: [ownerAddress(url)], names: [], ...list } }
      : null;
  }
  const named = marks.filter(([, mark]) => [first, ...rest].some((line) => mark.test(line)));
  const [only, ...more] = named;
  return only && more.length === 0 ? { network: only[0], list: null, owner: null } : null;
}

/** The profile whose list an address shows. */
function ownerAddress(url: URL): string {
  const id = url.searchParams.get('id');
  if (url.pathname === '/groups' && id !== null && /^\d+$/.test(id)) return `${url.origin}/id${id}`;
  if (url.pathname === '/profile.php') return `${url.origin}${url.pathname}?id=${id ?? ''}`;
  const parts = url.pathname.split('/').filter(Boolean);
  return `${url.origin}/${parts.slice(0, parts[0] === 'in' ? 2 : 1).join('/')}`;
}

/** What may be the owner's name, or handle, among the lines above the list. */
const ownerAbove = (above: string[], network: string): ToldOwner => ({
  profiles:
    network === 'instagram'
      ? above.filter((line) => isHandle(line)).map((handle) => `https://www.instagram.com/${handle}`)
      : [],
  names: above.filter((line) => line.length <= 80),
});

interface Rows {
  follows: Partial<ParsedFollow>[];
  /** The line with which the list begins. */
  from: number;
  unclear: number;
}

const isHandle = (line: string): boolean => /^(?=.*[a-z])[a-z0-9._]{2,30}$/.test(line);

/**
 * Instagram's dialog: a handle, often a name, and a button that says that the account is followed. Whoever looks at the list
 * of somebody else sees "Follow" there, as in other lists, so this counts only below the address of the list.
 */
function handlesIn(lines: string[], hasAddress: boolean): Rows {
  const rows: Rows = { follows: [], from: lines.length, unclear: 0 };
  const seen = new Set<string>();
  const buttons = hasAddress ? repeatedIn(lines, 3) : new Set<string>();
  const isEnd = (line: string): boolean => isButton(line) || (buttons.has(line) && !isHandle(line) && !isNumber(line));
  for (const [at, line] of lines.entries()) {
    if (rows.follows.length > 0 && saysSuggested(line)) break;
    const steps = lines[at + 1] === line ? [2, 3] : [1, 2];
    const button = steps.find((step) => isEnd(lines[at + step] ?? ''));
    const between = lines.slice(at + 1, at + (button ?? 0));
    if (button === undefined || !isHandle(line) || between.some((each) => isHandle(each) && each !== line)) continue;
    if (!seen.has(line)) rows.follows.push({ address: line });
    seen.add(line);
    rows.from = Math.min(rows.from, at);
  }
  return rows;
}

/** TikTok's dialog: a name, the handle below it, and a button. */
function namesOverHandlesIn(lines: string[]): Rows {
  const rows: Rows = { follows: [], from: lines.length, unclear: 0 };
  const seen = new Set<string>();
  const buttons = repeatedIn(lines, 3);
  for (const [at, line] of lines.entries()) {
    if (rows.follows.length > 0 && saysSuggested(line)) break;
    const isTab = isNumber(lines[at - 1]) || isNumber(lines[at + 1]);
    if (isHandle(line) || isTab || !(isButton(line) || buttons.has(line))) continue;
    const handle = [at - 1, at - 2].find((above) => isHandle(lines[above] ?? ''));
    const found = handle === undefined ? undefined : lines[handle];
    if (handle === undefined || found === undefined || lines.slice(handle + 1, at).some(isButton)) continue;
    if (!seen.has(found)) rows.follows.push({ address: found });
    seen.add(found);
    rows.from = Math.min(rows.from, handle - 1);
  }
  return rows;
}

/** Whether so many rows are the list behind the number that stands beside "Following", and behind no other one. */
export function isFollowingOf(above: readonly string[], rows: number): boolean {
  const isBefore = above.some((line, at) => saysFollowing(line) && isNumber(above[at - 1]));
  const tabs = above.flatMap((line, at) => {
    if (isNumber(line)) return [];
    const beside = above[isBefore ? at - 1 : at + 1];
    const count = countIn(line) ?? (isNumber(beside) ? countIn(beside) : null);
    const isAbout = count !== null && rows <= count && rows >= count - Math.max(1, count * mostMissing);
    return count === null ? [] : [{ isFollowing: saysFollowing(line), isAbout }];
  });
  return tabs.some((tab) => tab.isFollowing && tab.isAbout) && !tabs.some((tab) => !tab.isFollowing && tab.isAbout);
}

/** A number by itself. */
const isNumber = (line: string | undefined): line is string =>
  line !== undefined && /^\d[\d.,\s]*\p{L}{0,4}\.?$/u.test(line);

/** Accounts that are gone or hidden are in the number, and not among the rows. */
const mostMissing = 0.1;

/** Lines that stand there so often. */
function repeatedIn(lines: readonly string[], often: number): Set<string> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return new Set([...counts].flatMap(([line, count]) => (count >= often ? [line] : [])));
}

/** Pages of Facebook without numbers: a name, and below it what kind of page it is. */
function pagesOverKindsIn(all: string[]): Rows {
  const end = all.findIndex(saysSuggested);
  const lines = (end === -1 ? all : all.slice(0, end)).filter((line) => !isButton(line));
  const repeated = repeatedIn(lines, 2);
  const isKind = (line: string | undefined): boolean =>
    line !== undefined && !/\d/.test(line) && (repeated.has(line) || saysPageKind(line));
  let best: Rows = { follows: [], from: all.length, unclear: 0 };
  for (let start = 0; start + 1 < lines.length; start += 1) {
    if (start < best.from && best.follows.length > 0) continue;
    const run: Rows = { follows: [], from: start, unclear: 0 };
    let missed = 0;
    for (let at = start; at + 1 < lines.length; at += 2) {
      const [title = '', kind] = lines.slice(at, at + 2);
      missed = isKind(kind) ? 0 : missed + 1;
      if (repeated.has(title) || missed > 1 || (missed > 0 && run.follows.length === 0)) break;
      run.follows.push({ title });
    }
    if (missed > 0) run.follows.splice(run.follows.length - 1);
    if (run.follows.length > best.follows.length) best = run;
    start += 2 * Math.max(0, run.follows.length - 1);
  }
  return best.follows.length >= fewestUncounted ? best : { ...best, follows: [] };
}

/** Rows without numbers that make a list. */
const fewestUncounted = 3;

/** A word by itself, without a number: the heading of a list has one. */
const isButton = (line: string): boolean => saysFollowing(line) && !/\d/.test(line);

/** Rows that end in a number of followers or members, under the one line that is their name. */
function countedRowsIn(lines: string[]): Rows {
  let best: Rows = { follows: [], from: lines.length, unclear: 0 };
  let run: Rows = { follows: [], from: 0, unclear: 0 };
  let since: string[] = [];
  const buttons = buttonsIn(lines);
  const end = (): void => {
    if (run.follows.length > best.follows.length) best = run;
    run = { follows: [], from: 0, unclear: 0 };
  };
  for (const [at, line] of lines.entries()) {
    if (saysSuggested(line) || isOwnCount(line)) {
      end();
      since = [];
      if (best.follows.length >= fewest) break;
      continue;
    }
    const subscribers = subscribersIn(line);
    if (subscribers === null) {
      if (!isButton(line) && !buttons.has(line)) since.push(line);
      if (since.length > longestRow) end();
      continue;
    }
    const names = [...new Set(since.slice(-longestRow))];
    const isFirst = run.follows.length === 0 && run.unclear === 0;
    // What stands above the first row is no part of it.
    const [title] = isFirst ? names.slice(-1) : names;
    if (title !== undefined && (isFirst || names.length === 1)) {
      if (isFirst) run.from = at - 1;
      run.follows.push({ title, subscribers });
    } else run.unclear += 1;
    since = [];
  }
  end();
  return best;
}

/** What stands behind the numbers of several rows, in whatever language. */
function buttonsIn(lines: string[]): Set<string> {
  const behind = lines.filter((_, at) => at > 0 && subscribersIn(lines[at - 1] ?? '') !== null);
  const once = new Set<string>();
  return new Set(behind.filter((line) => once.has(line) || !once.add(line)));
}

/** `1.2K followers · 310 following`: a person's own numbers, and no row. */
const isOwnCount = (line: string): boolean =>
  line.split(/[·•|]/).some((part) => /\d/.test(part) && saysFollowing(part.trim()));

const longestRow = 4;
