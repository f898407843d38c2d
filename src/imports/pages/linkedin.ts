import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import {
  type SavedPage,
  asksForLogin,
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

/** The Interests of a profile, and the lists of pages, people, groups and newsletters that a person sees of the own. */
export const linkedinPage: ImportFormat = { id: 'page-linkedin', recognise };

const whatToDo =
  'open the profile, "Show all" under Interests (the address ends in /details/interests/), open each tab, scroll to its end and save the page';

/** What the own lists are called, by the end of their addresses. */
const own: [RegExp, string][] = [
  [/^\/mynetwork\/network-manager\/people-follow\/following\/?$/, 'people followed'],
  [/^\/mynetwork\/network-manager\/company\/?$/, 'pages followed'],
  [/^\/mynetwork\/network-manager\/newsletters\/?$/, 'newsletters'],
  [/^\/groups\/?$/, 'groups'],
];

function recognise(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const page = savedPage(file, (host) => /(?:^|\.)linkedin\.(?:com|cn)$/.test(host));
  if (!page) return null;
  const place = pageAddress(page);
  const region = mainOf(page.$);
  const ofOwner = /^\/in\/[^/]+\/details\/interests(?:\/|$)/.test(place.pathname);
  const list = ofOwner ? 'Interests of a profile' : own.find(([path]) => path.test(place.pathname))?.[1];
  if (list === undefined || region === null) return other(page);
  const found = readPage(
    page,
    {
      format: `saved page of LinkedIn: ${list}`,
      network: 'linkedin',
      list: 'interests',
      region,
      isAccount: (url) => {
        const [kind = '', , ...more] = pathParts(url);
        return /^(?:in|company|school|showcase|groups|newsletters)$/.test(kind) && more.length === 0;
      },
      owner: ofOwner ? new URL(pathParts(place).slice(0, 2).map(encodeURIComponent).join('/'), place.origin) : null,
      skips: (element) => isChrome(element) || isPost(element) || isMuted(element),
      // Companies, groups, newsletters and people stand in a list each.
      choose: sureLists,
      isThisList: () => false,
      isSuggestion: (url) => /^\/(?:mynetwork\/(?:grow|discover)|search|groups\/discover)/.test(url.pathname),
      whatToDo: `${whatToDo}; where it is hidden, ask for "Company Follows.csv" of the client's own export`,
    },
    identify,
  );
  return unlessLogin(page, found, login);
}

const login = asksForLogin('saved page of LinkedIn', whatToDo);

function other(page: SavedPage): RecognisedFile {
  if (isLogin(page)) return login;
  return {
    format: 'saved page of LinkedIn',
    reason: 'it is not the Interests page of a profile, or its address was not saved with it',
    whatToDo: `${whatToDo}, with Chrome, Edge or SingleFile, which keep the address`,
  };
}
