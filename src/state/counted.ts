import { createHash } from 'node:crypto';
import type { Database, SqlValue } from './database.ts';

/** SHA-256 in hex of which lists there are, of when they were read and of what they hold, by their checksums. */
export function listsDigest(database: Database): string {
  const seen = new DigestOfLists();
  const query = 'SELECT list, network, status, read_at, checksum FROM list';
  for (const row of database.each<Record<string, SqlValue>>(query)) seen.add(row);
  return seen.digest();
}

/** The same of rows as they come. */
export class DigestOfLists {
  readonly #lines: string[] = [];

  add({ list, network, status, read_at: at, checksum }: Record<string, SqlValue>): void {
    this.#lines.push(JSON.stringify([list, network, status, at, checksum]));
  }

  digest(): string {
    const digest = createHash('sha256');
    for (const line of this.#lines.toSorted()) digest.update(line);
    return digest.digest('hex');
  }
}

export function countedPart(database: Database, part: number): Uint8Array | null {
  const [row] = database.all<{ bytes: Uint8Array }>('SELECT bytes FROM counted WHERE part = ?', part);
  return row?.bytes ?? null;
}

export function saveCounted(database: Database, parts: Iterable<Uint8Array>, now: number): void {
  database.transaction(() => {
    removeCounted(database);
    let number = 0;
    for (const bytes of parts) database.insert('counted', number++, now, bytes);
  });
}

/** It tells of lists: it goes where one of them goes. */
export const removeCounted = (database: Database): void => void database.run('DELETE FROM counted');
