import { type ZodType, z } from 'zod';

// Fields that an answer may lack: what is absent, null or of another type is unknown.

export const optionalText = z.string().nullable().catch(null);

export const optionalCount = z.int().nonnegative().nullable().catch(null);

/** The answer about several things that were asked for; an odd item, which may be about any of them, is null. */
export const answersOf = <Item>(item: ZodType<Item>) =>
  z.array(z.unknown()).transform((items, context): (Item | null)[] => {
    const read = items.map((each) => item.safeParse(each));
    const [first] = read;
    if (read.every(({ success }) => !success) && first?.error) {
      for (const { message, path } of first.error.issues) {
        context.addIssue({ code: 'custom', message, path: [0, ...path] });
      }
    }
    return read.map(({ data }) => data ?? null);
  });

/**
 * A list without its odd items: one that lacks what it must have does not cost the others. A list of nothing else is of
 * another shape.
 */
export const listOf = <Item>(item: ZodType<Item>) =>
  answersOf(item.transform((usable) => ({ usable }))).transform((items) =>
    items.flatMap((each) => (each ? [each.usable] : [])),
  );

/** ISO 8601 instant; null where the text is none. */
export function instant(text: string | null): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
