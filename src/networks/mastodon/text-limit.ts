import { z } from 'zod';
import { Refused, UnexpectedAnswer } from '../../errors.ts';
import type { ServerLimit } from '../../types/text-limit.ts';
import type { Web } from '../../types/web.ts';

const count = z.number().int().min(1).max(10_000_000);

/** https://docs.joinmastodon.org/entities/Instance/; `max_toot_chars` is Pleroma's. */
const instance = z.object({
  configuration: z
    .object({
      statuses: z.object({ max_characters: count, characters_reserved_per_url: count.nullable().catch(null) }),
    })
    .optional()
    .catch(undefined),
  max_toot_chars: count.optional().catch(undefined),
});

/** How long a post may be, as the server itself says; null where it does not have Mastodon's API, or does not say. */
export async function textLimitOf(host: string, web: Web): Promise<ServerLimit | null> {
  for (const version of ['v2', 'v1']) {
    try {
      const { body } = await web.json(`https://${host}/api/${version}/instance`, instance);
      const statuses = body.configuration?.statuses;
      if (statuses) return { max: statuses.max_characters, perAddress: statuses.characters_reserved_per_url };
      if (body.max_toot_chars !== undefined) return { max: body.max_toot_chars, perAddress: null };
    } catch (error) {
      if (!(error instanceof Refused || error instanceof UnexpectedAnswer)) throw error;
    }
  }
  return null;
}
