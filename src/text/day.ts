const isoShape = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/;
const dottedShape = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)/;
const slashShape = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/;

/**
 * The day that a person or a spreadsheet wrote, as ISO 8601: 2026-05-31, 31.05.2026, 31/05/2026, 5/31/2026; a time behind
 * it is left out. Null where it is none, or might be one of two.
 */
export function dayIn(cell: string): string | null {
  const text = cell.trim();
  const iso = isoShape.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const dotted = dottedShape.exec(text);
  if (dotted) return dayOf(dotted[3]?.length === 2 ? `20${dotted[3]}` : dotted[3], dotted[2], dotted[1]);
  const [, one, other, year] = slashShape.exec(text) ?? [];
  if (one === undefined) return null;
  if (Number(one) > 12 || one === other) return dayOf(year, other, one);
  return Number(other) > 12 ? dayOf(year, one, other) : null;
}

function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}
