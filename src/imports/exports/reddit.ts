import type { RecognisedFile } from '../../types/import.ts';
import { type ImportFormat, allRows } from '../import-format.ts';
import { addressAmong, recognisedList } from './lists.ts';

const format = 'Reddit export: communities subscribed to';
const again = 'ask Reddit for the data again, or ask the client which communities they read';

/**
 * `subscribed_subreddits.csv` of Reddit's data request: one column of names. The lists of communities that somebody
 * moderates or may post in look the same and are told by their names.
 */
export const redditExport: ImportFormat = {
  id: 'reddit-export',
  recognise: ({ table, name }, identify) => {
    const [heading, ...rows] = allRows(table);
    if (heading?.length !== 1 || heading[0]?.toLowerCase() !== 'subreddit') return null;
    if (/moderat|approved/i.test(name)) return notRead;
    const entries = rows.map(([community = '']) => {
      const address = addressAmong([addressOf(community)], 'reddit', identify);
      return address === null ? null : { address, title: null };
    });
    return recognisedList({ format, network: 'reddit', entries, skipped: [], whatToDo: again }, identify);
  },
};

const notRead: RecognisedFile = {
  format: 'Reddit export: communities that the client moderates or may post in',
  reason: 'this does not show what the client follows',
  whatToDo: 'import subscribed_subreddits.csv, which is next to it',
  holds: 'other',
};

/** `u_anna` is the page of an account; it is followed like a community. */
function addressOf(name: string): string {
  const [, community] = /^(?:\/?r\/)?(\w{2,})$/.exec(name) ?? [];
  return community === undefined ? '' : `https://www.reddit.com/r/${community}`;
}
