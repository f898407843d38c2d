import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bluesky } from '../../src/networks/bluesky/index.ts';
import type { NotIdentified, ProfileName } from '../../src/types/input.ts';
import { official } from './official.ts';

/** Lines of a list of valid or invalid spellings. */
const spellings = (kind: string, verdict: 'valid' | 'invalid'): string[] =>
  readFileSync(official(`bluesky/interop-test-files/syntax/${kind}_syntax_${verdict}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

const canonical = (text: string): string => (/^did:(?!plc:|web:)/.test(text) ? text : text.toLowerCase());

const nameIn = (parsed: ProfileName | NotIdentified | null): string | null =>
  parsed && 'name' in parsed ? parsed.name : null;

const feedWith = (key: string) =>
  bluesky.parseResource(`https://bsky.app/profile/anna.test/feed/${encodeURIComponent(key)}`);

describe('names, against the official spellings', () => {
  test.for(['did', 'handle', 'atidentifier'])('every valid %s is a name', (kind) => {
    const texts = spellings(kind, 'valid');
    expect(texts.map((text) => nameIn(bluesky.parseHandle(text)))).toEqual(texts.map(canonical));
  });

  test('every valid at:// address names its account', () => {
    const texts = spellings('aturi', 'valid');
    const authorities = texts.map((text) => canonical(text.split('/')[2] ?? ''));
    expect(texts.map((text) => nameIn(bluesky.parseProfile(text)))).toEqual(authorities);
  });

  // What people get wrong when they copy, and what is a handle although it is no DID.
  const mended: Record<string, string> = {
    'john.test.': 'john.test',
    ' john.test': 'john.test',
    'john.test ': 'john.test',
    '@handle.test': 'handle.test',
    'did.method.val': 'did.method.val',
    'at://did:plc:asdf123 ': 'did:plc:asdf123',
    ' at://did:plc:asdf123': 'did:plc:asdf123',
    'at://did:plc:asdf123/com.atproto.feed.post ': 'did:plc:asdf123',
  };

  test.for(['did', 'handle', 'atidentifier', 'aturi'])('no invalid %s is a name, but for what is mended', (kind) => {
    const texts = spellings(kind, 'invalid');
    expect(texts.map((text) => [text, nameIn(bluesky.parseHandle(text))])).toEqual(
      texts.map((text) => [text, mended[text] ?? null]),
    );
    expect(texts.map((text) => nameIn(bluesky.parseProfile(text))).filter((each) => each?.startsWith('did:'))).toEqual(
      texts.flatMap((text) => mended[text] ?? []).filter((each) => each.startsWith('did:')),
    );
  });

  test('record keys of feeds', () => {
    for (const key of spellings('recordkey', 'valid')) {
      expect(feedWith(key)).toMatchObject({ name: `anna.test/feed/${key}` });
    }
    // A web address with a part of one or two dots is another address.
    for (const key of spellings('recordkey', 'invalid').filter((each) => !/^\.+$/.test(each))) {
      expect([key, feedWith(key)]).toEqual([key, { reason: expect.any(String) }]);
    }
  });
});
