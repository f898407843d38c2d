import { columnMissing } from '../inputs/read-rows.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { IdentifyResource, RecognisedFile } from '../types/import.ts';
import { exportFormats } from './exports/index.ts';
import { type ImportFile, type ImportFormat, allRows } from './import-format.ts';
import { copiedText } from './pages/copied.ts';
import { pageFormats } from './pages/index.ts';
import { fileWithoutFollows } from './export-files/index.ts';
import { holdsJson, listAt, listSomewhere } from './json-formats.ts';
import { anyTableFormats, knownTables, looseTables, surveyTables } from './tables/index.ts';

/**
 * What a file is by its content: the first format that knows it; null where none does. A table of which a person said
 * what a column is, is read as they said. Most files of an archive or an unpacked export list something else than
 * follows, so that there only formats speak which know themselves; what others make of a file is asked about.
 * @param inBundle whether it lies in an archive or an unpacked export
 * @param path where in a JSON file a person said that the list is
 * @param isSurvey a person said that these are answers to a survey
 */
export function recogniseFile(
  file: ImportFile,
  identify: IdentifyResource,
  {
    inBundle = false,
    path = null,
    isSurvey = false,
  }: { inBundle?: boolean; path?: string | null; isSurvey?: boolean } = {},
): RecognisedFile | null {
  const first = (formats: readonly ImportFormat[]): RecognisedFile | null => firstOf(formats, file, identify);
  if (path !== null && holdsJson(file)) return listAt(path, file, identify);
  if (isSurvey) {
    const told = first(surveyTables);
    return told && 'follows' in told ? { ...told, via: 'survey' } : told;
  }
  if (file.table?.columns.all.some(({ by }) => by === 'you')) return first(anyTableFormats);
  const known =
    first([...exportFormats, ...pageFormats, copiedText]) ?? fileWithoutFollows(file, inBundle) ?? first(knownTables);
  if (known) return known;
  const guessed = holdsJson(file) ? listSomewhere(file, identify) : first(looseTables);
  return inBundle && guessed && 'follows' in guessed && !isOwn(file) ? unsure(guessed.format) : guessed;
}

function firstOf(
  formats: readonly ImportFormat[],
  file: ImportFile,
  identify: IdentifyResource,
): RecognisedFile | null {
  for (const format of formats) {
    const recognised = format.recognise(file, identify);
    if (recognised) return recognised;
  }
  return null;
}

/** What `analyze` and `import` write and read themselves. */
const isOwn = ({ table }: ImportFile): boolean =>
  table !== null && ['customer', 'resource'].every((heading) => table.headings.includes(heading));

const unsure = (format: string): RecognisedFile => ({
  format,
  reason: 'nobody knows whether these are follows',
  whatToDo: 'look at it, and import it by itself if the client follows what it lists',
  holds: 'unknown',
});

/**
 * What a file that no format knows seems to be, and what to import instead.
 * @throws UserError where it is a table: what of it was not understood
 */
export function describeUnknownFile(
  file: ImportFile,
  networks: readonly AnyNetwork[],
): { problem: string; whatToDo: string } {
  const json = file.json();
  const isContainer = typeof json === 'object' && json !== null;
  const [kind, whatToDo] = isContainer ? exported : (kinds.find(([applies]) => applies(file))?.[1] ?? text);
  if (kind === text[0]) needTable(file, networks);
  return { problem: `it was not recognised: it seems to be ${kind}`, whatToDo };
}

/** @throws UserError delimiter, broken_csv, column_missing */
function needTable({ name, text: content, table, tableFault }: ImportFile, networks: readonly AnyNetwork[]): void {
  if (tableFault && isTabular(content)) throw tableFault;
  // A sentence with a comma in it makes two cells, too.
  if (
    table &&
    table.rows.length > 0 &&
    allRows(table)
      .slice(0, 10)
      .every((cells) => cells.length > 1)
  ) {
    throw columnMissing(table.columns, ['resource'], name, table, networks);
  }
}

/** Whether there is one of the signs between cells in every one of the first lines. */
function isTabular(content: string): boolean {
  const lines = content
    .slice(0, 10_000)
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(0, 3);
  return lines.length > 1 && lines.every((line) => /[,;\t|]/.test(line));
}

type Kind = [kind: string, whatToDo: string];

const exported: Kind = [
  'a JSON file without follows',
  'import the file of the export that lists the accounts or pages followed, or the whole ZIP as it was downloaded',
];

const text: Kind = [
  'a text without addresses',
  'import a list with one address per line, a table as CSV, or the export',
];

const kinds: [applies: (file: ImportFile) => boolean, Kind][] = [
  [(file) => file.text.trim() === '', ['empty', 'download or save it again']],
  [
    (file) => /^\s*<!doctype netscape-bookmark/i.test(file.text),
    [
      'the bookmarks of a browser',
      'bookmarks are no follows: import an export, or the saved page of a list of follows',
    ],
  ],
  [
    (file) => file.page() !== null,
    [
      'a web page without a known list of follows',
      'open the page that shows what the customer follows, scroll to its end and save it from the browser',
    ],
  ],
  [(file) => /^\s*<\?xml/.test(file.text), ['an XML file', 'import the list as CSV, or the export as JSON or HTML']],
  [
    (file) => /^\s*window\.\w+/.test(file.text),
    ['part of an X archive without follows', 'import following.js of the archive, or the whole ZIP'],
  ],
  [
    (file) => /^\s*[[{]/.test(file.text),
    ['a JSON file that is damaged or cut short', 'download the export again, or unpack it again'],
  ],
];
