import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { setting } from '../types/instruction.ts';
import { writeAll } from '../files/replace.ts';
import { resultColumns } from '../outputs/columns.ts';
import { toCsv } from '../outputs/csv.ts';
import { type PublishedLink, indexOf, readLinks } from '../results/links.ts';
import { rateOf } from '../results/rates.ts';
import { type FileResults, readResults } from '../results/read-results.ts';
import { keptRows, mainFileOf, resultsFile } from '../results/kept-results.ts';
import { knownResources } from '../results/known-resources.ts';
import { workedOf } from '../results/worked.ts';
import type { CsvDialect } from '../types/report.ts';
import {
  type CountKind,
  type KeptResult,
  type LinkClicks,
  type LinkResult,
  type Results,
  type UnreadExport,
  exportRoles,
} from '../types/results.ts';

/** How exports are read, and where the results go. */
export interface ResultsOptions {
  /** The list of links that were published: a `teasers.csv`. */
  teasers: string;
  /** The folder that `results.csv` is written to; null for no file. */
  output?: string | null;
  csv?: CsvDialect;
  /** Roles of columns by their headings: visits, visitors, views, clicks, conversions, content, link, short_link, ignore. */
  columns?: ReadonlyMap<string, string>;
  /** What the numbers, or the rows, of a file count where its headings do not say it. */
  measure?: CountKind | 'conversions' | null;
  /** Goals that count as conversions, by name or number; all of them where none is named. */
  goals?: readonly string[];
  /** Whether `results.csv` forgets the files of earlier calls; else it keeps those that are not read again. */
  replace?: boolean;
  encoding?: string | null;
  delimiter?: string | null;
}

/**
 * Reads what analytics tools and shorteners tell of the published links. Every file stands by itself: nothing is added up
 * over files, since two tools count the same visits. What a file does not measure is null, and a link that no row of a
 * file names has no result in it.
 * @returns as `results.schema.json` describes it; nothing is written where no file could be used
 * @throws UserError file_missing, teasers_file, setting, output_locked, output_unwritable; an export that cannot be read is no error, but
 * stands in `unread`
 */
export async function readExports(files: readonly string[], options: ResultsOptions): Promise<Results> {
  const { teasers, output = null, csv = 'plain', columns = new Map<string, string>(), measure = null } = options;
  checkRoles(columns);
  const links = await readLinks(teasers);
  const index = indexOf(links);
  const { goals = [], encoding = null, delimiter = null } = options;
  const read: FileResults[] = [];
  const unread: UnreadExport[] = [];
  for (const file of new Set(files)) {
    const found = await readResults(file, index, { columns, measure, goals, encoding, delimiter });
    if ('problem' in found) unread.push(found);
    else read.push(found);
  }
  tellRepeated(read);
  const results = read.flatMap(resultsIn);
  const clicks = read.flatMap(clicksIn);
  const workedIn = mainFileOf(results);
  const known = workedIn === null ? () => undefined : await knownResources(join(dirname(teasers), 'resources.csv'));
  const rows = rowsOf(results, clicks);
  const earlier = output === null || options.replace ? [] : await earlierRows(output, rows, read);
  const written =
    output === null || read.length === 0
      ? []
      : await writeAll(output, [{ name: resultsFile, chunks: toCsv(resultColumns, [...rows, ...earlier], csv) }]);
  return {
    schema: 1,
    teasers,
    links: links.length,
    files: read.map(({ file }) => file),
    unread,
    results,
    clicks,
    workedIn,
    worked: workedOf(
      results
        .filter(({ file }) => file === workedIn)
        .map((result) => ({
          ...result,
          ...(known(result.network, result.resource) ?? { kind: 'unknown', subscribers: null }),
        })),
    ),
    kept: [...new Set(earlier.map(({ file }) => file))],
    written,
  };
}

/** @throws UserError setting */
function checkRoles(columns: ReadonlyMap<string, string>): void {
  for (const role of columns.values()) {
    if (!exportRoles.includes(role)) {
      throw new UserError(
        'setting',
        setting('column'),
        `there is no role "${role}"; the roles are ${exportRoles.join(', ')}`,
      );
    }
  }
}

/** Says of a file that it is another one again, or that both tell of the same days. */
function tellRepeated(read: readonly FileResults[]): void {
  for (const [at, { file, digest }] of read.entries()) {
    for (const other of read.slice(0, at)) {
      if (other.digest === digest) file.notices.push(`it is the same file as ${other.file.file}`);
      else if (file.tool !== null && file.tool === other.file.tool && overlap(file, other.file)) {
        file.notices.push(
          `${other.file.file} is of the same tool, and the periods overlap: both count some of the same visits`,
        );
      }
    }
  }
}

type Period = Pick<FileResults['file'], 'from' | 'to'>;

const overlap = (one: Period, other: Period): boolean =>
  one.from !== null && one.to !== null && other.from !== null && other.to !== null
    ? one.from <= other.to && other.from <= one.to
    : false;

const about = ({ file }: FileResults, { network, resource, url, utmContent }: PublishedLink) => ({
  file: file.file,
  tool: file.tool,
  network,
  resource,
  url,
  utmContent,
});

function resultsIn(read: FileResults): LinkResult[] {
  const { measure } = read.file;
  if (measure === 'clicks') return [];
  return [...read.byLink].map(([link, { visits, conversions }]) => ({
    ...about(read, link),
    measure,
    visits,
    conversions,
    ...rateOf(measure, visits, conversions),
  }));
}

function clicksIn(read: FileResults): LinkClicks[] {
  if (read.file.measure !== 'clicks') return [];
  return [...read.byLink].flatMap(([link, { clicks }]) =>
    clicks === null ? [] : [{ ...about(read, link), shortLink: link.shortLink, clicks }],
  );
}

/** The rows of earlier calls, but for those of files that were read again. */
async function earlierRows(
  output: string,
  rows: readonly KeptResult[],
  read: readonly FileResults[],
): Promise<KeptResult[]> {
  const again = new Set([
    ...rows.map(({ file }) => file),
    ...read.flatMap(({ file }) => [file.file, basename(file.file)]),
  ]);
  return (await keptRows(output)).filter(({ file }) => !again.has(file));
}

/** Rows of `results.csv`. What is handed on tells no folders of this machine, unless only they tell two files apart. */
function rowsOf(results: readonly LinkResult[], clicks: readonly LinkClicks[]): KeptResult[] {
  const noVisits = {
    measure: 'clicks' as const,
    visits: null,
    conversions: null,
    conversionRate: null,
    conversionRateLow: null,
    conversionRateHigh: null,
    enough: null,
  };
  const rows = [
    ...results.map((result) => ({ ...result, clicks: null, shortLink: null })),
    ...clicks.map((each) => ({ ...each, ...noVisits })),
  ];
  const files = new Set(rows.map(({ file }) => file));
  const isPlain = new Set([...files].map((file) => basename(file))).size === files.size;
  return isPlain ? rows.map((row) => ({ ...row, file: basename(row.file) })) : rows;
}
