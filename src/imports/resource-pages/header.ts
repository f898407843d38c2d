import { countIn, likesIn, subscribersIn } from '../../text/counts.ts';
import { mailsIn } from '../../text/mails.ts';
import { embeddedObjectsOf } from '../../text/structured-data.ts';
import type { SavedResource } from '../../types/import.ts';
import { isChrome } from '../pages/page.ts';
import { type Element, around, below, isUnseen, linesOf, linksIn } from '../pages/tree.ts';
import { linkedFrom } from './links.ts';
import { partsOf } from './parts.ts';
import type { Reading, ShownPage } from './reading.ts';

/** Lines above the posts that are looked at. */
const mostLines = 300;
const mostContacts = 10;
const longestDescription = 2000;

/** What a page says of its resource beside the posts. */
export function readHeader(page: ShownPage, reading: Reading, posts: ReadonlySet<Element>): SavedResource['told'] {
  const { region } = page;
  const lines = headerLines(region, posts);
  const meta = metaOf(page);
  const description = descriptionIn(meta, lines);
  const outside = [...new Set(headerLinks(region, posts).flatMap((link) => linkedFrom(page.addressOf(link)) ?? []))];
  const contacts = [...new Set([...mailsIn([description ?? '', ...lines].join('\n')), ...outside])];
  const title = titleOf(page, reading, meta);
  const subscribers = subscribersOf(page, reading, meta, lines);
  return {
    ...(title !== null && { title }),
    ...(subscribers !== null && { subscribers }),
    ...(description !== null && { description }),
    ...(contacts.length > 0 && { contacts: contacts.slice(0, mostContacts) }),
    ...(outside.length > 0 && {
      links: outside.slice(0, mostContacts).map((text) => ({ text, label: '', isOwn: false })),
    }),
  };
}

/** What stands in the region outside posts, navigation and footers. */
function headerLines(region: Element, posts: ReadonlySet<Element>): string[] {
  const left = partsOf(region, (each) => posts.has(each) || (each !== region && isAside(each)));
  return linesOf(...left).slice(0, mostLines);
}

/** Navigation, footers and side columns are the site's; they show other resources, too. */
const isAside = (element: Element): boolean => isChrome(element) && element.name !== 'header';

function headerLinks(region: Element, posts: ReadonlySet<Element>): Element[] {
  const isInPost = (link: Element): boolean => {
    for (const each of around(link)) if (posts.has(each) || isAside(each)) return true;
    return false;
  };
  return linksIn(region).filter((link) => !isUnseen(link) && !isInPost(link));
}

// ------------------------------------------------------------------ what the page calls itself

interface Meta {
  title: string;
  description: string;
}

/** What the page says of itself to other programs; nothing where it says so of another page, seen before this one. */
function metaOf({ $, identify, resource }: ShownPage): Meta {
  const content = (names: string[]): string =>
    names.map((name) => $(`meta[${name}]`).first().attr('content')?.trim() ?? '').find((text) => text !== '') ?? '';
  const named = content(['property="og:url"']) || ($('link[rel="canonical"]').first().attr('href') ?? '');
  const same = named === '' ? resource : identify(named);
  const isSame = same !== null && 'network' in same && same.network === resource.network && same.name === resource.name;
  if (!isSame) return { title: '', description: '' };
  const [short, long] = [content(['property="og:description"']), content(['name="description"'])];
  return {
    title: content(['property="og:title"', 'name="twitter:title"']),
    description: long.length > short.length ? long : short,
  };
}

function titleOf({ $, region }: ShownPage, { titleElsewhere }: Reading, meta: Meta): string | null {
  const [heading] = below(region, (each) => each.name === 'h1' && !isUnseen(each)).flatMap((each) =>
    linesOf(each).slice(0, 1),
  );
  const named = withoutSite(meta.title) || withoutSite($('title').first().text());
  return (titleElsewhere ? named || heading : heading || named) || null;
}

/** `(3) Garden Letter (@gardenletter) • Instagram photos and videos`, `Garden Letter | LinkedIn`. */
const sites = /(?:^|\s)[|•·–—-]\s[^|•–—]*(?:Facebook|Instagram|LinkedIn|TikTok|Telegram|VK|ВКонтакте)[^|•–—]*$/iu;

