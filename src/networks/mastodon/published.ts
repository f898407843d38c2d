import { z } from 'zod';
import { Refused } from '../../errors.ts';
import { loadMarkup } from '../../text/markup.ts';
import type { PublishedPost } from '../../types/published.ts';
import type { Web } from '../../types/web.ts';

const count = z.number().nonnegative().catch(0);

const Status = z.object({
  content: z.string().catch(''),
  card: z.object({ url: z.string() }).nullish().catch(null),
  favourites_count: count,
  reblogs_count: count,
  replies_count: count,
});

/** `/@anna/110…` and `/users/anna/statuses/110…`: the address of a post by its number at this server. */
const postPath = /^\/(?:@[^/]+|users\/[^/]+\/statuses)\/([\da-z]{6,})\/?$/i;

/** A post of a server that speaks Mastodon's API: https://docs.joinmastodon.org/methods/statuses/#get (read 2026-11-28). */
export function publishedStatus({ host, pathname }: URL): ((web: Web) => Promise<PublishedPost | null>) | null {
  const [, id] = postPath.exec(pathname) ?? [];
  return id === undefined ? null : (web) => readPublished(`https://${host}/api/v1/statuses/${id}`, web);
}

async function readPublished(address: string, web: Web): Promise<PublishedPost | null> {
  try {
    const { body } = await web.json(address, Status);
    const page = loadMarkup(body.content, 'html');
    const links = page
      ? page('a[href]')
          .toArray()
          .flatMap((element) => page(element).attr('href') ?? [])
      : [];
    return {
      links: body.card ? [...links, body.card.url] : links,
      reactions: body.favourites_count + body.reblogs_count + body.replies_count,
    };
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}
