import { dayIn } from './day.ts';

// When a post was written, as networks show it beside its author: `2h`, `Yesterday at 10:12`, `3 марта в 10:22`.

const dayMs = 86_400_000;

/** Characters of a line that tells no more than when. */
const longest = 80;

/** How long ago a unit is, by what it begins with or is shortened to. Months and years are as long as on average. */
const units: [RegExp, number][] = [
  [/^(?:s|secs?|seconds?|с|сек\p{L}*|sek\p{L}*|segundos?|secondes?|second[oi]|δευτ\p{L}*|sn|saniye)$/u, 1000],
  [/^(?:m|mins?|minutes?|мин\p{L}*|хв\p{L}*|minut\p{L}*|λ|λεπτ\p{L}*|dk|dakika)$/u, 60_000],
  [
    /^(?:h|hrs?|hours?|ч|час\p{L}*|годин\p{L}*|std|stunden?|heures?|horas?|or[ae]|godz\p{L}*|ω|ωρ\p{L}*|sa|saat)$/u,
    3_600_000,
  ],
  [
    /^(?:d|days?|д|дн\p{L}*|день|t|tag\p{L}*|j|jours?|d[ií]as?|giorn[oi]|g|gg|dni|dzień|ημ\p{L}*|μερ\p{L}*|gün)$/u,
    dayMs,
  ],
  [
    /^(?:w|wks?|weeks?|нед\p{L}*|тиж\p{L}*|wo|wochen?|sem|semaines?|semanas?|sett\p{L}*|tyg\p{L}*|tydzień|εβδ\p{L}*|hf|hafta)$/u,
    7 * dayMs,
  ],
  [
    /^(?:mo|mos|mths?|months?|мес\p{L}*|міс\p{L}*|mon|monat\p{L}*|mois|mes|meses|mes[ei]|mies\p{L}*|μην\p{L}*|ay)$/u,
    30.44 * dayMs,
  ],
  [
    /^(?:y|yrs?|years?|г|года|лет|р|рок\p{L}*|рік|jahr\p{L}*|ans?|años?|ann[oi]|anos?|rok|lata?|ετ\p{L}*|χρον\p{L}*|yıl)$/u,
    365.25 * dayMs,
  ],
];

const before = String.raw`(?:vor|il y a|hace|há|πριν(?: απο)?)`;
const behind = String.raw`(?:ago|назад|тому(?: назад)?|önce|temu|fa|atrás)`;
const elapsed = new RegExp(
  String.raw`^(${before} )?(?:(\d{1,4})|an?|one|eine[mr]?|une?|un[ao]?)? ?(\p{L}+)\.?( ${behind})?$`,
  'u',
);

