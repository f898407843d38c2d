import type { Role } from './aliases.ts';
import { isAddress } from './delimiter.ts';
import type { TableRow } from './rows.ts';

/**
 * Roles of columns by what stands in them, for a table without headings: null where nothing is sure. The first column
 * of words is the name.
 * @param wanted the roles this kind of file has
 * @param isProfile whether a cell names a profile of a network
 * @param isVerdict whether a cell is a verdict
 */
export function rolesByContent(
  rows: readonly TableRow[],
  wanted: readonly Role[],
  isProfile: (cell: string) => boolean,
  isVerdict: (cell: string) => boolean,
): (Role | null)[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) =>
    rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== ''),
  );
  const rules: [Role, (cells: string[]) => boolean][] = [
    ['email', (cells) => share(cells, isEmail) > 0.8],
    ['profile', (cells) => share(cells, isProfile) > 0.5],
    ['resource', (cells) => share(cells, isAddress) > 0.5],
    ['website', (cells) => share(cells, isAddress) > 0.5],
    ['verdict', (cells) => share(cells, isVerdict) > 0.8],
    ['name', (cells) => share(cells, isWords) > 0.5],
  ];
  const taken = new Set<Role>();
  return columns.map((cells) => {
    const [role] = rules.find(([each, fits]) => wanted.includes(each) && !taken.has(each) && fits(cells)) ?? [];
    if (role === undefined) return null;
    if (role === 'name' || role === 'resource' || role === 'verdict') taken.add(role);
    return role;
  });
}

const share = (cells: readonly string[], fits: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;

export const isEmail = (cell: string): boolean => /^[^\s@/]+@[^\s@/][^\s@/.]*\.[^\s@/]+$/.test(cell);

/** Letters, and no number, date or address. */
const isWords = (cell: string): boolean =>
  /\p{L}{2}/u.test(cell) && !isAddress(cell) && !/^[\d\s.,:/+()-]+$/.test(cell);
