import { existsSync } from 'node:fs';
import { replaceNow } from '../files/replace-now.ts';
import { UserError } from '../errors.ts';
import { cellOf } from '../inputs/cells.ts';
import { followedIn } from '../inputs/read-follows.ts';
import { decisionRoles } from '../inputs/read-decisions.ts';
import { verdictOf } from '../inputs/verdict-words.ts';
import { networksFor } from '../networks/index.ts';
import { verdictsFile } from '../settings.ts';
import { spellings, spellingsMeant } from '../stages/decisions.ts';
import type { Columns } from '../tables/headings.ts';
import type { TableRow } from '../tables/read-table.ts';
import type { Decision, ResourceName } from '../types/input.ts';
import type { Row } from '../types/report.ts';
import { editRoles } from './edit-roles.ts';
import type { EditedTable } from './edit-table.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/** What a person decided of a resource. */
export interface KeptVerdict {
  /** Null where the file says nothing. */
  verdict: Decision['verdict'];
  note: string;
}

/** A row of the ranking, as far as it says which resource it is. */
type RankedResource = Pick<Row, 'network' | 'resource' | 'resourceId' | 'url'>;

/** A person's decisions, to be looked up and changed. */
export interface VerdictsFile {
  path: string;
  of: (resource: RankedResource) => KeptVerdict;
  /**
   * Writes a decision into the file at once: over the row that decided before, else behind all rows. A verdict of null
   * takes it back; what a row says besides, such as a count by hand, stays.
   * @throws UserError table_edited, output_locked, output_unwritable
   */
  keep: (resource: RankedResource, said: KeptVerdict) => Promise<void>;
}

const nothing: KeptVerdict = { verdict: null, note: '' };

/** Opens a person's decisions. A file that is not there yet is made with the first one. @throws UserError like `editRoles` */
export async function openVerdicts(given: RunSettings): Promise<VerdictsFile> {
  const { settings } = completeSettings(given, 'verdicts');
  const path = settings.verdicts ?? verdictsFile;
  const networks = await networksFor(settings, []);
  if (!existsSync(path)) {
    const keep = async (resource: RankedResource, said: KeptVerdict): Promise<void> => {
      if (said.verdict === null) return;
      replaceNow(path, 'resource,verdict,note\n');
      const fresh = await openVerdicts({ ...given, verdicts: path });
      await fresh.keep(resource, said);
    };
    return { path, of: () => nothing, keep };
  }
  const { table, columns } = await editRoles(path, decisionRoles, networks, settings);
  const rows = table.rows.map((row): WrittenRow => {
    const { named } = followedIn(row, columns, networks);
    const word = cellOf(columns, row.cells, 'verdict');
    // Where a bare name means another resource, or two are one publisher's, the row is about more than a verdict.
    const isPlain = cellOf(columns, row.cells, 'means') === '' && cellOf(columns, row.cells, 'same_as') === '';
    const verdict = word === '' ? null : (verdictOf(word) ?? null);
    return {
      row,
      resources: isPlain ? named.map(({ resource }) => resource) : [],
      verdict,
      note: cellOf(columns, row.cells, 'note'),
    };
  });
  const byName = new Map<string, WrittenRow[]>();
  for (const row of rows)
    for (const name of new Set(row.resources.flatMap(spellingsMeant)))
      byName.set(name, [...(byName.get(name) ?? []), row]);
  const aboutThis = (resource: RankedResource): WrittenRow[] => {
    const names = spellings({ ...resource, id: resource.resourceId, name: resource.resource });
    const found = new Set(names.flatMap((name) => byName.get(name) ?? []));
    return [...found].toSorted((a, b) => a.row.line - b.row.line);
  };
  return {
    path,
    of: (resource) => aboutThis(resource).findLast(({ verdict }) => verdict !== null) ?? nothing,
    async keep(resource, said) {
      const lacking = (['resource', 'verdict', 'note'] as const).find(
        (role) => columns.having(role).length === 0 && (role !== 'note' || said.note !== ''),
      );
      if (lacking !== undefined) throw new UserError('table_edited', path, `it has no column "${lacking}"`);
      const written = aboutThis(resource);
      if (said.verdict === null) for (const each of written) takeBack(each, table, columns, path);
      else write(resource, said, written.at(-1), table, columns);
      await table.save();
    },
  };
}

interface WrittenRow extends KeptVerdict {
  row: TableRow;
  resources: ResourceName[];
}

function write(
  { url, resource }: RankedResource,
  { verdict, note }: KeptVerdict,
  former: WrittenRow | undefined,
  table: EditedTable,
  columns: Columns,
): void {
  // The last row decides; one that is about several resources stays, and a row behind it decides of this one.
  if (former?.resources.length === 1) {
    table.replace(former.row, withCells(former.row, columns, { verdict: verdict ?? '', note }));
    return;
  }
  const blank = { line: 0, cells: columns.all.map(() => '') };
  table.append(withCells(blank, columns, { resource: url || resource, verdict: verdict ?? '', note }));
}

/** @throws UserError table_edited, where the row decides of other resources, too */
function takeBack({ row, resources, verdict }: WrittenRow, table: EditedTable, columns: Columns, path: string): void {
  if (verdict === null) return;
  if (resources.length > 1)
    throw new UserError('table_edited', `${path}:${row.line}`, 'it decides of several resources at once');
  const left = withCells(row, columns, { verdict: '', note: '' });
  const says = left.some(
    (cell, index) => cell !== '' && !['resource', 'title', 'network', null].includes(columns.roleOf(index)),
  );
  table.replace(row, says ? left : null);
}

/** The cells of a row with others in the columns of these roles. */
function withCells(
  { cells }: TableRow,
  columns: Columns,
  said: Partial<Record<'resource' | 'verdict' | 'note', string>>,
): string[] {
  const width = Math.max(cells.length, columns.all.length);
  const changed = Array.from({ length: width }, (_, index) => cells[index] ?? '');
  for (const [role, text] of Object.entries(said)) {
    const [first] = columns.having(role as 'resource' | 'verdict' | 'note');
    if (first !== undefined) changed[first] = text;
  }
  return changed;
}
