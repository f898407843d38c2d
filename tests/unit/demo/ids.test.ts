import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { cid, did, hex, misskeyId, snowflake, tid } from '../../../src/demo/ids.ts';

const letterValues = 'abcdefghijklmnopqrstuvwxyz234567';

const idAt = (month: number): bigint => BigInt(snowflake(Date.UTC(2024, month), 'a'));

/** Bytes of unpadded base 32, bit by bit. */
function decoded(text: string): Buffer {
  const bits = text
    .split('')
    .map((letter) => letterValues.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

it('makes content ids that hold a SHA-256', () => {
  const bytes = decoded(cid('a post').slice(1));
  expect([...bytes.subarray(0, 4)]).toEqual([1, 0x71, 0x12, 32]);
  expect(bytes.subarray(4)).toEqual(createHash('sha256').update('a post').digest());
});

it('makes DIDs of 24 letters', () => {
  expect(did('a')).toMatch(/^did:plc:[a-z2-7]{24}$/);
  expect(did('a')).not.toBe(did('b'));
});

it('makes record keys of 13 letters that sort by time', () => {
  const keys = [0, 1, 1000, 86_400_000].map((later) => tid(Date.UTC(2026, 0) + later, `post ${later}`));
  expect(keys).toEqual(keys.toSorted());
  for (const key of keys) expect(key).toMatch(/^[2-7a-j][2-7a-z]{12}$/);
});

it('makes ids that a JavaScript number cannot hold, and that fall with time', () => {
  expect(idAt(0)).toBeGreaterThan(2n ** 53n);
  expect(idAt(1)).toBeGreaterThan(idAt(0));
});

it('makes ids in the manner of other software', () => {
  expect(hex('a')).toMatch(/^[\da-f]{32}$/);
  expect(misskeyId('a')).toMatch(/^9[a-z\d]{15}$/);
});
