import { letterProfiles } from './languages.ts';
import { bytesOf } from './text-decoder.ts';

/** Old Macintosh programs also wrote lone CRs; with other line ends their encodings are unlikely. */
const macintosh = new Set(['macintosh', 'x-mac-cyrillic']);

/** The one-byte encodings that are told apart, the likelier one first where they read a file alike. */
const candidates = [
  'windows-1251',
  'windows-1252',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'windows-1253',
  'windows-1250',
  'windows-1254',
  'macintosh',
  'x-mac-cyrillic',
];

export interface EncodingGuess {
  encoding: string;
  /** Natural logarithm of how probable these letters are in the languages of this encoding. */
  score: number;
  /** The same for each byte. */
  perByte: number;
}

/**
 * How well each encoding explains words with bytes beyond ASCII, best first. Encodings that read every word alike are
 * one reading, named after the commoner one.
 * @param words byte strings (one char is one byte), each with at least one byte beyond ASCII
 * @param everyByte how often each byte stands in the whole file
 */
export function guessEncodings(words: readonly string[], everyByte: Float64Array): EncodingGuess[] {
  const length = words.reduce((sum, word) => sum + word.length + 1, 0);
  const seen = new Set<string>();
  const readings: EncodingGuess[] = [];
  for (const encoding of candidates) {
    const table = bytesOf(encoding);
    const texts = words.map((word) => read(word, table));
    const alike = texts.join('\n');
    if (seen.has(alike)) continue;
    seen.add(alike);
    const impossible = impossibleBytes(encoding).reduce((sum, byte) => sum + (everyByte[byte] ?? 0), 0);
    const unlikely = macintosh.has(encoding) && (everyByte[0x0a] ?? 0) > 0 ? 8 : 0;
    const score = texts.reduce((sum, text) => sum + probability(text, encoding), 0) - impossible * 12 - unlikely;
    readings.push({ encoding, score, perByte: score / Math.max(1, length) });
  }
  return readings.toSorted((a, b) => b.score - a.score);
}

const read = (bytes: string, table: readonly string[]): string =>
  Array.from(bytes, (byte) => table[byte.charCodeAt(0)] ?? '').join('');

/** Bytes beyond ASCII that a one-byte encoding leaves undefined (U+FFFD, or U+0080 to U+009F); none of a wider one. */
export function impossibleBytes(encoding: string): number[] {
  if (!isOneByte(encoding)) return [];
  return bytesOf(encoding).flatMap((sign, byte) => (byte > 0x7f && /[\u0080-\u009F\uFFFD]/.test(sign) ? [byte] : []));
}

/** Of a wider encoding, most single bytes beyond ASCII are no character. */
const isOneByte = (encoding: string): boolean =>
  bytesOf(encoding).filter((sign, byte) => byte > 0x7f && sign !== '\uFFFD').length > 100;

type Model = (letter: string, before: string) => number;

const models = new Map<string, Model[]>();

function modelsOf(encoding: string): Model[] {
  const known = models.get(encoding);
  if (known) return known;
  const learned = letterProfiles
    .filter(({ encodings }) => encodings.includes(encoding))
    .map(({ words }) => learn(words));
  models.set(encoding, learned);
  return learned;
}

/** log P(text), up to a constant: the sum over the languages of the encoding, each as likely as any other. */
function probability(text: string, encoding: string): number {
  const signs = signsOf(text);
  const each = modelsOf(encoding).map((model) => {
    let sum = signs.penalty;
    let before = '';
    for (const letter of [...signs.letters, '']) {
      if (letter !== '' || before !== '') sum += model(letter, before);
      before = letter;
    }
    return sum;
  });
  const best = Math.max(...each);
  return best + Math.log(each.reduce((sum, one) => sum + Math.exp(one - best), 0));
}

const typographic = new Set('«»“”„‘‚–—…№·•®©™°€§ªº\u00A0¡¿');

/** Lower-case letters, '' for whatever is none; the price of signs and of capitals inside a word. */
function signsOf(text: string): { letters: string[]; penalty: number } {
  let penalty = 0;
  let capital = true;
  let inWord = false;
  const letters = Array.from(text, (sign) => {
    if (!/\p{L}/u.test(sign) || sign === 'ª' || sign === 'º') {
      if (sign > '\u007F') penalty += sign === '’' ? -3 : typographic.has(sign) ? -6 : -11;
      inWord = false;
      return '';
    }
    const small = sign.toLowerCase();
    const isCapital = small !== sign;
    if (inWord && isCapital && !capital) penalty -= 5;
    capital = isCapital;
    inWord = true;
    return small;
  });
  return { letters, penalty };
}

/**
 * Pairs of letters, backed by single letters, backed by "some other letter". A Latin letter of ASCII in a language of
 * another script costs little by itself (brands, addresses) and much beside a letter of that script.
 */
function learn(sample: string): Model {
  const singles = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  let total = 0;
  for (const word of sample.toLowerCase().split(/[^\p{L}]+/u)) {
    let before = '';
    for (const letter of [...Array.from(word), '']) {
      if (letter === '' && before === '') continue;
      singles.set(letter, (singles.get(letter) ?? 0) + 1);
      const after = pairs.get(before) ?? new Map<string, number>();
      after.set(letter, (after.get(letter) ?? 0) + 1);
      pairs.set(before, after);
      before = letter;
      total++;
    }
  }
  const latin = singles.has('a');
  const backing = 6;
  const single = (letter: string): number => {
    const count = singles.get(letter);
    if (count !== undefined) return count / total;
    return isAscii(letter) ? 0.01 : 0.0001;
  };
  const counts = new Map([...pairs].map(([letter, after]) => [letter, [...after.values()].reduce((a, b) => a + b, 0)]));
  return (letter, before) => {
    if (!latin && letter !== '' && before !== '' && isAscii(letter) !== isAscii(before)) return Math.log(0.0001);
    const seen = pairs.get(before)?.get(letter) ?? 0;
    return Math.log((seen + backing * single(letter)) / ((counts.get(before) ?? 0) + backing));
  };
}

const isAscii = (letter: string): boolean => letter <= '\u007F';
