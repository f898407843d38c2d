import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import {
  type SavedPage,
  asksForLogin,
  dialogOf,
  isChrome,
  isHeadedFollowing,
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

/** The accounts and boards that a profile follows. */
export const pinterestPage: ImportFormat = { id: 'page-pinterest', recognise };

const whatToDo =
  'open pinterest.com/ with the name of the profile and /following/, choose people or boards, scroll to the end and save the page';

function recognise(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const page = savedPage(file, (host) => /(?:^|\.)pinterest\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/.test(host));
  if (!page) return null;
  const place = pageAddress(page);
  const [owner = '', tab = '', part = ''] = pathParts(place).map((each) => each.toLowerCase());
  const dialog = dialogOf(page.$);
  const region = dialog ?? mainOf(page.$);
  const isList = tab.replace(/^_/, '') === 'following' || (dialog !== null && isHeadedFollowing(dialog));
  if (region === null || !isList || part === 'topics') return other(page);
  const boards = part === 'boards';
  const found = readPage(
    page,
    {
      format: `saved page of Pinterest: ${boards ? 'boards' : 'accounts'} that a profile follows`,
      network: 'pinterest',
      list: 'following',
      region,
      isAccount: (url) => pathParts(url).length === (boards ? 2 : 1),
      owner: new URL(owner, place.origin),
      skips: (element) => element !== dialog && (isChrome(element) || isPost(element) || isMuted(element)),
      choose: (lists) => (dialog ? lists.slice(0, 1) : sureLists(lists)),
      isThisList: (url) => {
        const [whose = '', which = ''] = pathParts(url).map((each) => each.toLowerCase());
        return whose === owner && which.replace(/^_/, '') === 'following';
      },
      isSuggestion: (url) => /^\/(?:ideas|explore|discover)\b/.test(url.pathname),
      whatToDo: `${whatToDo}; where it is hidden, ask the client`,
    },
    identify,
  );
  return unlessLogin(page, found, login);
}

const login = asksForLogin('saved page of Pinterest', whatToDo);

function other(page: SavedPage): RecognisedFile {
  if (isLogin(page)) return login;
  return {
    format: 'saved page of Pinterest',
    reason: 'it does not list the accounts or boards that a profile follows, or its address was not saved with it',
    whatToDo: `${whatToDo}, with Chrome, Edge or SingleFile, which keep the address`,
  };
}
