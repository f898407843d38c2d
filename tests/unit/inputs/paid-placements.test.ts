import { expect, test } from 'vitest';
import { readPaidPlacements } from '../../../src/inputs/paid-placements.ts';
import { networks } from '../../../src/networks/index.ts';

const read = (rows: Record<string, string>[]) => readPaidPlacements({ name: 'paid', rows }, networks);

test('a placement with all that is told of it', async () => {
  const { placements, problems } = await read([
    { resource: 'https://vk.com/roses', price: '1 500,50 ₽', date: '20.11.2026', clicks: '12', erid: '2VtzqX' },
  ]);
  expect(problems).toEqual([]);
  expect(placements).toEqual([
    {
      resource: expect.objectContaining({ network: 'vk', name: 'roses' }),
      price: 1500.5,
      currency: 'RUB',
      day: '2026-11-20',
      clicks: 12,
      erid: '2VtzqX',
    },
  ]);
});

test.each([
  ['1500', 1500],
  ['1,500.50', 1500.5],
  ['1.500,5', 1500.5],
  ['1 500', 1500],
  ['$2,000', 2000],
  ['12’000.00 CHF', 12_000],
  ['99,90 грн', 99.9],
  ['free', null],
  ['1,2,3', null],
])('a price of %j is %s', async (price, amount) => {
  const { placements, problems } = await read([{ Seite: 'https://vk.com/roses', Preis: price, Datum: '2026-11-20' }]);
  expect(placements[0]?.price).toBe(amount);
  expect(problems).toHaveLength(amount === null ? 1 : 0);
});

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026-11-20T00:00:00.000Z', '2026-11-20'],
  ['3.4.2026', '2026-04-03'],
  ['23/04/2026', '2026-04-23'],
  ['04/23/2026', '2026-04-23'],
  ['03/04/2026', null],
  ['2026-02-30', null],
  ['soon', null],
])('a day of %j is %s', async (day, iso) => {
  const { placements, problems } = await read([{ resource: 'https://vk.com/roses', date: day }]);
  expect(placements[0]?.day).toBe(iso);
  expect(problems).toHaveLength(iso === null ? 1 : 0);
});

test('what cannot be used is told, and the placement is paid for all the same', async () => {
  const { placements, problems } = await read([
    { resource: 'https://vk.com/roses', price: '100', currency: 'EUR' },
    { resource: 'the rose page', price: '100', currency: 'EUR' },
  ]);
  expect(placements).toHaveLength(1);
  expect(placements[0]).toMatchObject({ price: 100, currency: 'EUR', day: null, erid: null });
  expect(problems.map(({ problem }) => problem)).toEqual([
    'the price has no day; the placement is paid for, but not in metrica-expenses.csv',
    'this is not the address of a page',
  ]);
});
