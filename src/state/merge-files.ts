import { existsSync, realpathSync } from 'node:fs';
import { UserError } from '../errors.ts';
import type { ExcludedCounts, Problem } from '../types/input.ts';
import type { MergedCounts } from '../types/merged.ts';
import type { SavedReason } from '../types/store.ts';
import { type Database, type SqlValue, openDatabase } from './database.ts';
import { addProblems, excludedOf, inputAt, problemsOf, reasonsOf, saveExcluded, saveReasons } from './input.ts';
import { isWithoutPseudonyms, saltOf } from './salt.ts';
import { prepare, setSalt } from './schema.ts';

/**
 * Brings into one state what others with the same salt hold: of each list, name and resource the newest answer, of
 * clients all. Done once more, it changes nothing. A state that holds nobody takes over the salt of the first.
 * @param into made where there is none
 * @throws UserError state_missing, state_other_salt, state_damaged, state_locked, state_newer, state_unwritable; then
 * no state has changed
 */
export function mergeFiles(from: readonly string[], into: string): MergedCounts {
  for (const path of from) if (!existsSync(path)) throw new UserError('state_missing', path);
  const places = [...new Set(from.map((path) => realpathSync(path)))];
  const own = existsSync(into) ? realpathSync(into) : into;
  const open: Database[] = [];
  try {
    const sources = places.filter((path) => path !== own).map((path) => ({ path, database: opened(path, open) }));
    const target = opened(into, open);
    return target.transaction(() => {
      const [first] = sources;
      if (first && isWithoutPseudonyms(target)) setSalt(target, saltOf(first.database));
      for (const { path, database } of sources) needSameSalt(database, target, path);
      const counts: MergedCounts = { customers: 0, lists: 0, facts: 0, evidence: 0 };
      for (const { database } of sources) bring(database, target, counts);
      return counts;
    });
  } finally {
    for (const database of open) database.close();
  }
}

function opened(path: string, open: Database[]): Database {
  const database = openDatabase(path);
  open.push(database);
  prepare(database, path);
  return database;
}

function needSameSalt(source: Database, target: Database, path: string): void {
  if (!Buffer.from(saltOf(source)).equals(saltOf(target))) throw new UserError('state_other_salt', path);
}

/** Tables of answers: how many columns make the key, and which one says when it was given. */
const answers = [
  ['name', 1, 3],
  ['list', 1, 4],
  ['identity', 2, 2],
  ['facts', 2, 2],
  ['evidence', 2, 2],
  ['draft', 2, 2],
  ['author_page', 2, 2],
  ['short_link', 1, 1],
  ['answer', 1, 2],
  ['ranking', 1, 2],
] as const;

function bring(source: Database, target: Database, counts: MergedCounts): void {
  bringPages(source, target);
  for (const [table, keys, at] of answers) {
    const taken = bringAnswers(source, target, table, keys, at);
    if (table === 'list') counts.lists += taken;
    if (table === 'facts') counts.facts += taken;
    if (table === 'evidence') counts.evidence += taken;
  }
  counts.customers += bringInput(source, target);
  bringSpent(source, target);
}

function bringAnswers(source: Database, target: Database, table: string, keys: number, at: number): number {
  const columns = columnsOf(source, table);
  const known = `SELECT * FROM ${table} WHERE ${columns
    .slice(0, keys)
    .map((column) => `${column} = ?`)
    .join(' AND ')}`;
  let taken = 0;
  for (const row of source.each<Record<string, SqlValue>>(`SELECT * FROM ${table}`)) {
    const values = Object.values(row).slice(0, -1);
    const [before] = target.all<Record<string, SqlValue>>(known, ...values.slice(0, keys));
    if (before && !isBetter(table, values, Object.values(before), at)) continue;
    target.insert(table, ...values);
    taken += 1;
  }
  return taken;
}

/** The newest wins; but no answer, as a name may have, never takes the place of one. */
function isBetter(table: string, values: SqlValue[], before: SqlValue[], at: number): boolean {
  if (table === 'name' && isAnswer(values) !== isAnswer(before)) return isAnswer(values);
  return Number(values[at]) > Number(before[at]);
}

const isAnswer = ([, status]: SqlValue[]): boolean => status !== 'not_reached' && status !== 'not_asked';

