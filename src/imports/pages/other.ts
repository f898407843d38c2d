import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import {
  type SavedPage,
  asksForLogin,
  isChrome,
  isLogin,
  isMuted,
  mainOf,
  pathParts,
  pageAddress,
  readPage,
  savedPage,
  sureLists,
} from './page.ts';

/**
 * A page of any other network that the program knows. It is read where its address says that it lists what somebody
 * follows and there is one list of that network's accounts in it; otherwise it is refused, for most pages are full of
 * accounts that nobody on them follows.
 */
export const otherPage: ImportFormat = { id: 'page-other', recognise };

/** How the addresses of such lists end: Mastodon, X, TikTok, SoundCloud, GitHub; Bluesky; Steam, Odnoklassniki; YouTube. */
const listNames = /^(?:following|followings|follows|subscriptions|groups|communities|channels)$/;

const whatToDo =
  'open the page that lists what the client follows, scroll to its end and save it with Chrome, Edge or SingleFile, which keep the address';

function recognise(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const page = savedPage(file, () => true);
  if (!page) return null;
  const place = pageAddress(page);
  const network = networkOf(page, place, identify);
  if (network === null) return null;
  const parts = pathParts(place);
  const tab = (place.searchParams.get('tab') ?? parts.at(-1) ?? '').toLowerCase();
  const region = mainOf(page.$);
  const format = `saved page of ${place.hostname}`;
  if (isLogin(page)) return asksForLogin(format, whatToDo);
  if (!listNames.test(tab) || isFeed(place) || region === null)
    return { format, reason: 'its address is not that of a list of follows', whatToDo };
  const path = place.searchParams.has('tab') ? parts : parts.slice(0, -1);
  const found = readPage(
    page,
    {
      format: `${format}: ${tab}`,
      network,
      list: tab,
      region,
      isAccount: (url) =>
        url.search === '' && !listNames.test(pathParts(url).at(-1) ?? '') && pathParts(url).at(-1) !== 'followers',
      owner: new URL(`/${path.map(encodeURIComponent).join('/')}`, place.origin),
      skips: (element) => isChrome(element) || isMuted(element),
      choose: (lists) => only(sureLists(lists)),
      isThisList: (url) => url.href === place.href,
      whatToDo,
    },
    identify,
  );
  return 'whatToDo' in found
    ? { format: `${format}: ${tab}`, reason: 'it holds no list that is clearly one of follows', whatToDo }
    : found;
}

/** Videos of the channels followed, and not the channels. */
const isFeed = ({ pathname }: URL): boolean => pathname.startsWith('/feed/subscriptions');

/** Two lists on a page may be follows and suggestions. */
const only = <Item>(lists: Item[]): Item[] => (lists.length === 1 ? lists : []);

/** Whose the site is: what its own addresses name, the page's and those of most of its links. */
function networkOf(page: SavedPage, place: URL, identify: IdentifyResource): string | null {
  const parts = pathParts(place).map(encodeURIComponent);
  const own = [parts.length, parts.length - 1].map(
    (count) => `${place.origin}/${parts.slice(0, Math.max(count, 0)).join('/')}`,
  );
  const linked = page
    .$('a[href]')
    .toArray()
    .slice(0, enough)
    .map((link) => page.addressOf(link))
    .filter((url) => url?.hostname === place.hostname)
    .map((url) => url?.href ?? '');
  const counts = new Map<string, number>();
  for (const address of [...own, ...linked]) {
    const named = identify(address);
    if (named && !('reason' in named) && named.network !== 'web') {
      counts.set(named.network, (counts.get(named.network) ?? 0) + 1);
    }
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}

/** Links that tell whose a site is. */
const enough = 200;
