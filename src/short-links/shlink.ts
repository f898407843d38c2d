import { z } from 'zod';
import type { Shortener } from './shortener.ts';
import { ownServerPaces, shortAddress, linkTitle } from './shortener.ts';

/** https://api-spec.shlink.io, 2026-06 */
const shortUrl = z.object({ shortUrl: shortAddress, longUrl: z.string() });

export const shlink: Shortener = {
  id: 'shlink',
  title: 'Shlink',
  home: null,
  selfHosted: true,
  domains: true,
  tokenFrom: 'your server, with `shlink api-key:generate`',
  asker: { id: 'shlink', paces: ownServerPaces, concurrency: 1 },

  async shorten(link, { base, domain }, web) {
    const request = {
      headers: { 'x-api-key': web.token ?? '' },
      body: {
        longUrl: link.url,
        title: linkTitle(link),
        tags: [link.campaign],
        findIfExists: true,
        ...(domain !== null && { domain }),
      },
    };
    const { body } = await web.json(`${base}/rest/v3/short-urls`, shortUrl, request);
    return { short: body.shortUrl, long: body.longUrl };
  },
};
