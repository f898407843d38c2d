import { type ImportFile, type ImportFormat, allRows } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { fieldsOf, isFields, itemsOf, trimmedText } from './fields.ts';
import { damaged, type Entry, recognisedList } from './lists.ts';

const format = 'YouTube Takeout: subscriptions';
const whatToDo =
  'import subscriptions.csv of the same Takeout; its name and headings are in the language of the account';
const again =
  'ask for the Takeout again and tick "subscriptions", for the channel of the account that has the subscriptions; or ask the ' +
  'client for the names of the channels';

/** Subscriptions of Google Takeout: a table of three columns, or until 2021 the API's own JSON. */
export const youtubeExport: ImportFormat = {
  id: 'youtube-takeout',
  recognise: (file, identify) =>
    inJson(file.json(), identify) ??
    damaged(file, /"youtube#subscription"/, format) ??
    inTable(file, identify) ??
    activityPage(file),
};

function inJson(json: unknown, identify: IdentifyResource): RecognisedFile | null {
  const items = isFields(json) ? itemsOf(json['subscriptions']) : itemsOf(json);
  if (items.some(isSubscription)) {
    const entries = items.map(subscription);
    return recognisedList({ format, network: 'youtube', entries, skipped: [], whatToDo: again }, identify);
  }
  return items.length > 0 && items.every(isActivity) ? activity : null;
}

const isSubscription = (item: unknown): boolean => {
  const { kind, snippet } = fieldsOf(item);
  return kind === 'youtube#subscription' || isFields(fieldsOf(snippet)['resourceId']);
};

/** `snippet.channelId` is who subscribes; the channel subscribed to is the resource. */
function subscription(item: unknown): Entry | null {
  const { resourceId, title } = fieldsOf(fieldsOf(item)['snippet']);
  return channel(trimmedText(fieldsOf(resourceId)['channelId']), trimmedText(title));
}

const isChannelId = (text: string): boolean => /^UC[\w-]{22}$/.test(text);

const channel = (id: string, title: string): Entry | null =>
  isChannelId(id) ? { address: `https://www.youtube.com/channel/${id}`, title: title || null } : null;

const idInAddress = (text: string): string =>
  /^(?:https?:\/\/)?(?:www\.|m\.)?youtube\.com\/channel\/(UC[\w-]{22})\/?$/.exec(text)?.[1] ?? '';

/** No heading is read: they are in the account's language. The columns are known by what stands in them. */
function inTable(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  if (/^\s*[[{<]/.test(file.text)) return null;
  const rows = allRows(file.table);
  const [heading = [], ...below] = rows.filter((cells) => cells.some((cell) => cell !== ''));
  const width = Math.max(heading.length, ...below.slice(0, 100).map((cells) => cells.length));
  if (width !== 3) return null;
  if (below.length === 0) return isHeading(heading) ? { format, reason: 'the list is empty', whatToDo: again } : null;
  const columns = [0, 1, 2];
  const ids = columns.find((column) => below.some((cells) => isChannelId(cells[column] ?? '')));
  const addresses = columns.find((column) => below.some((cells) => idInAddress(cells[column] ?? '') !== ''));
  const titles = columns.find((column) => column !== ids && column !== addresses);
  if (ids === undefined || addresses === undefined || titles === undefined) return null;
  const hasHeading = ![ids, addresses].some((column) => /UC[\w-]{22}/.test(heading[column] ?? ''));
  const entries = (hasHeading ? below : [heading, ...below]).map((cells) => {
    const id = cells[ids] ?? '';
    return channel(isChannelId(id) ? id : idInAddress(cells[addresses] ?? ''), cells[titles] ?? '');
  });
  return recognisedList({ format, network: 'youtube', entries, skipped: [], whatToDo: again }, identify);
}

/** `Kanal-ID, Kanal-URL, Kanaltitel`: the word for a channel in most languages. */
const isHeading = (cells: string[]): boolean =>
  cells.some((cell) => /\burl\b/i.test(cell)) &&
  cells.filter((cell) => /channel|kanal|kanaal|canal|cha[iî]ne|kanał|kanál|канал|καν[αά]λι|csatorn/i.test(cell))
    .length > 1;

const activity: RecognisedFile = {
  format: 'YouTube Takeout: history',
  reason: 'this lists what was watched or searched for, not what the client subscribed to',
  whatToDo,
};

function isActivity(item: unknown): boolean {
  const { header, products, title, time } = fieldsOf(item);
  const isYouTube = trimmedText(header).startsWith('YouTube') || itemsOf(products).includes('YouTube');
  return isYouTube && typeof title === 'string' && typeof time === 'string';
}

/** The same history as a page: Takeout's cells, which link to videos. */
function activityPage(file: ImportFile): RecognisedFile | null {
  if (!/outer-cell mdl-cell/.test(file.text) || !/youtube\.com\//.test(file.text)) return null;
  return file.page() === null ? null : activity;
}
