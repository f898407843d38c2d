import { type ZodType, z } from 'zod';
import { UnexpectedAnswer } from '../../errors.ts';

// Fields that an answer may lack: what is absent, null or of another type is unknown.

export const optionalText = z.string().nullable().catch(null);

export const optionalCount = z.int().nonnegative().nullable().catch(null);

/**
 * The answer about several things that were asked for; an odd item, which may be about any of them, is null. An answer
 * that holds nothing else is of another shape.
 */
export const answersOf = <Item>(item: ZodType<Item>) => answersWith(item, 1);

/** @param tooMany odd items without any other that show another shape */
const answersWith = <Item>(item: ZodType<Item>, tooMany: number) =>
  z.array(z.unknown()).transform((items, context): (Item | null)[] => {
    const read = items.map((each) => item.safeParse(each));
    const [first] = read;
    if (read.length >= tooMany && read.every(({ success }) => !success) && first?.error) {
      for (const { message, path } of first.error.issues) {
        context.addIssue({ code: 'custom', message, path: [0, ...path] });
      }
    }
    return read.map(({ data }) => data ?? null);
  });

/** A list without its odd items: one that lacks what it must have does not cost the others. `oddIn` counts them. */
export const listOf = <Item>(item: ZodType<Item>) => listWith(item, 1);

/** A page of what somebody follows. An odd item that stands there alone is no more than itself; see `needKnownShape`. */
export const followsOf = <Item>(item: ZodType<Item>) => listWith(item, 2);

const listWith = <Item>(item: ZodType<Item>, tooMany: number) =>
  answersWith(
    item.transform((usable) => ({ usable })),
    tooMany,
  ).transform((items) => {
    const list = items.flatMap((each) => (each ? [each.usable] : []));
    if (list.length < items.length) leftOut.set(list, items.length - list.length);
    return list;
  });

const leftOut = new WeakMap<readonly unknown[], number>();

/** How many odd items these lists were read without. */
export const oddIn = (...lists: (readonly unknown[])[]): number =>
  lists.reduce((sum, list) => sum + (leftOut.get(list) ?? 0), 0);

/**
 * A whole list of odd items where its network says that there are several has another shape than is known.
 * @param total how many the network says there are, where it does
 * @throws UnexpectedAnswer
 */
export function needKnownShape(
  { known, odd, total }: { known: number; odd: number; total: number | null | undefined },
  url: string,
): void {
  if (known > 0 || odd === 0 || (total ?? 0) <= 1) return;
  throw new UnexpectedAnswer(url, 'the list does not have the documented shape');
}

/** How many odd items these lists were read without, as a page of follows tells it. */
export function oddOn(...lists: (readonly unknown[])[]): { odd?: number } {
  const odd = oddIn(...lists);
  return odd > 0 ? { odd } : {};
}

/** ISO 8601 instant; null where the text is none. */
export function instant(text: string | null): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
