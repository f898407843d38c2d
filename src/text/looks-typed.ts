/** Languages whose names of months a spreadsheet may know: its own, and English beside it. */
const languages = ['en', 'de', 'ru', 'uk', 'el', 'fr', 'es', 'it', 'pl', 'pt', 'nl'];

let known: ReadonlySet<string> | null = null;

/** Words that stand within numbers, days and times: names of months, halves of the day, the sign of an exponent. */
const words = (): ReadonlySet<string> =>
  (known ??= new Set(['e', 'am', 'pm', 'eur', 'usd', 'gbp', 'rub', ...languages.flatMap(monthsIn)]));

/** What spreadsheets of several languages take for yes and no. */
const truths = new Set(['true', 'false', 'wahr', 'falsch', 'истина', 'ложь', 'αληθης', 'ψευδης', 'vrai', 'faux']);

/** Longer texts are no number, day or time unless they are digits alone. */
const mostCharacters = 40;

/**
 * Whether some spreadsheet would take the text for a number, an amount, a day, a time or a truth value, and show or keep
 * something else: 12.11, 2016-04, 1/2, 1e5, MARCH 1, 007, TRUE, an id of 19 digits.
 */
export function looksTyped(text: string): boolean {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return true;
  if (trimmed.length > mostCharacters) return false;
  const plain = plainly(trimmed);
  if (truths.has(plain)) return true;
  if (!/\d/.test(plain) || !/^[\p{L}\d\s.,:/\-–+%'’()$€£¥₽]+$/u.test(plain)) return false;
  return (plain.match(/\p{L}+/gu) ?? []).every((word) => words().has(word));
}

/** In lower case and without accents. */
function plainly(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function monthsIn(language: string): string[] {
  const first = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));
  // In some languages the name beside a day differs from the one that stands alone.
  return (['long', 'short'] as const).flatMap((month) =>
    [{ month }, { month, day: 'numeric' } as const].flatMap((options) => {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      return first.flatMap((day) => plainly(format.format(day)).match(/\p{L}+/gu) ?? []);
    }),
  );
}
