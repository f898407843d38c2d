import { momentIn } from '../../text/moments.ts';
import { type Post, longestPost } from '../../types/resource.ts';
import { isMuted } from '../pages/page.ts';
import { type Element, around, below, isElement, isUnseen, linesOf, linksIn, roleOf } from '../pages/tree.ts';
import { partsOf } from './parts.ts';
import { postingsOn } from './postings.ts';
import type { Reading, ShownPage } from './reading.ts';

/** Posts of one page that are kept. */
const mostPosts = 200;

/** The posts that a page shows, and the elements that they stand in. */
export function readPosts(page: ShownPage, reading: Reading): { posts: Post[]; elements: ReadonlySet<Element> } {
  const elements = postElements(page, reading);
  const shown = elements.slice(0, mostPosts).flatMap((element, at) => readPost(element, at, page, reading) ?? []);
  const told = distinct([...(reading.posts ?? []), ...postingsOn(page, reading), ...shown]);
  return { posts: told.slice(0, mostPosts), elements: new Set(elements) };
}

/** Each post once, by its address and by how it begins; what was told first stays. */
function distinct(posts: Post[]): Post[] {
  const known = new Set<string>();
  return posts.filter(({ url, text }) => {
    const marks = [url, text.slice(0, 80)];
    const isKnown = marks.some((mark) => known.has(mark));
    for (const mark of marks) known.add(mark);
    return !isKnown;
  });
}

/** Elements that are posts by their role or by an id that networks give them; comments stand within one. */
function postElements(page: ShownPage, reading: Reading): Element[] {
  const marked = reading.isGrid ? [] : markedIn(page.region);
  return marked.length > 0 ? marked : byAddress(page, reading);
}

/** The outermost ones; an element that holds nothing but another one is a wrapper of it. */
function markedIn(element: Element): Element[] {
  const found: Element[] = [];
  const open = element.children.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node) || isUnseen(node)) continue;
    if (isMarked(node) && !isWrapper(node)) found.push(node);
    else for (let at = node.children.length - 1; at >= 0; at--) open.push(...node.children.slice(at, at + 1));
  }
  return found;
}

function isWrapper(element: Element): boolean {
  const [inner] = below(element, isMarked);
  return inner !== undefined && linesOf(...partsOf(element, (each) => each !== element && isMarked(each))).length === 0;
}

/** Whether an element is a post by its role or by an id that networks give them. */
export const isMarked = (element: Element): boolean => {
  const { attribs, name } = element;
  return (
    name === 'article' ||
    roleOf(element) === 'article' ||
    attribs['aria-posinset'] !== undefined ||
    attribs['data-post-id'] !== undefined ||
    /^urn:li:(?:activity|ugcPost|share)/.test(idOf(element) ?? '') ||
    /^(?:wall_)?post-?\d+_\d+$/.test(attribs['id'] ?? '') ||
    attribs['data-e2e'] === 'user-post-item'
  );
};

/** Where nothing marks posts: what surrounds the address of one, and of no other. */
function byAddress({ region, addressOf }: ShownPage, { postAt }: Reading): Element[] {
  const addresses = new Map<Element, Set<string>>();
  const links = linksIn(region).flatMap((link) => {
    const url = addressOf(link);
    const address = url && postAt(url);
    return address === null ? [] : [{ link, address }];
  });
  for (const { link, address } of links) {
    for (const outer of [link, ...around(link)]) {
      const held = addresses.get(outer) ?? new Set();
      if (held.size > 1) break;
      addresses.set(outer, held.add(address));
    }
  }
  const found = new Map<string, Element>();
  for (const { link, address } of links) {
    if (found.has(address)) continue;
    const lonely = [link, ...around(link)].filter((outer) => outer !== region && addresses.get(outer)?.size === 1);
    const widest = links.length === 1 ? lonely.slice(0, 4).at(-1) : lonely.at(-1);
    if (widest) found.set(address, widest);
  }
  return [...found.values()];
}

function readPost(element: Element, at: number, page: ShownPage, reading: Reading): Post | null {
  const { resource, file } = page;
  const own = withinPost(element);
  const address = addressIn(own, page, reading) ?? addressOfMark(element, reading);
  const author = authorIn(own, page, reading);
  const text = textIn(element, own, author?.name ?? null);
  if (text === '') return null;
  const moment = momentOf(element, own, address, page, reading);
  const isOwn = author === null || author.key === resource.name;
  return {
    url: address ?? `${resource.url}#post-${at + 1}`,
    at: moment === null || (file.savedAt !== null && moment > file.savedAt + dayMs) ? null : isoOf(moment),
    kind: isOwn ? 'own' : 'repost',
    author: author?.key ?? resource.name,
    text: text.slice(0, longestPost),
    ...(!isOwn && { by: { name: author.name, handle: author.key, bio: null } }),
    ...(!isOwn && reading.group !== true && { place: 'wall' as const }),
  };
}

const dayMs = 86_400_000;

const isoOf = (moment: number): string => new Date(moment).toISOString();

/** The elements of a post, without those of comments on it and of posts within it. */
function withinPost(post: Element): Element[] {
  const found: Element[] = [];
  const open = [post];
  for (let element = open.pop(); element; element = open.pop()) {
    found.push(element);
    for (let at = element.children.length - 1; at >= 0; at--) {
      const child = element.children[at];
      if (child && isElement(child) && !isUnseen(child) && !isMarked(child)) open.push(child);
    }
  }
  return found;
}

