import { createHash, randomBytes, scryptSync } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { UserError } from '../errors.ts';
import { type Secrecy, type Subject, secrecyWith } from '../state/secrecy.ts';
import type { SharedDatabase } from './connect.ts';

/** Hides what goes through the database from whoever has only the database. */
export interface Vault {
  pseudonym(subject: Subject): string;
  seal(value: unknown, subject: Subject): Buffer;
  /** @throws Error where the bytes were sealed for another subject, or have changed */
  unseal(sealed: Uint8Array, subject: Subject): unknown;
}

/** A state's salt, and the way to take over another one while the state holds nobody. */
export interface SaltOwner {
  salt(): Uint8Array;
  /** False where the state holds pseudonyms already. */
  adoptSalt(salt: Uint8Array): boolean;
}

/** Shorter ones can be tried out by whoever has a copy of the database. */
const leastSecret = 16;

/** The key that the shared salt is sealed with: scrypt with N = 2^15, r = 8 (32 MiB), as OWASP asks at least of it with p = 3. */
const keyOf = (secret: string, spice: Uint8Array): Uint8Array =>
  scryptSync(secret, spice, 32, { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 });

const saltSubject = ['the salt that the states share'];

/**
 * Opens the shared salt, or brings the state's own there where there is none.
 * @param owner the coordinator's state; null on a worker
 * @returns null on a worker where no coordinator has been yet
 * @throws UserError database_secret, state_other_salt
 */
export async function openVault(
  database: SharedDatabase,
  secret: string | null,
  owner: SaltOwner | null,
): Promise<Vault | null> {
  if (secret === null) throw new UserError('database_secret', database.shown, 'there is none');
  if (secret.length < leastSecret)
    throw new UserError('database_secret', database.shown, `it has fewer than ${leastSecret} characters`);
  const known = await meta(database, 'salt');
  if (known === null && owner === null) return null;
  const spice = await metaOr(database, 'spice', randomBytes(16));
  const hidden = secrecyWith(keyOf(secret, spice));
  const own = owner?.salt();
  const sealed = known ?? (own && (await metaOr(database, 'salt', sealSalt(hidden, own))));
  if (!sealed) return null;
  const salt = openSalt(hidden, sealed, database);
  if (own && !salt.equals(own) && owner?.adoptSalt(salt) === false)
    throw new UserError('state_other_salt', database.shown);
  return vaultOf(secrecyWith(salt));
}

const sealSalt = (hidden: Secrecy, salt: Uint8Array): Uint8Array =>
  hidden.seal(Buffer.from(salt).toString('hex'), saltSubject);

function openSalt(hidden: Secrecy, sealed: Uint8Array, { shown }: SharedDatabase): Buffer {
  try {
    return Buffer.from(hidden.unseal(sealed, saltSubject), 'hex');
  } catch (error) {
    throw new UserError('database_secret', shown, 'it is another one than the database was begun with', {
      cause: error,
    });
  }
}

const vaultOf = (secrecy: Secrecy): Vault => ({
  pseudonym: (subject) => secrecy.pseudonym(subject),
  // What is sealed cannot be packed afterwards.
  seal: (value, subject) => Buffer.from(secrecy.seal(gzipSync(JSON.stringify(value)).toString('base64'), subject)),
  unseal: (sealed, subject) =>
    JSON.parse(gunzipSync(Buffer.from(secrecy.unseal(sealed, subject), 'base64')).toString()),
});

async function meta(database: SharedDatabase, key: string): Promise<Uint8Array | null> {
  const [row] = await database.all<{ value: Buffer }>('SELECT value FROM target_resources.meta WHERE key = $1', key);
  return row?.value ?? null;
}

/** What is kept there, or this where nothing was. */
async function metaOr(database: SharedDatabase, key: string, value: Uint8Array): Promise<Uint8Array> {
  const insert = 'INSERT INTO target_resources.meta VALUES ($1, $2) ON CONFLICT DO NOTHING';
  await database.all(insert, key, Buffer.from(value));
  return (await meta(database, key)) ?? value;
}

/** Stands for a token: the same on all machines that have it, and nothing that it could be used for. */
export const markOf = (vault: Vault, token: string): string =>
  vault.pseudonym(['token', createHash('sha256').update(token).digest('hex')]);
