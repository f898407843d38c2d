import { expect, test } from 'vitest';
import { encode } from '../../../src/imports/encode.ts';

test.each([
  ['windows-1252', '€ “Grün” Š…', '80209347 72fc6e94 208a85'],
  ['windows-1251', '«Сад» №1 €', 'abd1e0e4 bb20b931 2088'],
  ['koi8-r', 'Сад', 'f3c1c4'],
  ['utf-16be', 'ab', '00610062'],
])('text in %s', (encoding, text, bytes) => {
  expect(encode(text, encoding)).toEqual(Buffer.from(bytes.replaceAll(' ', ''), 'hex'));
});

test.each([
  ['windows-1252', 'Grün, Сад', 'С'],
  ['windows-1253', 'a\uFFFDb', '\uFFFD'],
])('%s does not have every character', (encoding, text, missing) => {
  expect(encode(text, encoding)).toEqual({ missing });
});
