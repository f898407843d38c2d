import { cell, type Followed } from './follows.ts';

/** Headings of the table in the languages that public examples of Takeout have, and some that are made up here. */
export const headingsOfTakeout = {
  English: ['Channel Id', 'Channel Url', 'Channel Title'],
  German: ['Kanal-ID', 'Kanal-URL', 'Kanaltitel'],
  French: ['ID des chaînes', 'URL des chaînes', 'Titres des chaînes'],
  Dutch: ['Kanaal-ID', 'Kanaal-URL', 'Kanaaltitel'],
  Russian: ['Идентификатор канала', 'URL канала', 'Название канала'],
  Greek: ['Αναγνωριστικό καναλιού', 'URL καναλιού', 'Τίτλος καναλιού'],
  Japanese: ['チャンネル ID', 'チャンネルの URL', 'チャンネルのタイトル'],
};

export function takeoutTable(
  follows: Followed[],
  { headings = headingsOfTakeout.English, newline = '\n', order = [0, 1, 2] } = {},
): string {
  const rows = follows.map(({ channel, title }) => [channel, `http://www.youtube.com/channel/${channel}`, title]);
  return [headings, ...rows, []]
    .map((row) => (row.length === 0 ? '' : order.map((column) => cell(row[column] ?? '')).join(',')))
    .join(newline);
}

/** subscriptions.json, until 2021. `snippet.channelId` is the person's own channel. */
export const takeoutJson = (follows: Followed[]): string =>
  JSON.stringify(
    follows.map(({ channel, title }) => ({
      contentDetails: { activityType: 'all', newItemCount: 0, totalItemCount: 12 },
      etag: 'etag',
      id: 'subscription',
      kind: 'youtube#subscription',
      snippet: {
        channelId: 'UCthe_person_who_subscri',
        description: 'Roses',
        publishedAt: '2018-01-03T21:42:30.000Z',
        resourceId: { channelId: channel, kind: 'youtube#channel' },
        title,
      },
    })),
    null,
    2,
  );
