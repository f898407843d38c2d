import { type Element, type PageNode, around, charactersOf, isElement, isUnseen, linesOf, roleOf } from './tree.ts';

/** A link to an account, and which account it is. */
interface AccountLink {
  element: Element;
  key: string;
}

/** One place of a list: what belongs to one account. */
export interface PageItem {
  key: string;
  links: AccountLink[];
  /** The largest element that holds no other account. */
  element: Element;
}

/** Accounts that stand beside each other in the same way. */
export interface PageList {
  items: PageItem[];
  element: Element;
  /** The elements with text that stand above it, at the same depth, in their order. */
  heading: Element[];
}

type Found =
  | { is: 'nothing'; element: Element | null; hasText: boolean }
  | { is: 'item'; item: PageItem }
  /** `loose`: it has text that belongs to none of its items. */
  | { is: 'lists'; lists: PageList[]; loose: boolean };

const nothing: Found = { is: 'nothing', element: null, hasText: false };

/**
 * The lists of accounts within an element, in their order. A place of a list is the largest element with links to one
 * account only, so that a picture and a name of one account are one, and the rows of a grid are one list. Text between
 * places, a heading for example, ends a list.
 * @param keyOf which account an `a` element links to; null where it is none that could be followed
 * @param skips elements that hold no list of follows: navigation, posts
 */
export function listsIn(
  region: Element,
  keyOf: (link: Element) => string | null,
  skips: (element: Element) => boolean,
): PageList[] {
  const found = seek(region);
  if (found.is === 'nothing') return [];
  if (found.is === 'item') return [{ items: [found.item], element: found.item.element, heading: [] }];
  return found.lists;

  function seek(node: PageNode): Found {
    const characters = charactersOf(node);
    if (characters !== null) return { is: 'nothing', element: null, hasText: characters.trim() !== '' };
    if (!isElement(node) || isUnseen(node)) return nothing;
    if (node !== region && skips(node)) return nothing;
    const key = node.name === 'a' && node.attribs['href'] !== undefined ? keyOf(node) : null;
    if (key !== null) return { is: 'item', item: { key, links: [{ element: node, key }], element: node } };
    return joined(
      node,
      node.children.map((child) => seek(child)),
    );
  }
}

function joined(element: Element, children: Found[]): Found {
  const full = children.filter((child) => child.is !== 'nothing');
  if (full.length === 0) {
    return { is: 'nothing', element, hasText: children.some((child) => child.is === 'nothing' && child.hasText) };
  }
  const items = full.flatMap((child) => (child.is === 'item' ? [child.item] : []));
  const [first] = items;
  if (items.length === full.length && first) {
    const isOne = items.every(({ key }) => key === first.key) || isWithCompany(items);
    if (isOne) return { is: 'item', item: { ...first, links: items.flatMap(({ links }) => links), element } };
  }
  return listed(element, children);
}

/** An account with two links, a picture and a name, beside others with one: a group, and friends who are its members. */
function isWithCompany(items: PageItem[]): boolean {
  const [first, second, ...company] = items.map(({ key }) => key);
  return first === second && company.length <= 5 && new Set([first, ...company]).size === company.length + 1;
}

/** Gathers what stands beside each other into lists. */
function listed(element: Element, children: Found[]): Found {
  const lists: PageList[] = [];
  let loose = false;
  let heading: Element[] = [];
  let run: (PageItem | PageList)[] = [];
  const endRun = (): void => {
    if (run.length > 0) lists.push({ items: placesOf(run), element, heading });
    if (run.length > 0) heading = [];
    run = [];
  };
  for (const child of children) {
    if (child.is === 'item') run.push(child.item);
    else if (child.is === 'lists') {
      const [only, ...more] = child.lists;
      if (only && more.length === 0 && !child.loose) run.push(only);
      else {
        endRun();
        loose = true;
        const above = heading;
        lists.push(
          ...child.lists.map((list, at) =>
            at === 0 && list.heading.length === 0 ? { ...list, heading: above } : list,
          ),
        );
        heading = [];
      }
    } else if (child.hasText) {
      endRun();
      loose = true;
      if (child.element) heading.push(child.element);
    }
  }
  endRun();
  return { is: 'lists', lists, loose };
}

/** The places of a run of places and of rows of them. The same account twice in a row is one: a picture and a name. */
function placesOf(run: (PageItem | PageList)[]): PageItem[] {
  const rows = run.filter((part) => 'items' in part);
  const areCompanies = rows.length > 1 && rows.every(({ items }) => isMixed(items));
  const places: PageItem[] = [];
  for (const part of run) {
    const items = 'items' in part ? (areCompanies ? part.items.slice(0, 1) : part.items) : [part];
    for (const item of items) {
      const last = places.at(-1);
      if (last?.key === item.key) places.splice(-1, 1, { ...last, links: [...last.links, ...item.links] });
      else places.push('items' in part && areCompanies ? { ...item, element: part.element } : item);
    }
  }
  return places;
}

/** The first place looks unlike all others: its account is what the row is about. */
function isMixed(items: PageItem[]): boolean {
  const [first, ...others] = items.map(shapeOf);
  return others.length > 0 && others.every((shape) => shape !== first);
}

function shapeOf({ element, links }: PageItem): string {
  const hasPicture = hasImage(element) || links.some((link) => hasImage(link.element));
  return `${element.name} ${links.length} ${hasPicture ? 'picture' : ''}`;
}

function hasImage(element: Element): boolean {
  const open: PageNode[] = [element];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    if (['img', 'svg', 'image', 'picture'].includes(node.name)) return true;
    for (const child of node.children) open.push(child);
  }
  return false;
}

/** Visible text of the link that names the account; null where only pictures link to it. */
export function titleOf({ links }: PageItem): string | null {
  for (const { element } of links) {
    const [first] = linesOf(element);
    if (first !== undefined) return first;
  }
  return null;
}

/**
 * The text of a place. One that has no neighbours has no end either: there only what its list item or its link holds is
 * sure to belong to it.
 */
export function placeLines(item: PageItem, isAlone: boolean): string[] {
  if (!isAlone) return linesOf(item.element);
  const [link] = item.links;
  const own = link && [...around(link.element)].find((element) => isPlace(element));
  return linesOf(...(own ? [own] : item.links.map(({ element }) => element)));
}

/** An element that says of itself that it is a place of a list. */
export const isPlace = (element: Element): boolean =>
  element.name === 'li' || element.name === 'tr' || ['listitem', 'row', 'option', 'gridcell'].includes(roleOf(element));
