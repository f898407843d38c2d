import { expect, test } from 'vitest';
import { sanitize, sanitizeLines } from '../../../src/text/sanitize.ts';

const hostile = 'Anna\u001B[2J\u0007\u202E\u2066\u009B1m\u007F\u0085 Quince';

test('a name brings nothing that a terminal obeys', () => {
  expect(sanitize(`${hostile}\r\n\tgarden`)).toBe('Anna[2J1m Quince garden');
  expect(sanitizeLines(`  ${hostile}\r\n  where: a.csv:3\n`)).toBe('  Anna[2J1m Quince\n  where: a.csv:3\n');
});
