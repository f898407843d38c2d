import { lookup } from '../../text/lookup.ts';
import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { type Fields, fieldsOf, isFields, itemsOf, trimmedText } from './fields.ts';
import { addressAmong, skippedCount, damaged, type Entry, recognisedList } from './lists.ts';
import { repairMojibake } from './mojibake.ts';
import { type MetaList, listNamed } from './meta-headings.ts';
import { metaPage } from './meta-page.ts';

const whatToDo =
  'import the lists of the same export that show what the client reads: who you\'ve followed ("Followers"), pages you ' +
  'follow and pages you\'ve liked ("Pages"), group membership activity ("Groups")';
const bringWhole = 'ask for the export again, with all dates ("All time"), and import the same file of it';

/** What Facebook's own export says of an account's follows, in JSON and in HTML. Mostly names, seldom addresses. */
export const facebookExport: ImportFormat = {
  id: 'facebook-export',
  recognise: (file, identify) =>
    inJson(file.json(), file.name, identify) ??
    damaged(file, /"(?:following|pages_followed|page_likes|groups_joined)_v\d+"/, 'Facebook export') ??
    inPage(file, identify),
};

const followLists: Partial<Record<string, string>> = {
  following: 'people and pages followed',
  pages_followed: 'pages followed',
  page_likes: 'pages liked',
  groups_joined: 'groups joined',
};

const siblings: Partial<Record<string, string>> = {
  friends: 'friends',
  followers: 'followers',
  received_requests: 'friend requests received',
  sent_requests: 'friend requests sent',
  rejected_requests: 'friend requests rejected',
  deleted_friends: 'friends removed',
  pages_unfollowed: 'pages no longer followed',
  groups_admined: 'groups managed',
  group_posts: 'posts in groups',
  group_comments: 'comments in groups',
  comments: 'comments',
  reactions: 'reactions',
};

function inJson(json: unknown, fileName: string, identify: IdentifyResource): RecognisedFile | null {
  if (!isFields(json)) return null;
  for (const [key, value] of Object.entries(json)) {
    // Before 2021 the keys had no version, and `following` could be anybody's.
    const [, kind = '', version] = /^([a-z_]+?)(_v\d+)?$/.exec(key) ?? [];
    if (!Array.isArray(value) || (version === undefined && !isEventList(value))) continue;
    const list = lookup(followLists, kind);
    if (list !== undefined) return listIn(value, kind, `Facebook export: ${list}`, identify);
    const sibling = lookup(siblings, kind);
    if (sibling !== undefined) return notFollows(sibling);
  }
  return renamed(json, fileName, identify);
}

/** The only list under a key that Facebook may have made up since, where the key or the file is called like one of them. */
function renamed(json: Fields, fileName: string, identify: IdentifyResource): RecognisedFile | null {
  const [[key, items] = ['', null], ...more] = Object.entries(json);
  if (more.length > 0 || !Array.isArray(items) || !isEventList(items)) return null;
  const list = listNamed([key.replace(/_v\d+$/, '')], fileName);
  const what = list === null ? undefined : pageLists[list];
  return what === undefined
    ? null
    : listIn(items, list === 'groups' ? 'groups_joined' : '', `Facebook export: ${what}`, identify);
}

const isEventList = (items: unknown[]): boolean => items.length > 0 && items.every(isEvent);

const isEvent = (item: unknown): boolean => {
  const { name, title, timestamp } = fieldsOf(item);
  return typeof timestamp === 'number' && (typeof name === 'string' || typeof title === 'string');
};

function listIn(items: unknown[], kind: string, format: string, identify: IdentifyResource): RecognisedFile {
  const current = kind === 'groups_joined' ? withoutGroupsLeft(items) : { items, skipped: [] };
  const entries = current.items.map((item) => entryIn(fieldsOf(item), identify));
  const skipped = skippedCount(
    current.skipped.length,
    'entry about a group that was left',
    'entries about groups that were left',
  );
  const isPart = !wholeLists.has(kind);
  return recognisedList(
    { format, network: 'facebook', entries, skipped, whatToDo: bringWhole, ...(isPart && { isPart }) },
    identify,
  );
}

