/** Begins with a quote that was kept, and spans lines or ends in blanks: only the text tells what was quoted. */
export const isDoubtful = (cell: string): boolean =>
  cell.startsWith('"') && (cell.trimEnd() !== cell || lineEnds(cell) > 0);

/** CRLF is one. */
export const lineEnds = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;
