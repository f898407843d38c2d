import { z } from 'zod';
import { Unreadable } from '../../errors.ts';
import type { PublishedPost } from '../../types/published.ts';
import type { Web } from '../../types/web.ts';
import { listOf, optionalCount, optionalText } from '../kit/fields.ts';
import { writtenAddresses } from '../kit/written-addresses.ts';
import { callMethod } from './api.ts';

const counted = z.object({ count: optionalCount }).catch({ count: null });

/** https://dev.vk.com/ru/method/wall.getById, API 5.199 */
const PostItem = z.object({
  text: optionalText,
  is_deleted: z.boolean().catch(false),
  attachments: listOf(z.object({ link: z.object({ url: z.string() }) })).catch([]),
  likes: counted,
  reposts: counted,
  comments: counted,
});
const FoundPosts = z.object({ items: z.array(PostItem).default([]) });

/** `/wall-12_34`, and the same in the query of the page it is shown on. */
const postKey = /^\/?wall(-?\d+_\d+)(?:[/?%]|$)/;

/** A post on a wall, for whom has a token. */
export function publishedWallPost(
  { pathname, searchParams }: URL,
  token: string | null,
): ((web: Web) => Promise<PublishedPost | null>) | null {
  const [, key] = postKey.exec(searchParams.get('w') ?? '') ?? postKey.exec(pathname) ?? [];
  return key === undefined || token === null ? null : (web) => readPublished(key, web);
}

async function readPublished(key: string, web: Web): Promise<PublishedPost | null> {
  const answer = await callMethod({ method: 'wall.getById', params: { posts: key } }, FoundPosts, web);
  if ('refused' in answer) throw new Unreadable('hidden', `VK does not show the post (error ${answer.refused})`);
  const [post] = answer.value.items;
  if (!post || post.is_deleted) return null;
  const counts = [post.likes, post.reposts, post.comments].flatMap(({ count }) => count ?? []);
  return {
    links: [...writtenAddresses(post.text ?? ''), ...post.attachments.map(({ link }) => link.url)],
    reactions: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0),
  };
}
