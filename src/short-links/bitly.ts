import { z } from 'zod';
import { Refused } from '../errors.ts';
import type { Shortener } from './shortener.ts';
import { shortAddress, linkTitle } from './shortener.ts';

/** https://dev.bitly.com/api-reference/#createFullBitlink, 2026-08 */
const bitlink = z.object({ link: shortAddress, long_url: z.string() });

/** https://dev.bitly.com/docs/getting-started/rate-limits, 2026-08: `message` tells the limits of a 429 apart. */
const trouble = z.object({ message: z.string() });
const perMinute = 'RATE_LIMIT_EXCEEDED';
const perMonth = new Set([
  'API_USAGE_LIMIT_EXCEEDED',
  'MONTHLY_LIMIT_EXCEEDED',
  'MONTHLY_BSD_ENCODE_LIMIT_REACHED',
  'BRANDED_LINK_MONTHLY_LIMIT_EXCEEDED',
]);

const messageIn = (body: unknown): string => trouble.safeParse(body).data?.message ?? '';

export const bitly: Shortener = {
  id: 'bitly',
  title: 'Bitly',
  home: 'https://api-ssl.bitly.com',
  selfHosted: false,
  domains: true,
  tokenFrom: 'https://app.bitly.com/settings/api/',
  // Limits differ by plan and are not told in headers; a minute has a tenth of an hour's.
  asker: { id: 'bitly', paces: [{ requests: 60, seconds: 60 }], concurrency: 1 },

  async shorten(link, { base, domain }, web) {
    const request = {
      headers: { authorization: `Bearer ${web.token ?? ''}` },
      body: {
        long_url: link.url,
        title: linkTitle(link),
        tags: [link.campaign],
        ...(domain !== null && { domain }),
      },
      busy: (body: unknown) => (messageIn(body) === perMinute ? 60 : null),
      capped: (body: unknown) => perMonth.has(messageIn(body)),
    };
    try {
      const { body } = await web.json(`${base}/v4/bitlinks`, bitlink, request);
      return { short: body.link, long: body.long_url };
    } catch (error) {
      if (error instanceof Refused && perMonth.has(messageIn(error.body))) {
        throw web.stop('the monthly allowance of your Bitly plan is used up', 'change_plan');
      }
      throw error;
    }
  },
};
