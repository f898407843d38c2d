import type { CheerioAPI } from 'cheerio';
import { UnexpectedAnswer } from '../../errors.ts';
import { countIn } from '../../text/counts.ts';
import type { PublishedPost } from '../../types/published.ts';
import type { Web } from '../../types/web.ts';

/** `/garden/12` and `/s/garden/12`: a channel's post by its number. */
const postPath = /^\/(?:s\/)?([a-z]\w{3,31})\/(\d+)\/?$/i;

/** A post of a public channel, as Telegram shows it for other sites to embed (seen 2026-08). */
export function publishedMessage({ pathname }: URL): ((web: Web) => Promise<PublishedPost | null>) | null {
  const [, channel, number] = postPath.exec(pathname) ?? [];
  return channel === undefined ? null : (web) => readPublished(`https://t.me/${channel}/${number}?embed=1`, web);
}

async function readPublished(address: string, web: Web): Promise<PublishedPost | null> {
  const { body: page, url } = await web.page(address, { headers: { 'accept-language': 'en' } });
  const message = page('.tgme_widget_message[data-post]').first();
  if (message.length === 0) {
    if (page('.tgme_widget_message_error').length > 0) return null;
    throw new UnexpectedAnswer(url, 'the page is not the post that Telegram shows to be embedded');
  }
  const links = message
    .find(
      '.tgme_widget_message_text a[href], a.tgme_widget_message_link_preview[href], a.tgme_widget_message_inline_button[href]',
    )
    .toArray();
  return { links: links.flatMap((element) => page(element).attr('href') ?? []), reactions: reactionsIn(page) };
}

function reactionsIn(page: CheerioAPI): number | null {
  const counts = page('.tgme_reaction')
    .toArray()
    .flatMap(
      (element) =>
        countIn(
          page(element)
            .text()
            .replaceAll(/[^\d.,KMkm]/g, ''),
        ) ?? [],
    );
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}
