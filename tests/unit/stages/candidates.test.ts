import { expect, test, vi } from 'vitest';
import { candidatesAmong, candidatesOf, rounded } from '../../../src/stages/candidates.ts';
import type { Candidate } from '../../../src/types/report.ts';
import type { Listed } from '../../../src/types/resource.ts';
import { seeded } from './fake-network.ts';

const listed = (number: number): Listed => ({
  network: number % 3 === 0 ? 'web' : 'bluesky',
  id: `id ${number}`,
  name: `page ${number}`,
  title: null,
  url: `https://pages.example/${number}`,
  host: 'pages.example',
  subscribers: null,
  countedBy: 'elsewhere',
});

function sourceOf(counts: number[]) {
  const describeSingles = vi.fn<() => void>();
  const source = {
    counts: Uint32Array.from(counts),
    keyOf: (number: number) => `${listed(number).network}:${listed(number).id}`,
    candidateOf: (number: number, customers: number): Candidate => ({ resource: listed(number), customers, number }),
    describeSingles,
  };
  return { source, describeSingles };
}

const shown = (candidates: Iterable<Candidate>): [number, string][] =>
  Array.from(candidates, ({ customers, resource: { network, id } }) => [customers, `${network}:${id}`]);

test('candidates come by customers, most first, then by key, from wherever one begins to read', () => {
  const random = seeded(7);
  const counts = Array.from({ length: 500 }, () => Math.floor(random() * 12));
  const { source } = sourceOf(counts);
  const expected = counts
    .map((count, number) => [count, source.keyOf(number)] as [number, string])
    .filter(([count]) => count > 0)
    .toSorted(([a, left], [b, right]) => b - a || (left < right ? -1 : 1));
  expect(shown(candidatesOf(source, 1))).toEqual(expected);
  const list = candidatesOf(sourceOf(counts).source, 3);
  const shared = expected.filter(([count]) => count >= 3);
  for (const at of [200, 0, 77]) expect(shown([list.at(at)].flatMap((each) => each ?? []))).toEqual([shared[at]]);
  expect(shown(list)).toEqual(shared);
  expect([list.at(-1), list.at(shared.length)]).toEqual([undefined, undefined]);
  for (const least of [3, 5, 11, 12, 99])
    expect(list.sharedBy(least)).toBe(counts.filter((count) => count >= least).length);
});

test('single follows are not described before somebody asks for them', () => {
  const { source, describeSingles } = sourceOf([1, 2, 0, 1, 3]);
  const list = candidatesOf(source, 1);
  expect([list.at(0), list.at(1)].map((each) => each?.customers)).toEqual([3, 2]);
  expect(list.sharedBy(2)).toBe(2);
  expect(describeSingles).not.toHaveBeenCalled();
  expect(list.at(2)?.customers).toBe(1);
  expect(list.sharedBy(1)).toBe(4);
  expect(describeSingles).toHaveBeenCalledOnce();
});

test('of one network there are those of the network, and as many as share them', () => {
  const { source } = sourceOf([5, 4, 4, 2, 2, 1]);
  const web = candidatesAmong(candidatesOf(source, 1), ({ resource }) => resource.network === 'web');
  expect(web.at(1)?.customers).toBe(2);
  expect([5, 3, 2, 1].map((least) => web.sharedBy(least))).toEqual([1, 1, 2, 2]);
  expect(shown(web)).toEqual([
    [5, 'web:id 0'],
    [2, 'web:id 3'],
  ]);
});

test('rounded counts give another order, and tell nothing of single lists', () => {
  const { source } = sourceOf([9, 6, 12, 4]);
  const noted = {
    ...source,
    candidateOf: (number: number, customers: number) => ({
      ...source.candidateOf(number, customers),
      note: 'n',
      surveyed: 1,
    }),
  };
  const list = candidatesOf(
    rounded(noted, (count) => count - (count % 5)),
    5,
  );
  expect(shown(list)).toEqual([
    [10, 'bluesky:id 2'],
    [5, 'bluesky:id 1'],
    [5, 'web:id 0'],
  ]);
  expect([...list].map(({ note, surveyed }) => [note, surveyed])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});
