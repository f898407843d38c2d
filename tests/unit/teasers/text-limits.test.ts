import twitter from 'twitter-text';
import { describe, expect, test } from 'vitest';
import { textLimits, measureText } from '../../../src/teasers/text-limits.ts';

const family = '👨‍👩‍👧‍👦';

test.each([
  ['bluesky', 300],
  ['mastodon', 500],
  ['x', 280],
  ['telegram', 4096],
  ['vk', 2048],
  ['facebook', 63_206],
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

test('every network of the table is tried here', () => {
  expect(Object.keys(textLimits).toSorted()).toEqual(
    'bluesky facebook instagram linkedin mastodon pinterest telegram threads tiktok vk x youtube'.split(' '),
  );
});

test.each(['web', 'a-network-of-tomorrow', 'constructor', '__proto__'])('%s has no known limit', (network) => {
  expect(measureText(`${family}ж`.repeat(5000), network)).toEqual({ length: 10_000, limit: null, fits: null });
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
        measureText(`${'x'.repeat(before)}${family.repeat(500)}🇩🇪${'e\u0301'.repeat(999)}`, 'bluesky').length,
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

describe('units', () => {
  // An emoji of one code point, one of seven, a flag, a key, a letter with its accent apart, and a sign that is no emoji.
  test.each<[network: string, lengths: number[]]>([
    ['bluesky', [1, 1, 1, 1, 1, 1]],
    ['mastodon', [1, 1, 1, 1, 1, 1]],
    ['x', [2, 2, 2, 2, 1, 1]],
    ['telegram', [1, 7, 2, 3, 2, 1]],
    ['linkedin', [2, 11, 4, 3, 2, 1]],
    ['instagram', [2, 11, 4, 3, 2, 1]],
    ['facebook', [2, 11, 4, 3, 2, 1]],
    ['vk', [2, 11, 4, 3, 2, 1]],
    ['youtube', [2, 11, 4, 3, 2, 1]],
    ['pinterest', [2, 11, 4, 3, 2, 1]],
    ['tiktok', [2, 11, 4, 3, 2, 1]],
    ['threads', [4, 25, 8, 7, 2, 1]],
  ])('%s', (network, lengths) => {
    const texts = ['😀', family, '🇩🇪', '1️⃣', 'e\u0301', '©'];
    expect(texts.map((text) => measureText(text, network).length)).toEqual(lengths);
  });

  test('Threads takes five different addresses', () => {
    const addresses = [1, 2, 3, 4, 5].map((n) => `https://a.test/${n}`);
    expect(measureText([...addresses, 'https://a.test/1'].join(' '), 'threads').fits).toBe(true);
    expect(measureText([...addresses, 'https://a.test/6'].join(' '), 'threads').fits).toBe(false);
  });

  test('Mastodon does not count the host of a mention', () => {
    expect(measureText('Thanks @anna@social.example!', 'mastodon').length).toBe('Thanks @anna!'.length);
    expect(measureText('anna@mail.example', 'mastodon').length).toBe(17);
  });
});

describe('the kind of post', () => {
  test('with a picture Telegram takes a quarter', () => {
    expect(measureText('x'.repeat(1024), 'telegram', { picture: true })).toMatchObject({ limit: 1024, fits: true });
    expect(measureText('x'.repeat(1025), 'telegram', { picture: true }).fits).toBe(false);
    expect(measureText('x'.repeat(1025), 'telegram').fits).toBe(true);
    expect(measureText('x'.repeat(280), 'x', { picture: true }).limit).toBe(280);
  });

  test("a server's own word counts more than the table", () => {
    const server = { max: 5000, perAddress: 30 };
    expect(measureText(`${'x'.repeat(4969)} https://a.test/b`, 'mastodon', { server })).toEqual({
      length: 5000,
      limit: 5000,
      fits: true,
    });
    const plain = { max: 60, perAddress: null };
    expect(measureText('https://a.test/a-long-page-somewhere', 'mastodon', { server: plain }).length).toBe(23);
  });
});

describe('X counts as twitter-text does', () => {
  test.each([
    'Roses in winter',
    'Розы зимой',
    '冬のバラ',
    '👨‍👩‍👧‍👦 family',
    '🇩🇪👍🏽1️⃣❤️',
    '© 2026',
    '“quoted” – yes…',
    'e\u0301',
    '한글',
    'हिन्दी',
    'Τριαντάφυλλα τον χειμώνα;',
    'https://example.com/a',
    'See https://example.com/roses?utm_source=twitter.com&utm_medium=social&utm_campaign=roses&utm_content=x-garden#care.',
    'Статья: https://розы.example.com/статья?x=1 и всё',
    'https://example.com and http://example.org/',
    'https://example.com/日本',
    'https://example.com/?q=тест',
    '(https://example.org/b)',
    'xhttps://example.com/abcdefghijkl',
    'a\n\nb',
  ])('%j', (text) => {
    expect(measureText(text, 'x').length).toBe(twitter.parseTweet(text).weightedLength);
  });

  test('texts of mixed pieces', () => {
    const pieces = [
      'roses',
      'зимой',
      '日本',
      '👩‍🌾',
      '🇬🇷',
      'https://example.com/a?b=c',
      '—',
      '…',
      'naïve',
      '\n',
      '½',
      'ﬁ',
      '👍🏿',
    ];
    for (let seed = 1; seed <= 200; seed += 1) {
      const text = Array.from({ length: 12 }, (_, at) => pieces[(seed * (at + 3) * 7 + at * at) % pieces.length]).join(
        ' ',
      );
      expect(measureText(text, 'x').length, text).toBe(twitter.parseTweet(text).weightedLength);
    }
  });
});
