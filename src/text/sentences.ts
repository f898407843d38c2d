/** What may stand before a full stop within a sentence: titles and abbreviations, lower case. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof st vs etc e.g i.e no approx inc ltd jr sr fig vol ' +
    'г гг т т.д т.п т.е т.к др пр см рис руб тыс млн млрд им ул стр напр ' +
    'грн рр див ' +
    'z.b bzw ca usw d.h nr evtl ggf str ' +
    'p.ex av mme mlle p cf env ' +
    'sra ud uds núm pág ' +
    'κ κα κ.ά π.χ δηλ κ.λπ κλπ αρ βλ'
  ).split(' '),
);

/** A sign that may end a sentence, with the quotes and brackets that close it. Greek asks with a semicolon. */
const stop = /(?:[.!?…]{1,8}|(?<=\p{Script=Greek});)["'»”’)\]]{0,4}(?=\s|$)|[。！？]{1,8}[」』）]{0,4}/gu;

/**
 * Offsets at which sentences of one line of text end, ascending; the last one is the end of the text. None ends before a
 * small letter, and none with a full stop after an abbreviation or an initial.
 */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const { 0: sign, index } of text.matchAll(stop)) {
    const end = index + sign.length;
    if (end >= text.length) break;
    if (/^\s+\p{Ll}/u.test(text.slice(end, end + 8)) || (sign.startsWith('.') && isAbbreviated(text, index))) continue;
    ends.push(end);
  }
  return text === '' ? [] : [...ends, text.length];
}

function isAbbreviated(text: string, at: number): boolean {
  const word =
    text
      .slice(Math.max(0, at - 12), at)
      .split(/[^\p{L}\p{M}.]/u)
      .at(-1) ?? '';
  return /^\p{Lu}$/u.test(word) || abbreviations.has(word.toLowerCase());
}
