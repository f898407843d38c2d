import { looksTyped } from './looks-typed.ts';
import { csvText } from './sanitize.ts';

/** A cell without the apostrophe that keeps spreadsheets from taking it for a formula or a number. */
export function plainCell(cell = ''): string {
  const text = cell.slice(1);
  return cell.startsWith("'") && (csvText(text) === cell || looksTyped(text)) ? text : cell;
}
