import { z } from 'zod';
import type { Shortener } from './shortener.ts';
import { ownServerPaces, shortAddress, titleWithCampaign } from './shortener.ts';

/** https://docs.kutt.it, 2026-02 */
const kuttLink = z.object({ link: shortAddress, target: z.string() });

export const kutt: Shortener = {
  id: 'kutt',
  title: 'Kutt',
  home: 'https://kutt.to',
  selfHosted: true,
  domains: true,
  tokenFrom: 'the settings of your account, under "API"',
  asker: { id: 'kutt', paces: ownServerPaces, concurrency: 1 },

  async shorten(link, { base, domain }, web) {
    const request = {
      headers: { 'x-api-key': web.token ?? '' },
      body: {
        target: link.url,
        description: titleWithCampaign(link),
        reuse: true,
        ...(domain !== null && { domain }),
      },
    };
    const { body } = await web.json(`${base}/api/v2/links`, kuttLink, request);
    return { short: body.link, long: body.target };
  },
};
