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
} from './page.ts';
import type { Element } from './tree.ts';

/** The dialog that opens on a profile's number of accounts followed. */
export const instagramPage: ImportFormat = { id: 'page-instagram', recognise };

const whatToDo =
  'open the profile, click the number of accounts it follows, scroll the list to its end and save the page (its address then ends in /following/), with Chrome, Edge or SingleFile, which keep the address';

function recognise(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const page = savedPage(file, (host) => /^(?:www\.|m\.)?instagram\.com$/.test(host));
  if (!page) return null;
  const place = pageAddress(page);
  const [owner = '', tab = ''] = pathParts(place).map((part) => part.toLowerCase());
  const dialog = dialogOf(page.$);
  const region = dialog ?? mainOf(page.$);
  if (region === null || !(tab === 'following' || isFollowing(page, tab, dialog))) return other(page, tab);
  const found = readPage(
    page,
    {
      format: 'saved page of Instagram: Following of a profile',
      network: 'instagram',
      list: 'following',
      region,
      isAccount: (url) => pathParts(url).length === 1,
      owner: new URL(owner, place.origin),
      skips: (element) => element !== dialog && (isChrome(element) || isPost(element) || isMuted(element)),
      // What follows the first list in the dialog is suggested, whatever language says so.
      choose: (lists) => lists.slice(0, 1),
      isThisList: (url) => {
        const [whose = '', which = ''] = pathParts(url);
        return which === 'following' && whose.toLowerCase() === owner;
      },
      isSuggestion: (url) => url.pathname.startsWith('/explore/'),
      whatToDo: `${whatToDo}; where the list is hidden, ask for the client's own export`,
    },
    identify,
  );
  return unlessLogin(page, found, login);
}

/** Where the address was not kept: the dialog's heading says it. */
function isFollowing({ source }: SavedPage, tab: string, dialog: Element | null): boolean {
  if (dialog === null || source.sure === 'exact' || tab !== '') return false;
  return isHeadedFollowing(dialog);
}

const login = asksForLogin('saved page of Instagram', whatToDo);

function other(page: SavedPage, tab: string): RecognisedFile {
  if (isLogin(page)) return login;
  const shown = /^[\w-]{1,30}$/.test(tab) ? `: ${tab}` : '';
  return {
    format: `saved page of Instagram${shown}`,
    reason: 'it is not the list of accounts that a profile follows, or its address was not saved with it',
    whatToDo,
  };
}
