import { randomUUID } from 'node:crypto';
import { linkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Problem } from '../types/input.ts';
import { type Database, openDatabase } from './database.ts';
import { addProblems, inputAt } from './input.ts';
import { newSalt, prepare, saltBytes, saltKeys, setSalt } from './schema.ts';
import { scan } from './scan.ts';

const damage = 'the state was damaged';

/** Whether the problems that a state holds tell of losses that no run has made good since. */
export const tellsOfDamage = (problems: readonly Problem[]): boolean =>
  problems.some(({ problem }) => problem === damage);

/** The damaged file, kept beside the state that was made of it; one at most. */
const copyOf = (file: string): string => `${file}.damaged`;

/**
 * Puts a new state in the place of a damaged one, with every row that is still right, and keeps the damaged one beside
 * it. What was lost stands in the new state as problems, until the input is read again.
 * @param known losses that are known one by one
 * @returns what was lost; null where nothing in the file is a state's, which is then as it was
 */
export function salvage(path: string, known: readonly Problem[], now: number): Problem[] | null {
  const file = realpathSync(path);
  const fresh = `${file}.${randomUUID()}`;
  const database = openDatabase(fresh);
  try {
    prepare(database, path);
    const counts = database.transaction(() => fill(database, file, now));
    if (counts.size === 0) return null;
    const lost = [wholeLoss(path, copyOf(file), counts), ...known];
    database.transaction(() => addProblems(database, lost));
    database.close();
    replace(file, fresh);
    return lost;
  } finally {
    database.close();
    for (const end of fileEnds) rmSync(`${fresh}${end}`, { force: true });
  }
}

/** What SQLite adds to a state's name. */
const fileEnds = ['', '-wal', '-journal'];

/** @returns how many rows were right, by table */
function fill(database: Database, file: string, now: number): Map<string, number> {
  const counts = new Map<string, number>();
  let salt: Uint8Array | null = null;
  for (const { table, values } of scan(file)) {
    counts.set(table, (counts.get(table) ?? 0) + 1);
    const [key, value] = values;
    if (table !== 'meta') database.insert(table, ...values);
    else if (key === 'input') database.insert(table, ...values);
    else if (saltKeys.includes(String(key)) && value instanceof Uint8Array && value.length === saltBytes) salt = value;
  }
  if (salt) setSalt(database, salt);
  else newSalt(database);
  // Pages that do not follow one another make no list.
  database.run(
    'DELETE FROM page WHERE list IN (SELECT list FROM page GROUP BY list HAVING count(*) < max(number) + 1)',
  );
  // Whose profile is right is a client, too.
  const owners = database.all<{ customer: string }>('SELECT DISTINCT customer FROM member');
  for (const { customer } of owners) database.insert('customer', customer);
  if (owners.length > 0 && inputAt(database) === null) database.insert('meta', 'input', now);
  return counts;
}

function wholeLoss(path: string, copy: string, counts: Map<string, number>): Problem {
  const found = ['list', 'facts', 'evidence'].map((table) => counts.get(table) ?? 0);
  return {
    file: path,
    line: 0,
    value: `what was right was kept: ${found[0]} lists, facts of ${found[1]} and posts of ${found[2]} resources`,
    problem: damage,
    whatToDo: `run \`target-resources analyze\`: what is missing is read again; the damaged file is kept as ${copy}`,
  };
}

/** At no moment is there no state, except on disks without links. */
function replace(file: string, fresh: string): void {
  const copy = copyOf(file);
  removeDamagedCopy(file);
  for (const end of fileEnds.slice(1))
    if (statSync(`${file}${end}`, { throwIfNoEntry: false })) renameSync(`${file}${end}`, `${copy}${end}`);
  try {
    linkSync(file, copy);
  } catch {
    renameSync(file, copy);
  }
  renameSync(fresh, file);
}

/** @param before where it is given, only a copy that is older */
export function removeDamagedCopy(path: string, before = Infinity): void {
  if (!statSync(path, { throwIfNoEntry: false })) return;
  const copy = copyOf(realpathSync(path));
  if ((statSync(copy, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) >= before) return;
  for (const end of fileEnds) rmSync(`${copy}${end}`, { force: true });
}
