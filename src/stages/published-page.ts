import type { CheerioAPI } from 'cheerio';
import type { PublishedPost } from '../types/published.ts';
import { deepestData, structuredDataOf } from '../text/structured-data.ts';
import { urlOf } from '../text/web-address.ts';
import type { Web } from '../types/web.ts';

/** Links of a page that are looked at. */
const mostLinks = 5000;

/** What anybody's page shows: where its links lead, and the reactions that it tells search engines. */
export async function readPublishedPage(address: string, web: Web): Promise<PublishedPost> {
  const { body: page, url } = await web.page(address);
  const links = page('a[href]')
    .toArray()
    .slice(0, mostLinks)
    .flatMap((element) => {
      const href = page(element).attr('href') ?? '';
      return urlOf(href, url)?.href ?? [];
    });
  return { links, reactions: reactionsIn(page) };
}

/** `interactionStatistic` of JSON-LD, as https://schema.org/InteractionCounter (read 2026-11-28) describes it. */
function reactionsIn(page: CheerioAPI): number | null {
  const counts = [...structuredDataOf(page)].flatMap((data) => countsIn(data, 0));
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

function countsIn(value: unknown, depth: number): number[] {
  if (typeof value !== 'object' || value === null || depth > deepestData) return [];
  if (Array.isArray(value)) return value.flatMap((each) => countsIn(each, depth + 1));
  const { interactionStatistic: told, ...rest } = value as Record<string, unknown>;
  const own = (Array.isArray(told) ? told : [told]).flatMap(countOf);
  // What a comment got is not what the post got.
  const { comment: _, ...others } = rest;
  return own.length > 0 ? own : Object.values(others).flatMap((each) => countsIn(each, depth + 1));
}

/** Likes, comments and shares; views are none. */
function countOf(counter: unknown): number[] {
  if (typeof counter !== 'object' || counter === null) return [];
  const { interactionType: type, userInteractionCount: count } = counter as Record<string, unknown>;
  const name = typeof type === 'string' ? type : JSON.stringify(type ?? '');
  const number = typeof count === 'string' && /^\d+$/.test(count) ? Number(count) : count;
  const isReaction = /(?:Like|Comment|Share|Agree|Endorse|React)Action/.test(name);
  return isReaction && typeof number === 'number' && Number.isFinite(number) && number >= 0 ? [number] : [];
}
