import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import {
  type SavedPage,
  dialogOf,
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
import { linesOf, type Element } from './tree.ts';
import { saysFollowing } from './words.ts';

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
  const isList = tab.replace(/^_/, '') === 'following' || (dialog !== null && saysSo(page, dialog));
  if (region === null || !isList || part === 'topics') return other(page);
  const boards = part === 'boards';
  const found = readPage(
    page,
    {
      format: `saved page of Pinterest: ${boards ? 'boards' : 'accounts'} that a profile follows`,
      network: 'pinterest',
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

/** The dialog over a profile's page, whose address stays that of the profile. */
function saysSo({ $ }: SavedPage, dialog: Element): boolean {
  const headings = $(dialog).find('h1, h2, h3, [role="heading"]').toArray();
  return [dialog.attribs['aria-label'] ?? '', ...headings.flatMap((heading) => linesOf(heading))].some(saysFollowing);
}

const login: RecognisedFile = {
  format: 'saved page of Pinterest',
  reason: 'it asks for a login',
  whatToDo: `log in, ${whatToDo}`,
};

function other(page: SavedPage): RecognisedFile {
  if (isLogin(page)) return login;
  return {
    format: 'saved page of Pinterest',
    reason: 'it does not list the accounts or boards that a profile follows, or its address was not saved with it',
    whatToDo: `${whatToDo}, with Chrome, Edge or SingleFile, which keep the address`,
  };
}
