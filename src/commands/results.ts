import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import type { Results } from '../index.ts';
import { inputFiles } from '../settings.ts';
import { table } from '../terminal/table.ts';
import { sanitize } from '../text/sanitize.ts';
import { columnsOfExports, countKinds } from '../types/results.ts';
import { countText, rateText } from './rate-text.ts';
import { type CliCommand, asJson, library, settingsOf } from './command.ts';

export const resultsCommand: CliCommand = {
  name: 'results',
  summary: 'read exports of analytics tools and short links: which resource brought visits and conversions',
  args: [['<files...>', 'exports: CSV, XLSX, JSON, or a ZIP of them']],
  options: [
    new Option('--teasers <file>', 'the published links (default: teasers.csv in the output folder, or here)'),
    new Option('--goal <name>', 'count this goal as a conversion, and no other; repeatable').argParser(repeated),
    new Option('--measure <kind>', 'what the numbers or rows count, where a file does not say it').choices([
      ...countKinds,
      'conversions',
    ]),
    new Option('--column <heading=role>', 'what a column is, e.g. "Leads=conversions"; repeatable').argParser(repeated),
    new Option('--replace', 'forget the files of earlier calls, which results.csv else keeps'),
    new Option('--json', 'print the results as JSON'),
  ],
  settings: ['output', 'csv', 'encoding', 'delimiter'],
  async run({ args: files, options, io }) {
    const settings = settingsOf(options);
    const { columns, encoding, delimiter } = inputFiles(settings);
    const said = options as {
      teasers?: string;
      column?: string[];
      goal?: string[];
      replace?: boolean;
      measure?: (typeof countKinds)[number];
    };
    const { readExports } = await library();
    const results = await readExports(files, {
      teasers: said.teasers ?? teasersIn(settings.output),
      output: settings.output,
      csv: settings.csv,
      columns: said.column === undefined ? columnsOfExports(columns) : columns,
      measure: said.measure ?? null,
      goals: said.goal ?? [],
      replace: said.replace ?? false,
      encoding,
      delimiter,
    });
    io.stdout.write(options.json ? asJson(results) : resultsText(results));
    return results.unread.length === 0 ? 0 : results.files.length > 0 ? 3 : 2;
  },
};

function repeated(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), text];
}

const teasersIn = (output: string | null): string => {
  const usual = join(output ?? '.', 'teasers.csv');
  return !existsSync(usual) && existsSync('teasers.csv') ? 'teasers.csv' : usual;
};

/** Other tags that are shown for each file; all of them stand in the JSON. */
const mostNamed = 10;

/** Characters of a tag that are shown. */
const mostShown = 100;

function resultsText({ files, unread, results, clicks, workedIn, worked, kept, written }: Results): string {
  return [
    ...files.map((file) => fileText(file, results, clicks)),
    ...unread.map(({ file, problem, whatToDo }) => `${lines([file, problem, `what to do: ${whatToDo}`])}\n`),
    worked.length > 0 && workedIn !== null ? `what worked, in ${sanitize(workedIn)}\n${workedTable(worked)}\n` : '',
    files.length > 1 ? 'each file stands by itself: two tools count the same visits, so nothing is added up\n' : '',
    kept.length > 0 ? `${sanitize(kept.join(', '))}: read by earlier calls, and kept; --replace forgets them\n` : '',
    written.length > 0 ? written.map((path) => `${path}\n`).join('') : 'nothing was written\n',
  ].join('');
}

/** The first line, and the others below it. */
const lines = ([first = '', ...others]: string[]): string =>
  [sanitize(first), ...others.map((text) => `  ${sanitize(text)}`)].map((text) => `${text}\n`).join('');

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');

function fileText(
  { file, tool, table: part, conservation, notices, named, measure }: Results['files'][number],
  results: Results['results'],
  clicks: Results['clicks'],
): string {
  const heading = [file, part && `(${part})`, tool && `– ${tool}`].filter(Boolean).join(' ');
  const own = results.filter((each) => each.file === file);
  const rows = own
    .toSorted((a, b) => (b.visits ?? 0) - (a.visits ?? 0))
    .map((each) => [
      each.utmContent || each.resource,
      each.measure === null ? '' : countText(each.visits, each.measure),
      countText(each.conversions, 'conversions'),
      rateText(each),
    ]);
  const clicked = clicks
    .filter((each) => each.file === file)
    .map((each) => [each.shortLink ?? each.utmContent, countText(each.clicks, 'clicks'), each.utmContent]);
  const others = named.slice(0, mostNamed).map((each) => {
    const count = measure === 'clicks' ? each.clicks : measure === null ? each.conversions : each.visits;
    return [each.name.slice(0, mostShown), countText(count, measure ?? 'conversions')];
  });
  const more = named.length > mostNamed ? `  and ${named.length - mostNamed} more in --json\n` : '';
  return [
    lines([heading, conservation, ...notices]),
    indented(table([...rows, ...clicked])),
    others.length > 0 ? `  not yours:\n${indented(indented(table(others)))}` : '',
    more,
    '\n',
  ].join('');
}

function workedTable(worked: Results['worked']): string {
  const rows = worked.map((each) => [
    each.by,
    each.group.replaceAll('_', ' '),
    String(each.resources),
    String(each.visits ?? '?'),
    String(each.conversions ?? '?'),
    rateText(each),
  ]);
  return table([['by', 'group', 'resources', 'visits', 'conversions', 'rate'], ...rows]);
}
