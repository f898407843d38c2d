const letters = new Map([
  ['ł', 'l'],
  ['ß', 'ss'],
  ['ς', 'σ'],
  ['ё', 'е'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);

/** Bound of what is remembered of words already folded. */
const mostRemembered = 50_000;
const remembered = new Map<string, string>();

/** A word without case, accents and the like, so that spellings of one word are equal. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  const known = remembered.get(lower);
  if (known !== undefined) return known;
  const folded = lower
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F\u00B4\u02BC]/g, '')
    .replaceAll(/[łßςøđæœёı]/g, (letter) => letters.get(letter) ?? letter)
    .replaceAll(/[‘’ʼ`´]/g, "'");
  if (remembered.size >= mostRemembered) remembered.clear();
  if (text.length <= 40) remembered.set(lower, folded);
  return folded;
}
