import { existsSync } from 'node:fs';
import { readTable } from '../tables/read-table.ts';
import { normaliseHeading } from '../text/normalise.ts';
import type { WorkedResource } from './worked.ts';

type KnownResource = Pick<WorkedResource, 'kind' | 'subscribers'>;

/** What the ranking beside the list of teasers says of its resources; nothing where there is none. */
export async function knownResources(
  path: string,
): Promise<(network: string, resource: string) => KnownResource | undefined> {
  const known = new Map<string, KnownResource>();
  if (!existsSync(path)) return () => undefined;
  let headings: string[] | null = null;
  for await (const { cells } of readTable(path)) {
    headings ??= cells.map(normaliseHeading);
    const names = headings;
    const cell = (name: string): string => (cells[names.indexOf(name)] ?? '').replace(/^'/, '');
    const subscribers = /^\d+$/.test(cell('subscribers')) ? Number(cell('subscribers')) : null;
    const kind = cell('third party') || 'unknown';
    known.set(`${cell('network')}:${cell('resource')}`, { kind, subscribers });
  }
  return (network, resource) => known.get(`${network}:${resource}`);
}
