import { lookup } from '../../text/lookup.ts';
import { likesIn, subscribersIn } from '../../text/counts.ts';
import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import type { PageList } from './lists.ts';
import {
  type SavedPage,
  isChrome,
  isLogin,
  isMuted,
  isPost,
  mainOf,
  pathParts,
  pageAddress,
  readPage,
  savedPage,
  unlessLogin,
  sureLists,
} from './page.ts';
import { type Element, around } from './tree.ts';

/** Tabs of a profile that list what the person follows, as their addresses call them, whatever language they are in. */
const tabs: Record<string, string> = { likes: 'Likes', following: 'Following', groups: 'Groups' };

const openLikes =
  'open the tab Likes, Following or Groups of the profile (its address ends in /likes, /following or /groups), scroll to its end and save it';

/** Tabs of a profile on Facebook, and the lists that a person sees of the own groups and pages. */
export const facebookPage: ImportFormat = { id: 'page-facebook', recognise };

function recognise(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const page = savedPage(file, (host) => /(?:^|\.)facebook\.com$/.test(host));
  if (!page) return null;
  const { owner, tab } = kindOf(pageAddress(page));
  const list = lookup(tabs, tab);
  const region = mainOf(page.$);
  if (list === undefined || region === null) return other(page, tab);
  const isThisList = (url: URL): boolean => {
    const kind = kindOf(url);
    return kind.tab === tab && kind.owner?.href === owner?.href;
  };
  const found = readPage(
    page,
    {
      format: `saved page of Facebook: ${list} ${owner ? 'of a profile' : 'of one’s own'}`,
      network: 'facebook',
      list: tab,
      region,
      isAccount: (url) => isAccount(url) && (tab === 'groups') === (pathParts(url)[0] === 'groups'),
      owner,
      skips: (element) => isChrome(element) || isPost(element) || isMuted(element),
      choose: (lists) => (owner ? ofTab(lists, page, isThisList) : sureLists(lists)),
      isThisList,
      isSuggestion: (url) => /^\/(?:friends|groups\/discover|pages\/\?category=top)/.test(url.pathname + url.search),
      // A page that somebody likes is also followed, unless the person takes that back.
      count: (text) => subscribersIn(text) ?? likesIn(text),
      whatToDo:
        "open the tab in your browser, wait until the list has loaded, and save the page again; where the list is hidden, ask for the client's own export",
    },
    identify,
  );
  return unlessLogin(page, found, login);
}

const login: RecognisedFile = {
  format: 'saved page of Facebook',
  reason: 'it asks for a login',
  whatToDo:
    'log in, open the profile’s Likes, Following or Groups in the browser, scroll to the end and save the page again',
};

function other(page: SavedPage, tab: string): RecognisedFile {
  if (isLogin(page)) return login;
  const shown = /^[\w -]{1,30}$/.test(tab) ? `: ${tab}` : '';
  return {
    format: `saved page of Facebook${shown}`,
    reason: 'it is not one of the tabs Likes, Following and Groups, or its address was not saved with it',
    whatToDo: `${openLikes}, with Chrome, Edge or SingleFile, which keep the address`,
  };
}

/** Whether an address shows what somebody follows. */
export const isFollowsTab = (url: URL): boolean => lookup(tabs, kindOf(url).tab) !== undefined;

/**
 * Whose tab an address shows, and which. `owner` is null for lists that each person sees of the own; a tab that is none
 * of a profile is named by its first part.
 */
function kindOf(url: URL): { owner: URL | null; tab: string } {
  const parts = pathParts(url);
  const [first = '', second = '', third = ''] = parts.map((part) => part.toLowerCase());
  const asked = (url.searchParams.get('sk') ?? url.searchParams.get('v') ?? '').toLowerCase();
  const category = url.searchParams.get('category') ?? '';
  if (first === 'groups') {
    const isJoined = second === 'joins' || (second === '' && /^(?:membership|joined)$/.test(category));
    return { owner: null, tab: isJoined ? 'groups' : 'a group' };
  }
  if (first === 'pages' && second === '') {
    return { owner: null, tab: category === 'liked' ? 'likes' : 'pages' };
  }
  if (first === '') return { owner: null, tab: 'the home page' };
  const profile = new URL(url.origin);
  if (first === 'profile.php') {
    profile.pathname = first;
    profile.searchParams.set('id', url.searchParams.get('id') ?? '');
    return { owner: profile, tab: tabNamed(asked) };
  }
  const isLong = first === 'people' && parts.length > 2;
  profile.pathname = parts.slice(0, isLong ? 3 : 1).join('/');
  return { owner: profile, tab: tabNamed(asked || (isLong ? (parts[3] ?? '') : second || third)) };
}

/** Likes has tabs of its own, as likes_all or likes_section_movies. */
const tabNamed = (name: string): string => name.replace(/^likes_(?:all|section)\w*$/, 'likes') || 'the profile itself';

/** An account or a group, and none of its posts, photos or tabs. */
export function isAccount(url: URL): boolean {
  const [first = '', second = '', third = '', ...more] = pathParts(url);
  if (first === 'profile.php') return !url.searchParams.has('sk') && !url.searchParams.has('v');
  if (url.searchParams.has('sk') || url.searchParams.has('comment_id') || more.length > 0) return false;
  if (first === 'groups') return second !== '' && third === '';
  if (first === 'people' || first === 'pages') return third !== '';
  return first === 'p' ? second !== '' && third === '' : second === '';
}

/** The lists of the section that links to the open tab, else the first one: below it people are suggested. */
function ofTab(lists: PageList[], page: SavedPage, isThisList: (url: URL) => boolean): PageList[] {
  const sections = page
    .$('a[href]')
    .toArray()
    .filter((link) => {
      const url = page.addressOf(link);
      return url !== null && isThisList(url);
    })
    .flatMap((link) => {
      const parents = [...around(link)];
      const at = parents.findIndex((element) => lists.some((list) => isWithin(list, element)));
      const element = parents[at];
      return element ? [{ element, depth: parents.length - at }] : [];
    });
  const [closest] = sections.toSorted((one, next) => next.depth - one.depth);
  const inside = sureLists(closest ? lists.filter((list) => isWithin(list, closest.element)) : lists);
  return inside.length < lists.length ? inside : inside.slice(0, 1);
}

const isWithin = ({ element }: PageList, section: Element): boolean =>
  element === section || [...around(element)].includes(section);
