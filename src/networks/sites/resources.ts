import { UnexpectedAnswer, Unreadable } from '../../errors.ts';
import { fillFacts } from '../../types/facts.ts';
import type { ResourceName } from '../../types/input.ts';
import type { Facts, Post, Resource } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { addressForm, addressOn } from './addresses.ts';
import { bareHost } from '../../text/hosts.ts';
import { type Target, idOf, targetFinder } from './resource-kinds.ts';
import { isHidden, marksOf, openSitePage, unreadable } from './open-page.ts';
import type { Marks, PostsRecipe, SiteRecipe } from './recipe.ts';
import {
  type Opened,
  type PagePart,
  addressAt,
  addressFrom,
  instantAt,
  itemsIn,
  numberAt,
  parsePlace,
  textAt,
  unlike,
} from './selectors.ts';

const mostPostPages = 3;

/** What a resource's page says of it, and its id; the id is null where it is not there. */
export interface Read {
  id: string | null;
  facts: Facts;
}

/** @throws Unreadable where the page is shut; UnexpectedAnswer where the page is now another resource's */
export async function readResource(site: SiteRecipe, resource: Resource | ResourceName, web: Web): Promise<Read> {
  const target = targetOf(site, resource);
  const { recipe } = target.kind;
  const { id, title, subscribers, description, page: at = recipe.address } = recipe;
  const known = { title: 'title' in resource ? resource.title : null, subscribers: null, description: null };
  const told = [title, subscribers, description, id].filter((place) => place !== undefined);
  if (told.length === 0) return { id: resource.id, facts: factsOf(target, known, true) };
  const marks = marksOf(site, recipe);
  const wanted = { selectors: [title, subscribers].map(selectorOf) };
  const opened = await openSitePage(site, addressOf(site, at, target), marks, wanted, web);
  if (opened === 'not_found') return { id: null, facts: factsOf(target, known, false) };
  if (typeof opened === 'string') throw unreadable(site, opened);
  const shown = (place: string | undefined): string | null =>
    place === undefined ? null : textAt(opened.page.root(), parsePlace(place), web);
  if (!told.some((place) => shown(place) !== null)) {
    throw isHidden(marks, opened) ? unreadable(site, 'hidden') : unlike(opened, told.map(selectorOf));
  }
  const shownId = shown(id);
  if (id !== undefined && shownId === null) throw unlike(opened, [selectorOf(id)]);
  const ownId = shownId === null ? target.name.id : idOf(target.kind, shownId);
  if (resource.id !== null && ownId !== resource.id) {
    throw new UnexpectedAnswer(opened.url, `this address is now that of another resource, ${ownId}`);
  }
  const facts = {
    title: title === undefined ? known.title : shown(title),
    subscribers: subscribers === undefined ? null : numberAt(opened.page.root(), parsePlace(subscribers), web),
    description: shown(description),
  };
  return { id: ownId, facts: factsOf(target, facts, true) };
}

/**
 * A resource's latest posts. Who is not the resource itself is an outside author; who is not named is the resource.
 * @throws Unreadable where they are not shown, or the recipe does not say where they stand
 */
export async function* readPosts(site: SiteRecipe, resource: Resource, web: Web): AsyncIterable<Post> {
  const target = targetOf(site, resource);
  const { recipe } = target.kind;
  const { posts } = recipe;
  if (!posts) {
    // A place where everybody may write is evidence by itself.
    if (recipe.open) return;
    throw new Unreadable('hidden', `the recipe of ${site.title} does not say where to find posts`);
  }
  const marks = marksOf(site, recipe);
  const read = new Set<string>();
  let address: string | null = addressOf(site, posts.page ?? recipe.page ?? recipe.address, target);
  while (address !== null && !read.has(address) && read.size < mostPostPages) {
    read.add(address);
    const opened = await postsPage(site, posts, address, marks, web);
    yield* opened.items.map((item) => postIn(item, posts, { ...target, id: resource.id }, site, opened, web));
    const next: URL | null =
      posts.next === undefined ? null : addressAt(opened.page.root(), parsePlace(posts.next, 'href'), opened, web);
    address = next?.host === new URL(opened.url).host ? next.href : null;
  }
}

