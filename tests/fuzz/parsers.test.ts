import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { networks } from '../../src/networks/index.ts';
import { parseSettings } from '../../src/settings.ts';
import { delimiterSaid } from '../../src/tables/delimiter.ts';
import { growthOf } from '../helpers/growth.ts';
import { holders } from './files.ts';
import { parsers, pieces } from './parsers.ts';
import { runs } from './runs.ts';

const examples = networks.flatMap((network) => network.examples.map(({ input }) => input));
const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '5 constructor', '12K __proto__'];
const signs = [
  '.',
  '/',
  '@',
  ':',
  '?',
  '#',
  '%',
  '%41',
  '%FF',
  '[',
  ']',
  '\\',
  'https://',
  'www.',
  '\u200B',
  '\uD800',
  ' ',
  '0',
  '1万',
  '"',
  '\n',
  '\r',
  ',',
  ';',
  '<',
  '>',
  'xn--',
  'é',
  '=',
  '&',
];

/** Examples of the networks, words that every object knows and signs that part addresses, put together anyhow. */
const forms = fc
  .array(
    fc.oneof(
      fc.constantFrom(...examples),
      fc.constantFrom(...words),
      fc.constantFrom(...signs),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** An example with a piece taken out and another put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.nat(60),
    fc.nat(10),
    fc.oneof(fc.constantFrom(...signs, ...words), fc.string({ unit: 'binary' })),
  )
  .map(([text, at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length));

const texts = fc.oneof(forms, mutated);

function ownErrorsOnly(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

describe('whatever is written, nothing is thrown', () => {
  test.each(parsers)('%s', (_, parse) => {
    fc.assert(
      fc.property(texts, (text) => {
        parse(text);
      }),
      runs,
    );
  });

  test('--delimiter', () => {
    fc.assert(
      fc.property(texts, (text) => ownErrorsOnly(() => delimiterSaid(text))),
      runs,
    );
  });

  test('settings', () => {
    const keys = fc.oneof(
      fc.constantFrom('top', 'budget', 'column', 'follows', 'output', 'csv', ...words),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue({ maxDepth: 3 })), (settings) =>
        ownErrorsOnly(() => parseSettings(settings, 'the command line')),
      ),
      runs,
    );
  });
});

describe('time grows with the length alone', () => {
  test.each([...parsers, ...holders])('%s', { timeout: 120_000 }, async (_, parse) => {
    for (const piece of pieces) expect(await growthOf(24, parse, piece, 5000), piece).toBeLessThan(24);
  });
});
