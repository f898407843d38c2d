import { workbookText } from '../text/sanitize.ts';
import type { Report, Row } from '../types/report.ts';
import {
  type Column,
  type ResourceEvidence,
  candidateColumns,
  choiceColumns,
  coverageColumns,
  evidenceColumns,
  problemColumns,
  reasonColumns,
  resourceColumns,
  segmentColumns,
  segmentRows,
  stepsIn,
  teaserColumns,
} from './columns.ts';
import { decimalsFor } from './decimals.ts';
import { workbookNotes } from './workbook-notes.ts';

/** Rows of one sheet at most; a spreadsheet with more is no longer opened with pleasure. The CSV files hold all. */
const maxRows = 100_000;

/** Links of one sheet at most, and characters of one cell (Excel specifications and limits, support.microsoft.com, 2026-11). */
const maxLinks = 65_530;
const maxCharacters = 32_767;

const maxWidth = 45;
const widthsSampled = 1000;

interface StyledCell {
  value: string | number;
  type: 'string' | 'number';
  style: { numFmt: string } | { font: { bold: true } };
}

type Cell = string | number | Date | { text: string; hyperlink: string } | null;

const formats: Record<Column<never>['kind'], string> = {
  text: '@',
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
  integer: '0',
  number: 'General',
  share: '0.0%',
  decimal: '0.00',
  boolean: '@',
};

/**
 * The workbook for people: a sheet that explains the others, and one each for the ranking, the choice, the candidates, the
 * evidence, the coverage, the reasons, the problems and the teasers. Numbers, shares and dates are typed, ids and everything else that came from a network is text.
 */
export async function* toXlsx(report: Report): AsyncGenerator<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const { rows, choice, segments, coverage, reasons, problems, teasers, date } = report;
  const kept = rows.filter(({ verdict }) => verdict === 'keep');
  const notes = workbookNotes(report, maxRows);
  yield await writeXlsx({
    properties: {
      creator: 'target-resources',
      title: 'Target resources',
      created: new Date(date),
      modified: new Date(date),
    },
    // A name with a blank has to be quoted, which the writer does not do for a page setup.
    namedRanges: [{ name: '_xlnm.Print_Area', scope: notesName, range: `'${notesName}'!$A$1:$B$${notes.length}` }],
    sheets: [
      {
        name: notesName,
        columns: [26, 80].map((width) => ({ width, style: wrapped })),
        rows: notes,
        pageSetup: { ...a4, orientation: 'portrait' },
        headerFooter,
      },
      sheet('Ranking', resourceColumns, kept, onPaper.ranking),
      sheet('Choice', choiceColumns, stepsIn(choice)),
      ...(segments.length > 0 ? [sheet('Segments', segmentColumns, segmentRows(segments))] : []),
      sheet('Candidates', candidateColumns, rows, onPaper.candidates),
      sheet('Evidence', evidenceColumns, rows.flatMap(evidenceOf)),
      sheet('Coverage', coverageColumns, coverage),
      sheet('Reasons', reasonColumns, reasons),
      sheet('Problems', problemColumns, problems),
      sheet('Teasers', teaserColumns, teasers),
    ],
  });
}

const evidenceOf = (resource: Row): ResourceEvidence[] =>
  resource.verdict === 'keep' || resource.verdict === 'review'
    ? resource.thirdParty.evidence.map((each) => ({ ...each, resource }))
    : [];

/** What a person needs on paper of the long tables, which stand in front of the other columns. */
const who = ['rank', 'title', 'network', 'resource', 'url'];
const onPaper = {
  ranking: [
    ...who,
    'customers',
    'customers_readable',
    'share',
    'share_low',
    'share_high',
    'subscribers',
    'third_party',
  ],
  candidates: [...who, 'customers', 'share', 'subscribers', 'third_party', 'verdict', 'reason'],
};

const notesName = 'Read me';
const wrapped = { alignment: { wrapText: true, vertical: 'top' } } as const;

/** As wide as a page. */
const a4 = {
  paperSize: 'a4',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
} as const;

/** Below each page the name of the sheet and the number of the page. */
const headerFooter = { oddFooter: '&L&A&R&P / &N' };

/** @param paper the columns that go onto paper; all of them where none is named */
function sheet<Item>(name: string, given: Column<Item>[], all: Item[], paper = given.map((each) => each.name)) {
  const [printed = [], others = []] = [true, false].map((isOn) =>
    given.filter((each) => paper.includes(each.name) === isOn),
  );
  const columns = [...printed, ...others];
  const items = all.slice(0, maxRows);
  const linked = columns.filter(({ name: heading }) => isLink(heading)).length * items.length <= maxLinks;
  const data = items.map((item) =>
    Object.fromEntries(columns.map((column) => [column.name, cell(column, item, linked)] as const)),
  );
  return {
    name,
    pageSetup: {
      ...a4,
      orientation: 'landscape' as const,
      printArea: `$A$1:$${columnLetters(printed.length)}$${data.length + 1}`,
      printTitlesRow: '$1:$1',
    },
    headerFooter,
    columns: columns.map((column) => {
      const width = widthOf(column.name, data.slice(0, widthsSampled));
      return { header: column.name, key: column.name, width, numFmt: formats[column.kind] };
    }),
    data,
    cells: new Map<string, StyledCell>([
      ...columns.map((column, index) => boldHeading(column.name, index)),
      ...items.flatMap((item, row) => smallNumbers(columns, item, row + 1)),
    ]),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnLetters(columns.length)}${data.length + 1}` },
  };
}

const boldHeading = (value: string, index: number): [string, StyledCell] => [
  `0,${index}`,
  { value, type: 'string', style: { font: { bold: true } } },
];

/** Numbers that the format of their column would show as 0: each gets as many decimals as it needs. */
function smallNumbers<Item>(columns: Column<Item>[], item: Item, row: number): [string, StyledCell][] {
  return columns.flatMap((column, index) => {
    if (column.kind !== 'share' && column.kind !== 'decimal') return [];
    const value = column.value(item);
    const [printed, least, sign] = column.kind === 'share' ? [(value ?? 0) * 100, 1, '%'] : [value ?? 0, 2, ''];
    const decimals = decimalsFor(printed, least);
    if (value === null || decimals === least) return [];
    const style = { numFmt: `0.${'0'.repeat(Math.min(30, decimals))}${sign}` };
    return [[`${row},${index}`, { value, type: 'number', style }]];
  });
}

function cell<Item>(column: Column<Item>, item: Item, linked: boolean): Cell {
  const value = column.value(item);
  // LibreOffice 7.4 shows a boolean cell as the formula =TRUE().
  if (typeof value === 'boolean') return String(value);
  if (value === null && column.kind === 'boolean' && column.unknown) return 'unknown';
  if (typeof value !== 'string') return value;
  const text = workbookText(value.slice(0, maxCharacters));
  if (column.kind === 'date' || column.kind === 'instant')
    return Number.isNaN(Date.parse(text)) ? text : new Date(text);
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
