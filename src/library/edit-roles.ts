import { columnsIn } from '../inputs/read-rows.ts';
import type { Settings } from '../settings.ts';
import { type Columns, type Role, knownHeadings } from '../tables/headings.ts';
import type { AnyNetwork } from '../types/network.ts';
import { type EditedTable, editTable } from './edit-table.ts';

/** Opens a table to change rows of it, and tells its columns. @throws UserError like `editTable` */
export async function editRoles(
  path: string,
  roles: Role[],
  networks: readonly AnyNetwork[],
  { encoding, delimiter }: Pick<Settings, 'encoding' | 'delimiter'>,
): Promise<{ table: EditedTable; columns: Columns }> {
  const overrides = { roles: new Map<string, string>(), found: new Set<string>() };
  const headings = knownHeadings(roles, networks, overrides);
  const table = await editTable(path, { encoding, delimiter, headings });
  const reading = { networks, overrides, encoding, delimiter };
  return { table, columns: columnsIn({ heading: table.heading, sample: table.rows }, roles, reading) };
}