const isLink = ({ name, attribs }: Element): boolean => name === 'a' && attribs['href'] !== undefined;

function addressIn(own: Element[], { addressOf }: ShownPage, { postAt }: Reading): string | null {
  for (const link of own) {
    const url = isLink(link) ? addressOf(link) : null;
    const address = url && postAt(url);
    if (address !== null) return address;
  }
  return null;
}

const idOf = ({ attribs }: Element): string | undefined => attribs['data-urn'] ?? attribs['data-activity-urn'];

function addressOfMark(post: Element, { addressOfId }: Reading): string | null {
  const id = idOf(post);
  return id === undefined ? null : (addressOfId?.(id) ?? null);
}

/** Who is named first; where the post says who acts, as it does above what is passed on, the one who is said to write. */
function authorIn(own: Element[], { addressOf, identify, resource }: ShownPage, { isAccount }: Reading) {
  const actor = own.find(({ attribs }) => /(?:^|\s)[\w-]*actor(?:\s|$|__)/.test(attribs['class'] ?? ''));
  for (const link of [...(actor ? withinPost(actor) : []), ...own]) {
    if (!isLink(link) || isMuted(link)) continue;
    const url = addressOf(link);
    if (url === null || !isAccount(url)) continue;
    const [name = ''] = linesOf(link);
    const found = /\p{L}/u.test(name) ? identify(url.href) : null;
    if (found !== null && 'network' in found && found.network === resource.network) return { key: found.name, name };
  }
  return null;
}

// ------------------------------------------------------------------ text

const messageClasses = new Set(
  (
    'userContent wall_post_text pi_text update-components-text attributed-text-segment-list__content ' +
    'feed-shared-text tgme_widget_message_text'
  ).split(' '),
);

/** What networks mark as what somebody wrote. */
const isMessage = ({ attribs }: Element): boolean =>
  attribs['data-ad-preview'] === 'message' ||
  attribs['data-ad-comet-preview'] === 'message' ||
  attribs['data-ad-rendering-role'] === 'story_message' ||
  attribs['data-testid'] === 'post_message' ||
  (attribs['data-test-id'] ?? '').endsWith('__commentary') ||
  (attribs['class'] ?? '').split(/\s+/).some((name) => messageClasses.has(name));

/** What is pressed, and what stands above the text. */
const isAround = (element: Element): boolean =>
  /^(?:button|form|time|h[1-6]|nav|footer)$/.test(element.name) || /^(?:button|toolbar|menu)$/.test(roleOf(element));

/** A line with fewer words and letters is a label, a count or a reaction. */
const shortestLine = { words: 3, letters: 20 };

function textIn(post: Element, own: Element[], author: string | null): string {
  const message = own.find(isMessage);
  if (message) return linesOf(message).join('\n');
  const inner = new Set<Element>(own);
  const parts = partsOf(post, (each) => (each !== post && isAround(each)) || !inner.has(each));
  const lines = linesOf(...parts).filter((line) => line !== author && isText(line));
  if (lines.length > 0) return lines.join('\n');
  const captions = own.flatMap(({ name, attribs }) => (name === 'img' ? (attribs['alt'] ?? '').trim() : []));
  return captions.find((caption) => isText(caption) && !isMachineMade(caption)) ?? '';
}

const isText = (line: string): boolean =>
  (line.match(/\p{L}+/gu)?.length ?? 0) >= shortestLine.words ||
  (line.match(/\p{L}/gu)?.length ?? 0) >= shortestLine.letters;

/** What Instagram says of a picture that nobody described. */
const isMachineMade = (caption: string): boolean =>
  /\bMay be an? \w+/.test(caption) || /^(?:Photo|Video)(?: shared)? by .+ on \w+ \d/.test(caption);

// ------------------------------------------------------------------ when

/** Lines above the text that may tell when it was written. */
const mostLines = 15;

function momentOf(
  post: Element,
  own: Element[],
  address: string | null,
  { addressOf, file: { savedAt } }: ShownPage,
  { momentOf: told, postAt }: Reading,
): number | null {
  for (const { name, attribs } of own) {
    const written = Date.parse(attribs['datetime'] ?? '');
    if (Number.isFinite(written)) return written;
    const seconds = attribs['data-utime'] ?? attribs['data-date'] ?? (name === 'time' ? undefined : attribs['time']);
    if (seconds !== undefined && /^\d{9,10}$/.test(seconds)) return Number(seconds) * 1000;
  }
  const byId = [idOf(post), address].flatMap((id) => (id == null ? [] : (told?.(id) ?? [])));
  if (byId[0] !== undefined) return byId[0];
  if (savedAt === null) return null;
  const leading = own.filter((each) => isLink(each) && postAt(addressOf(each) ?? new URL('about:blank')) !== null);
  const lines = [
    ...leading.flatMap((link) => [link.attribs['aria-label'] ?? '', link.attribs['title'] ?? '', ...linesOf(link)]),
    ...linesOf(...partsOf(post, (each) => each !== post && isMarked(each))).slice(0, mostLines),
  ];
  for (const line of lines.flatMap((each) => each.split(/[·•]/))) {
    const moment = momentIn(line, savedAt);
    if (moment !== null) return moment;
  }
  return null;
}
