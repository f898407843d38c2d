import { z } from 'zod';
import { Refused } from '../errors.ts';
import type { Shortener, StoredLink } from './shortener.ts';
import { ownServerPaces, shortAddress, titleWithCampaign } from './shortener.ts';

/** https://yourls.org/docs/development/api, 2026-06. An address that is known already comes as a failure, with its link. */
const answer = z.object({ shorturl: shortAddress, url: z.object({ url: z.string() }) });

const stored = ({ shorturl, url }: z.output<typeof answer>): StoredLink => ({ short: shorturl, long: url.url });

export const yourls: Shortener = {
  id: 'yourls',
  title: 'YOURLS',
  home: null,
  selfHosted: true,
  domains: false,
  tokenFrom: 'the page "Tools" of your server',
  asker: { id: 'yourls', paces: ownServerPaces, concurrency: 1 },

  async shorten(link, { base }, web) {
    const form = {
      signature: web.token ?? '',
      action: 'shorturl',
      format: 'json',
      url: link.url,
      title: titleWithCampaign(link),
    };
    try {
      const { body } = await web.json(`${base}/yourls-api.php`, answer, { form });
      return stored(body);
    } catch (error) {
      // Up to version 1.9 the status is 200, later 400.
      const known = error instanceof Refused ? answer.safeParse(error.body).data : undefined;
      if (known) return stored(known);
      throw error;
    }
  },
};