/** Whoever follows nobody and no page may still be in groups, and like pages of old. */
const wholeLists = new Set(['following', 'pages_followed']);

function entryIn(item: Fields, identify: IdentifyResource): Entry | null {
  const detail = fieldsOf(itemsOf(item['data'])[0]);
  const title = repairMojibake(nameIn(item) || trimmedText(item['title']));
  const address = addressAmong([trimmedText(item['url']), trimmedText(detail['url'])], 'facebook', identify);
  return title === '' && address === null ? null : { address, title: title || null };
}

/** Until about 2020 a group's name stood among the attachments, or in the sentence alone. */
function nameIn(item: Fields): string {
  const [attachment] = itemsOf(item['attachments']).map(fieldsOf);
  const places = [item, fieldsOf(itemsOf(item['data'])[0]), fieldsOf(itemsOf(attachment?.['data'])[0])];
  const name = places.map((place) => trimmedText(place['name'])).find((text) => text !== '');
  return name ?? nameOf(trimmedText(item['title']), joining) ?? '';
}

/**
 * A group that was left has a line of its own: a sentence in the person's language, with or without the name beside it.
 * It undoes the earlier joining of the group with the longest name in that sentence.
 */
function withoutGroupsLeft(items: unknown[]): { items: unknown[]; skipped: unknown[] } {
  const skipped: unknown[] = [];
  const joined = new Map<string, Fields[]>();
  const byTime = items.map(fieldsOf).toSorted((a, b) => timeOf(a) - timeOf(b));
  const isLeaving = leavingIn(byTime);
  for (const item of byTime) {
    const name = nameIn(item);
    if (name !== '' && !isLeaving(item)) {
      const same = joined.get(name);
      if (same) same.push(item);
      else joined.set(name, [item]);
      continue;
    }
    skipped.push(item);
    const undone = longestIn(trimmedText(item['title']), joined);
    if (undone === null) continue;
    for (const each of joined.get(undone) ?? []) skipped.push(each);
    joined.delete(undone);
  }
  const kept = new Set([...joined.values()].flat());
  return { items: items.filter((item) => isFields(item) && kept.has(item)), skipped };
}

/** Longer sentences hold no name of a group. */
const longestSentence = 300;

/** The longest of some names that a sentence holds, not within a word; null where it holds none. */
function longestIn(sentence: string, names: ReadonlyMap<string, unknown>): string | null {
  const text = sentence.slice(0, longestSentence);
  const edges = Array.from({ length: text.length + 1 }, (_, at) => at).filter(
    (at) => !/^[\p{Ll}\p{Lu}\d]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1)),
  );
  let longest: string | null = null;
  for (const from of edges) {
    for (const to of edges) {
      if (to - from <= (longest?.length ?? 0)) continue;
      const piece = text.slice(from, to);
      if (names.has(piece)) longest = piece;
    }
  }
  return longest;
}

/**
 * Which of the sentences beside a name say that the group was left: those with the words of it, and in any language those
 * that mostly follow upon another one about the same group.
 */
function leavingIn(byTime: Fields[]): (item: Fields) => boolean {
  const seen = new Set<string>();
  const behind = new Map<string, number>();
  for (const item of byTime) {
    const name = nameIn(item);
    if (name === '') continue;
    behind.set(phraseOf(item), (behind.get(phraseOf(item)) ?? 0) + (seen.has(name) ? 1 : -1));
    seen.add(name);
  }
  return (item) => saysLeft.test(phraseOf(item)) || (behind.get(phraseOf(item)) ?? 0) > 0;
}

/** The sentence without the group's name. */
const phraseOf = (item: Fields): string => repairMojibake(trimmedText(item['title']).replace(nameIn(item), ''));

