import { outsideClasses } from '../../../src/types/judgement.ts';
import { expect, test } from 'vitest';
import { changesSince } from '../../../src/stages/changes.ts';
import { wilsonInterval } from '../../../src/stages/statistics.ts';
import type { PastRanking, Row } from '../../../src/types/report.ts';
import { row as example } from '../outputs/example-report.ts';

const row = (id: string, rank: number | null, customers: number): Row => {
  const { low, high } = wilsonInterval(customers, 100);
  return example({ resourceId: id, rank, customers, customersReadable: 100, shareLow: low, shareHigh: high });
};

const past = (resources: [id: string, rank: number, customers: number][]): PastRanking => ({
  schema: 1,
  generator: 'target-resources 0.1.0',
  date: '2026-11-01',
  criteria: {
    top: 10,
    minSubscribers: 5000,
    minCustomers: 1,
    thirdParty: 'require',
    thirdPartyClasses: [...outsideClasses],
  },
  resources: resources.map(([id, rank, customers]) => ({
    network: 'bluesky',
    id,
    resource: `${id}.example`,
    title: null,
    url: `https://pages.example/${id}`,
    rank,
    customers,
    customersReadable: 100,
  })),
});

test('without an earlier ranking nothing is said', () => {
  const rows = [row('a', 1, 9)];
  expect(changesSince(null, rows)).toEqual({ rows, previous: null });
});

test('new, up, down, same and gone; a change of one customer is noise, and so is a rank moved by others', () => {
  const before = past([
    ['fell', 1, 40],
    ['rose', 4, 20],
    ['noise', 3, 21],
    ['left', 2, 30],
    ['pushed', 6, 10],
  ]);
  const rows = [
    row('rose', 1, 41),
    row('noise', 2, 22),
    row('fresh', 3, 21),
    row('fell', 4, 20),
    row('pushed', 5, 10),
    row('left', null, 30),
  ];
  const { rows: changed, previous } = changesSince(before, rows);
  expect(changed.map(({ resourceId, rankChange }) => [resourceId, rankChange])).toEqual([
    ['rose', 'up 3'],
    ['noise', 'same'],
    ['fresh', 'new'],
    ['fell', 'down 3'],
    ['pushed', 'same'],
    ['left', null],
  ]);
  expect(previous).toEqual({
    date: '2026-11-01',
    gone: [
      {
        network: 'bluesky',
        resource: 'left.example',
        title: null,
        url: 'https://pages.example/left',
        customers: 30,
        rank: 2,
      },
    ],
  });
});
