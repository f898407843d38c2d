import type { IdentifyResource, ImportFile, ImportFormat, Recognised } from '../../types.ts';
import { isChrome, isLogin, isMuted, mainOf, partsOf, placeOf, readPage, savedPage, sureLists } from './page.ts';

/**
 * A page of any other network that the program knows. It is read where its address says that it lists what somebody
 * follows and there is one list of that network's accounts in it; otherwise it is refused, for most pages are full of
 * accounts that nobody on them follows.
 */
export const otherPage: ImportFormat = { id: 'page-other', recognise };

/** How the addresses of such lists end: Mastodon, X, TikTok, SoundCloud, GitHub; Bluesky; Steam, Odnoklassniki; YouTube. */
const listNames = /^(?:following|followings|follows|subscriptions|groups|communities|channels)$/;

const bring =
  'open the page that lists what the client follows, scroll to its end and save it with Chrome, Edge or SingleFile, which keep the address';

function recognise(file: ImportFile, identify: IdentifyResource): Recognised | null {
  const page = savedPage(file, () => true);
  if (!page) return null;
  const place = placeOf(page);
  const network = networkOf(place, identify);
  if (network === null) return null;
  const parts = partsOf(place);
  const tab = (place.searchParams.get('tab') ?? parts.at(-1) ?? '').toLowerCase();
  const region = mainOf(page.$);
  const what = `saved page of ${place.hostname}`;
  if (isLogin(page)) return { what, useless: 'it asks for a login', bring: `log in, ${bring}` };
  if (!listNames.test(tab) || region === null)
    return { what, useless: 'its address is not that of a list of follows', bring };
  const path = place.searchParams.has('tab') ? parts : parts.slice(0, -1);
  const found = readPage(
    page,
    {
      what: `${what}: ${tab}`,
      network,
      region,
      isAccount: (url) =>
        url.search === '' && !listNames.test(partsOf(url).at(-1) ?? '') && partsOf(url).at(-1) !== 'followers',
      owner: new URL(`/${path.map(encodeURIComponent).join('/')}`, place.origin),
      skips: (element) => isChrome(element) || isMuted(element),
      choose: (lists) => only(sureLists(lists)),
      isThisList: (url) => url.href === place.href,
      bring,
    },
    identify,
  );
  return 'useless' in found
    ? { what: `${what}: ${tab}`, useless: 'it holds no list that is clearly one of follows', bring }
    : found;
}

/** Two lists on a page may be follows and suggestions. */
const only = <Item>(lists: Item[]): Item[] => (lists.length === 1 ? lists : []);

function networkOf(place: URL, identify: IdentifyResource): string | null {
  const parts = partsOf(place).map(encodeURIComponent);
  for (const count of [parts.length, parts.length - 1, 1, 2]) {
    const named = identify(`${place.origin}/${parts.slice(0, Math.max(count, 0)).join('/')}`);
    if (named && !('why' in named) && named.network !== 'web') return named.network;
  }
  return null;
}
