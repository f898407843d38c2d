import { expect, test } from 'vitest';
import { verdictOf } from '../../../src/inputs/verdict-words.ts';
import { decisionVerdicts } from '../../../src/types/input.ts';

test('every verdict is a word for itself, in any case', () => {
  expect(decisionVerdicts.map((verdict) => verdictOf(verdict.toUpperCase()))).toEqual(decisionVerdicts);
});

test.each(['', 'perhaps', 'constructor', '__proto__'])('%j means none', (word) => {
  expect(verdictOf(word)).toBeUndefined();
});
