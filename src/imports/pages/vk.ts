import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import type { PageItem, PageList } from './lists.ts';
import {
  type SavedPage,
  asksForLogin,
  dialogOf,
  isChrome,
  isLogin,
  isPost,
  mainOf,
  pathParts,
  pageAddress,
  readPage,
  savedPage,
  unlessLogin,
  sureLists,
} from './page.ts';
import { around, linesOf, linksIn } from './tree.ts';
import { saysCommunities } from './words.ts';

/** A person's list of communities, and the box of subscriptions on the person's page, also on phones. */
export const vkPage: ImportFormat = { id: 'page-vk', recognise };

const whatToDo =
  'open vk.com/groups?id= with the number of the person’s page, or click "Subscriptions" on that page, scroll to the end and save it';

/** Lists of a person by the first part of their address: what stands there are friends, followers or the person's own. */
const otherLists = /^(?:friends|fans|albums|photos|video|videos|audios|gifts|wall|market|podcasts|clips|docs|feed)/;

function recognise(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const page = savedPage(file, (host) => /^(?:www\.|m\.|new\.)?(?:vk\.com|vk\.ru|vkontakte\.ru)$/.test(host));
  if (!page) return null;
  const place = pageAddress(page);
  const [first = ''] = pathParts(place);
  const isList = isGroups(place) || isIdols(place);
  const named = identify(`${place.origin}/${first}`);
  const owner = named && !('reason' in named) ? new URL(first, place.origin) : null;
  const [id] = /^\d+$/.exec((isGroups(place) && place.searchParams.get('id')) || '') ?? [];
  const region = dialogOf(page.$) ?? mainOf(page.$);
  if (region === null || (!isList && owner === null)) return other(page);
  const found = readPage(
    page,
    {
      format: `saved page of VK: ${isList ? 'communities of a person' : 'subscriptions on a person’s page'}`,
      network: 'vk',
      list: 'groups',
      region,
      isAccount: (url) => isCommunity(url),
      owner,
      ...(id !== undefined && { whose: new URL(`id${id}`, place.origin) }),
      // The boxes beside a person's page stand in elements for side columns.
      skips: (element) => (isList || element.name !== 'aside') && (isChrome(element) || isPost(element)),
      choose: (lists) => (isList ? sureLists(lists) : boxesOf(lists, page).filter((list) => isBox(list, page))),
      isThisList: (url) => (isList ? pathParts(url)[0] === first && url.search === place.search : isListLink(url)),
      isOwners: (url) => isListLink(url) || (otherLists.test(pathParts(url)[0] ?? '') && /\d/.test(url.href)),
      isSuggestion: (url) =>
        /^\/(?:groups\?.*(?:act=catalog|section=recommended)|friends\?.*act=find)/.test(url.pathname + url.search),
      whatToDo: `${whatToDo}; where it is hidden, ask the client`,
    },
    identify,
  );
  return unlessLogin(page, found, other(page));
}

/** The catalogue and the search show communities that nobody follows. */
const isGroups = (url: URL): boolean =>
  pathParts(url)[0] === 'groups' &&
  !url.searchParams.has('act') &&
  !/search|recommend|catalog/.test(url.searchParams.get('section') ?? '');

const isIdols = (url: URL): boolean => url.searchParams.get('act') === 'idols' || pathParts(url)[0] === 'idols';
const isListLink = (url: URL): boolean =>
  isIdols(url) || (pathParts(url)[0] === 'groups' && url.searchParams.has('id'));

/** A community or a short name, which a person may have too; no post, photo or other thing that is shown over a page. */
function isCommunity(url: URL): boolean {
  const [name = '', ...more] = pathParts(url);
  const isMore = ['w', 'z', 'id', 'act', 'section'].some((key) => url.searchParams.has(key));
  return more.length === 0 && !isMore && !/^(?:id\d+|idols|fans)$/.test(name);
}

/** Boxes with one account each look like the places of one list; their headings tell them apart. */
function boxesOf(lists: PageList[], page: SavedPage): PageList[] {
  const hasHeading = ({ element }: PageItem): boolean =>
    linksIn(element).some((link) => {
      const url = page.addressOf(link);
      return url !== null && (isListLink(url) || otherLists.test(pathParts(url)[0] ?? ''));
    });
  return lists.flatMap((list) =>
    list.items.some(hasHeading)
      ? list.items.map((item) => ({ items: [item], element: item.element, heading: [] }))
      : [list],
  );
}

/** A list in a box that links to the person's communities, or says so; friends and followers have boxes, too. */
function isBox({ items, element, heading }: PageList, page: SavedPage): boolean {
  const [only, ...more] = items;
  const link = only && more.length === 0 ? only.links[0]?.element : undefined;
  if (heading.slice(-1).some((above) => saysCommunities(linesOf(above)[0] ?? ''))) return true;
  for (const box of link ? around(link) : [element, ...around(element)]) {
    const links = linksIn(box)
      .map((each) => page.addressOf(each))
      .filter((url) => url !== null);
    if (saysCommunities(box.attribs['aria-label'] ?? '')) return true;
    if (links.some((url) => otherLists.test(pathParts(url)[0] ?? ''))) return false;
    if (links.some(isListLink)) return true;
  }
  return false;
}

function other(page: SavedPage): RecognisedFile {
  if (isLogin(page)) return asksForLogin('saved page of VK', whatToDo);
  return {
    format: 'saved page of VK',
    reason: 'it is neither a person’s page nor a list of communities, or its address was not saved with it',
    whatToDo: `${whatToDo}, with Chrome, Edge or SingleFile, which keep the address`,
  };
}
