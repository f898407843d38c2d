import type { RecognisedFile } from '../../types/import.ts';
import type { TableRow } from '../../tables/rows.ts';
import { splitCamelCase } from '../../text/normalise.ts';
import type { ImportTable } from '../import-format.ts';
import { cell, listed } from './columns.ts';

/** What scraping services write beside each row: the account that they were asked about. */
export const whoseNames =
  listed(`query, username scrape, target username, input url, input username, source account, source profile,
  source profile url, source username, followed by, scraped from, scraped account`);

const format = 'results of a scraping service';

const followersOnly: RecognisedFile = {
  format,
  reason: 'it lists who follows the client, not whom the client follows',
  whatToDo: 'ask the service for the accounts followed',
  holds: 'people',
};

/**
 * Why what a service found is nobody's follows: a search found it, or it was asked for followers.
 * @param whose the column of the account it was asked about; -1 where there is none
 */
export function notFollowed(
  { headings, columns }: ImportTable,
  rows: TableRow[],
  whose: number,
  name: string,
): RecognisedFile | null {
  const isSaid = columns.all.some(({ role, by }) => role === 'resource' && by === 'you');
  const areFollowers = rows.length > 0 && followedAmong(rows).followed.length === 0;
  if (!isSaid && (areFollowers || headings.some((heading) => /^followers? of$/.test(heading)))) return followersOnly;
  if (!isSaid && saysFollowers(name)) return namedFollowers;
  const asked = rows.map((row) => cell(row, whose)).filter(Boolean);
  if (asked.length === 0 || asked.some((text) => !/[\s#]/.test(text))) return null;
  return {
    format,
    reason: `a search for "${asked[0]}" found these, and nobody follows them`,
    whatToDo: 'ask the service for the accounts that the client follows',
    holds: 'other',
  };
}

/** Followers and accounts followed have the same columns: where nothing in a file tells them apart, its name may. */
export const namedFollowers: RecognisedFile = {
  format: 'accounts, in a file that is named after followers',
  reason: 'its name says that it lists who follows the client, not whom the client follows',
  whatToDo: 'import the accounts that the client follows; if it does list those, rename the file',
  holds: 'people',
};

/** Whether the name of a file says that it lists followers. */
export function saysFollowers(name: string): boolean {
  const words = splitCamelCase(name.slice(0, longestName)).replaceAll(/[^\p{L}\p{M}]+/gu, ' ');
  return ofFollowers.test(words) && !ofMore.test(words);
}

const longestName = 200;

const ofFollowers =
  /(?:^| )(?:followers?|fans|подписчики|подписчиков|підписники|підписників|seguidores|abonnés|abonnenten|ακόλουθοι)(?: |$)/iu;

/** `followers and following`, `pages by followers`. */
const ofMore =
  /following|follows|followed|follow list|count|number|page|channel|group|compan|brand|подписк|страниц|канал|групп/i;

/** The column in which each row says whether it follows or is followed; -1 where there is none. */
function kindColumn(rows: readonly TableRow[]): number {
  const [first, ...others] = rows.slice(0, sampled);
  const candidates = (first?.cells ?? []).flatMap((text, column) => (kinds.test(text) ? [column] : []));
  return candidates.find((column) => others.every((row) => kinds.test(cell(row, column)))) ?? -1;
}

const sampled = 500;

const kinds = /^(?:followers?|followed[ _-]?by|fans?|followings?|follows|followed|followees?)$/i;

/** Whether a row is about somebody who follows the account that the service was asked about. */
const isFollower = (row: TableRow, kind: number): boolean =>
  kind !== -1 && /^(?:followers?|followed[ _-]?by|fans?)$/i.test(cell(row, kind));

/** The rows of accounts followed, and what is told of the others. */
export function followedAmong(rows: readonly TableRow[]): { followed: TableRow[]; left: string[] } {
  const kind = kindColumn(rows);
  const followed = rows.filter((row) => !isFollower(row, kind));
  const count = rows.length - followed.length;
  return { followed, left: count > 0 ? [`accounts that follow the client, and are not followed: ${count}`] : [] };
}
