import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hmacWith } from '../../../src/state/hmac.ts';

test.each([0, 1, 32, 64])('a key of %i bytes gives what node gives, for texts of every length and script', (length) => {
  const key = randomBytes(length);
  const authenticate = hmacWith(key);
  const texts = Array.from({ length: 300 }, (_, at) => 'aЖ€😀'.slice(at % 4).repeat(at % 130));
  for (const text of [...texts, 'ж'.repeat(5000), '\uD800 alone', '']) {
    expect(authenticate(text)).toBe(createHmac('sha256', key).update(text).digest('hex'));
  }
});