const timeOf = ({ timestamp }: Fields): number => (typeof timestamp === 'number' ? timestamp : 0);

const pageLists: Partial<Record<MetaList, string>> = {
  following: 'people and pages followed',
  pages: 'pages followed',
  likes: 'pages liked',
  groups: 'groups joined',
};

function inPage(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const page = metaPage(file);
  if (page?.network !== 'facebook') return null;
  const list = page.list === null ? undefined : pageLists[page.list];
  if (page.list !== null && list === undefined) return notFollows(page.list);
  if (list === undefined)
    return {
      format: 'Facebook export: a page',
      reason: 'neither its heading nor its name says that it lists what the client follows',
      whatToDo: `${whatToDo}, under their own names, or ask for the export in JSON`,
    };
  const format = `Facebook export: ${list}`;
  if (page.range) {
    const { from, to } = page.range;
    return { format, reason: `it holds only what happened from ${from} to ${to}`, whatToDo: bringWhole };
  }
  if (page.list === 'groups') return groupsIn(format, page.entries, identify);
  const entries = page.entries.map(({ title, links }): Entry | null => {
    const address = addressAmong(links, 'facebook', identify);
    return title === '' && address === null ? null : { address, title: title || null };
  });
  return recognisedList(
    { format, network: 'facebook', isPart: true, entries, skipped: [], whatToDo: bringWhole },
    identify,
  );
}

/** Sentences in which a page, unlike the JSON, hides a group's name; the languages of which real ones are known. */
const joining = [
  /^You (?:became a member of|joined) (.+)\.$/,
  /^Du blev medlem af (.+)\.$/,
  /^Vous êtes devenue? membre de (.+)\.$/,
];
const leaving = [
  /^You stopped being a member of (.+)\.$/,
  /^Du er stoppet med at være medlem af (.+)\.$/,
  /^Vous avez arrêté d'être membre de (.+)\.$/,
];

/** Words of leaving a group. */
const saysLeft =
  /stopped being|you left|no longer|kein mitglied|nicht mehr|verlassen|arrêté d'être|quitté|n'êtes plus|dejaste|has dejado|ya no eres|deixou|saiu|non sei più|hai smesso|abbandonat|geen lid meer|verlaten|gestopt|przestał|opuścił|ayrıld|üyesi değil|перестал|покинул|вышли|вийшл|залишил|αποχωρήσ|δεν είστε πλέον|σταματήσ|stoppet med/iu;

function groupsIn(format: string, events: { title: string }[], identify: IdentifyResource): RecognisedFile {
  const gone = events.map(({ title }) => nameOf(title, leaving)).filter((name) => name !== null);
  const joined = events.map(({ title }) => nameOf(title, joining)).filter((name) => name !== null);
  const current = joined.filter((name) => !gone.includes(name));
  const unread = events.length - gone.length - joined.length;
  const inAnotherLanguage =
    'ask for the export in JSON, which lists the names of groups separately, and import the same file';
  const skipped = [
    ...skippedCount(
      events.length - unread - current.length,
      'entry about a group that was left',
      'entries about groups that were left',
    ),
    ...skippedCount(unread, 'sentence that was not understood', 'sentences that were not understood'),
  ];
  const entries = current.map((title) => ({ address: null, title }));
  if (current.length === 0 && unread > 0)
    return {
      format,
      reason: 'its sentences are in a language that is not supported',
      whatToDo: inAnotherLanguage,
    };
  return recognisedList(
    { format, network: 'facebook', isPart: true, entries, skipped, whatToDo: bringWhole },
    identify,
  );
}

function nameOf(sentence: string, patterns: RegExp[]): string | null {
  for (const pattern of patterns) {
    const [, name] = pattern.exec(sentence) ?? [];
    if (name !== undefined) return name;
  }
  return null;
}

const notFollows = (list: string): RecognisedFile => ({
  format: `Facebook export: ${list}`,
  reason: 'this list does not show what the client follows',
  whatToDo,
});
