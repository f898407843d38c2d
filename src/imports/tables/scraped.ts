import type { RecognisedFile } from '../../types/import.ts';
import type { TableRow } from '../../tables/rows.ts';
import type { ImportTable } from '../import-format.ts';
import { cell, listed } from './columns.ts';

/** What scraping services write beside each row: the account that they were asked about. */
export const whoseNames = listed('query, username scrape, target username, input url, input username, source account');

/**
 * Why what a service found is nobody's follows: a search found it, or it was asked for followers.
 * @param whose the column of the account it was asked about; -1 where there is none
 */
export function notFollowed({ headings }: ImportTable, rows: TableRow[], whose: number): RecognisedFile | null {
  const asked = rows.map((row) => cell(row, whose)).filter(Boolean);
  const kinds = rows.map((row) => cell(row, headings.indexOf('type'))).filter(Boolean);
  const format = 'results of a scraping service';
  const areFollowers = kinds.length > 0 && kinds.every((kind) => /^followers?$/i.test(kind));
  if (areFollowers || headings.some((heading) => /^followers? of$/.test(heading)))
    return {
      format,
      reason: 'it lists who follows the client, not whom the client follows',
      whatToDo: 'ask the service for the accounts followed',
      holds: 'people',
    };
  if (asked.length === 0 || asked.some((text) => !/[\s#]/.test(text))) return null;
  return {
    format,
    reason: `a search for "${asked[0]}" found these, and nobody follows them`,
    whatToDo: 'ask the service for the accounts that the client follows',
    holds: 'other',
  };
}
