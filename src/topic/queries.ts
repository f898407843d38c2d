import { openTable } from '../tables/read-table.ts';
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

/** Headings of the columns beside it. */
const otherHeadings =
  /^(?:число запросов|показов в месяц|частотность|топ запросов.*|currency|avg monthly searches|competition.*|volume|search volume|searches.*|impressions|clicks|показы|количество показов)$/u;

const isQueryHeading = (cell: string): boolean => queryHeadings.has(normaliseHeading(cell));

/** Whether a line of text is the heading of an export: the queries' column alone, or beside one that is known. */
export function isHeadingLine(line: string): boolean {
  const cells = line.split(/[;,\t|]/).filter((cell) => cell.trim() !== '');
  return cells.length === 1 ? cells.some(isQueryHeading) : knownHeadings(cells) > 1 && cells.some(isOther);
}

const isOther = (cell: string): boolean => otherHeadings.test(normaliseHeading(cell));

function knownHeadings(cells: string[]): number {
  const queries = cells.filter(isQueryHeading).length;
  return queries === 0 ? 0 : queries + cells.filter(isOther).length;
}

/** More would be no field any more. */
export const mostTerms = 20_000;

/**
 * The search queries of an export. Signs of query languages, as in `+в` or `[купить дом]`, are left out.
 * @throws UserError like `openTable`
 */
export async function queriesIn(path: string): Promise<WrittenTerm[]> {
  const table = await openTable(path, { headings: knownHeadings });
  const queries: WrittenTerm[] = [];
  try {
    const headings = table.heading?.cells ?? [];
    const named = headings.findIndex(isQueryHeading);
    const column = Math.max(0, named);
    if (named === -1 && headings[0]) queries.push(query(headings[0]));
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
