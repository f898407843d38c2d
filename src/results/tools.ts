import type { ExportTable } from './export-file.ts';
import { plainHeading } from './measures.ts';

/** Headings that only one tool writes, all of which stand in a table of it. */
const marks: [tool: string, headings: string[]][] = [
  ['Matomo', ['nb visits']],
  ['Matomo', ['label', 'nb uniq visitors']],
  ['Matomo', ['metadata segment']],
  ['Yandex Metrica', ['ym s visits']],
  ['Yandex Metrica', ['ym s visit id']],
  ['Yandex Metrica', ['визиты', 'utm content']],
  ['Yandex Metrica', ['визиты', 'отказы']],
  ['Plausible', ['name', 'visitors', 'bounce rate', 'visit duration']],
  ['Plausible', ['utm content', 'visitors', 'visit duration', 'bounces']],
  ['Plausible', ['visit utm content']],
  ['Umami', ['name', 'pageviews', 'visitors', 'visits', 'bounces', 'totaltime']],
  ['Umami', ['utm', 'views']],
  ['Umami', ['visit id', 'url query']],
  ['Umami', ['visit id', 'url path']],
  ['Google Analytics', ['session manual ad content']],
  ['Google Analytics', ['key events']],
  ['Google Analytics', ['ga session id']],
  ['Simple Analytics', ['added iso']],
  ['GoatCounter', ['2path']],
  ['Shlink', ['visits summary total']],
  ['Shlink', ['visited url', 'potential bot']],
  ['YOURLS', ['shorturl', 'clicks']],
  ['Kutt', ['visit count', 'target']],
  ['vk.cc', ['key', 'timestamp', 'views']],
  ['Bitly', ['bitlink']],
  ['Bitly', ['long url', 'custom bitlinks']],
];

/** Who wrote an export, by its headings or the comments above them; null where neither says it. */
export function toolOf({ heading, above }: Pick<ExportTable, 'heading' | 'above'>): string | null {
  const headings = new Set(heading.cells.map(plainHeading));
  const [tool] = marks.find(([, needed]) => needed.every((each) => headings.has(each))) ?? [];
  if (tool !== undefined) return tool;
  if ([...headings].some((each) => each.startsWith('metada') && each.endsWith('segment'))) return 'Matomo';
  return above.some((line) => /^# ?-{10,}$/.test(line)) ? 'Google Analytics' : null;
}

/** The first and the last day of the period of a table, where its title, the file's name or its own days say it. */
export function periodOf(
  file: string,
  { above, rows, heading }: Pick<ExportTable, 'above' | 'rows' | 'heading'>,
): { from: string; to: string } | null {
  const column = heading.cells.findIndex((_, index) => {
    const cells = rows.slice(0, 50).map((row) => row.cells[index] ?? '');
    return cells.length > 0 && cells.filter((cell) => dayIn(cell) !== null).length * 2 > cells.length;
  });
  const own = column === -1 ? [] : rows.flatMap(({ cells }) => dayIn(cells[column] ?? '') ?? []);
  return spanOf(above.flatMap(daysIn)) ?? spanOf(daysIn(file)) ?? spanOf(own);
}

const spanOf = (days: string[]): { from: string; to: string } | null => {
  const [from] = days.toSorted();
  const to = days.toSorted().at(-1);
  return days.length < 2 || from === undefined || to === undefined ? null : { from, to };
};

const day = /(?<!\d)(20\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/g;

const daysIn = (text: string): string[] =>
  [...text.matchAll(day)].map(([, year, month, date]) => `${year}-${month}-${date}`);

const dayIn = (cell: string): string | null => (cell.length <= 25 ? (daysIn(cell)[0] ?? null) : null);
