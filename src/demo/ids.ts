import { createHash } from 'node:crypto';

const base32Letters = 'abcdefghijklmnopqrstuvwxyz234567';
const sortableLetters = '234567abcdefghijklmnopqrstuvwxyz';

/** The 32 bytes that everything made up about this seed comes from. */
const digest = (seed: string): Buffer => createHash('sha256').update(seed).digest();

/** A number from 0 to `below` - 1 that depends on the seed alone. */
export const pick = (seed: string, below: number): number => digest(seed).readUInt32BE(0) % below;

/** `did:plc:` and 24 letters. */
export const did = (seed: string): string => `did:plc:${base32(digest(seed)).slice(0, 24)}`;

/** A version 1 content id of a CBOR block, 59 letters, as every record of the AT Protocol has one. */
export const cid = (seed: string): string => `b${base32([0x01, 0x71, 0x12, 0x20, ...digest(seed)])}`;

/** A record key of 13 letters that sorts by time. */
export function tid(milliseconds: number, seed: string): string {
  const microseconds = BigInt(milliseconds) * 1000n + BigInt(pick(`${seed} microseconds`, 1000));
  let rest = (microseconds << 10n) | BigInt(pick(`${seed} clock`, 1024));
  let text = '';
  for (let position = 0; position < 13; position += 1) {
    text = sortableLetters.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}

/**
 * An id as Mastodon gives them: digits that sort by time, above 2^53, so that a JavaScript number cannot hold it.
 * The moment is moved within its minute, so that thousands of accounts of one instant get ids of their own.
 */
export const snowflake = (milliseconds: number, seed: string): string =>
  ((BigInt(milliseconds + pick(`moment ${seed}`, 60_000)) << 16n) | BigInt(pick(seed, 65_536))).toString();

/** 32 hexadecimal digits. */
export const hex = (seed: string): string => digest(seed).toString('hex').slice(0, 32);

/** 16 letters and digits that start with a digit, as the Misskey family has them. */
export const misskeyId = (seed: string): string => `9${base32(digest(seed)).slice(0, 15)}`;

function base32(bytes: Iterable<number>): string {
  let held = 0;
  let bits = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += base32Letters.charAt(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + base32Letters.charAt(held << (5 - bits)) : text;
}
