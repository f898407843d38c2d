import { expect, test } from 'vitest';
import { textLimits } from '../../../src/teasers/text-limits.ts';
import { definition } from '../../helpers/lexicon.ts';

test("both limits of a Bluesky post are its lexicon's", () => {
  const { max, maxBytes } = textLimits['bluesky'] ?? {};
  const text = { maxGraphemes: max, maxLength: maxBytes };
  expect(definition('app.bsky.feed.post')).toMatchObject({ record: { properties: { text } } });
});
