import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { joinKeys, packedKey, pairsOf, splitKeys } from '../../../src/state/keys.ts';
import { openStore } from '../../../src/state/store.ts';
import type { Listed } from '../../../src/types/resource.ts';
import type { Store } from '../../../src/types/store.ts';
import { clockAt, listed, noon } from './given.ts';

/** The keys of an imported list of these resources. */
function keysIn(store: Store, resources: Listed[]): Uint32Array {
  store.saveInput([], new Map([['acme', resources]]), [], noon);
  return store.keys(store.customers()[0]?.[0]?.list ?? '');
}

test('a key is what sha256sum says', () => {
  // printf 'bluesky:did:plc:a' | sha256sum
  expect(Buffer.from(packedKey({ network: 'bluesky', id: 'did:plc:a' }), 'latin1').toString('hex')).toBe(
    '89a952a569d0cf67',
  );
  // printf 'web:https://pages.example/ä?b=c' | sha256sum
  const web = { network: 'web', id: 'https://pages.example/ä?b=c' };
  expect(Buffer.from(packedKey(web), 'latin1').toString('hex')).toBe('b16696b4bcb29d07');
});

test('keys are pairs of halves, low before high, in the order of the list', () => {
  const resources = Array.from({ length: 300 }, (_, at) => listed(`did:plc:${at}`));
  const expected = resources.flatMap(({ network, id }) => {
    const digest = createHash('sha256').update(`${network}:${id}`).digest();
    return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
  });
  expect([...keysIn(openStore(':memory:', clockAt(noon)), resources)]).toEqual(expected);
});

test('two states give equal resources equal keys, and equal customers different lists', () => {
  const [one, other] = [openStore(':memory:', clockAt(noon)), openStore(':memory:', clockAt(noon))];
  expect(keysIn(one, [listed('a'), listed('b')])).toEqual(
    keysIn(other, [listed('a', { title: 'renamed' }), listed('b')]),
  );
  expect(one.customers()[0]?.[0]?.list).not.toBe(other.customers()[0]?.[0]?.list);
});

test('joined keys come apart again, whatever their bytes', () => {
  const keys = ['\0\0\0\0\0\0\0\0', '\xff\xfe\x80\x7f\n\r\t ', '12345678'];
  expect(splitKeys(joinKeys(keys))).toEqual(keys);
  expect([...pairsOf(joinKeys(['\x01\0\0\0\0\0\0\x80']))]).toEqual([1, 0x80_00_00_00]);
});
