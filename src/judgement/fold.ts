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
/** Characters of a word that is remembered. */
const longestRemembered = 40;
const remembered = new Map<string, string>();

/** A word without case, accents and the like, so that spellings of one word are equal. */
export function fold(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const folded = foldLetters(text.toLowerCase());
  if (remembered.size >= mostRemembered) remembered.clear();
  if (text.length <= longestRemembered) remembered.set(text, folded);
  return folded;
}

const foldLetters = (lower: string): string =>
  /^[a-z0-9]*$/.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replaceAll(/[\u0300-\u036F\u00B4\u02BC]/g, '')
        .replaceAll(/[łßςøđæœёı]/g, (letter) => letters.get(letter) ?? letter)
        .replaceAll(/[‘’ʼ`´]/g, "'");
