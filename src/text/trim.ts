/**
 * A text without these signs at its end. An expression that ends in `+$` takes the square of the length where they stand
 * in the middle.
 * @param sign matches one sign
 */
export function trimEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
