import { UnexpectedAnswer } from '../../errors.ts';
import type { FollowsPage, Listed, Profile } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { addressForm, nameFromKey } from './addresses.ts';
import { bareHost } from '../../text/hosts.ts';
import { type Target, idOf, targetFinder } from './resource-kinds.ts';
import { type BlockedStatus, isHidden, marksOf, openSitePage, unreadable } from './open-page.ts';
import type { FollowsRecipe, SiteRecipe } from './recipe.ts';
import { type Opened, type PagePart, addressFrom, itemsIn, numberAt, parsePlace, textAt, unlike } from './selectors.ts';

/** Items after which a list that loads while it is scrolled is left. */
const maxScrolled = 2000;
/** Pages after which any list is left. */
const maxPages = 1000;

/** Where reading goes on: in which of the recipe's lists, on which page, and whether one of the lists was read so far. */
interface Position {
  list: number;
  page: string;
  read: boolean;
}

/** Where one of the recipe's lists of a profile starts, as `listFollows` takes it. */
export function startUrl(site: SiteRecipe, list: number, profile: Profile, read = false): string | null {
  const recipe = site.follows[list];
  if (!recipe) return null;
  const named = nameFromKey(profile.ref, addressForm(site.profile, true));
  const page = `https://${site.host}${addressForm(recipe.page, true).pathOf(named)}`;
  return JSON.stringify({ list, page, read } satisfies Position);
}

/**
 * Pages of a profile's lists, one list after another. A list that is shut beside one that can be read leaves the whole
 * cut short; so does one whose next page leads back to where it was.
 * @throws Unreadable where the profile is not there, or every list is shut
 */
export async function* listFollows(
  site: SiteRecipe,
  profile: Profile,
  web: Web,
  from: string | null,
): AsyncIterable<FollowsPage> {
  let position = positionIn(from, site) ?? positionIn(startUrl(site, 0, profile), site);
  while (position !== null) {
    const { list: index, recipe, page: first, read }: Position & { recipe: FollowsRecipe } = position;
    const start = positionIn(startUrl(site, index, profile), site)?.page;
    const pages = pagesOf(site, recipe, first, start, web);
    let shut: BlockedStatus | null = null;
    let after: string | null = startUrl(site, index + 1, profile, true);
    for await (const page of pages) {
      if ('shut' in page) {
        shut = page.shut;
        break;
      }
      const next =
        page.next === null ? after : JSON.stringify({ list: index, page: page.next, read } satisfies Position);
      const { resources, odd, cutShort } = page;
      yield { resources, next, ...(odd !== undefined && { odd }), ...(cutShort && { cutShort: true }) };
    }
    if (shut !== null) {
      after = startUrl(site, index + 1, profile, read);
      const isOnly = after === null && !read;
      if (isOnly || (shut === 'not_found' && index === 0)) throw unreadable(site, shut);
      yield { resources: [], next: after, cutShort: true };
    }
    position = positionIn(after, site);
  }
}

/** Null at the end, and where the recipe has lost the list since. */
function positionIn(from: string | null, site: SiteRecipe): (Position & { recipe: FollowsRecipe }) | null {
  const position = from === null ? null : (JSON.parse(from) as Position);
  const recipe = position && site.follows[position.list];
  return recipe ? { ...position, recipe } : null;
}

interface ListPage {
  resources: Listed[];
  next: string | null;
  cutShort: boolean;
  odd?: number;
}

/** The pages of one list. `shut` is told of the first page only: what is shut behind it cuts the list short. */
async function* pagesOf(
  site: SiteRecipe,
  recipe: FollowsRecipe,
  first: string,
  start: string | undefined,
  web: Web,
): AsyncIterable<ListPage | { shut: BlockedStatus }> {
  const opened = new Set<string>();
  const seen = new Set<string>();
  let address: string | null = first;
  while (address !== null) {
    opened.add(address);
    const isFirst: boolean = address === start;
    const page: ReadPage | BlockedStatus = await readPage(site, recipe, address, isFirst, web);
    if (typeof page === 'string') {
      yield isFirst ? { shut: page } : { resources: [], next: null, cutShort: true };
      return;
    }
    const before = seen.size;
    for (const link of page.links) seen.add(link);
    const isNew = seen.size > before;
    const goesOn = page.next !== null && isNew && !opened.has(page.next) && opened.size < maxPages;
    // A page past the end has no items; one that repeats others, or leads back, would be read for ever.
    const inCircles = page.next !== null && !goesOn && page.links.length > 0;
    address = goesOn ? page.next : null;
    const { resources, odd } = page;
    yield { resources, next: address, cutShort: inCircles || page.full, ...(odd > 0 && { odd }) };
  }
}