const now =
  /^(?:just now|now|только что|щойно|gerade eben|à l['’]instant|justo ahora|ahora|agora(?: mesmo)?|adesso|μολις τωρα|przed chwilą|şimdi)$/u;
const relativeDays: [RegExp, number][] = [
  [/^(?:today|сегодня|сьогодні|heute|aujourd['’]hui|hoy|hoje|oggi|dziś|dzisiaj|σημερα|bugün)(?!\p{L})/u, 0],
  [/^(?:yesterday|вчера|вчора|gestern|hier|ayer|ontem|ieri|wczoraj|χθες|εχθες|dün)(?!\p{L})/u, 1],
];

/** Languages whose names of months and days are known. */
const languages = [
  'en',
  'ru',
  'uk',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'pl',
  'el',
  'tr',
  'nl',
  'cs',
  'ro',
  'sv',
  'bg',
  'sr',
];

/**
 * The instant, in milliseconds, that a line tells beside a post; a day counts from its start in UTC. Null where the line
 * says anything else, or might be read in two ways.
 * @param seen when the page was seen: what is told lies before it
 */
export function momentIn(line: string, seen: number): number | null {
  if (line.length > longest) return null;
  const text = spelling(line);
  if (now.test(text)) return seen;
  return elapsedIn(text, seen) ?? relativeDayIn(text, seen) ?? dateIn(text, seen);
}

function elapsedIn(text: string, seen: number): number | null {
  const [, start, digits, unit = '', end] = elapsed.exec(text) ?? [];
  // A lone letter behind no number is a name; `час назад` is an hour.
  if (digits === undefined && start === undefined && end === undefined) return null;
  const length = units.find(([form]) => form.test(unit))?.[1];
  return length === undefined ? null : seen - Number(digits ?? 1) * length;
}

function relativeDayIn(text: string, seen: number): number | null {
  const ago = relativeDays.find(([form]) => form.test(text))?.[1];
  if (ago !== undefined) return startOfDay(seen) - ago * dayMs;
  const [word = ''] = /^\p{L}+/u.exec(text) ?? [];
  const weekday = names().weekdays.get(word);
  if (weekday === undefined || /\d/.test(text.replace(/\d{1,2}[:.]\d\d/, ''))) return null;
  const passed = (new Date(seen).getUTCDay() - weekday + 7) % 7 || 7;
  return startOfDay(seen) - passed * dayMs;
}

/** Words of a line that tells a date: weekday, day, month, year, time and what stands between them. */
const mostWords = 10;

function dateIn(text: string, seen: number): number | null {
  const written = dayIn(text);
  if (written !== null) return notAfter(Date.parse(written), seen);
  const words = text.split(/[\s,./]+/).filter(Boolean);
  if (words.length > mostWords) return null;
  const months = words.map((word) => names().months.get(word));
  const at = months.findIndex((month) => month !== undefined);
  const month = months[at];
  if (month === undefined) return null;
  const numbers = words.map((word) => Number(/^(\d{1,4})(?:st|nd|rd|th|er|º|-?го|г)?$/u.exec(word)?.[1] ?? Number.NaN));
  const isDay = (index: number): boolean => (numbers[index] ?? 0) >= 1 && (numbers[index] ?? 32) <= 31;
  // `3 de marzo`: a word may stand between.
  const place = [at - 1, at + 1, at - 2].find(isDay);
  const day = place === undefined ? undefined : numbers[place];
  if (day === undefined) return null;
  const year = numbers.find((number) => number >= 1990 && number <= 2200);
  if (year !== undefined) return notAfter(dateOf(year, month, day), seen);
  const thisYear = new Date(seen).getUTCFullYear();
  return notAfter(dateOf(thisYear, month, day), seen) ?? dateOf(thisYear - 1, month, day);
}

function dateOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month ? date.getTime() : null;
}

/** A page may have been saved where the day had begun earlier. */
const notAfter = (at: number | null, seen: number): number | null => (at !== null && at <= seen + dayMs ? at : null);

const startOfDay = (at: number): number => Math.floor(at / dayMs) * dayMs;

const spelling = (line: string): string =>
  line
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[αάεέηήιίϊΐοόυύϋΰωώ]/g, (letter) => letter.normalize('NFD').charAt(0))
    .replaceAll(/[\s·•]+/g, ' ')
    .trim();

interface Names {
  months: ReadonlyMap<string, number>;
  weekdays: ReadonlyMap<string, number>;
}

let known: Names | null = null;

/** Months from 0 and weekdays from Sunday, as the languages write them in full, shortened, and beside a day. */
function names(): Names {
  known ??= { months: namesOf('month', 12, monthOf), weekdays: namesOf('weekday', 7, weekdayOf) };
  return known;
}

const monthOf = (month: number): Date => new Date(Date.UTC(2026, month, 15));
const weekdayOf = (weekday: number): Date => new Date(Date.UTC(2026, 10, 1 + weekday));

function namesOf(
  part: 'month' | 'weekday',
  count: number,
  dateAt: (index: number) => Date,
): ReadonlyMap<string, number> {
  const found = new Map<string, number | null>();
  const shapes = (['long', 'short'] as const).flatMap((width): Intl.DateTimeFormatOptions[] => [
    { [part]: width },
    { [part]: width, day: 'numeric' },
  ]);
  for (const shape of languages.flatMap((language) => shapes.map((each) => ({ language, each })))) {
    const format = new Intl.DateTimeFormat(shape.language, { ...shape.each, timeZone: 'UTC' });
    for (let index = 0; index < count; index++) {
      const named = format.formatToParts(dateAt(index)).find(({ type }) => type === part)?.value ?? '';
      const word = spelling(named).replace(/\.$/, '');
      if (!/^\p{L}[\p{L}\p{M}]+$/u.test(word)) continue;
      // A word that means different ones in two languages means none.
      found.set(word, found.has(word) && found.get(word) !== index ? null : index);
    }
  }
  return new Map([...found].flatMap(([word, index]) => (index === null ? [] : [[word, index] as const])));
}
