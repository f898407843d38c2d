import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textLimits } from '../../src/teasers/text-limits.ts';
import { official } from './official.ts';

test("both limits of a Bluesky post are its lexicon's", () => {
  const { defs } = JSON.parse(readFileSync(official('bluesky/lexicons/app/bsky/feed/post.json'), 'utf8'));
  expect(defs.main.record.properties.text).toMatchObject({
    maxGraphemes: textLimits['bluesky']?.max,
    maxLength: textLimits['bluesky']?.maxBytes,
  });
});
