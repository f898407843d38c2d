import { type ZodType, z } from 'zod';

// Fields that an answer may lack: what is absent, null or of another type is unknown.

export const optionalText = z.string().nullable().catch(null);

export const optionalCount = z.int().nonnegative().nullable().catch(null);

/**
 * The answer about several things that were asked for; an odd item, which may be about any of them, is null. An answer
 * that holds nothing else is of another shape.
 * @param isRest it goes on from pages that had the shape, or the network says that there is one item: an odd one alone is no
 * more than itself
 */
export const answersOf = <Item>(item: ZodType<Item>, isRest = false) =>
  z.array(z.unknown()).transform((items, context): (Item | null)[] => {
    const read = items.map((each) => item.safeParse(each));
    const [first] = read;
    const isAlone = isRest && read.length === 1;
    if (!isAlone && read.every(({ success }) => !success) && first?.error) {
      for (const { message, path } of first.error.issues) {
        context.addIssue({ code: 'custom', message, path: [0, ...path] });
      }
    }
    return read.map(({ data }) => data ?? null);
  });

/** A list without its odd items: one that lacks what it must have does not cost the others. `oddIn` counts them. */
export const listOf = <Item>(item: ZodType<Item>, isRest = false) =>
  answersOf(
    item.transform((usable) => ({ usable })),
    isRest,
  ).transform((items) => {
    const list = items.flatMap((each) => (each ? [each.usable] : []));
    if (list.length < items.length) leftOut.set(list, items.length - list.length);
    return list;
  });

const leftOut = new WeakMap<readonly unknown[], number>();

/** How many odd items these lists were read without. */
export const oddIn = (...lists: (readonly unknown[])[]): number =>
  lists.reduce((sum, list) => sum + (leftOut.get(list) ?? 0), 0);

/** The same, as a page of follows tells it. */
export function oddOn(...lists: (readonly unknown[])[]): { odd?: number } {
  const odd = oddIn(...lists);
  return odd > 0 ? { odd } : {};
}

/** ISO 8601 instant; null where the text is none. */
export function instant(text: string | null): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
