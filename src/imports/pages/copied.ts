import { subscribersIn } from '../../text/counts.ts';
import type { IdentifyResource, ParsedFollow, RecognisedFile, ToldOwner } from '../../types/import.ts';
import type { ImportFile, ImportFormat } from '../import-format.ts';
import { saysFollowing, saysSuggested } from './words.ts';

/**
 * Text that a person copied from a page of follows: everything selected, copied, pasted. It has no links: pages are named
 * by what stands in their rows, and the owner by the address in the first line, or by a line above the list.
 */
export const copiedText: ImportFormat = { id: 'copied-text', recognise };

/** Networks by what the feet and heads of their pages say, in every language. */
const marks: readonly [network: string, mark: RegExp][] = [
  ['instagram', /^(?:© \d{4} )?instagram(?: from meta)?$/i],
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
  const { follows, from, unclear } = place.network === 'instagram' ? handlesIn(lines) : countedRowsIn(lines);
  const format = `text copied from ${titles.get(place.network)}`;
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

const titles = new Map([
  ['instagram', 'Instagram'],
  ['linkedin', 'LinkedIn'],
  ['facebook', 'Facebook'],
  ['vk', 'VK'],
]);

/** Which page it is: by an address in its first line, else by the only network that it names. */
function placeIn([first = '', ...rest]: string[], identify: IdentifyResource): Place | null {
  if (/^https?:\/\/\S+$/i.test(first) && URL.canParse(first)) {
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

/** Instagram's dialog: a handle, often a name, and a button that says that the account is followed. */
function handlesIn(lines: string[]): Rows {
  const rows: Rows = { follows: [], from: lines.length, unclear: 0 };
  const seen = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (rows.follows.length > 0 && saysSuggested(line)) break;
    const steps = lines[at + 1] === line ? [2, 3] : [1, 2];
    const button = steps.find((step) => isButton(lines[at + step] ?? ''));
    const between = lines.slice(at + 1, at + (button ?? 0));
    if (button === undefined || !isHandle(line) || between.some((each) => isHandle(each) && each !== line)) continue;
    if (!seen.has(line)) rows.follows.push({ address: line });
    seen.add(line);
    rows.from = Math.min(rows.from, at);
  }
  return rows;
}

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
