import type { OwnWording, Problem } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { detach } from '../tables/detach.ts';
import type { Columns, Role } from '../tables/headings.ts';
import type { TableRow } from '../tables/read-table.ts';
import { plainCell } from '../text/plain-cell.ts';
import { cellOf } from './cells.ts';
import { followedIn, notAResource } from './read-follows.ts';
import { type TableInput, fileNameOf, readRows } from './read-rows.ts';

/** What the columns of a table of wordings may be. */
export const wordingRoles: Role[] = ['resource', 'variant', 'text', 'network', 'title'];

/**
 * Reads a person's own texts of teasers. A row that names no resource, no text or no number is a problem and changes nothing.
 * @throws UserError where the file as a whole cannot be read
 */
export async function readWordings(
  input: TableInput,
  networks: readonly AnyNetwork[],
  options: { encoding: string | null; delimiter: string | null; signal?: AbortSignal | undefined },
): Promise<{ wordings: OwnWording[]; problems: Problem[] }> {
  const file = fileNameOf(input);
  const wordings: OwnWording[] = [];
  const problems: Problem[] = [];
  const overrides = { roles: new Map<string, string>(), found: new Set<string>() };
  const reading = { networks, overrides, ...options, tables: [], problems };
  await readRows(input, wordingRoles, [['resource'], ['text']], reading, (row, columns) => {
    const { line, cells } = row;
    const { named, wrong } = followedIn(row, columns, networks);
    for (const { text, none } of wrong) problems.push({ file, line, ...notAResource(text, none) });
    const { variant, text } = wordingIn(row, columns);
    if (variant === null)
      problems.push({
        file,
        line,
        value: detach(cellOf(columns, cells, 'variant')),
        problem: 'this is no number of a wording',
        whatToDo: 'write 1 for the first wording of a resource, 2 for the second, 3 for the third',
      });
    else if (text !== '') for (const { resource } of named) wordings.push({ resource, variant, text: detach(text) });
  });
  return { wordings, problems };
}

/** What a row says but for its resource: the first wording is meant where it has no number, and null is none. */
export function wordingIn({ cells }: TableRow, columns: Columns): { variant: number | null; text: string } {
  const said = cellOf(columns, cells, 'variant').trim();
  const variant = said === '' ? 1 : /^[1-9]$/.test(said) ? Number(said) : null;
  return {
    variant,
    text: plainCell(cellOf(columns, cells, 'text'))
      .replaceAll('\r\n', '\n')
      .trim(),
  };
}
