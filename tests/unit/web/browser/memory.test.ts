import { expect, test } from 'vitest';
import { bytesUnder } from '../../../../src/web/browser/memory.ts';

const printed = `
    1     0   900
   10     1   100
   11    10    20
   12    11     3
   20     1  5000
`;

test('a tree is a process and all that it started', () => {
  expect(bytesUnder(10, printed)).toBe(123 * 1024);
  expect(bytesUnder(12, printed)).toBe(3 * 1024);
});

test('a process that is gone takes nothing, and a circle ends', () => {
  expect(bytesUnder(99, printed)).toBe(0);
  expect(bytesUnder(5, '5 6 1\n6 5 1\n')).toBe(2 * 1024);
});
