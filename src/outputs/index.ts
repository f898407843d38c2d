import type { Report } from '../types.ts';
import { candidateColumns, coverageColumns, problemColumns, resourceColumns, teaserColumns } from './columns.ts';
import { toCsv, type Dialect } from './csv.ts';
import { writeAll, type OutputFile } from './files.ts';
import { toJson } from './json.ts';

const teasersFile = 'teasers.csv';

/** Every output file of a report; `teasers.csv` only where there are teasers. */
export function outputFiles(report: Report, options: { csv: Dialect }): OutputFile[] {
  const { rows, coverage, problems, teasers } = report;
  const kept = rows.filter(({ verdict }) => verdict === 'keep');
  return [
    { name: 'resources.csv', chunks: toCsv(resourceColumns, kept, options.csv) },
    { name: 'candidates.csv', chunks: toCsv(candidateColumns, rows, options.csv) },
    { name: 'coverage.csv', chunks: toCsv(coverageColumns, coverage, options.csv) },
    { name: 'problems.csv', chunks: toCsv(problemColumns, problems, options.csv) },
    ...(teasers.length > 0 ? [{ name: teasersFile, chunks: toCsv(teaserColumns, teasers, options.csv) }] : []),
    { name: 'report.json', chunks: toJson(report) },
  ];
}

/**
 * Writes a report's files into the folder, all or none, and removes the teasers of an earlier run where this one has none.
 * @returns the paths that were written
 * @throws UserError `output_locked`
 */
export function writeOutputs(report: Report, folder: string, options: { csv: Dialect }): Promise<string[]> {
  return writeAll(folder, outputFiles(report, options), report.teasers.length > 0 ? [] : [teasersFile]);
}
