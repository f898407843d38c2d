import { expect, test } from 'vitest';
import {
  allListedIn,
  idOfLine,
  keyOfLine,
  lineOf,
  listedIn,
  networkOfLine,
  ownedIn,
} from '../../../src/types/listed-line.ts';
import type { Listed } from '../../../src/types/resource.ts';

const plain: Listed = {
  network: 'bluesky',
  id: 'did:plc:quince',
  name: 'quince.example',
  title: 'Quince & Sons',
  url: 'https://quince.example/',
  host: 'quince.example',
  subscribers: 7,
  countedBy: 'home',
};

const written: Listed[] = [
  plain,
  { ...plain, title: null, subscribers: null, countedBy: 'elsewhere' },
  { ...plain, name: 'Ида "Квинс"' },
  { ...plain, name: 'quince\\', title: 'a \\ behind the name' },
  { ...plain, id: '', name: '' },
  { ...plain, id: '@a "pear", and more', title: 'two\nlines' },
  { ...plain, title: 'quotes "only" here\\' },
  { ...plain, group: true },
  { ...plain, movedFrom: 'pear.example' },
  { ...plain, group: true, movedFrom: 'pear.example', via: 'survey' },
  { ...plain, via: 'survey' },
];

test.each(written)('a line is read as it was written, whole or in part: %j', (listed) => {
  const line = lineOf(listed);
  const { network, id, name } = listed;
  expect(listedIn(line)).toEqual(listed);
  expect(ownedIn(line)).toEqual({ network, id, name });
  expect([networkOfLine(line), idOfLine(line), keyOfLine(line)]).toEqual([network, id, `${network}:${id}`]);
});

test('all lines of a text are read at once', () => {
  expect(allListedIn(written.map(lineOf).join('\n'))).toEqual(written);
  expect(allListedIn('')).toEqual([]);
});
