import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { type Fields, fieldsOf, isFields, trimmedText } from './fields.ts';
import { type Entry, damaged, recognisedList } from './lists.ts';

const format = 'subscriptions of a video app';
const again = 'export the subscriptions of the app again, as JSON or OPML';

/**
 * Subscriptions of NewPipe and its kin (`subscriptions` with `service_id, url, name`), Invidious (ids of channels),
 * FreeTube (one profile a line, as its database has them, or a list of profiles), LibreTube (`localSubscriptions`) and
 * Grayjay.
 */
export const videoAppExport: ImportFormat = {
  id: 'video-app',
  recognise: (file, identify) => {
    const stored = storedIn(file);
    if (stored !== null) return listOf(stored, identify);
    const profiles = profilesIn(file);
    const lists = profiles.flatMap((profile) =>
      listNames.map((name) => profile[name]).filter((list) => Array.isArray(list)),
    );
    const items: unknown[] = lists.flat();
    if (!profiles.some(isOfApp) && !areSubscriptions(items))
      return damaged(file, /"app_version_int"|"service_id"/, format);
    return listOf(items, identify);
  },
};

const listNames = ['subscriptions', 'localSubscriptions'];

/** What NewPipe, Invidious and FreeTube write beside the subscriptions, of which there may be none. */
const isOfApp = (profile: Fields): boolean =>
  Array.isArray(profile['subscriptions']) &&
  ('app_version' in profile ||
    'watch_history' in profile ||
    ('_id' in profile && 'name' in profile && profile['subscriptions'].every(isFields)));

/** A list of nothing but subscriptions, beside items that lost what they named. */
const areSubscriptions = (items: unknown[]): boolean => {
  const filled = items.filter((item) => item !== null && item !== '');
  return filled.length > 0 && filled.every(isSubscription);
};

/** `stores/Subscriptions` in the export of Grayjay: addresses and nothing else. */
function storedIn(file: ImportFile): { url: string }[] | null {
  const json = file.name === 'Subscriptions' ? file.json() : null;
  const addresses = Array.isArray(json) ? json.filter((item) => typeof item === 'string') : [];
  return addresses.length > 0 ? addresses.map((url) => ({ url })) : null;
}

function profilesIn(file: ImportFile): Fields[] {
  const json = file.json();
  if (isFields(json)) return [json];
  if (Array.isArray(json)) return json.some((item) => 'subscriptions' in fieldsOf(item)) ? json.map(fieldsOf) : [];
  if (json !== undefined || !/^\s*\{[^\n]*"subscriptions":\s*\[/.test(file.text)) return [];
  return file.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => fieldsOf(parsed(line)));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

const isChannelId = (text: string): boolean => /^UC[\w-]{22}$/.test(text);

const idOf = (item: unknown): string => {
  const { id, channelId, authorId, channel_id: snake } = fieldsOf(item);
  return [item, id, channelId, authorId, snake].map(trimmedText).find(isChannelId) ?? '';
};

const isSubscription = (item: unknown): boolean => idOf(item) !== '' || 'service_id' in fieldsOf(item);

function listOf(items: unknown[], identify: IdentifyResource): RecognisedFile {
  const entries = items.map((item): Entry | null => {
    const { url, name, title, channelName, author } = fieldsOf(item);
    const id = idOf(item);
    const address = id === '' ? trimmedText(url) : `https://www.youtube.com/channel/${id}`;
    const named = identify(address);
    const shown = [name, title, channelName, author].map(trimmedText).find((text) => text !== '') ?? null;
    return named && 'name' in named ? { address, title: shown } : null;
  });
  return recognisedList({ format, network: 'youtube', entries, skipped: [], whatToDo: again }, identify);
}
