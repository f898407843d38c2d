import { expect, test } from 'vitest';
import { repairMojibake } from '../../../../src/imports/exports/mojibake.ts';
import { randomFollows } from '../../../doubles/exports/follows.ts';
import { asBytes } from '../../../doubles/exports/meta.ts';

test.each([
  ['M\u00C3\u00BCnster', 'Münster'],
  ['\u00D0\u00A1\u00D0\u00B0\u00D0\u00B4', 'Сад'],
  ['\u00CE\u009A\u00CE\u00AE\u00CF\u0080\u00CE\u00BF\u00CF\u0082', 'Κήπος'],
  ['\u00F0\u009F\u008C\u00B9', '🌹'],
  ['Ren\u00C3\u00A9 \u00E2\u0080\u0093 Salon', 'René – Salon'],
  ['Hawai\u00CA\u00BBi', 'Hawaiʻi'],
  ['B\u00C9\u0099dr\u00C9\u0099ddin', 'Bədrəddin'],
  ['NESCAF\u00C3\u0089\u00C2\u00AE', 'NESCAFÉ®'],
])('%j is the bytes of %s', (bytes, text) => {
  expect(repairMojibake(bytes)).toBe(text);
});

test.each([
  'Münster',
  'Café',
  '«CAFÉ»',
  'NESCAFÉ®',
  'À la carte',
  'Сад',
  '🌹',
  'plain',
  '',
  'M\u00C3\u00BCnster → Сад',
  '\u00C3',
])('%j stays', (text) => {
  expect(repairMojibake(text)).toBe(text);
});

test('whatever can be typed survives being written as bytes, and is left alone afterwards', () => {
  for (const { title } of randomFollows(11, 500)) {
    expect(repairMojibake(asBytes(title))).toBe(title);
    expect(repairMojibake(title)).toBe(title);
  }
});
