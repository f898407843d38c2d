import type { IdentifyResource, ImportFile, ImportFormat, RecognisedFile } from '../types/import.ts';
import { exportFormats } from './exports/index.ts';
import { pageFormats } from './pages/index.ts';
import { tableFormats } from './tables/index.ts';

/** Formats that say of themselves what they are come before those that are told by what stands in them. */
const formats: readonly ImportFormat[] = [...exportFormats, ...pageFormats, ...tableFormats];

/** What a file is by its content: the first format that knows it; null where none does. */
export function recogniseFile(file: ImportFile, identify: IdentifyResource): RecognisedFile | null {
  for (const format of formats) {
    const recognised = format.recognise(file, identify);
    if (recognised) return recognised;
  }
  return null;
}

/** What a file that no format knows seems to be, and what to import instead. */
export function describeUnknownFile(file: ImportFile): { problem: string; whatToDo: string } {
  const json = file.json();
  const isContainer = typeof json === 'object' && json !== null;
  const [what, bring] = isContainer ? exported : (kinds.find(([applies]) => applies(file))?.[1] ?? text);
  return { problem: `it was not recognised: it seems to be ${what}`, whatToDo: bring };
}

type Kind = [what: string, bring: string];

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
  [
    (file) => isTable(file.rows() ?? []),
    ['a table without a column of addresses', 'add a column with the address of each page followed, headed "resource"'],
  ],
];

/** A sentence with a comma in it makes two cells, too. */
const isTable = (rows: { cells: string[] }[]): boolean =>
  rows.length > 1 && rows.slice(0, 10).every(({ cells }) => cells.length > 1);