async function postsPage(
  site: SiteRecipe,
  { list, item, empty }: PostsRecipe,
  address: string,
  marks: Marks,
  web: Web,
): Promise<Opened & { items: PagePart[] }> {
  const all = list === undefined ? item : itemsIn(list, item);
  const opened = await openSitePage(site, address, marks, { selectors: [all, empty] }, web);
  if (typeof opened === 'string') throw unreadable(site, opened);
  const { page } = opened;
  const items = (list === undefined ? page(item) : page(list).find(item)).toArray().map((element) => page(element));
  if (items.length > 0) return { ...opened, items };
  if (isHidden(marks, opened)) throw unreadable(site, 'hidden');
  const isBare = list !== undefined && page(list).length > 0 && page(list).find('a[href]').length === 0;
  const isEmpty = empty === undefined ? isBare : page(empty).length > 0;
  if (!isEmpty) throw unlike(opened, [all, empty]);
  return { ...opened, items };
}

function postIn(
  item: PagePart,
  { link, author, date, text }: PostsRecipe,
  { id, name, named }: Target & { id: string },
  site: SiteRecipe,
  opened: Opened,
  web: Web,
): Post {
  const url = link === undefined ? null : addressAt(item, parsePlace(link, 'href'), opened, web);
  const writer = author === undefined ? null : writerIn(item, author, site, opened, web);
  const isOwn = writer === null || [name.url, `name:${named.name?.toLowerCase()}`].includes(writer.is);
  return {
    url: url?.href ?? opened.url,
    at: date === undefined ? null : instantAt(item, parsePlace(date), web),
    kind: isOwn ? 'own' : 'repost',
    author: isOwn ? id : writer.key,
    text: text === undefined ? '' : (textAt(item, parsePlace(text), web) ?? ''),
  };
}

/** Who wrote a post: a key that others of the same writer have, too, and the address or the name to compare. */
interface Writer {
  key: string;
  is: string;
}

/** Null where nobody is named. */
function writerIn(item: PagePart, author: string, site: SiteRecipe, opened: Opened, web: Web): Writer | null {
  const place = parsePlace(author);
  const text = textAt(item, place, web);
  const linked = place.attribute === null ? textAt(item, { ...place, attribute: 'href' }, web) : text;
  const isLink = linked !== null && (place.attribute === null || place.attribute === 'href');
  const address = isLink ? addressFrom(linked, opened) : null;
  if (!address) {
    const isName = text !== null && place.attribute !== 'href';
    return isName ? { key: `name:${text}`, is: `name:${text.toLowerCase()}` } : null;
  }
  const isHere = bareHost(address.host) === bareHost(site.host);
  const target = isHere ? targetFinder(site)(address) : null;
  if (target) return { key: target.name.name, is: target.name.url };
  const person = isHere ? addressForm(site.profile, site.keepCase === true).read(address) : null;
  return { key: person ? `profile/${person.id ?? person.name}` : address.href, is: address.href };
}

const selectorOf = (place: string | undefined): string | undefined =>
  place === undefined ? undefined : parsePlace(place).selector;

/** The resource that the recipe finds at this address. Addresses were made by the recipe, in this run or an earlier one. */
function targetOf(site: SiteRecipe, { url }: { url: string }): Target {
  const address = addressOn(site.host, url);
  const target = address && targetFinder(site)(address);
  if (!target)
    throw new Unreadable('not_found', `the recipe of ${site.title} has no resources at addresses like ${url}`);
  return target;
}

const addressOf = (site: SiteRecipe, page: string, { named }: Target): string =>
  `https://${site.host}${addressForm(page, true).pathOf(named)}`;

function factsOf(
  { name: { name, url, host }, kind }: Target,
  told: Pick<Facts, 'title' | 'subscribers' | 'description'>,
  exists: boolean,
): Facts {
  return fillFacts(
    { name, title: told.title, url, host },
    { ...told, ref: url, group: kind.recipe.open === true, exists },
  );
}
