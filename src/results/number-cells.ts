/** The sign between the whole part of a number and its fraction. */
export type DecimalSign = '.' | ',';

/** The longest number that is read: what is longer is an id. */
const longest = 24;

const shape = /^[+-]?\d[\d.,\s'’\u00A0\u202F]*$/;

/**
 * The decimal sign of a table, by the numbers in its cells: `0.4883` and `66.67 %` have a point, `3,9` a comma. Null where
 * nothing tells.
 */
export function decimalSignIn(cells: Iterable<string>): DecimalSign | null {
  const seen = { '.': 0, ',': 0 };
  for (const cell of cells) {
    const sign = decimalSignOf(bare(cell));
    if (sign !== null) seen[sign] += 1;
  }
  if (seen['.'] === seen[',']) return null;
  return seen['.'] > seen[','] ? '.' : ',';
}

function decimalSignOf(number: string): DecimalSign | null {
  if (number.length > longest || !shape.test(number)) return null;
  const signs = number.replaceAll(/[^.,]/g, '');
  const last = signs.at(-1);
  if (last !== '.' && last !== ',') return null;
  const other = last === '.' ? ',' : '.';
  // Signs that repeat part thousands, and so does the first one of two.
  if (signs.length > 1) return signs.includes(other) ? last : other;
  const digits = number.length - number.indexOf(last) - 1;
  const isLeadingZero = /^[+-]?0[.,]/.test(number);
  return digits !== 3 || isLeadingZero ? last : null;
}

/**
 * The number in a cell: `1 234`, `1.234,5`, `5.00`, `-`. Null where there is none: an empty cell is unknown, and no 0.
 * @param sign the decimal sign of the table; a sign before three digits parts thousands where it is another one, or unknown
 */
export function numberIn(cell: string, sign: DecimalSign | null): number | null {
  const number = bare(cell);
  if (number.length > longest || !shape.test(number)) return null;
  const own = sign ?? decimalSignOf(number);
  const plain = number.replaceAll(/[\s'’\u00A0\u202F]/g, '');
  const [whole = '', ...fraction] = own === null ? [plain] : plain.split(own);
  if (fraction.length > 1) return null;
  const digits = whole.replaceAll(/[.,]/g, '');
  const value = Number(fraction.length === 0 ? digits : `${digits}.${fraction[0]}`);
  return Number.isFinite(value) ? value : null;
}

/** A share or an amount of money counts nobody. */
export const isShareOrMoney = (cell: string): boolean => /\d/.test(cell) && /[%‰\p{Sc}]/u.test(cell);

const bare = (cell: string): string => asciiDigits(cell).trim().replace(/[%‰]$/, '').trim();

/** Digits of any script as those of ASCII, with the signs that Arabic numbers have between them. */
const asciiDigits = (cell: string): string =>
  cell.length > longest || !/[^\0-\u007F]/.test(cell)
    ? cell
    : cell
        .replaceAll(/\p{Nd}/gu, valueOfDigit)
        .replaceAll(/[٬，]/g, ',')
        .replaceAll('٫', '.');

/** Unicode has the ten digits of a script one behind the other, the zero first. */
function valueOfDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