const withoutSite = (title: string): string =>
  title
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .replace(sites, '')
    .replace(/^\(\d{1,3}\+?\) /, '')
    .replace(/ \(@[\w.]+\)$/, '')
    .trim();

// ------------------------------------------------------------------ subscribers

/** A number shown beside an exact one may differ from it by what it was shortened by. */
const shortenedBy = 0.06;

function subscribersOf(page: ShownPage, { countsLikes }: Reading, meta: Meta, lines: string[]): number | null {
  const shown = inLines(lines, subscribersIn) ?? subscribersIn(meta.description);
  const likes = (): number | null => (countsLikes ? (inLines(lines, likesIn) ?? likesIn(meta.description)) : null);
  const count = shown ?? followActions(page) ?? likes();
  return count === null ? null : (exactly(count, page) ?? count);
}

/** A line that tells it, else a number and its word in lines of their own. */
function inLines(lines: string[], count: (text: string) => number | null): number | null {
  const pairs = lines.slice(1).map((line, at) => `${lines[at]}\n${line}`);
  return first(lines, count) ?? count(lines.slice(0, 80).join('\n')) ?? first(pairs, count);
}

function first(texts: string[], count: (text: string) => number | null): number | null {
  for (const text of texts) {
    const found = count(text);
    if (found !== null) return found;
  }
  return null;
}

/** The number in full that a shortened one has as a title, or for those who listen. */
function exactly(count: number, { region }: ShownPage): number | null {
  const titled = below(region, ({ attribs }) => (attribs['title'] ?? attribs['aria-label']) !== undefined).slice(
    0,
    500,
  );
  for (const { attribs } of titled) {
    const text = attribs['title'] ?? attribs['aria-label'] ?? '';
    const exact = text.length <= 60 && /\d/.test(text) ? countIn(text) : null;
    if (exact !== null && exact % 100 !== 0 && Math.abs(exact - count) <= count * shortenedBy) return exact;
  }
  return null;
}

/** What schema.org calls follow actions, as profiles carry them (https://schema.org/interactionStatistic). */
function followActions({ $ }: ShownPage): number | null {
  for (const { interactionType, userInteractionCount } of embeddedObjectsOf($)) {
    if (!/(?:Follow|Subscribe)Action/.test(JSON.stringify(interactionType ?? '').slice(0, 200))) continue;
    const count = typeof userInteractionCount === 'string' ? countIn(userInteractionCount) : userInteractionCount;
    if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count;
  }
  return null;
}

// ------------------------------------------------------------------ description

/** Words from which on a line on a page is a sentence about it. */
const fewestWords = 6;

/** What the page tells other programs of itself without the counts before it, else its longest sentences above the posts. */
function descriptionIn({ description }: Meta, lines: string[]): string | null {
  const own = withoutCounts(description);
  const sentences = lines.filter((line) => (line.match(/\p{L}+/gu)?.length ?? 0) >= fewestWords);
  const shown = sentences.join('\n');
  const text = own !== '' && !shown.includes(own.slice(0, 40)) ? [own, shown].filter(Boolean).join('\n') : shown || own;
  return text.slice(0, longestDescription) || null;
}

/**
 * `12K Followers, 210 Following, 340 Posts - Garden Letter (@gardenletter) on Instagram: "…"`, `Garden Letter | 12,345
 * followers on LinkedIn. …`, `Garden Letter. 12,345 likes · 67 talking about this. …`: only what comes behind.
 */
function withoutCounts(description: string): string {
  const text = description.replaceAll(/\s+/g, ' ').trim().slice(0, longestDescription);
  if (subscribersIn(text) === null && likesIn(text) === null) return text;
  const [, quoted] = /: ?["“«„](.*)["”»“]\.?$/su.exec(text) ?? [];
  if (quoted !== undefined) return quoted;
  const sentences = text.split(/(?<=[.。!?]) (?=\p{Lu})/u);
  const last = sentences.findLastIndex((each) => (subscribersIn(each) ?? likesIn(each)) !== null);
  return sentences.slice(last + 1).join(' ');
}
