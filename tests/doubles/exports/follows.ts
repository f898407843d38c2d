/** One follow, before a network writes it into an export. */
export interface Followed {
  /** What people read; may hold anything that can be typed. */
  title: string;
  /** A user name that every network here allows. */
  handle: string;
  /** Number that a network gives it, too long for a JavaScript number. */
  number: string;
  /** A channel id of YouTube. */
  channel: string;
}

const words = [
  'Gärtnerei Größ',
  'Сад и огород',
  'Їжак у саду',
  'Κήπος της Άννας',
  '🌹 Roses',
  '日本の庭',
  'حديقة',
  'Jardín, "La Rosa"',
  "L'orto; di Anna",
  'Tom & Sons <b>',
  'Café',
  'NESCAFÉ®',
  'Hawaiʻi',
  'Ярославль №1',
  '=SUM(A1)',
  'a\\b',
  'plain',
];

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** Follows that the same seed always gives; no two have the same title, handle or number. */
export function randomFollows(seed: number, count: number): Followed[] {
  const random = seeded(seed);
  const pick = (list: ArrayLike<string>): string => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: count }, (_, index) => ({
    title: `${pick(words)} ${pick(words)} ${index}`,
    handle: `garden_${pick('abcdefgh')}${index}`,
    number: `1${String(index).padStart(3, '0')}${Array.from({ length: 14 }, () => pick('0123456789')).join('')}`,
    channel: `UC${Array.from({ length: 18 }, () => pick(characters)).join('')}${String(index).padStart(4, '0')}`,
  }));
}

/** Text as it stands between tags. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A cell as CSV writes it. */
export const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    // Park and Miller's generator: every state from 1 to 2^31 - 2 comes once.
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
