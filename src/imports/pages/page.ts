import type { CheerioAPI } from 'cheerio';
import { countIn, subscribersIn } from '../../text/counts.ts';
import { decodeSegment } from '../../text/normalise.ts';
import type { ImportFile } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile, ParsedFollow } from '../../types/import.ts';
import { type PageItem, type PageList, isPlace, listsIn, placeLines, titleOf } from './lists.ts';
import { type SavedFrom, resolveHref, savedFrom } from './source.ts';
import { type Element, around, below, isUnseen, linesOf, linksIn, roleOf } from './tree.ts';
import { saysFollowing, saysSuggested } from './words.ts';

/** A page that a person saved by hand, of one network. */
export interface SavedPage {
  $: CheerioAPI;
  source: SavedFrom;
  /** The address of a link on it. */
  addressOf: (link: Element) => URL | null;
}

/** What a reader of one kind of page knows of it. */
export interface PageReading {
  /** What a person would call the page. */
  format: string;
  network: string;
  /** The part of the page that holds the list. */
  region: Element;
  /** Whether an address can be that of an account or a page followed, and of nothing below it. */
  isAccount: (url: URL) => boolean;
  /** Whose page it is; its own links are no follows. */
  owner: URL | null;
  /** Whose list it is, where nothing else on the page leads to them. */
  whose?: URL;
  /** Which of the owner's lists it is, as the network's pages `byHand` call it. */
  list: string;
  /** Elements within the region that hold no list of follows. */
  skips: (element: Element) => boolean;
  /** Which of the lists found are the follows. Lists of suggestions are gone already. */
  choose: (lists: PageList[]) => PageList[];
  /** Whether a link leads to this very list, so that a number in it is the length of the list. */
  isThisList: (url: URL) => boolean;
  /** Whether a link leads to what is suggested to be followed. */
  isSuggestion?: (url: URL) => boolean;
  /** Whether a link shows that the profile itself is there; those to its own address and below it do where nothing is said. */
  isOwners?: (url: URL) => boolean;
  /** The number of subscribers in the text of an item. */
  count?: (text: string) => number | null;
  /** What to import where the list is empty. */
  whatToDo: string;
}

/** The page, where it was saved from a site that this tells; null where it is another one's or none. */
export function savedPage(file: ImportFile, isSite: (host: string) => boolean): SavedPage | null {
  const $ = file.page();
  if (!$) return null;
  const source = savedFrom(file.text, $);
  if (!source || !isSite(source.url.hostname)) return null;
  return { $, source, addressOf: (link) => resolveHref(link.attribs['href'], source.url) };
}

/** The follows in the lists of a page. */
export function readPage(page: SavedPage, reading: PageReading, identify: IdentifyResource): RecognisedFile {
  const { format, network, region, list: shown } = reading;
  const whose = reading.whose ?? reading.owner;
  const owned = whose && { owner: { profiles: [plain(whose)], names: [], list: shown } };
  const nameOf = (url: URL): string | null => {
    const resource = identify(plain(url));
    return resource && !('reason' in resource) && resource.network === network ? (resource.id ?? resource.name) : null;
  };
  const owner = reading.owner && nameOf(reading.owner);
  const addresses = new Map<string, string>();
  const keyOf = (link: Element): string | null => {
    const url = page.addressOf(link);
    const key = url && reading.isAccount(url) ? nameOf(url) : null;
    if (url === null || key === null || key === owner) return null;
    if (!addresses.has(key)) addresses.set(key, plain(url));
    return key;
  };
  const lists = listsIn(region, keyOf, reading.skips).filter(({ items }) =>
    items.some((item) => titleOf(item) !== null),
  );
  const suggested = (list: PageList): boolean => isSuggested(list, page, reading);
  const chosen = reading.choose(lists.filter((list) => !suggested(list)));
  const follows = new Map<string, ParsedFollow>();
  for (const list of chosen) {
    for (const item of list.items) {
      const title = titleOf(item);
      const address = addresses.get(item.key);
      if (title === null || address === undefined || follows.has(item.key) || isSuggestedAlone(item, title)) continue;
      const lines = placeLines(item, list.items.length === 1).filter((line) => line !== title);
      const subscribers = (reading.count ?? subscribersIn)(lines.join('\n'));
      follows.set(item.key, { customer: null, address, network: null, title, subscribers });
    }
  }
  if (follows.size === 0) return { format, reason: whyEmpty(page, reading), whatToDo: reading.whatToDo, ...owned };
  const elsewhere = new Set(
    lists.flatMap(({ items }) => items.map(({ key }) => key)).filter((key) => !follows.has(key)),
  ).size;
  const stated = statedLength(page, reading, chosen);
  return {
    format,
    follows: [...follows.values()],
    skipped: [
      ...(stated !== null && stated > follows.size
        ? [`the page shows ${follows.size} of ${stated}: scroll to the end before saving`]
        : []),
      ...(elsewhere > 0 ? [`${elsewhere} ${elsewhere === 1 ? 'account' : 'accounts'} elsewhere on the page`] : []),
    ],
    ...owned,
  };
}

/** A page that is not shown to a visitor has no link to the profile either, in whatever language it says so. */
function whyEmpty({ $, addressOf: address }: SavedPage, { owner, isOwners }: PageReading): string {
  const isOwn = (url: URL | null): boolean =>
    owner !== null &&
    url?.hostname === owner.hostname &&
    `${url.pathname}/`.toLowerCase().startsWith(`${owner.pathname}/`.toLowerCase()) &&
    (!owner.search || url.search.includes(owner.search.slice(1)));
  const showsOwner =
    owner === null ||
    $('a[href]')
      .toArray()
      .some((link) => isOwn(address(link)) || isMatch(address(link), isOwners));
  return showsOwner
    ? 'the list is hidden, empty or was not loaded when the page was saved'
    : 'it does not show the profile, which is gone or hidden from the person who saved the page';
}

