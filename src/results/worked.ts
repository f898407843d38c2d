import type { CountKind, Worked } from '../types/results.ts';
import { rateOf } from './rates.ts';

/** What one resource brought, and what it is like. */
export interface WorkedResource {
  network: string;
  resource: string;
  /** How it publishes outsiders; `unknown` where no list says it. */
  kind: string;
  subscribers: number | null;
  measure: CountKind | null;
  visits: number | null;
  conversions: number | null;
}

const sizes: [least: number, name: string][] = [
  [100_000, '100000+'],
  [20_000, '20000-99999'],
  [5000, '5000-19999'],
  [0, '0-4999'],
];

/**
 * What resources of one network, of one way of publishing outsiders, or of one size brought together; most visits first.
 * @param resources with what one file tells of them
 */
export function workedOf(resources: readonly WorkedResource[]): Worked[] {
  const groupings: [by: Worked['by'], groupOf: (resource: WorkedResource) => string][] = [
    ['network', ({ network }) => network],
    ['class', ({ kind }) => kind],
    ['size', ({ subscribers }) => sizeOf(subscribers)],
  ];
  return groupings.flatMap(([by, groupOf]) => {
    const groups = new Map<string, WorkedResource[]>();
    for (const each of resources) {
      const group = groups.get(groupOf(each));
      if (group) group.push(each);
      else groups.set(groupOf(each), [each]);
    }
    const rows = [...groups].map(([group, own]) => workedRow(by, group, own));
    return rows.toSorted((a, b) => (b.visits ?? 0) - (a.visits ?? 0) || (a.group < b.group ? -1 : 1));
  });
}

function workedRow(by: Worked['by'], group: string, own: readonly WorkedResource[]): Worked {
  const resources = new Set(own.map(({ network, resource }) => `${network}:${resource}`)).size;
  // A rate rests on those of which both are known.
  const whole = own.filter(({ visits, conversions }) => visits !== null && conversions !== null);
  const rate = rateOf(own[0]?.measure ?? null, sumOf(whole, 'visits'), sumOf(whole, 'conversions'));
  return { by, group, resources, visits: sumOf(own, 'visits'), conversions: sumOf(own, 'conversions'), ...rate };
}

function sumOf(resources: readonly WorkedResource[], field: 'visits' | 'conversions'): number | null {
  const known = resources.flatMap((each) => each[field] ?? []);
  return known.length === 0 ? null : known.reduce((all, value) => all + value, 0);
}

const sizeOf = (subscribers: number | null): string =>
  subscribers === null ? 'unknown' : (sizes.find(([least]) => subscribers >= least)?.[1] ?? 'unknown');
