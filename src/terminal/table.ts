import { sanitize } from '../text/sanitize.ts';

/** Columns aligned with blanks, for a terminal. */
export function table(rows: string[][]): string {
  const safe = rows.map((row) => row.map(sanitize));
  const widths = safe.reduce<number[]>(
    (all, row) => row.map((cell, index) => Math.max(all[index] ?? 0, cell.length)),
    [],
  );
  const line = (row: string[]): string =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return safe.map((row) => `${line(row)}\n`).join('');
}
