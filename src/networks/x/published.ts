import { z } from 'zod';
import { Unreadable } from '../../errors.ts';
import type { PublishedPost } from '../../types/published.ts';
import type { Web } from '../../types/web.ts';
import { listOf, optionalCount, optionalText } from '../kit/fields.ts';
import { missingIn, prices, requestItems } from './api.ts';

const Links = z
  .object({ urls: listOf(z.object({ expanded_url: optionalText, unwound_url: optionalText })).catch([]) })
  .catch({ urls: [] });
const none = { like_count: null, retweet_count: null, reply_count: null, quote_count: null };

/** https://docs.x.com/x-api/posts/get-posts-by-ids, 2026-08 */
const FoundPost = z.object({
  id: z.string(),
  entities: Links,
  note_tweet: z.object({ entities: Links }).nullable().catch(null),
  public_metrics: z
    .object({
      like_count: optionalCount,
      retweet_count: optionalCount,
      reply_count: optionalCount,
      quote_count: optionalCount,
    })
    .catch(none),
});

/** A post by its number, for whom has a token; it is paid for out of the budget. */
export function publishedPostOnX(
  { pathname }: URL,
  token: string | null,
): ((web: Web) => Promise<PublishedPost | null>) | null {
  const [, id] = /^\/(?:\w+|i\/web)\/status(?:es)?\/(\d{1,25})(?:\/|$)/.exec(pathname) ?? [];
  return id === undefined || token === null ? null : (web) => readPublished(id, web);
}

async function readPublished(id: string, web: Web): Promise<PublishedPost | null> {
  const query = { ids: id, 'tweet.fields': 'entities,note_tweet,public_metrics' };
  const request = { path: '/2/tweets', query, items: listOf(FoundPost), most: 1, price: prices.post };
  const { items, problems } = await requestItems(request, web);
  const post = items.find((each) => each.id === id);
  if (!post) {
    if (problems.some((problem) => missingIn(problem)?.status === 'hidden')) {
      throw new Unreadable('hidden', 'X shows the post only to followers of its author');
    }
    return null;
  }
  const urls = [...post.entities.urls, ...(post.note_tweet?.entities.urls ?? [])];
  const counts = Object.values(post.public_metrics).flatMap((count) => count ?? []);
  return {
    links: urls.flatMap(({ expanded_url, unwound_url }) => [expanded_url, unwound_url].flatMap((each) => each ?? [])),
    reactions: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0),
  };
}
