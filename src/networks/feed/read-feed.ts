import type { CheerioAPI } from 'cheerio';
import { UnexpectedAnswer } from '../../errors.ts';
import { mailsIn } from '../../text/mails.ts';
import { canParseUrl, urlOf } from '../../text/web-address.ts';
import { type Post, longestPost } from '../../types/resource.ts';
import { instant } from '../kit/fields.ts';
import { elementsOf, type FeedElement } from './elements.ts';

/** What a feed says of itself, and its newest entries. */
export interface Feed {
  title: string | null;
  description: string | null;
  /** E-mail addresses of whoever answers for it, and the address of its page. */
  contacts: string[];
  /** The address of its page. */
  site: string | null;
  /** Where a podcast says that it has moved; null where it stays. */
  movedTo: string | null;
  /** Newest first. */
  posts: Post[];
}

/** Entries that are looked at; podcasts keep all they ever had. */
const mostEntries = 50;

/**
 * RSS 0.9 to 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0 and Atom (RFC 4287), with what podcasts add:
 * `itunes:` (https://help.apple.com/itc/podcasts_connect/#/itcb54353390) and `podcast:person`
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md). Read 2026-11-28.
 * @param url where it came from
 * @param textOf what a reader sees of HTML
 * @throws UnexpectedAnswer where it is no feed
 */
export function feedIn(page: CheerioAPI, url: string, textOf: (html: string) => string): Feed {
  const root = elementsOf(page, textOf);
  const isFeed = ['rss', 'feed', 'rdf:rdf', 'rdf'].includes(root.name);
  if (!isFeed) throw new UnexpectedAnswer(url, 'the answer is no feed');
  const channel = root.first('channel') ?? root;
  const places = [channel.all('item'), root.all('item'), root.all('entry')];
  const entries = places.find(({ length }) => length > 0) ?? [];
  const title = channel.text('title');
  const house = new Set([title, ...authorsOf(channel)].filter(Boolean).map(folded));
  const posts = entries.slice(0, mostEntries).flatMap((entry) => postsOf(entry, url, house));
  const movedTo = channel.text('itunes:new-feed-url');
  return {
    title: title || null,
    description: channel.text('itunes:summary', 'description', 'subtitle').slice(0, longestPost) || null,
    contacts: contactsOf(channel, url),
    site: siteIn(channel, url),
    movedTo: canParseUrl(movedTo) ? movedTo : null,
    posts: posts.toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? '')),
  };
}

// ------------------------------------------------------------------ entries

/** The entry, once for each of its authors who is not the feed's own, and for each guest. */
function postsOf(entry: FeedElement, feedUrl: string, house: ReadonlySet<string>): Post[] {
  const heading = entry.text('title', 'itunes:title');
  const body = entry.text('itunes:summary', 'description', 'summary', 'content', 'content:encoded');
  const plain = {
    url: addressOf(entry, feedUrl),
    at: instant(entry.text('pubdate', 'published', 'dc:date', 'updated')),
    text: [heading, body].filter(Boolean).join('\n').slice(0, longestPost),
  };
  const isOther = (name: string): boolean => isPerson(name) && !house.has(folded(name));
  const guests = entry
    .all('podcast:person')
    .filter((person) => person.attribute('role').toLowerCase().includes('guest'))
    .map((person) => person.ownText())
    .filter(isOther);
  const authors = authorsOf(entry).filter(isOther);
  if (guests.length > 0) return guests.map((name) => ({ ...plain, kind: 'repost', place: 'guest', ...by(name) }));
  if (authors.length > 0) return authors.map((name) => ({ ...plain, kind: 'repost', place: 'signed', ...by(name) }));
  return [{ ...plain, kind: 'own', author: 'house' }];
}

const by = (name: string): Pick<Post, 'author' | 'by'> => ({
  author: `name:${folded(name)}`,
  by: { name, handle: null, bio: null },
});

/** Names in the order they stand in, none twice. */
function authorsOf(part: FeedElement): string[] {
  const written = [
    ...part.all('dc:creator', 'itunes:author').map((each) => each.ownText()),
    ...part.all('author', 'managingeditor').map((each) => each.text('name') || each.ownText()),
  ];
  const byName = new Map(written.map(nameIn).map((name) => [folded(name), name]));
  return [...byName.values()].filter(Boolean);
}

/** The name in `mail@host.example (Anna Quince)`, which is how RSS writes authors, or the whole where there is no mail. */
function nameIn(written: string): string {
  if (!written.includes('@')) return written;
  const start = written.indexOf('(');
  const end = written.lastIndexOf(')');
  return start > 0 && end > start ? written.slice(start + 1, end).trim() : '';
}

/** A name of two words or more: one word is a login, such as `admin`. */
const isPerson = (name: string): boolean => /\p{L}[\s.]+\p{L}/u.test(name) && name.length <= 80;

const folded = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** The entry's own page, else that of the feed. */
function addressOf(entry: FeedElement, feedUrl: string): string {
  const links = entry.all('link');
  const page = links.find((link) => ['', 'alternate'].includes(link.attribute('rel')));
  const guid = entry.first('guid');
  const isAddress = guid !== undefined && guid.attribute('ispermalink') !== 'false';
  const written = page?.attribute('href') || page?.ownText() || (isAddress ? guid.ownText() : '');
  return absolute(written, feedUrl) ?? feedUrl;
}

function absolute(address: string, base: string): string | null {
  const url = address === '' ? null : urlOf(address, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

// ------------------------------------------------------------------ contacts

function contactsOf(channel: FeedElement, feedUrl: string): string[] {
  const owners = [...channel.all('itunes:owner'), ...channel.all('author')];
  const written = [
    ...owners.map((owner) => owner.text('itunes:email', 'email') || owner.ownText()),
    channel.text('managingeditor'),
    channel.text('webmaster'),
  ];
  const mails = written.flatMap((text) => mailsIn(text.slice(0, 300)).slice(0, 1));
  const site = siteIn(channel, feedUrl);
  return [...new Set([...mails, ...(site ? [site] : [])])];
}

function siteIn(channel: FeedElement, feedUrl: string): string | null {
  const page = channel.all('link').find((link) => ['', 'alternate'].includes(link.attribute('rel')));
  return page ? absolute(page.attribute('href') || page.ownText(), feedUrl) : null;
}
