import type { CheerioAPI } from 'cheerio';
import { UnexpectedAnswer, Unreadable } from '../../errors.ts';
import { withoutLists } from '../kit/without-lists.ts';
import { fillFacts } from '../../types/facts.ts';
import type { ResourceName } from '../../types/input.ts';
import type { Network } from '../../types/network.ts';
import type { Facts, Post, Resource } from '../../types/resource.ts';
import type { Answer, Web } from '../../types/web.ts';
import { parseHandle, parseProfile, parseResource, channelPageUrl, telegramHosts } from './addresses.ts';
import { audienceIn } from './audience.ts';
import { publishedMessage } from './published.ts';

const network = 'telegram';
const host = 't.me';

const notPublic = 'what a person reads on Telegram is not public';

/**
 * Telegram's channels and groups through the pages that it serves to everybody. What people read there is not public, so
 * only resources are read. The web shows no other id of a channel than its name.
 */
export const telegram: Network = {
  id: network,
  title: 'Telegram',
  hosts: telegramHosts,
  aliases: [
    'telegram',
    'tg',
    'телеграм',
    'телеграмм',
    'телега',
    'телеграма',
    'тг',
    'тгк',
    'τέλεγκραμ',
    'tgk',
    'тлг',
    'テレグラム',
    '텔레그램',
    '电报',
    'تيليجرام',
    'تلغرام',
    'טלגרם',
  ],
  accounts: {
    count: 1_000_000_000,
    asOf: '2025-03',
    source: 'https://hi-tech.ua/en/telegram-already-has-over-1-billion-registered-users/',
  },
  examples: [
    { input: 'https://t.me/gardenletter', profile: 'gardenletter' },
    { input: 'http://www.telegram.me/s/GardenLetter?before=120', profile: 'gardenletter' },
    { input: 't.me/gardenletter/123', profile: 'gardenletter' },
    { input: 'gardenletter.t.me', profile: 'gardenletter' },
    { input: 'tg://resolve?domain=gardenletter&post=123', profile: 'gardenletter' },
    { input: 'https://web.telegram.org/k/#@gardenletter', profile: 'gardenletter' },
    { input: 'https://t.me/+AbCdEfGhIjKlMnOp', profile: null },
    { input: 'https://t.me/c/1234567890/12', profile: null },
    { input: '@gardenletter', profile: null },
  ],
  terms: {
    keepDays: null,
    derived: 'public cards of named channels; scraping for training is forbidden',
    mixable: true,
    consent: null,
    source: 'https://telegram.org/tos/content-licensing',
    read: '2026-11-21',
  },
  // Undocumented. Forty requests in a row were answered without complaint in 2026-08; one a second is asked for here.
  paces: [{ requests: 1, seconds: 1 }],
  concurrency: 1,
  batch: { profiles: 1, follows: 1, facts: 1, posts: 20 },
  parseProfile: parseProfile,
  parseHandle: parseHandle,
  parseResource: parseResource,
  pageOf: channelPageUrl,
  utmSource: () => host,
  ...withoutLists(notPublic),
  findResources,
  decidesFloor: () => false,
  readFacts,
  readPosts,
  publishedPost: publishedMessage,
};

// ------------------------------------------------------------------ facts

async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
  for (const name of names) {
    const facts = await readCard(name.name, web);
    if (!facts.exists) continue;
    const { title, url } = facts;
    yield [name, { network, id: name.name, name: name.name, title, url, host }, facts];
  }
}

async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts]> {
  for (const resource of resources) yield [resource, await readCard(resource.id, web)];
}

/** Names, e-mails and addresses that a description mentions. */
const contactsIn = (description: string): string[] => [
  ...new Set(
    description.match(/https?:\/\/[^\s,;]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])@[a-z]\w{3,31}/gi) ?? [],
  ),
];

/**
 * What the card of a name says. A name that nobody has, or that is banned, gets a card without a title; a person's has
 * `@name` in the place of the number, a bot's its monthly users.
 */
async function readCard(name: string, web: Web): Promise<Facts> {
  const { body: page, url } = await show(name, web);
  const title = lineOf(page('.tgme_page_title span').first()) || lineOf(page('.tgme_page_title').first());
  const exists = title !== '';
  if (!exists && page('.tgme_page a[href^="tg://resolve?domain="]').length === 0) {
    throw new UnexpectedAnswer(url, 'the page is not the card that Telegram shows for a name');
  }
  const lines = page('.tgme_page_extra').toArray();
  const audience = lines.map((line) => audienceIn(page(line).text())).find((each) => each !== null);
  const description = exists ? web.textOf(page('.tgme_page_description').first().html() ?? '') : '';
  const resource = { name, title: title || null, url: channelPageUrl(name), host };
  return fillFacts(resource, {
    subscribers: audience?.count ?? null,
    description: description || null,
    contacts: contactsIn(description),
    group: audience?.members ?? false,
    exists,
    ref: name,
  });
}

