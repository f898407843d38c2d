import { workbookText } from '../text/sanitize.ts';
import type { Report, Row } from '../types/report.ts';
import {
  type Column,
  type ResourceEvidence,
  candidateColumns,
  coverageColumns,
  evidenceColumns,
  problemColumns,
  reasonColumns,
  resourceColumns,
  teaserColumns,
} from './columns.ts';
import { workbookNotes } from './workbook-notes.ts';

/** Rows of one sheet at most; a spreadsheet with more is no longer opened with pleasure. The CSV files hold all. */
const maxRows = 100_000;

/** Links of one sheet at most, and characters of one cell (Excel specifications and limits, support.microsoft.com, 2026-11). */
const maxLinks = 65_530;
const maxCharacters = 32_767;

const maxWidth = 60;
const widthsSampled = 1000;

type Cell = string | number | Date | { text: string; hyperlink: string } | null;

const formats: Record<Column<never>['kind'], string> = {
  text: '@',
  date: 'yyyy-mm-dd',
  integer: '0',
  share: '0.0%',
  decimal: '0.00',
  boolean: '@',
};

/**
 * The workbook for people: a sheet for the ranking, the candidates, the evidence, the coverage, the problems and the teasers, and one
 * that explains them. Numbers, shares and dates are typed, ids and everything else that came from a network is text.
 */
export async function* toXlsx(report: Report): AsyncGenerator<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const { rows, coverage, reasons, problems, teasers, date } = report;
  const kept = rows.filter(({ verdict }) => verdict === 'keep');
  yield await writeXlsx({
    properties: {
      creator: 'target-resources',
      title: 'Target resources',
      created: new Date(date),
      modified: new Date(date),
    },
    sheets: [
      sheet('Ranking', resourceColumns, kept),
      sheet('Candidates', candidateColumns, rows),
      sheet('Evidence', evidenceColumns, rows.flatMap(evidenceOf)),
      sheet('Coverage', coverageColumns, coverage),
      sheet('Reasons', reasonColumns, reasons),
      sheet('Problems', problemColumns, problems),
      sheet('Teasers', teaserColumns, teasers),
      { name: 'Read me', columns: [{ width: 30 }, { width: 100 }], rows: workbookNotes(report, maxRows) },
    ],
  });
}

const evidenceOf = ({ verdict, network, resource, thirdParty }: Row): ResourceEvidence[] =>
  verdict === 'keep' || verdict === 'review' ? thirdParty.evidence.map((each) => ({ ...each, network, resource })) : [];

function sheet<Item>(name: string, columns: Column<Item>[], all: Item[]) {
  const items = all.slice(0, maxRows);
  const linked = columns.filter(({ name: heading }) => isLink(heading)).length * items.length <= maxLinks;
  const data = items.map((item) =>
    Object.fromEntries(columns.map((column) => [column.name, cell(column, item, linked)] as const)),
  );
  return {
    name,
    columns: columns.map((column) => {
      const width = widthOf(column.name, data.slice(0, widthsSampled));
      return { header: column.name, key: column.name, width, numFmt: formats[column.kind] };
    }),
    data,
    cells: new Map(
      columns.map(({ name: value }, index) => [
        `0,${index}`,
        { value, type: 'string' as const, style: { font: { bold: true } } },
      ]),
    ),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnLetters(columns.length)}${data.length + 1}` },
  };
}

function cell<Item>(column: Column<Item>, item: Item, linked: boolean): Cell {
  const value = column.value(item);
  // LibreOffice 7.4 shows a boolean cell as the formula =TRUE().
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return value;
  const text = workbookText(value.slice(0, maxCharacters));
  if (column.kind === 'date') return Number.isNaN(Date.parse(text)) ? text : new Date(text);
  return linked && isLink(column.name) && /^https?:\/\/\S+$/.test(text) ? { text, hyperlink: text } : text;
}

const isLink = (heading: string): boolean => /(?:^|_)(?:url|link)$/.test(heading);

function widthOf(heading: string, data: Record<string, Cell>[]): number {
  const lengths = data.map((row) => shown(row[heading] ?? null).length);
  return Math.min(maxWidth, Math.max(heading.length, ...lengths) + 2);
}

function shown(value: Cell): string {
  if (value instanceof Date) return '2026-01-01';
  const text = value !== null && typeof value === 'object' ? value.text : String(value ?? '');
  return typeof value === 'number' ? text.slice(0, 10) : (text.split('\n', 1)[0] ?? '');
}

/** 1 is A, 27 is AA. */
export const columnLetters = (column: number): string =>
  column > 26
    ? columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1)
    : String.fromCodePoint(64 + column);
