import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { type Fields, fieldsOf, isFields, itemsOf, trimmedText } from './fields.ts';
import { addressAmong, damaged, type Entry, recognisedList } from './lists.ts';

const format = 'TikTok export: accounts followed';
const whatToDo =
  'ask for the export again in JSON, with all data ("Profile and settings" holds the follows), and bring ' +
  'user_data_tiktok.json';
const followers = 'these accounts follow the client; the client does not necessarily follow them';

/** TikTok's own export, as one JSON file or as a text file for each list. */
export const tiktokExport: ImportFormat = {
  id: 'tiktok-export',
  recognise: (file, identify) =>
    inJson(file.json(), identify) ??
    damaged(file, /"(?:Your Activity|Profile And Settings|Follow(?:er|ing) List|FansList)"/i, 'TikTok export') ??
    inText(file, identify),
};

/** Sections of the file, as they were called from 2020 on. */
const sections = new Set([
  'activity',
  'your activity',
  'profile and settings',
  'profile',
  'app settings',
  'comment',
  'video',
  'direct messages',
  'direct message',
  'ads and data',
]);

const lists =
  /^(?:following|follower|like|favorite)(?: list)?$|^(?:watch|video browsing|login|search) history$|^profile info/;

function inJson(json: unknown, identify: IdentifyResource): RecognisedFile | null {
  if (!isFields(json)) return null;
  const parts = Object.entries(json)
    .filter(([name, value]) => sections.has(name.toLowerCase()) && isFields(value))
    .flatMap(([, value]) => Object.entries(fieldsOf(value)))
    .map(([name, value]) => ({ name: name.toLowerCase(), value }));
  const shaped = accountLists(json);
  const byShape = shaped.find(({ keys }) => keys.some(saysFollowing));
  if (byShape) {
    const entries = byShape.items.map((item) => account(nameIn(fieldsOf(item)), identify));
    return recognisedList({ format, network: 'tiktok', entries, skipped: [], whatToDo }, identify);
  }
  const following = parts.filter(
    ({ name, value }) => (name === 'following' || name === 'following list') && isKnownList(value),
  );
  if (following.length > 0) {
    const entries = following
      .flatMap(({ value }) => (Array.isArray(value) ? value : itemsOf(field(fieldsOf(value), 'following'))))
      .map((item) => account(nameIn(fieldsOf(item)), identify));
    return recognisedList({ format, network: 'tiktok', entries, skipped: [], whatToDo }, identify);
  }
  if (
    [...parts.map(({ name }) => name), ...shaped.flatMap(({ keys }) => keys)].some((name) =>
      name.startsWith('follower'),
    )
  )
    return { format: 'TikTok export: followers', reason: followers, whatToDo };
  return parts.some(({ name }) => lists.test(name))
    ? { format: 'TikTok export', reason: 'it holds no list of accounts followed', whatToDo }
    : null;
}

/** A list that may be empty, or an object with one. */
const isKnownList = (value: unknown): boolean =>
  value === null || Array.isArray(value) || field(fieldsOf(value), 'following') !== undefined;

const saysFollowing = (key: string): boolean => /^(?:following|follows|followed)(?![a-z])/.test(key);

/** Objects within objects: sections, lists, and what TikTok may put between them. */
const deepest = 6;

/**
 * Lists of accounts under whatever sections, which TikTok renames every year: each entry has a name and the time at which
 * it came to be. `keys` are the last two that lead to it.
 */
function accountLists(json: Fields): { keys: string[]; items: unknown[] }[] {
  const found: { keys: string[]; items: unknown[] }[] = [];
  let level: { keys: string[]; value: Fields }[] = [{ keys: [], value: json }];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { keys, value } of level) {
      for (const [key, inner] of Object.entries(value)) {
        const path = [...keys.slice(-1), key.toLowerCase()];
        if (Array.isArray(inner) && inner.length > 0 && inner.every(isDatedAccount))
          found.push({ keys: path, items: inner });
        else if (isFields(inner)) next.push({ keys: path, value: inner });
      }
    }
    level = next;
  }
  return found;
}

function isDatedAccount(item: unknown): boolean {
  const fields = fieldsOf(item);
  return nameIn(fields) !== '' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(trimmedText(field(fields, 'date')));
}

/** A field by its name in any case, with or without blanks. */
function field(item: Fields, wanted: string): unknown {
  const key = Object.keys(item).find((each) => each.replaceAll(' ', '').toLowerCase() === wanted);
  return key === undefined ? undefined : item[key];
}

const nameIn = (item: Fields): string => trimmedText(field(item, 'username')) || trimmedText(field(item, 'uniqueid'));

function account(name: string, identify: IdentifyResource): Entry | null {
  const word = name.replace(/^@/, '');
  const address = addressAmong([/^[\w.]+$/.test(word) ? `https://www.tiktok.com/@${word}` : ''], 'tiktok', identify);
  return address === null ? null : { address, title: null };
}

/** One entry of a list: the labels are in the person's language, the date never is. */
const entry = /^[^\n:]{1,40}: ?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?: UTC)?\n[^\n:]{1,40}: ?(\S+)$/;

const blocksOf = (text: string): string[] =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .trim()
    .split(/\n\s*\n/);

/** Lists of followers, follows and blocked accounts look alike as text: only their name says which one it is. */
function inText(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  if (!entry.test(blocksOf(file.text.slice(0, 500))[0] ?? '')) return null;
  const names = blocksOf(file.text).map((block) => entry.exec(block)?.[1] ?? null);
  // A search or a watched video has the same two lines; an address of a video is no name.
  if (names.some((name) => name?.includes('/'))) return null;
  const title = file.name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.txt$/, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
  if (textFollowers.has(title)) return { format: 'TikTok export: followers', reason: followers, whatToDo };
  if (!textFollows.has(title))
    return {
      format: 'TikTok export: a list of accounts',
      reason: 'neither its text nor its name says that the client follows these accounts',
      whatToDo: 'import the list of accounts followed under its own name, Following.txt, or ask for the export in JSON',
    };
  const entries = names.map((name) => (name === null ? null : account(name, identify)));
  return recognisedList({ format, network: 'tiktok', entries, skipped: [], whatToDo }, identify);
}

const textFollows = new Set([
  'following',
  'following list',
  'volgend',
  'folge ich',
  'gefolgt',
  'abonnements',
  'siguiendo',
  'seguidos',
  'seguindo',
  'seguiti',
  'obserwowani',
  'takip edilenler',
  'подписки',
  'підписки',
]);

const textFollowers = new Set([
  'follower',
  'followers',
  'follower list',
  'volger',
  'volgers',
  'abonnés',
  'seguidores',
  'obserwujący',
  'takipçiler',
  'подписчики',
  'підписники',
]);
