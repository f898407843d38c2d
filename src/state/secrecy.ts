import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { hmacWith } from './hmac.ts';

/** Who or what is meant, e.g. `['profile', network, id]`; the first part keeps different things apart. */
export type Subject = readonly string[];

/**
 * Hides persons in a file that holds its own salt. A pseudonym says whether a name that somebody brings is the same
 * one. A sealed text can be read by whoever brings its subject, and by nobody who has only the file.
 */
export interface Secrecy {
  /** HMAC-SHA256 with the salt, its first 16 bytes in hex. */
  pseudonym(subject: Subject): string;
  /** AES-256-GCM under a key derived from salt and subject: nonce (12 bytes), tag (16), text. */
  seal(text: string, subject: Subject): Uint8Array;
  /** @throws Error where the bytes were not sealed for this subject or have changed since */
  unseal(sealed: Uint8Array, subject: Subject): string;
  /** The same of bytes. */
  sealBytes(bytes: Uint8Array, subject: Subject): Uint8Array;
  unsealBytes(sealed: Uint8Array, subject: Subject): Uint8Array;
}

const nonceBytes = 12;
const tagBytes = 16;
/** Half of the digest. */
const pseudonymDigits = 32;
const cipher = 'aes-256-gcm';

export function secrecyWith(salt: Uint8Array): Secrecy {
  const digest = (use: string, subject: Subject): Buffer =>
    createHmac('sha256', salt)
      .update(JSON.stringify([use, ...subject]))
      .digest();
  const authenticate = hmacWith(salt);
  const sealBytes = (bytes: Uint8Array, subject: Subject): Uint8Array => {
    const nonce = randomBytes(nonceBytes);
    const sealing = createCipheriv(cipher, digest('seal', subject), nonce, { authTagLength: tagBytes });
    const sealed = Buffer.concat([sealing.update(bytes), sealing.final()]);
    return Buffer.concat([nonce, sealing.getAuthTag(), sealed]);
  };
  const unsealBytes = (sealed: Uint8Array, subject: Subject): Buffer => {
    const nonce = sealed.subarray(0, nonceBytes);
    const opening = createDecipheriv(cipher, digest('seal', subject), nonce, { authTagLength: tagBytes });
    opening.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]);
  };
  return {
    pseudonym: (subject) => authenticate(JSON.stringify(['pseudonym', ...subject])).slice(0, pseudonymDigits),
    seal: (text, subject) => sealBytes(Buffer.from(text), subject),
    unseal: (sealed, subject) => unsealBytes(sealed, subject).toString(),
    sealBytes,
    unsealBytes,
  };
}
