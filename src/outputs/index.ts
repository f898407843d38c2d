import type { Alike } from '../types/alike.ts';
import type { AnsweredRow, CsvDialect, PageLanguage, Report, Row } from '../types/report.ts';
import {
  candidateColumns,
  choiceColumns,
  coverageColumns,
  expenseColumns,
  problemColumns,
  questionsIn,
  reasonColumns,
  resourceColumns,
  reviewColumns,
  segmentColumns,
  segmentRows,
  stepsIn,
  teaserColumns,
  wordColumns,
  wordRows,
} from './columns.ts';
import { toCsv } from './csv.ts';
import { writeAll, type OutputFile } from '../files/replace.ts';
import { historyOf } from './history.ts';
import { toHtml } from './html/html.ts';
import { toJson } from './json.ts';
import { toXlsx } from './xlsx.ts';

const teasersFile = 'teasers.csv';
const expensesFile = 'metrica-expenses.csv';
const segmentsFile = 'segments.csv';
const wordsFile = 'words.csv';

/**
 * Every output file of a report; those of teasers, expenses, segments and words only where there are some.
 * @param candidates all of them, where the report has not all
 */
export function outputFiles(
  report: Report,
  options: { csv: CsvDialect; language: PageLanguage },
  candidates: Iterable<Row | Alike<Row>> = report.rows,
  answered: readonly AnsweredRow[] = [],
): OutputFile[] {
  const { rows, choice, segments, proposals, coverage, reasons, problems, teasers, expenses } = report;
  const kept = rows.filter(({ verdict }) => verdict === 'keep');
  return [
    { name: 'resources.csv', chunks: toCsv(resourceColumns, kept, options.csv) },
    { name: 'candidates.csv', chunks: toCsv(candidateColumns, candidates, options.csv) },
    { name: 'review.csv', chunks: toCsv(reviewColumns, questionsIn(rows, answered), options.csv) },
    { name: 'choice.csv', chunks: toCsv(choiceColumns, stepsIn(choice), options.csv) },
    ...(segments.length > 0
      ? [{ name: segmentsFile, chunks: toCsv(segmentColumns, segmentRows(segments), options.csv) }]
      : []),
    ...(proposals.length > 0
      ? [{ name: wordsFile, chunks: toCsv(wordColumns, wordRows(proposals), options.csv) }]
      : []),
    { name: 'coverage.csv', chunks: toCsv(coverageColumns, coverage, options.csv) },
    { name: 'reasons.csv', chunks: toCsv(reasonColumns, reasons, options.csv) },
    { name: 'problems.csv', chunks: toCsv(problemColumns, problems, options.csv) },
    ...(teasers.length > 0 ? [{ name: teasersFile, chunks: toCsv(teaserColumns, teasers, options.csv) }] : []),
    ...(expenses.length > 0 ? [{ name: expensesFile, chunks: toCsv(expenseColumns, expenses, 'plain') }] : []),
    { name: 'resources.xlsx', chunks: toXlsx(report) },
    { name: 'report.html', chunks: toHtml(report, options) },
    { name: 'report.json', chunks: toJson(report) },
  ];
}

/** What is written beside the report. */
interface Besides {
  files: OutputFile[];
  /** Names that must not be there afterwards. */
  absent: string[];
  /** Rows of `review.csv` that a person has answered, and that stay there. */
  answered?: readonly AnsweredRow[];
}

/**
 * Writes a report's files into the folder, all or none, today's ranking into its `history/`, and removes what an earlier
 * run wrote and this one has not: teasers, expenses, segments, words, the oldest history.
 * @param more.keepsHistory today's ranking in `history/` is better, and stays
 * @param more.besides further files, and names that must not be there afterwards
 * @param more.candidates all of them, where the report has not all
 * @returns the paths that were written
 * @throws UserError `output_locked`, `output_unwritable`
 */
export async function writeOutputs(
  report: Report,
  folder: string,
  options: { csv: CsvDialect; language: PageLanguage },
  more: {
    keepsHistory?: boolean;
    besides?: Besides;
    candidates?: Iterable<Row | Alike<Row>>;
  } = {},
): Promise<string[]> {
  const history = await historyOf(folder, report);
  const { keepsHistory = false, candidates } = more;
  const besides: Besides = more.besides ?? { files: [], absent: [] };
  const files = [
    ...outputFiles(report, options, candidates, besides.answered),
    ...besides.files,
    ...(keepsHistory ? [] : [history.file]),
  ];
  const written = new Set(files.map(({ name }) => name));
  const absent = [teasersFile, expensesFile, segmentsFile, wordsFile].filter((name) => !written.has(name));
  return writeAll(folder, files, [...absent, ...besides.absent, ...history.outdated]);
}
