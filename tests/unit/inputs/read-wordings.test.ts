import { expect, test } from 'vitest';
import { readWordings } from '../../../src/inputs/read-wordings.ts';
import { networks } from '../../../src/networks/index.ts';

const read = (rows: Record<string, string>[]) =>
  readWordings({ name: 'wordings', rows }, networks, { encoding: null, delimiter: null });

test.each([
  ['English', { resource: 'https://vk.com/roses', variant: '2', text: 'Roses\n\n{link}' }],
  ['Russian', { ресурс: 'vk.com/roses', вариант: '2', анонс: 'Roses\r\n\r\n{link}\r\n' }],
  ['no address', { network: 'VK', page: 'roses', variant: ' 2 ', wording: ' Roses\n\n{link} ' }],
])('a wording under headings in %s', async (_, row) => {
  const { wordings, problems } = await read([row]);
  expect(problems).toEqual([]);
  expect(wordings).toEqual([
    { resource: expect.objectContaining({ network: 'vk', name: 'roses' }), variant: 2, text: 'Roses\n\n{link}' },
  ]);
});

test('the first wording is meant where a row has no number, and a sign for spreadsheets is no part of the text', async () => {
  const { wordings } = await read([{ resource: 'https://vk.com/roses', text: "'@roses asked us" }]);
  expect(wordings).toMatchObject([{ variant: 1, text: '@roses asked us' }]);
});

test('what cannot be used is told, and a row without a text says nothing', async () => {
  const { wordings, problems } = await read([
    { resource: 'https://vk.com/roses', variant: 'second', text: 'Roses' },
    { resource: 'the rose page', variant: '1', text: 'Roses' },
    { resource: 'https://vk.com/roses', variant: '1', text: '' },
  ]);
  expect(wordings).toEqual([]);
  expect(problems).toMatchObject([
    { file: 'wordings', value: 'second', problem: 'this is no number of a wording' },
    { file: 'wordings', value: 'the rose page' },
  ]);
});
