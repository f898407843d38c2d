import { batch, signal } from '@preact/signals';
import { type DecidedRow, type RowsPage, type RowsQuery, routes } from '../api.ts';
import { ask, pathOf } from './ask.ts';
import { attempt } from './told.ts';

const pageLength = 100;

type Query = Omit<RowsQuery, 'offset' | 'limit'>;

/** Rows of the ranking that were asked for; a page of them is asked for when it comes into sight. */
const pages = signal<ReadonlyMap<number, readonly DecidedRow[]>>(new Map());

/** How many rows there are; null before the first answer. */
export const rowCount = signal<number | null>(null);

let query: Query = {};
/** Counts changes of the query or the ranking: an answer to an older question is left. */
let question = 0;
let sight: [first: number, last: number] = [0, 0];
const underWay = new Map<number, Promise<void>>();

export const rowAt = (index: number): DecidedRow | null =>
  pages.value.get(Math.floor(index / pageLength))?.[index % pageLength] ?? null;

/** Where the row of an address is, among those that are there; -1 where it is not. */
export function indexOfRow(url: string | null): number {
  for (const [page, rows] of pages.value) {
    const at = rows.findIndex((row) => row.url === url);
    if (at >= 0) return page * pageLength + at;
  }
  return -1;
}

/** Asks for rows of another kind, or anew for the same ones: what stands there stays until the answer comes. */
export async function showRows(next: Query): Promise<void> {
  query = next;
  question += 1;
  underWay.clear();
  const asked = question;
  const first = Math.floor(sight[0] / pageLength);
  const offsets = [...new Set([first, Math.floor(Math.max(0, sight[1] - 1) / pageLength)])];
  const answers = await attempt(() => Promise.all(offsets.map(askPage)));
  if (asked !== question || answers === null) return;
  batch(() => {
    pages.value = new Map(answers.map(({ offset, rows }) => [offset / pageLength, rows]));
    rowCount.value = answers[0]?.total ?? 0;
  });
}

const askPage = (page: number): Promise<RowsPage> =>
  ask<RowsPage>('GET', pathOf(routes.rows, {}, { ...query, offset: page * pageLength, limit: pageLength }));

/** Makes the rows in sight ready. */
export function readySight(first: number, last: number): void {
  sight = [first, last];
  if (rowCount.value === null) return;
  for (let page = Math.floor(first / pageLength); page * pageLength < last; page += 1) {
    if (!pages.value.has(page)) void pageOnItsWay(page);
  }
}

/** The row at a place, asked for where it is not there yet. */
export async function fetchRow(index: number): Promise<DecidedRow | null> {
  const page = Math.floor(index / pageLength);
  if (!pages.value.has(page)) await pageOnItsWay(page);
  return rowAt(index);
}

function pageOnItsWay(page: number): Promise<void> {
  const asked = underWay.get(page) ?? loadPage(page);
  underWay.set(page, asked);
  return asked;
}

async function loadPage(page: number): Promise<void> {
  const asked = question;
  const answer = await attempt(() => askPage(page));
  if (asked !== question) return;
  underWay.delete(page);
  if (answer !== null) pages.value = new Map([...pages.value, [page, answer.rows]]);
}

/** Puts a row in the place of the one with its address. */
export function replaceRow(row: DecidedRow): void {
  pages.value = new Map(
    [...pages.value].map(([page, rows]) => [page, rows.map((each) => (each.url === row.url ? row : each))]),
  );
}
