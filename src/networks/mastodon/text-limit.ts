import { z } from 'zod';
import { Refused, UnexpectedAnswer } from '../../errors.ts';
import { misskeyFamily } from './misskey.ts';
import { softwareOf } from './nodeinfo.ts';
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

/** Of Misskey's API description, MetaLite (2025.4, read 2026-11-28). */
const meta = z.object({ maxNoteTextLength: count });

/**
 * What servers do not say, since it stands in their program: the body of a post, in characters.
 * https://github.com/LemmyNet/lemmy/blob/main/crates/utils/src/utils/validation.rs (read 2026-11-28)
 */
const fixed: ReadonlyMap<string, ServerLimit> = new Map([['lemmy', { max: 50_000, perAddress: 0 }]]);

/**
 * How long a post may be, as the server itself says in Mastodon's API or in Misskey's, or as its program has it; null where
 * nothing of this is known.
 */
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
  const software = (await softwareOf(host, web)) ?? '';
  return misskeyFamily.has(software) ? misskeyLimit(host, web) : (fixed.get(software) ?? null);
}

async function misskeyLimit(host: string, web: Web): Promise<ServerLimit | null> {
  try {
    const { body } = await web.json(`https://${host}/api/meta`, meta, { body: { detail: false } });
    // An address counts like any other text there.
    return { max: body.maxNoteTextLength, perAddress: 0 };
  } catch (error) {
    if (error instanceof Refused || error instanceof UnexpectedAnswer) return null;
    throw error;
  }
}
