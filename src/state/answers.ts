import { gunzipSync, gzipSync } from 'node:zlib';
import type { KeptAnswer } from '../types/web.ts';
import type { Database } from './database.ts';
import type { Secrecy, Subject } from './secrecy.ts';

/** An address may name a person: the request is a pseudonym, and what was answered can be read by who asks it again. */
export function keptAnswerIn(database: Database, secrecy: Secrecy, request: Subject): KeptAnswer | null {
  const query = 'SELECT answer FROM answer WHERE request = ?';
  const [row] = database.all<{ answer: Uint8Array }>(query, secrecy.pseudonym(request));
  if (!row) return null;
  return database.intact<KeptAnswer>(() => JSON.parse(gunzipSync(secrecy.unsealBytes(row.answer, request)).toString()));
}

export function saveKeptAnswer(
  database: Database,
  secrecy: Secrecy,
  request: Subject,
  { network, answer, now }: { network: string; answer: KeptAnswer; now: number },
): void {
  const sealed = secrecy.sealBytes(gzipSync(JSON.stringify(answer)), request);
  database.insert('answer', secrecy.pseudonym(request), network, now, sealed);
}
