import { subscribersIn } from '../../text/counts.ts';
import { mailsIn } from '../../text/mails.ts';
import type { IdentifyResource, SavedResource } from '../../types/import.ts';
import { type Post, longestPost } from '../../types/resource.ts';
import type { ImportFile } from '../import-format.ts';
import { savedPage } from '../pages/page.ts';
import { type Element, below, linesOf, linksIn } from '../pages/tree.ts';
import { linkedFrom } from './links.ts';
import type { ShownPage } from './reading.ts';
import { shownPage } from './shown.ts';

/** The card of a channel or group at t.me, and the preview of a channel's posts. */
export function telegramResource(file: ImportFile, identify: IdentifyResource): SavedResource | null {
  const saved = savedPage(file, (host) => /^(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)$/.test(host));
  const page = shownPage(saved, file, identify, 'telegram');
  if (page === null) return null;
  const withClass = (name: string): Element[] =>
    below(page.region, ({ attribs }) => (attribs['class'] ?? '').split(/\s+/).includes(name));
  const textOf = (...names: string[]): string =>
    names.map((name) => withClass(name).map((each) => linesOf(each).join('\n'))[0] ?? '').find(Boolean) ?? '';
  // Counters of photos, videos and links stand beside that of subscribers, each with its word.
  const counters = [
    ...withClass('tgme_page_extra'),
    ...withClass('tgme_channel_info_counter'),
    ...withClass('tgme_header_counter'),
  ];
  const lines = counters.map((each) => linesOf(each).join(' '));
  const subscribers = lines.map(subscribersIn).find((count) => count !== null) ?? null;
  const posts = withClass('tgme_widget_message')
    .flatMap((each) => postIn(each, page) ?? [])
    .toReversed();
  if (subscribers === null && posts.length === 0) return null;
  const description = textOf('tgme_page_description', 'tgme_channel_info_description');
  const about = [...withClass('tgme_page_description'), ...withClass('tgme_channel_info_description')];
  const sites = about.flatMap(linksIn).flatMap((link) => linkedFrom(page.addressOf(link)) ?? []);
  const contacts = [...new Set([...mailsIn(description), ...sites])];
  const title = textOf('tgme_page_title', 'tgme_channel_info_header_title').split('\n')[0] ?? '';
  return {
    format: 'saved page of Telegram',
    resource: page.resource,
    otherIds: [],
    told: {
      ...(title !== '' && { title }),
      ...(subscribers !== null && { subscribers }),
      ...(description !== '' && { description }),
      ...(contacts.length > 0 && { contacts }),
      ...(lines.some(saysMembers) && { group: true }),
    },
    posts,
    savedAt: file.savedAt,
  };
}

/** Members may all write; subscribers of a channel only read. */
const saysMembers = (line: string): boolean =>
  /member|участник|учасник|mitglied|membre|miembro|membro|üye|członk|leden|μέλ/iu.test(line);

function postIn(message: Element, { addressOf, resource }: ShownPage): Post | null {
  const place = message.attribs['data-post'];
  const withClass = (name: string): Element | undefined =>
    below(message, ({ attribs }) => (attribs['class'] ?? '').split(/\s+/).includes(name))[0];
  const body = withClass('js-message_text') ?? withClass('tgme_widget_message_text');
  if (place === undefined || body === undefined) return null;
  const time = below(message, ({ name, attribs }) => name === 'time' && attribs['datetime'] !== undefined)[0];
  const at = Date.parse(time?.attribs['datetime'] ?? '');
  const source = withClass('tgme_widget_message_forwarded_from_name');
  const name = source === undefined ? '' : (linesOf(source)[0] ?? '');
  const [, handle] = /^\/(?:s\/)?(\w{4,32})/.exec((source && addressOf(source))?.pathname ?? '') ?? [];
  const author = handle?.toLowerCase() ?? (name === '' ? resource.name : `name:${name}`);
  const isOwn = author === resource.name;
  return {
    url: `https://t.me/${place}`,
    at: Number.isFinite(at) ? new Date(at).toISOString() : null,
    kind: isOwn ? 'own' : 'repost',
    author,
    text: linesOf(body).join('\n').slice(0, longestPost),
    ...(!isOwn && { by: { name, handle: handle?.toLowerCase() ?? null, bio: null } }),
  };
}