/** Parts of a list are of use where the list is not known by now, nor begun. */
function bringPages(source: Database, target: Database): void {
  const begun = source.all<{ list: string; at: number }>('SELECT list, min(at) AS at FROM page GROUP BY list');
  for (const { list, at } of begun) {
    const isKnown =
      target.all('SELECT 1 FROM page WHERE list = ?', list).length > 0 ||
      target.all('SELECT 1 FROM list WHERE list = ? AND read_at >= ?', list, at).length > 0;
    if (isKnown) continue;
    for (const row of source.all<Record<string, SqlValue>>('SELECT * FROM page WHERE list = ? ORDER BY number', list))
      target.insert('page', ...Object.values(row).slice(0, -1));
  }
}

/** @returns how many clients and people of control lists are new */
function bringInput(source: Database, target: Database): number {
  const at = inputAt(source);
  const before = inputAt(target);
  if (at === null) return 0;
  const fresh = bringMissing(source, target, 'customer');
  for (const table of ['member', 'opted_out']) bringMissing(source, target, table);
  const isNewer = before === null || at > before;
  for (const { customer, segment } of source.all<{ customer: string; segment: Uint8Array }>('SELECT * FROM segment')) {
    const isKnown = target.all('SELECT 1 FROM segment WHERE customer = ?', customer).length > 0;
    if (isNewer || !isKnown) target.insert('segment', customer, segment);
  }
  addProblems(target, missingOf(problemsOf(source), problemsOf(target), textOfProblem));
  saveReasons(target, [...reasonsOf(target), ...missingOf(reasonsOf(source), reasonsOf(target), textOfReason)]);
  saveExcluded(target, most(excludedOf(source), excludedOf(target)));
  if (isNewer) target.insert('meta', 'input', at);
  for (const { key, value } of source.all<{ key: string; value: SqlValue }>('SELECT key, value FROM meta'))
    if (target.all('SELECT 1 FROM meta WHERE key = ?', key).length === 0) target.insert('meta', key, value);
  return fresh;
}

/** Rows whose key the target has not. @returns how many */
function bringMissing(source: Database, target: Database, table: string): number {
  let missing = 0;
  const columns = columnsOf(source, table).slice(0, -1);
  const same = `SELECT 1 FROM ${table} WHERE ${columns.map((column) => `${column} = ?`).join(' AND ')}`;
  for (const row of source.all<Record<string, SqlValue>>(`SELECT * FROM ${table}`)) {
    const values = Object.values(row).slice(0, -1);
    if (target.all(same, ...values).length > 0) continue;
    target.insert(table, ...values);
    missing += 1;
  }
  return missing;
}

/** Equal amounts of one instant are as many as the state says that has more of them: one of them may be a copy. */
function bringSpent(source: Database, target: Database): void {
  const amounts = source.all<{ network: string; at: number; amount: number; times: number }>(
    'SELECT network, at, amount, count(*) AS times FROM spending GROUP BY network, at, amount',
  );
  for (const { network, at, amount, times } of amounts) {
    const same = 'SELECT count(*) AS times FROM spending WHERE network = ? AND at = ? AND amount = ?';
    const known = target.all<{ times: number }>(same, network, at, amount)[0]?.times ?? 0;
    for (let more = known; more < times; more += 1) target.insert('spending', network, at, amount);
  }
}

const columnsOf = (database: Database, table: string): string[] =>
  database.all<{ name: string }>("SELECT name FROM pragma_table_info(?, 'state')", table).map(({ name }) => name);

function missingOf<Row>(rows: readonly Row[], known: readonly Row[], textOf: (row: Row) => string): Row[] {
  const there = new Set(known.map(textOf));
  return rows.filter((row) => !there.has(textOf(row)));
}

const textOfProblem = (problem: Problem): string =>
  JSON.stringify([problem.file, problem.line, problem.value, problem.problem, problem.whatToDo]);

const textOfReason = ({ network, host, what, status, reason }: SavedReason): string =>
  JSON.stringify([network, host, what, status, reason]);

function most(one: ExcludedCounts, other: ExcludedCounts): ExcludedCounts {
  const networks = [...new Set([...Object.keys(one.profiles), ...Object.keys(other.profiles)])].toSorted();
  const profiles = networks.map((id) => [id, Math.max(one.profiles[id] ?? 0, other.profiles[id] ?? 0)]);
  return { customers: Math.max(one.customers, other.customers), profiles: Object.fromEntries(profiles) };
}
