import type { ImportFormat, ImportTable } from '../import-format.ts';
import type { RecognisedFile, ParsedFollow } from '../../types/import.ts';
import { cell, columnOf, columnWith, countOf, listed } from './columns.ts';

/**
 * What minet puts after the columns of its input. After its sources of 2020 to 2026: `bluesky profile-follows`
 * (`did, handle, display_name` until 2024, then with `url` between), `instagram user-following`, `twitter friends`.
 */
const outputs: { network: string; format: string; marks: string[]; address: string; title: string | null }[] = [
  {
    network: 'bluesky',
    format: 'minet: Bluesky profiles',
    marks: ['did', 'url', 'handle', 'display name'],
    address: 'did',
    title: 'display name',
  },
  {
    network: 'bluesky',
    format: 'minet: Bluesky profiles',
    marks: ['did', 'handle', 'display name'],
    address: 'did',
    title: 'display name',
  },
  {
    network: 'instagram',
    format: 'minet: Instagram accounts',
    marks: ['id', 'username', 'full name', 'is private'],
    address: 'username',
    title: 'full name',
  },
  { network: 'x', format: 'minet: accounts followed on X', marks: ['friends id'], address: 'friends id', title: null },
  { network: 'x', format: 'minet: accounts followed on X', marks: ['friend id'], address: 'friend id', title: null },
];

const followers = listed('followers id, follower id');
const counts = listed('followers count, follower count, followers');

/** A CSV of minet: the columns of its input, which name who follows, and behind them what it found. */
export const minetTable: ImportFormat = {
  id: 'minet',
  recognise({ table }) {
    if (!table) return null;
    if (columnOf(table.headings, followers) > 0) {
      return {
        format: 'minet: followers',
        reason: 'it lists who follows the customer, not who the customer follows',
        whatToDo: 'run minet with `friends`, `profile-follows` or `user-following` instead of followers',
      };
    }
    for (const output of outputs) {
      const start = startOf(table.headings, output.marks);
      if (start !== -1) return read(table, start, output);
    }
    return null;
  },
};

/** Where these headings stand one after the other; the last place, for the input may have the same columns. */
function startOf(headings: string[], marks: string[]): number {
  for (let start = headings.length - marks.length; start >= 0; start--) {
    if (marks.every((mark, index) => headings[start + index] === mark)) return start;
  }
  return -1;
}

function read(
  { headings, columns, rows }: ImportTable,
  start: number,
  { network, format, address, title }: (typeof outputs)[number],
): RecognisedFile {
  const input = headings.slice(0, start);
  const named = columnWith(columns, 'customer', 'email');
  const customer = named === -1 || named >= start ? firstFilled(input, rows) : named;
  const found = headings.indexOf(address, start);
  const shown = title === null ? -1 : headings.indexOf(title, start);
  const subscribers = headings.findIndex((heading, index) => index >= start && counts.has(heading));
  const follows: ParsedFollow[] = [];
  let nothing = 0;
  for (const row of rows) {
    if (cell(row, found) === '') nothing += 1;
    else {
      follows.push({
        customer: cell(row, customer) || null,
        address: cell(row, found),
        network,
        title: cell(row, shown) || null,
        subscribers: countOf(row, subscribers),
      });
    }
  }
  return { format, follows, skipped: nothing > 0 ? [`rows that found nothing: ${nothing}`] : [] };
}

/** The first column of the input with a text in it, which is what minet was asked about in most calls. */
const firstFilled = (input: string[], rows: ImportTable['rows']): number =>
  input.findIndex((_, index) => rows.some((row) => cell(row, index) !== ''));
