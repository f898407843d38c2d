import { UserError } from '../errors.ts';
import { openTable } from '../tables/read-table.ts';
import { type TableRow, rowsIn } from '../tables/rows.ts';
import { normaliseHeading } from '../text/normalise.ts';
import type { WrittenTerm } from './parse-lines.ts';

/** Headings of the column that holds the queries, in exports of Yandex Wordstat and Google Keyword Planner and others. */
const queryHeadings = new Set([
  'запросы со словами',
  'запросы',
  'запрос',
  'запросы похожие на',
  'похожие запросы',
  'статистика по словам',
  'что искали со словом',
  'ключевые слова',
  'ключевое слово',
  'ключевая фраза',
  'фраза',
  'фразы',
  'keyword',
  'keywords',
  'search term',
  'search terms',
  'search query',
  'query',
  'queries',
  'top queries',
  'häufigste suchanfragen',
  'phrase',
  'suchbegriff',
  'suchbegriffe',
  'suchanfrage',
  'keyword suchbegriff',
  'mot clé',
  'mots clés',
  'palabra clave',
  'palabras clave',
  'słowo kluczowe',
  'słowa kluczowe',
  'ключове слово',
  'ключові слова',
  'запит',
  'anahtar kelime',
  'anahtar kelimeler',
  'λέξη κλειδί',
  'λέξεις κλειδιά',
]);

/** Headings above what is no query: Wordstat exports times and regions of one query, too. */
const foreignHeadings = new Set(['период', 'дата', 'месяц', 'регион', 'регионы', 'период поиска']);

/** Headings of the columns beside it. */
const otherHeadings =
  /^(?:число запросов|показов в месяц|частотность|топ запросов.*|currency|avg monthly searches|competition.*|volume|search volume|searches.*|impressions|clicks|показы|количество показов)$/u;

/** Whether the start of a text is such an export: by its headings in any line, or by numbers beside the queries. */
export const isExport = (start: string): boolean =>
  start.split(/\r\n|[\n\r]/).some(isHeadingLine) || hasNumbersBeside(start);

/** Whether a cell stands above the queries, also where it quotes the one that was asked for: `Что искали со словом «…»`. */
const isQueryHeading = (cell: string): boolean =>
  queryHeadings.has(normaliseHeading(cell)) || queryHeadings.has(normaliseHeading(cell.split(/[«“„]/, 1).join('')));

/** Whether a line of text is the heading of an export: the queries' column alone, or beside one that is known. */
function isHeadingLine(line: string): boolean {
  const cells = line.split(/[;,\t|]/).filter((cell) => cell.trim() !== '');
  return cells.length === 1 ? cells.some(isQueryHeading) : knownHeadings(cells) > 1 && cells.some(isOther);
}

/** Headings in any language, and below them rows as wide, of a text and of a number that stands in the same place. */
function hasNumbersBeside(start: string): boolean {
  return ['\t', ';', ',', '|'].some((delimiter) => {
    const { rows } = rowsIn(start, delimiter);
    const width = rows.at(-1)?.cells.length ?? 0;
    const [heading, ...data] = rows.slice(rows.findLastIndex(({ cells }) => cells.length !== width) + 1);
    return (
      width > 1 &&
      data.length > 1 &&
      data.every(({ cells: [text = ''] }) => /\p{L}/u.test(text)) &&
      isAbove(heading, data)
    );
  });
}

/** Whether a row is the heading of the others: they have numbers, or nothing, where it has a word. */
function isAbove(heading: TableRow | undefined, data: readonly TableRow[]): boolean {
  const below = (at: number): string[] => data.flatMap(({ cells }) => cells[at] || []);
  return heading?.cells.some((cell, at) => /\p{L}/u.test(cell) && !isNumber(cell) && isOfNumbers(below(at))) ?? false;
}

const isOfNumbers = (cells: string[]): boolean => cells.length > 0 && cells.every(isNumber);

/** A number, or two with a dash between: `1.200`, `10 – 100`, `1K–10K`, `0,5 %`. */
const isNumber = (cell: string): boolean =>
  cell.split(/[-–—]/).every((part) => /^\s?[<>≈~]?\s?\d/.test(part) && (part.match(/\p{L}/gu)?.length ?? 0) <= 3);

const isOther = (cell: string): boolean => otherHeadings.test(normaliseHeading(cell));

const isForeign = (cell: string): boolean => foreignHeadings.has(normaliseHeading(cell));

function knownHeadings(cells: string[]): number {
  const listed = cells.filter((cell) => isQueryHeading(cell) || isForeign(cell)).length;
  return listed === 0 ? 0 : listed + cells.filter(isOther).length;
}

/** More would be no field any more. */
export const mostTerms = 20_000;

/**
 * The search queries of an export. Signs of query languages, as in `+в` or `[купить дом]`, are left out.
 * @throws UserError topic, where it lists something else, and like `openTable`
 */
export async function queriesIn(path: string): Promise<WrittenTerm[]> {
  const table = await openTable(path, { headings: knownHeadings });
  const queries: WrittenTerm[] = [];
  try {
    const headings = table.heading?.cells ?? [];
    const named = headings.findIndex(isQueryHeading);
    const column = Math.max(0, named);
    const foreign = named === -1 ? headings.find(isForeign) : undefined;
    if (foreign !== undefined) {
      throw new UserError('topic', path, `its column "${foreign}" holds no queries: export the top queries`);
    }
    if (named === -1 && headings[0] && !isAbove(table.heading ?? undefined, table.sample)) {
      queries.push(query(headings[0]));
    }
    for await (const rows of table.rows()) {
      for (const { cells } of rows) {
        const text = cells[column] ?? '';
        if (/\p{L}/u.test(text)) queries.push(query(text));
      }
      if (queries.length >= mostTerms) break;
    }
  } finally {
    table.close();
  }
  return queries.slice(0, mostTerms);
}

const query = (text: string): WrittenTerm => ({
  text: text
    .replaceAll(/[+!"[\]()|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim(),
  language: null,
  isExcluded: false,
  isQuery: true,
});
