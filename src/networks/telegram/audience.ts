/** How many follow a channel or belong to a group. */
export interface Audience {
  count: number;
  /** They are members of a group, who may all write there. */
  members: boolean;
}

/** What a shortened number stands for, in English, Russian, Ukrainian, German and Spanish. */
const shortened: [RegExp, number][] = [
  [/^(?:k|тыс|тис|tsd|mil)$/, 1e3],
  [/^(?:m|млн|mio|mln)$/, 1e6],
  [/^(?:b|млрд|mrd)$/, 1e9],
];

/** The word "member" in the languages that the app's own pages are translated to, by its beginning. */
const memberWords =
  /^(?:member|участник|учасник|удзельнік|mitglied|membre|miembro|membri|membro|üye|członk|lid|leden|μέλ)/;

/** What else is counted there: people who are online, monthly users of a bot. */
const otherWords = /^(?:online|en ligne|en línea|в сети|в мережі|monthly|user|пользовател|користувач|nutzer)/;

const groupedNumber = String.raw`\d{1,3}(?:[ .,'’]\d{3})+(?!\d)`;
const counted = new RegExp(String.raw`^(${groupedNumber}|\d+)(?:[.,](\d{1,2}))? ?`, 'u');

/**
 * The audience that a line such as `669 452 subscribers`, `20,125 members, 991 online` or `1,2 тыс. подписчиков` tells.
 * Any blank, a dot, a comma or an apostrophe may part the thousands. Null where the line tells none: `@name` of a person,
 * `12 monthly users` of a bot, people who are online.
 */
export function audienceIn(line: string): Audience | null {
  const text = line.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const [shown = '', whole = '', fraction = ''] = counted.exec(text) ?? [];
  if (whole === '') return null;
  const rest = text.slice(shown.length);
  const [, mark = '', words = ''] = /^(\p{L}+)\.? (.+)$/u.exec(rest) ?? [];
  const factor = shortened.find(([form]) => form.test(mark))?.[1];
  const unit = factor === undefined ? rest : words;
  if (!/^\p{L}/u.test(unit) || otherWords.test(unit) || (fraction !== '' && factor === undefined)) return null;
  const digits = whole.replaceAll(/\D/g, '');
  const count = Math.round(Number(fraction === '' ? digits : `${digits}.${fraction}`) * (factor ?? 1));
  return { count, members: memberWords.test(unit) };
}
