import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { isFollowingOf, notFollowing, openFollowing } from './copied.ts';
import { type SavedPage, dialogOf, isMuted, pageAddress, pathParts, readPage, savedPage } from './page.ts';
import { type Element, linesOf } from './tree.ts';

/** The dialog that opens on a profile's number of accounts followed; the address stays that of the profile. */
export const tiktokPage: ImportFormat = { id: 'page-tiktok', recognise };

const format = 'saved page of TikTok: Following of a profile';

function recognise(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const page = savedPage(file, (host) => /^(?:www\.|m\.)?tiktok\.com$/.test(host));
  const dialog = page && listDialog(page);
  if (!page || !dialog) return null;
  const place = pageAddress(page);
  const owner = new URL(`/${pathParts(place)[0] ?? ''}`, place.origin);
  const found = readPage(
    page,
    {
      format,
      network: 'tiktok',
      list: 'following',
      region: dialog,
      isAccount: (url) => pathParts(url).length === 1 && url.pathname.startsWith('/@'),
      owner,
      skips: isMuted,
      choose: (lists) => lists.slice(0, 1),
      isThisList: () => false,
      whatToDo: `${openFollowing}, and save the page`,
    },
    identify,
  );
  if (!('follows' in found) || isFollowingOf(headOf(dialog, found.follows[0]?.title ?? ''), found.follows.length))
    return found;
  return {
    format,
    reason: notFollowing,
    whatToDo: `${openFollowing}, and save the page`,
    ...(found.owner && { owner: found.owner }),
  };
}

/** The dialog with tabs and a list over a profile, `data-e2e="follow-info-popup"` since 2023. */
export function listDialog(page: SavedPage): Element | null {
  const dialog = dialogOf(page.$);
  return dialog && /follow/.test(dialog.attribs['data-e2e'] ?? '') ? dialog : null;
}

/** What stands in the dialog above the first row. */
function headOf(dialog: Element, title: string): string[] {
  const lines = linesOf(dialog);
  const from = lines.indexOf(title);
  return from === -1 ? lines : lines.slice(0, from);
}