interface ReadPage {
  resources: Listed[];
  /** All links of the items, also those that lead to no resource. */
  links: string[];
  odd: number;
  next: string | null;
  /** It was left while further items came. */
  full: boolean;
}

async function readPage(
  site: SiteRecipe,
  recipe: FollowsRecipe,
  address: string,
  isFirst: boolean,
  web: Web,
): Promise<ReadPage | BlockedStatus> {
  const marks = marksOf(site, recipe);
  const { list, item, empty } = recipe;
  const items = itemsIn(list, item);
  const scroll = recipe.scroll ? { item: items, maxItems: maxScrolled } : undefined;
  const opened = await openSitePage(
    site,
    address,
    marks,
    { selectors: [items, empty], ...(scroll && { scroll }) },
    web,
  );
  if (typeof opened === 'string') return opened;
  const { page } = opened;
  const found = page(list).find(item);
  if (found.length === 0) {
    if (isHidden(marks, opened)) return 'hidden';
    if (!isEmpty(recipe, opened, isFirst)) {
      const { missing, hidden, login } = marks;
      const told = [missing, hidden, login].map((mark) => (typeof mark === 'string' ? mark : undefined));
      throw unlike(opened, page(list).length > 0 ? [item, empty] : [list, empty, ...told]);
    }
    return { resources: [], links: [], odd: 0, next: null, full: false };
  }
  const targetAt = targetFinder(site);
  const place = parsePlace(recipe.link, 'href');
  const links: string[] = [];
  let known = 0;
  let odd = 0;
  const resources = found.toArray().flatMap((element): Listed[] => {
    const part = page(element);
    const link = addressFrom(textAt(part, place, web) ?? '#', opened);
    if (link) links.push(link.href);
    const target = link && bareHost(link.host) === bareHost(site.host) ? targetAt(link) : null;
    if (!target) return [];
    const id = target.name.id ?? shownId(part, target, recipe, web);
    if (id === null) odd += 1;
    else known += 1;
    if (id === null) return [];
    return [{ ...target.name, id, ...shownOf(part, recipe, web), ...(target.kind.recipe.open && { group: true }) }];
  });
  if (links.length === 0) throw unlike(opened, [place.selector || recipe.link]);
  // By its name alone, a resource would be counted as another one.
  if (odd > 1 && known === 0) throw unlike(opened, [recipe.id]);
  return { resources, links, odd, next: nextOf(recipe, opened, web), full: found.length >= maxScrolled };
}

/** Whether the page shows a list without items. Without a mark for it, the list must be there and hold no link. */
function isEmpty({ list, empty }: FollowsRecipe, { page }: Opened, isFirst: boolean): boolean {
  if (empty !== undefined && page(empty).length > 0) return true;
  const isBare = page(list).length > 0 && page(list).find('a[href]').length === 0;
  // Behind the first page there may be one without items, and without the words that the first one would have.
  return isBare && (empty === undefined || !isFirst);
}

/** Null where the id is not beside the link. */
function shownId(part: PagePart, { kind }: Target, { id }: FollowsRecipe, web: Web): string | null {
  const shown = id === undefined ? null : textAt(part, parsePlace(id), web);
  return shown === null ? null : idOf(kind, shown);
}

function shownOf(
  part: PagePart,
  { title, subscribers }: FollowsRecipe,
  web: Web,
): Pick<Listed, 'title' | 'subscribers' | 'countedBy'> {
  return {
    title: title === undefined ? null : textAt(part, parsePlace(title), web),
    subscribers: subscribers === undefined ? null : numberAt(part, parsePlace(subscribers), web),
    countedBy: 'home',
  };
}

/** @throws UnexpectedAnswer where the next page would be another site's */
function nextOf({ next }: FollowsRecipe, opened: Opened, web: Web): string | null {
  const text = next === undefined ? null : textAt(opened.page.root(), parsePlace(next, 'href'), web);
  const address = text === null ? null : addressFrom(text, opened);
  if (address && address.host !== new URL(opened.url).host) {
    throw new UnexpectedAnswer(opened.url, `"${next}" leads to another host, ${address.host}`);
  }
  return address?.href ?? null;
}
