import { lookup } from '../../text/lookup.ts';
import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { fieldsOf, isFields, itemsOf, trimmedText } from './fields.ts';
import { addressAmong, skippedCount, damaged, type Entry, recognisedList } from './lists.ts';
import { listNamed } from './meta-headings.ts';
import { type MetaPage, metaPage } from './meta-page.ts';

const followed = 'Instagram export: accounts followed';
const whatToDo = 'import following.json (or following.html), which is in the same folder of the export';
const bringWhole = 'ask for the export again, with all dates ("All time"), and bring its following.json';

/** What Instagram's own export says of an account's follows, in JSON since 2018 and in HTML. */
export const instagramExport: ImportFormat = {
  id: 'instagram-export',
  recognise: (file, identify) =>
    inJson(file.json(), file.name, identify) ??
    damaged(file, /"relationships_following"|"string_list_data"/, followed) ??
    inPage(file, identify),
};

function inJson(json: unknown, fileName: string, identify: IdentifyResource): RecognisedFile | null {
  if (Array.isArray(json)) {
    if (json.length === 0 || !json.every(isRelation)) return null;
    return listNamed([], fileName) === 'following' ? relationsIn(json, [], identify) : followers;
  }
  if (!isFields(json)) return null;
  const { relationships_following: following, relationships_following_hashtags: hashtags } = json;
  if (Array.isArray(following)) return relationsIn(following, itemsOf(hashtags), identify);
  const renamed = Object.entries(json).find(
    ([key, value]) => /(?:^|_)following(?:_v?\d+)?$/.test(key) && !key.startsWith('text_post') && areRelations(value),
  );
  if (renamed) return relationsIn(itemsOf(renamed[1]), [], identify);
  return beforeTheYear2021(json, identify) ?? onThreads(json, identify) ?? sibling(json);
}

function relationsIn(relations: unknown[], hashtags: unknown[], identify: IdentifyResource): RecognisedFile {
  const entries = relations.map((relation) => accountIn(relation, identify));
  const skipped = skippedCount(hashtags.length, 'hashtag', 'hashtags');
  return recognisedList({ format: followed, network: 'instagram', entries, skipped, whatToDo: bringWhole }, identify);
}

const areRelations = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isRelation);

const isRelation = (value: unknown): boolean => Array.isArray(fieldsOf(value)['string_list_data']);

/**
 * Until autumn 2025 the name stood in `value`; since then it stands in `title`, `value` is gone and the link leads to
 * `/_u/` (github.com/aviolaris/instaunfollowers/issues/113).
 */
function accountIn(relation: unknown, identify: IdentifyResource): Entry | null {
  const { title, string_list_data: list } = fieldsOf(relation);
  const { value, href } = fieldsOf(itemsOf(list)[0]);
  return account([trimmedText(title), trimmedText(value)], [trimmedText(href)], identify);
}

function account(names: string[], links: string[], identify: IdentifyResource): Entry | null {
  const candidates = [
    ...names.map((name) => (/^@?[\w.]+$/.test(name) ? addressOf(name.replace(/^@/, '')) : '')),
    ...links.map((link) => link.replace('/_u/', '/')),
  ];
  const address = addressAmong(candidates, 'instagram', identify);
  return address === null ? null : { address, title: null };
}

const addressOf = (name: string): string => `https://www.instagram.com/${name}`;

/** One connections.json with `{name: date}` for each kind of relation. */
function beforeTheYear2021(json: Record<string, unknown>, identify: IdentifyResource): RecognisedFile | null {
  const { following, followers: fans, following_hashtags: hashtags } = json;
  const isOld = isFields(following) && (isFields(fans) || isFields(json['blocked_users']) || isFields(hashtags));
  if (!isOld || !Object.values(following).every((date) => typeof date === 'string')) return null;
  const entries = Object.keys(following).map((name) => account([name], [], identify));
  const skipped = [
    ...skippedCount(Object.keys(fieldsOf(fans)).length, 'follower', 'followers'),
    ...skippedCount(Object.keys(fieldsOf(hashtags)).length, 'hashtag', 'hashtags'),
  ];
  return recognisedList({ format: followed, network: 'instagram', entries, skipped, whatToDo: bringWhole }, identify);
}

/** Follows on Threads come in the same archive. */
function onThreads(json: Record<string, unknown>, identify: IdentifyResource): RecognisedFile | null {
  const following = json['text_post_app_text_post_app_following'];
  if (!Array.isArray(following)) return null;
  const entries = following.map((relation): Entry | null => {
    const { title, string_list_data: list } = fieldsOf(relation);
    const { value, href } = fieldsOf(itemsOf(list)[0]);
    const names = [trimmedText(title), trimmedText(value)].filter((name) => /^@?[\w.]+$/.test(name));
    const candidates = [
      ...names.map((name) => `https://www.threads.com/@${name.replace(/^@/, '')}`),
      trimmedText(href),
    ];
    const address = addressAmong(candidates, 'threads', identify);
    return address === null ? null : { address, title: null };
  });
  const format = 'Instagram export: accounts followed on Threads';
  return recognisedList({ format, network: 'threads', entries, skipped: [], whatToDo: bringWhole }, identify);
}

const followers: RecognisedFile = {
  format: 'Instagram export: followers',
  reason: 'these accounts follow the client; the client does not necessarily follow them',
  whatToDo,
};

const siblings: Record<string, string> = {
  relationships_following_hashtags: 'hashtags followed',
  relationships_follow_requests_sent: 'unanswered requests',
  relationships_permanent_follow_requests: 'unanswered requests',
  relationships_follow_requests_received: 'requests received',
  relationships_unfollowed_users: 'accounts no longer followed',
  relationships_close_friends: 'close friends',
  relationships_blocked_users: 'accounts blocked',
  relationships_restricted_users: 'accounts restricted',
  relationships_dismissed_suggested_users: 'suggestions removed',
  relationships_feed_favorites: 'favourites',
  text_post_app_text_post_app_followers: 'followers on Threads',
};

function sibling(json: Record<string, unknown>): RecognisedFile | null {
  if ('relationships_followers' in json) return followers;
  const key = Object.keys(json).find((each) => /^(?:relationships|text_post_app)_/.test(each));
  if (key === undefined) return null;
  return {
    format: `Instagram export: ${lookup(siblings, key) ?? 'another list'}`,
    reason: 'this is not the list of accounts followed',
    whatToDo,
  };
}

function inPage(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  const page = metaPage(file);
  if (page?.network !== 'instagram') return null;
  if (page.list === 'followers') return followers;
  if (page.list !== 'following') return otherPage(page);
  if (page.range) {
    const { from, to } = page.range;
    return { format: followed, reason: `it holds only what was followed from ${from} to ${to}`, whatToDo: bringWhole };
  }
  const entries = page.entries.map(({ title, links }) => account([title], links, identify));
  return recognisedList(
    { format: followed, network: 'instagram', entries, skipped: [], whatToDo: bringWhole },
    identify,
  );
}

function otherPage({ list }: MetaPage): RecognisedFile {
  if (list === null)
    return {
      format: 'Instagram export: a page',
      reason: 'neither its heading nor its name says that it lists accounts followed',
      whatToDo: 'import following.html under its own name, or ask for the export in JSON and import following.json',
    };
  return {
    format: 'Instagram export: another list',
    reason: 'this is not the list of accounts followed',
    whatToDo,
  };
}