/** An address without what tells how a visitor came. */
function plain(url: URL): string {
  const id = url.pathname === '/profile.php' ? url.searchParams.get('id') : null;
  return `${url.origin}${url.pathname}${id === null ? '' : `?id=${id}`}`;
}

/** What stands nearest above a list says what it is: where it leads, in any language, or its words. */
function isSuggested({ heading, items }: PageList, page: SavedPage, reading: PageReading): boolean {
  const [only, ...more] = items;
  if (only && more.length === 0 && isSuggestedAlone(only, titleOf(only) ?? '')) return true;
  const within = only && more.length === 0 ? [only.element] : [];
  for (const element of [...heading, ...within].toReversed()) {
    const addresses = [element, ...linksIn(element)].map((link) => page.addressOf(link));
    if (addresses.some((url) => isMatch(url, reading.isThisList))) return false;
    if (addresses.some((url) => isMatch(url, reading.isSuggestion))) return true;
    if (!within.includes(element) && linesOf(element).some(saysSuggested)) return true;
  }
  return false;
}

/** A section with one account in it looks like a place of a list that has a heading of its own. */
function isSuggestedAlone({ element }: PageItem, title: string): boolean {
  const [first = ''] = linesOf(element);
  return first !== title && saysSuggested(first);
}

const isMatch = (url: URL | null, test: ((url: URL) => boolean) | undefined): boolean =>
  url !== null && (test?.(url) ?? false);

/** How long the page says that its list is: in a link to the list, or in a heading above it. */
function statedLength(page: SavedPage, { isThisList }: PageReading, lists: PageList[]): number | null {
  const { $ } = page;
  const inItems = new Set(lists.flatMap(({ items }) => items.map(({ element }) => element)));
  const isOutside = (element: Element): boolean => ![...around(element)].some((each) => inItems.has(each));
  const links = $('a[href]')
    .toArray()
    .filter((link) => isMatch(page.addressOf(link), isThisList) && isOutside(link));
  const headings = lists.flatMap(({ heading }) => heading.slice(-1));
  const counts = [...links, ...headings].map((element) => countIn(linesOf(element).join('\n')));
  return counts.find((count) => count !== null) ?? null;
}

// ------------------------------------------------------------------ where lists stand

const chromeRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'tablist',
]);
const chromeTags = new Set(['nav', 'header', 'footer', 'aside']);

/** Navigation, footers, side columns. */
export const isChrome = (element: Element): boolean => {
  const role = roleOf(element);
  return role === '' ? chromeTags.has(element.name) : chromeRoles.has(role);
};

export const isPost = (element: Element): boolean =>
  element.name === 'article' || ['article', 'feed'].includes(roleOf(element));

/** A link that only those see who listen, or nobody. */
export const isMuted = (element: Element): boolean => element.name === 'a' && element.attribs['aria-hidden'] === 'true';

/** The dialog on top. */
export const dialogOf = ($: CheerioAPI): Element | null =>
  $('[role="dialog"], dialog[open]')
    .toArray()
    .findLast((dialog) => !isUnseen(dialog) && linksIn(dialog).length > 0) ?? null;

/** Whether a dialog's headings say that it lists what somebody follows. */
export function isHeadedFollowing(dialog: Element): boolean {
  const headings = below(dialog, (each) => /^h[123]$/.test(each.name) || each.attribs['role'] === 'heading');
  return [dialog.attribs['aria-label'] ?? '', ...headings.flatMap((heading) => linesOf(heading))].some(saysFollowing);
}

/** The main part, else the whole page. */
export const mainOf = ($: CheerioAPI): Element | null =>
  $('[role="main"], main').toArray()[0] ?? $('body').toArray()[0] ?? null;

/** Lists that are longer than one, and places that say of themselves that they are of a list. */
export const sureLists = (lists: PageList[]): PageList[] => {
  const sure = lists.filter(({ items }) => items.length > 1 || items.some(isPlaced));
  return sure.length > 0 || lists.length > 1 ? sure : lists;
};

const isPlaced = ({ links }: PageItem): boolean =>
  links.some(({ element }) => isPlace(element) || [...around(element)].some(isPlace));

// ------------------------------------------------------------------ pages that are none

/** What was read, unless the page asks for a password and its one link is a list of none. */
export const unlessLogin = (page: SavedPage, found: RecognisedFile, login: RecognisedFile): RecognisedFile =>
  isLogin(page) && ('whatToDo' in found || found.follows.length === 1) ? login : found;

/** What is said of a page that asks for a password. */
export const asksForLogin = (format: string, whatToDo: string): RecognisedFile => ({
  format,
  reason: 'it asks for a login',
  whatToDo: `log in, ${whatToDo}`,
});

/** A page that asks for a password. */
export const isLogin = ({ $ }: SavedPage): boolean => $('input[type="password"]').length > 0;

/** The address of the tab that is open, as the page itself marks it. */
function openTab(page: SavedPage): URL | null {
  const tabs = page.$('[role="tab"][aria-selected="true"], [aria-current="page"]').toArray();
  const links = tabs.flatMap((tab) => [tab, ...linksIn(tab)]);
  return links.map((link) => page.addressOf(link)).find((url) => url !== null) ?? null;
}

/** Where the page was saved from; its open tab where only the site or a name that may be old is known. */
export function pageAddress(page: SavedPage): URL {
  return page.source.sure === 'exact' ? page.source.url : (openTab(page) ?? page.source.url);
}

/** Parts of the path, decoded. */
export const pathParts = (url: URL): string[] => url.pathname.split('/').filter(Boolean).map(decodeSegment);
