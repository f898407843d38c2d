import type { Network } from '../types/network.ts';
import { type Facts, type Post, type Resource, longestPost } from '../types/resource.ts';
import type { CollectContext } from './context.ts';
import { isProven, maxPosts } from './third-party.ts';

/** The latest posts of a resource, as many as show whether it publishes outsiders. @throws like the network */
export async function readLatest(
  network: Network,
  resource: Resource,
  facts: Facts,
  { webFor, clock }: Pick<CollectContext, 'webFor' | 'clock'>,
): Promise<Post[]> {
  const posts: Post[] = [];
  for await (const post of network.readPosts(resource, facts, webFor(network))) {
    posts.push(keptPost(post));
    const pageEnds = posts.length % network.batch.posts === 0;
    if (posts.length === maxPosts || (pageEnds && isProven(posts, facts, clock.now()))) break;
  }
  return posts;
}

/** What is kept of a post: no more of its texts than is judged by. */
export const keptPost = (post: Post): Post => ({
  ...post,
  at: instant(post.at),
  text: post.text.slice(0, longestPost),
  ...(post.quoted !== undefined && { quoted: post.quoted.slice(0, longestPost) }),
});

/** Networks write instants with several offsets; in UTC they can be compared as text. */
const instant = (at: string | null): string | null =>
  at !== null && Number.isFinite(Date.parse(at)) ? new Date(at).toISOString() : null;
