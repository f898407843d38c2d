import { Refused } from '../../errors.ts';

/**
 * Asks for many things together. A request that is refused for one of them is taken apart: one bad name among n costs
 * about 2 log2(n) requests more, not n.
 * @param ask null where the server refuses these as a whole
 * @returns the parts that were answered; what is refused alone is left out
 */
export async function inHalves<Item, Answer>(
  items: readonly Item[],
  ask: (items: readonly Item[]) => Promise<Answer | null>,
): Promise<Answer[]> {
  if (items.length === 0) return [];
  const answer = await ask(items);
  if (answer !== null) return [answer];
  if (items.length === 1) return [];
  const half = Math.ceil(items.length / 2);
  return [...(await inHalves(items.slice(0, half), ask)), ...(await inHalves(items.slice(half), ask))];
}

/**
 * Null where a server refuses a request for what is asked for in it (400).
 * @param isAboutItems whether the refusal may be about that, and not about the request as such
 */
export async function unlessMalformed<Answer>(
  asking: Promise<Answer>,
  isAboutItems: (body: unknown) => boolean = () => true,
): Promise<Answer | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Refused && error.status === 400 && isAboutItems(error.body)) return null;
    throw error;
  }
}
