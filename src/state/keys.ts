import { hash } from 'node:crypto';

/** Bytes of a key: two 32-bit halves, low before high, each little-endian. */
const keyBytes = 8;

/**
 * The first 8 bytes of SHA-256 of `network:id`, one Latin-1 character a byte, which is what sets and maps are fastest
 * with. Not salted, so that the keys of two states are comparable.
 */
export const packedKey = ({ network, id }: { network: string; id: string }): string =>
  hash('sha256', `${network}:${id}`, 'binary').slice(0, keyBytes);

export const joinKeys = (keys: Iterable<string>): Uint8Array => Buffer.from([...keys].join(''), 'latin1');

export function splitKeys(joined: Uint8Array): string[] {
  const text = Buffer.from(joined.buffer, joined.byteOffset, joined.length).toString('latin1');
  return Array.from({ length: joined.length / keyBytes }, (_, at) => text.slice(at * keyBytes, (at + 1) * keyBytes));
}

/** Joined keys as pairs of 32-bit halves. Every platform that this package's SQLite is built for is little-endian. */
export const pairsOf = (joined: Uint8Array): Uint32Array => new Uint32Array(new Uint8Array(joined).buffer);
