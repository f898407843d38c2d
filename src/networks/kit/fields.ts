import { z } from 'zod';

// Fields that an answer may lack: what is absent, null or of another type is unknown.

export const optionalText = z.string().nullable().catch(null);

export const optionalCount = z.int().nonnegative().nullable().catch(null);

/** ISO 8601 instant; null where the text is none. */
export function instant(text: string | null): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
