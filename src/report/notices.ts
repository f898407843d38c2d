import { notices } from '../errors.ts';
import { phrase } from '../outputs/html/phrase.ts';
import type { Settings } from '../settings.ts';
import type { Notice } from '../types/report.ts';

/** What whoever gets the report must know of how it was made. */
export function noticesFor(
  { shareable, exclude }: Settings,
  excluded: number,
  apart: string[],
  mixed: string[],
): Notice[] {
  const isTold = exclude !== null || excluded > 0;
  // Whether there are any is said of all lists alike.
  const left = shareable ? noticeOf('excluded_some') : noticeOf('excluded', [], excluded);
  return [
    ...(shareable ? [noticeOf('shareable')] : []),
    ...(isTold ? [left] : []),
    ...(apart.length > 0 ? [noticeOf('apart', apart)] : []),
    ...(mixed.length > 0 ? [noticeOf('mixed', mixed)] : []),
  ];
}

/** A notice with its sentence in English. */
export function noticeOf(code: Notice['code'], networks: string[] = [], count: number | null = null): Notice {
  const values = { networks: networks.join(', '), ...(count !== null && { count }) };
  return { code, networks, count, text: phrase(notices[code], values, 'en') };
}
