const letters = new Map([
  ['ł', 'l'],
  ['ß', 'ss'],
  ['ς', 'σ'],
  ['ё', 'е'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);

/** A word without case, accents and the like, so that spellings of one word are equal. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F\u00B4\u02BC]/g, '')
    .replaceAll(/[łßςёøđæœ]/g, (letter) => letters.get(letter) ?? letter)
    .replaceAll(/[‘’ʼ`´]/g, "'");
