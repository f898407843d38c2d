import { notices } from '../errors.ts';
import { phrase } from '../outputs/html/phrase.ts';
import type { Settings } from '../settings.ts';
import type { SegmentTables } from '../stages/segments.ts';
import type { ArticleVisit } from '../types/article.ts';
import type { Drafts } from '../types/draft.ts';
import { type Notice, type Report, type TeaserPart, leastShared } from '../types/report.ts';

/** What whoever gets the report must know of how it was made. */
export function noticesFor(
  { shareable, exclude, segment }: Settings,
  excluded: number,
  apart: string[],
  mixed: string[],
  tables: SegmentTables,
): Notice[] {
  const isTold = exclude !== null || excluded > 0;
  // Whether there are any is said of all lists alike.
  const left = shareable ? noticeOf('excluded_some') : noticeOf('excluded', [], excluded);
  return [
    ...(shareable ? [noticeOf('shareable')] : []),
    ...(isTold ? [left] : []),
    ...(apart.length > 0 ? [noticeOf('apart', apart)] : []),
    ...(mixed.length > 0 ? [noticeOf('mixed', mixed)] : []),
    ...segmentNotices(tables, segment !== null, shareable),
  ];
}

function segmentNotices({ segments, left }: SegmentTables, isAsked: boolean, isHandedOn: boolean): Notice[] {
  if (segments.length === 0) return isAsked ? [noticeOf('segments_none')] : [];
  if (left === 0) return [];
  if (isHandedOn) return [noticeOf('segments_some')];
  return [noticeOf(left < leastShared ? 'segments_private' : 'segments_left', [], left)];
}

/** A notice with its sentence in English. */
export function noticeOf(code: Notice['code'], networks: string[] = [], count: number | null = null): Notice {
  const values = { networks: networks.join(', '), ...(count !== null && { count }) };
  return { code, networks, count, text: phrase(notices[code], values, 'en') };
}

/** What stands in no file, and what in candidates.csv alone. */
export function totalsNotices(
  { resources, left_out: left }: Report['totals'],
  shown: number,
  { minCustomers }: Settings,
): Notice[] {
  return [
    ...(left === null || left === 0 ? [] : [noticeOf(minCustomers === null ? 'left_out' : 'left_out_few', [], left)]),
    ...(resources > shown ? [noticeOf('only_in_csv', [], resources - shown)] : []),
  ];
}

/** What is to be known of the article before its link goes out. */
export function articleNotices(article: ArticleVisit | null, proposed: readonly TeaserPart[]): Notice[] {
  if (!article) return [];
  const { status, keepsTags } = article;
  return [
    ...(status === 'read' ? [] : [noticeOf(`article_${status}`)]),
    ...(keepsTags === false ? [noticeOf('article_drops_tags')] : []),
    ...(proposed.length > 0 ? [noticeOf('article_proposed')] : []),
  ];
}

/** That drafts are what they are. */
export function draftNotices(drafts: readonly (Drafts | null)[]): Notice[] {
  const shown = drafts.filter((each) => each && (each.pitch.text ?? each.teaser.text) !== null).length;
  return shown === 0 ? [] : [noticeOf('drafts', [], shown)];
}
