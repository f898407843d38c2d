import { describe, expect, test } from 'vitest';
import { textLimits, measureText } from '../../../src/teasers/text-limits.ts';

const family = '👨‍👩‍👧‍👦';

test.each([
  ['bluesky', 300],
  ['mastodon', 500],
  ['x', 280],
  ['telegram', 4096],
  ['vk', 2048],
  ['facebook', 5000],
  ['linkedin', 3000],
  ['instagram', 2200],
  ['youtube', 5000],
  ['threads', 500],
  ['pinterest', 500],
  ['tiktok', 2000],
])('%s: %i fit, one more does not', (network, limit) => {
  expect(measureText('ж'.repeat(limit), network)).toEqual({ length: limit, limit, fits: true });
  expect(measureText('ж'.repeat(limit + 1), network)).toEqual({ length: limit + 1, limit, fits: false });
  expect(textLimits[network]?.source).toMatch(/^https:\/\//);
});

test.each(['web', 'a-network-of-tomorrow', 'constructor', '__proto__'])('%s has no known limit', (network) => {
  expect(measureText(`${family}ж`.repeat(5000), network)).toEqual({ length: 10_000, limit: null, fits: true });
});

describe('graphemes', () => {
  test.each([
    ['plain text', 10],
    ['Розы зимой', 10],
    [family, 1],
    [`${family} family`, 8],
    ['🇩🇪🇫🇷', 2],
    ['e\u0301', 1],
    ['й\u0306', 1],
    ['क्षि', 1],
    ['日本語', 3],
    ['a\r\nb', 3],
    ['', 0],
  ])('%j counts %i on Bluesky', (text, length) => {
    expect(measureText(text, 'bluesky').length).toBe(length);
  });

  test('Bluesky counts bytes, too', () => {
    expect(Buffer.byteLength(family)).toBe(25);
    expect(measureText(family.repeat(120), 'bluesky')).toEqual({ length: 120, limit: 300, fits: true });
    expect(measureText(family.repeat(121), 'bluesky')).toEqual({ length: 121, limit: 300, fits: false });
  });

  test('also where a text is longer than the blocks it is segmented in', () => {
    for (const before of [0, 1, 2, 3, 4, 990, 995, 999]) {
      expect(
        measureText(`${'x'.repeat(before)}${family.repeat(500)}🇩🇪${'e\u0301'.repeat(999)}`, 'facebook').length,
      ).toBe(before + 1500);
    }
  });
});

describe('addresses', () => {
  const long = `https://blog.example/roses?${'x'.repeat(400)}`;

  test('each counts 23 on Mastodon and X, however long or short', () => {
    for (const network of ['mastodon', 'x']) {
      expect(measureText(`Read ${long}`, network).length).toBe(28);
      expect(measureText('https://a.test', network).length).toBe(23);
      expect(measureText(`${long} ${long}\n${long}`, network).length).toBe(71);
      expect(measureText(`(${long}).`, network).length).toBe(26);
    }
    expect(measureText(`Read ${family} ${long}`, 'mastodon').length).toBe(30);
  });

  test('each counts in full elsewhere', () => {
    expect(measureText(long, 'bluesky')).toEqual({ length: long.length, limit: 300, fits: false });
    expect(measureText(long, 'threads').length).toBe(long.length);
  });

  test('an international address is one, too', () => {
    expect(measureText('Читать: https://розы.пример.test/статья-о-розах?x=1#начало', 'x').length).toBe(
      8 + 23 + '#начало'.length - 1,
    );
    expect(measureText('https://розы.пример.test/статья-о-розах', 'mastodon').length).toBe(23);
  });
});

// Lengths by twitter-text 3.1.0, the counter that X published.
test.each([
  ['Roses in winter', 15],
  ['Розы зимой', 10],
  ['冬のバラ', 8],
  ['👨‍👩‍👧‍👦 family', 9],
  ['🇩🇪👍🏽1️⃣❤️', 8],
  ['© 2026', 6],
  ['“quoted” – yes…', 16],
  ['e\u0301', 1],
  ['한글', 4],
  ['हिन्दी', 6],
  ['https://example.com/a', 23],
  [
    'See https://example.com/roses?utm_source=twitter.com&utm_medium=social&utm_campaign=roses&utm_content=x-garden#care.',
    28,
  ],
  ['Статья: https://розы.example.com/статья?x=1 и всё', 37],
  ['https://example.com and http://example.org/', 51],
  ['https://example.com/日本', 27],
  ['https://example.com/?q=тест', 27],
  ['(https://example.org/b)', 25],
  ['not-a-link:https://example.com/a', 34],
  ['xhttps://example.com/abcdefghijkl', 33],
  ['a\n\nb', 4],
])('%j counts %i on X', (text, length) => {
  expect(measureText(text, 'x').length).toBe(length);
});
