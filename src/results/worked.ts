import type { LinkResult, Worked } from '../types/results.ts';
import { rateOf } from './rates.ts';

/** What the ranking knows of a resource. */
export interface KnownResource {
  /** How it publishes outsiders. */
  kind: string;
  subscribers: number | null;
}

const sizes: [least: number, name: string][] = [
  [100_000, '100,000 and more'],
  [20_000, '20,000 to 99,999'],
  [5000, '5,000 to 19,999'],
  [0, 'under 5,000'],
];

/**
 * What resources of one network, of one way of publishing outsiders, or of one size brought together; most visits first.
 * @param results of one file
 */
export function workedOf(
  results: readonly LinkResult[],
  known: (network: string, resource: string) => KnownResource | undefined,
): Worked[] {
  const groupings: [by: Worked['by'], groupOf: (result: LinkResult) => string][] = [
    ['network', ({ network }) => network],
    ['class', ({ network, resource }) => known(network, resource)?.kind ?? 'unknown'],
    ['size', ({ network, resource }) => sizeOf(known(network, resource)?.subscribers ?? null)],
  ];
  return groupings.flatMap(([by, groupOf]) => {
    const groups = new Map<string, LinkResult[]>();
    for (const result of results) groups.set(groupOf(result), [...(groups.get(groupOf(result)) ?? []), result]);
    const rows = [...groups].map(([group, own]) => workedRow(by, group, own));
    return rows.toSorted((a, b) => (b.visits ?? 0) - (a.visits ?? 0) || (a.group < b.group ? -1 : 1));
  });
}

function workedRow(by: Worked['by'], group: string, results: readonly LinkResult[]): Worked {
  const sum = (of: (result: LinkResult) => number | null): number | null => {
    const known = results.flatMap((result) => of(result) ?? []);
    return known.length === 0 ? null : known.reduce((all, value) => all + value, 0);
  };
  const visits = sum((result) => result.visits);
  const conversions = sum((result) => result.conversions);
  const resources = new Set(results.map(({ network, resource }) => `${network}:${resource}`)).size;
  return { by, group, resources, visits, conversions, ...rateOf(results[0]?.measure ?? null, visits, conversions) };
}

const sizeOf = (subscribers: number | null): string =>
  subscribers === null ? 'unknown' : (sizes.find(([least]) => subscribers >= least)?.[1] ?? 'unknown');
