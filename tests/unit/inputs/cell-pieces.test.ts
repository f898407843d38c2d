import { describe, expect, test } from 'vitest';
import { labelledPieces, mixedPieces, profilePieces, resourcePieces } from '../../../src/inputs/cell-pieces.ts';
import { readInput } from '../../../src/inputs/read-input.ts';
import { networks } from '../../../src/networks/index.ts';

const read = async (...rows: string[][]) => {
  const input = await readInput(
    { customers: { name: 'clients', rows }, follows: [], verdicts: null, columns: new Map() },
    networks,
  );
  return {
    profiles: input.customers.flatMap(({ profiles }) => profiles.map(({ network, name }) => `${network}:${name}`)),
    problems: input.problems.map(({ value, problem }) => `${value}: ${problem}`),
  };
};

describe('what a sentence puts around an address is none of it', () => {
  test.each([
    ['(https://moss.example/a)', ['https://moss.example/a']],
    ['«https://moss.example».', ['https://moss.example']],
    ['"https://moss.example", \'@ida@moss.example\';', ['https://moss.example', '@ida@moss.example']],
    ['<https://moss.example>', ['https://moss.example']],
    ['https://moss.example/a_(b)', ['https://moss.example/a_(b)']],
    ['@ida.', ['@ida']],
    ['(Moss)', ['(Moss)']],
  ])('%s', (cell, pieces) => {
    expect(profilePieces(cell)).toEqual(pieces);
    expect(resourcePieces(cell)).toEqual(pieces);
  });
});

test.each([
  ['Moss; https://moss.example', ['Moss', 'https://moss.example']],
  ['Moss, https://moss.example, Fern', ['Moss', 'https://moss.example', 'Fern']],
  ['Moss\nFern', ['Moss', 'Fern']],
  ['Moss, Fern', ['Moss, Fern']],
])('resources of a cell: %s', (cell, pieces) => {
  expect(mixedPieces(cell)).toEqual(pieces);
});

describe('a cell with labels', () => {
  test.each([
    ['Insta: @ida.r / FB: ida.reed', ['instagram ida.r', 'facebook ida.reed']],
    ['инста:@ida.r, тг - @ida_reed', ['instagram @ida.r', 'telegram @ida_reed']],
    ['VK: ida_reed\nYT: @IdaReed', ['vk ida_reed', 'youtube @IdaReed']],
    ['Telegram = @ida_reed', ['telegram @ida_reed']],
    ['insta @ida.r', ['instagram @ida.r']],
    [
      'FB: ida.reed / LI https://www.linkedin.com/in/ida-r',
      ['facebook ida.reed', 'linkedin https://www.linkedin.com/in/ida-r'],
    ],
    ['FB: Ida Reed', ['facebook Ida Reed']],
  ])('%s', (cell, parts) => {
    const found = labelledPieces(cell, networks)?.map(({ text, network }) => `${network.id} ${text}`);
    expect(found?.map((each) => each.replace(' @ida.r', ' ida.r'))).toEqual(
      parts.map((each) => each.replace(' @ida.r', ' ida.r')),
    );
  });

  test.each(['https://vk.com/ida', 'ida-reed', 'Ida: a gardener', 'https://t.me/a, https://vk.com/b', 'vk'])(
    '%s has none',
    (cell) => {
      expect(labelledPieces(cell, networks)).toBeNull();
    },
  );

  test('names the profiles of a row, and a name in it is nobody', async () => {
    expect(
      await read(['Client', 'Socials'], ['Ida', 'Insta: @ida.r / FB: ida.reed'], ['Otto', 'FB: Otto Fern']),
    ).toEqual({
      profiles: ['instagram:ida.r', 'facebook:idareed'],
      problems: ['Otto Fern: this is not a profile on a known network'],
    });
  });
});

test('an e-mail address in a column of Mastodon is no account', async () => {
  const rows = ['ida@gmail.com', 'mailto:otto@gmx.de', '@ruth@yandex.ru', 'zoe@meadow.example'];
  expect(await read(['Client', 'Mastodon'], ...rows.map((cell, at) => [`C${at}`, cell]))).toEqual({
    profiles: ['mastodon:zoe@meadow.example'],
    problems: rows.slice(0, 3).map((cell) => `${cell}: this is an e-mail address, not an account of the fediverse`),
  });
});

test.each([
  ['ютуб', '@IdaReed', 'youtube'],
  ['инста', 'ida.r', 'instagram'],
  ['ВК', 'ida_reed', 'vk'],
  ['Фейсбук', 'ida.reed', 'facebook'],
  ['тг', 'ida_reed', 'telegram'],
  ['Тик-Ток', '@ida', 'tiktok'],
  ['Твіттер', 'ida_r', 'x'],
  ['İNSTAGRAM', 'ida.r', 'instagram'],
  ['LİNKEDİN PROFİLİ', 'ida-reed', 'linkedin'],
  ['ΦΕΙΣΜΠΟΥΚ', 'ida.reed', 'facebook'],
  ['Linked In', 'ida-reed', 'linkedin'],
])('a column headed %s', async (heading, cell, network) => {
  const { profiles } = await read(['Client', heading], ['Ida', cell]);
  expect(profiles.map((profile) => profile.split(':')[0])).toEqual([network]);
});

test.each([
  '(not set)',
  '(none)',
  '[null]',
  'N/A',
  '#N/A',
  'undefined',
  'not provided',
  'не указано',
  'k. A.',
  'δεν έχει',
])('%s is an empty cell', async (cell) => {
  expect(await read(['Client', 'Facebook', 'Mastodon'], ['Ida', cell, cell], ['Otto', 'otto.fern', cell])).toEqual({
    profiles: ['facebook:ottofern'],
    problems: [`Ida ${cell} ${cell}: the row has no profile`],
  });
});
