import { UserError } from '../errors.ts';
import { detach } from '../tables/detach.ts';
import type { Columns, Role } from '../tables/headings.ts';
import type { TableRow } from '../tables/rows.ts';
import type { Problem, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { cellOf } from './cells.ts';
import { followedIn } from './read-follows.ts';
import { readRows, shown } from './read-rows.ts';

/** A resource that is not to be contacted. */
export interface ExcludedResource {
  resource: ResourceName;
  /** Why, in the words of the list; empty where it says nothing. */
  why: string;
}

const roles: Role[] = ['resource', 'network', 'note', 'title'];

/**
 * Reads the list of resources that are not to be contacted: any table with a column of addresses, or a bare list of them.
 * The reason is its note, or else the first cell that is nothing else.
 * @throws UserError exclude_resources, where an entry names no resource, and where the file cannot be read
 */
export async function readExcludedResources(
  file: string,
  networks: readonly AnyNetwork[],
): Promise<ExcludedResource[]> {
  const found: ExcludedResource[] = [];
  const problems: Problem[] = [];
  const overrides = { roles: new Map<string, string>(), found: new Set<string>() };

  const reading = { networks, overrides, encoding: null, delimiter: null, tables: [], problems };
  const refuse = (line: number, problem: string): never => {
    throw new UserError('exclude_resources', `${file}:${line}`, problem);
  };
  await readRows(file, roles, [['resource']], reading, (row, columns) => {
    const { named, wrong } = followedIn(row, columns, networks);
    if (wrong.length > 0 || named.length === 0)
      refuse(row.line, `"${wrong[0]?.text ?? shown(row.cells)}" is not the address of a page`);
    const why = reasonIn(row, columns);
    found.push(...named.map(({ resource }) => ({ resource, why })));
  });
  const [first] = problems;
  if (first) refuse(first.line, first.problem);
  return found;
}

const reasonIn = ({ cells }: TableRow, columns: Columns): string => {
  const note = cellOf(columns, cells, 'note');
  const other = columns.all.findIndex(({ role }, index) => role === null && (cells[index] ?? '') !== '');
  return detach(note || (cells[other] ?? '')).trim();
};