// ------------------------------------------------------------------ posts

const mostPages = 3;

/** Signatures on one page from which on they are taken for different authors rather than for a staff of one or two. */
const fewestSigners = 3;

type Part = ReturnType<CheerioAPI>;

/**
 * The posts that the preview shows, at most three pages. A forwarded post is its author's. Telegram lets only a channel's
 * own staff sign; still, where three different people sign on one page, several authors write, and signed posts are taken
 * for theirs; one or two signatures say no more than who was on duty.
 */
async function* readPosts({ id: name }: Resource, facts: Facts, web: Web): AsyncIterable<Post> {
  // The web shows no messages of groups (seen 2026-08): the preview of one leads back to its card.
  if (facts.group) throw new Unreadable('hidden', 'Telegram shows no messages of groups on the web');
  let before: number | null = null;
  for (let read = 0; read < mostPages; read += 1) {
    const { body: page, url } = await show(`s/${name}${before === null ? '' : `?before=${before}`}`, web);
    if (!new URL(url).pathname.startsWith('/s/')) {
      throw new Unreadable('hidden', 'the channel shows no preview of its posts on the web');
    }
    if (page('.tgme_channel_history, .tgme_channel_info').length === 0) {
      throw new UnexpectedAnswer(url, 'the page is not the preview that Telegram shows of a channel');
    }
    yield* postsOn(page, name, web);
    const older = olderThan(page);
    if (older === null || (before !== null && older >= before)) return;
    before = older;
  }
}

/** Newest first; the page has the oldest first. */
function postsOn(page: CheerioAPI, own: string, web: Web): Post[] {
  const messages = page('.tgme_widget_message[data-post]:not(.service_message)').toArray().toReversed();
  const signers = new Set(messages.map((message) => signerOf(page(message))).filter(Boolean));
  const signed = signers.size >= fewestSigners;
  return messages.map((element): Post => {
    const message = page(element);
    const forwarded = forwardedFrom(message);
    const author = forwarded?.author ?? (signed ? signatureOf(message) : null) ?? own;
    const name = forwarded ? forwarded.name : signerOf(message);
    return {
      url: channelPageUrl(message.attr('data-post') ?? own),
      at: message.find('.tgme_widget_message_date time[datetime]').attr('datetime') ?? null,
      kind: author === own ? 'own' : 'repost',
      author,
      // A reply shows the start of what it answers in an element of nearly the same kind.
      text: web.textOf(message.find('.tgme_widget_message_text.js-message_text').first().html() ?? ''),
      ...(author !== own && { by: { name, handle: forwarded?.handle ?? null, bio: null } }),
      ...(author !== own && !forwarded && { place: 'signed' as const }),
    };
  });
}

/** The channel or person that a forwarded post comes from; without a link there is only what is shown of them. */
function forwardedFrom(message: Part): { author: string; name: string; handle: string | null } | null {
  const line = message.find('.tgme_widget_message_forwarded_from').first();
  if (line.length === 0) return null;
  const source = line.find('.tgme_widget_message_forwarded_from_name').first();
  const linked = parseProfile(source.attr('href') ?? '');
  const name = lineOf(source) || lineOf(line);
  const handle = linked && 'name' in linked ? linked.name : null;
  return { author: handle ?? `name:${name}`, name, handle };
}

const signatureOf = (message: Part): string | null => {
  const signer = signerOf(message);
  return signer === '' ? null : `signed:${signer}`;
};

const signerOf = (message: Part): string => lineOf(message.find('.tgme_widget_message_from_author').first());

function olderThan(page: CheerioAPI): number | null {
  const before = page('.tme_messages_more[data-before]').attr('data-before') ?? '';
  return /^\d+$/.test(before) ? Number(before) : null;
}

const lineOf = (part: Part): string => part.text().replaceAll(/\s+/g, ' ').trim();

const show = (path: string, web: Web): Promise<Answer<CheerioAPI>> =>
  web.page(`https://${host}/${path}`, { headers: { 'accept-language': 'en' } });
