import { dayMs } from '../types/run.ts';

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
