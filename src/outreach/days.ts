import { dayMs } from '../types/run.ts';

const isoShape = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/;
const dayFirstShape = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)/;
const slashShape = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/;

/**
 * The day that a person or a spreadsheet wrote, as ISO 8601: 2026-11-28, 28.11.2026, 28/11/2026, 11/28/2026, a time behind
 * it left out. Null where it is none, or might be one of two.
 */
export function dayIn(cell: string): string | null {
  const text = cell.trim();
  const iso = isoShape.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const dotted = dayFirstShape.exec(text);
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

/** The day so many working days, Monday to Friday, after a day. Holidays are not known. */
export function addWorkingDays(day: string, count: number): string {
  let time = Date.parse(day);
  for (let left = count; left > 0;) {
    time += dayMs;
    if (isWorkingDay(time)) left -= 1;
  }
  return new Date(time).toISOString().slice(0, 10);
}

const isWorkingDay = (time: number): boolean => ![0, 6].includes(new Date(time).getUTCDay());
