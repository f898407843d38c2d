import { fold } from './fold.ts';
import { type Token, has } from './tokens.ts';

/** Words of a page's own name, handle and site that tell its relatives. */
export interface Brand {
  /** Folded words of the title that are worth comparing. */
  words: ReadonlySet<string>;
  /** The title without blanks, and the handle, folded to letters and digits. */
  joined: string[];
}

const plain = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Characters that two handles or names must have in common to be of one house. */
const commonStem = 5;

export function brandOf({ title, name: handle, url }: { title: string | null; name: string; url: string }): Brand {
  const joined = [title ?? '', handle.split(/[@.]/)[0] ?? '', lastPart(url)]
    .map(plain)
    .filter(({ length }) => length >= 4);
  const words = new Set(
    fold(title ?? '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(({ length }) => length >= 3),
  );
  return { words, joined: [...new Set(joined)] };
}

const lastPart = (url: string): string => url.split(/[/?#]/).findLast(Boolean)?.split(/[@.]/).find(Boolean) ?? '';

/** Whether an account belongs to the same house: shared stem of the name, or the house in its self-description. */
export function isSister(brand: Brand, { name, handle, bio }: { name: string; handle: string; bio: string }): boolean {
  const theirs = [name, handle.split(/[@.]/)[0] ?? ''].map(plain).filter(({ length }) => length >= 4);
  const sharesStem = brand.joined.some((own) =>
    theirs.some(
      (other) =>
        other.startsWith(own) ||
        own.startsWith(other) ||
        commonStart(own, other) >= Math.max(commonStem, own.length * 0.7),
    ),
  );
  return sharesStem || namesBrand(brand, bio);
}

/** Whether a text names the house. */
export function namesBrand(brand: Brand, text: string): boolean {
  if (text === '') return false;
  const joined = plain(text);
  return brand.joined.some((own) => own.length >= 5 && joined.includes(own));
}

function commonStart(one: string, other: string): number {
  let common = 0;
  while (common < one.length && common < other.length && one[common] === other[common]) common++;
  return common;
}

/** Whether what others wrote is shown for its own sake: no advertisement, prize draw, vacancy or praise of goods. */
export const isForOthers = (tokens: readonly Token[]): boolean =>
  !has(tokens, 'marked', 'win', 'hire') && (!has(tokens, 'customer') || has(tokens, 'piece', 'text'));
