import { expect, test } from 'vitest';
import { secrecyWith } from '../../../src/state/secrecy.ts';

const salt = Buffer.alloc(32, 7);
const secrecy = secrecyWith(salt);

test('a pseudonym is the salted hash that openssl computes', () => {
  // printf '["pseudonym","customer","acme ltd"]' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07 | first 32 digits
  expect(secrecy.pseudonym(['customer', 'acme ltd'])).toBe('e450b53b6b5debd5873ac80aad85e0ad');
});

test('pseudonyms differ by kind, by part and by salt', () => {
  const all = [
    secrecy.pseudonym(['customer', 'ada']),
    secrecy.pseudonym(['name', 'ada']),
    secrecy.pseudonym(['name', 'bluesky', 'ada']),
    secrecy.pseudonym(['name', 'blueskyada']),
    secrecyWith(Buffer.alloc(32, 8)).pseudonym(['name', 'bluesky', 'ada']),
  ];
  expect(new Set(all).size).toBe(all.length);
});

test.each(['', 'page 2', 'https://api.example/ä?max_id=1'])('%j is read by whoever brings its subject', (text) => {
  const sealed = secrecy.seal(text, ['name', 'bluesky', 'ada']);
  expect(secrecy.unseal(sealed, ['name', 'bluesky', 'ada'])).toBe(text);
  expect(() => secrecy.unseal(sealed, ['name', 'bluesky', 'bo'])).toThrow(/authenticate/);
  expect(() => secrecyWith(Buffer.alloc(32, 8)).unseal(sealed, ['name', 'bluesky', 'ada'])).toThrow(/authenticate/);
});

test('a sealed text that was changed is refused, and none is sealed alike twice', () => {
  const subject = ['name', 'bluesky', 'ada'];
  const sealed = secrecy.seal('a text', subject);
  expect(Buffer.from(sealed).equals(secrecy.seal('a text', subject))).toBe(false);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
    expect(() => secrecy.unseal(changed, subject)).toThrow(/authenticate/);
  }
});
