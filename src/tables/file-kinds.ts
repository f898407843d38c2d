import { open } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { type TableSource, nameOfSource } from './text-file.ts';

/** What a file is that is neither text nor a table, in one and in several, and what to do with it. */
export interface FileKind {
  one: string;
  many: string;
  whatToDo: string;
}

export const picture: FileKind = {
  one: 'a picture',
  many: 'pictures, videos or sounds',
  whatToDo: 'pictures are not read: save the page from the browser as a web page, or ask for the export',
};
const video: FileKind = { ...picture, one: 'a video or a sound' };
const packed = (one: string): FileKind => ({ one, many: 'archives', whatToDo: 'unpack it, or pack it as ZIP' });
const spreadsheet = (one: string): FileKind => ({
  one,
  many: 'spreadsheets',
  whatToDo: 'open it and save the sheet as CSV (UTF-8)',
});
const document = (one: string, many = 'Word files'): FileKind => ({
  one,
  many,
  whatToDo: 'open it and save it as plain text, one address per line',
});
const empty: FileKind = { one: 'empty', many: 'empty files', whatToDo: 'download or save it again' };

export const workbook = spreadsheet('a spreadsheet');

const marks: { hex: string; at?: number; kind: FileKind }[] = [
  {
    hex: '25504446',
    kind: { one: 'a PDF', many: 'PDFs', whatToDo: 'import the page itself: save it from the browser as a web page' },
  },
  { hex: '89504e47', kind: picture },
  { hex: 'ffd8ff', kind: picture },
  { hex: '47494638', kind: picture },
  { hex: '52494646', kind: picture },
  { hex: '66747970', at: 4, kind: video },
  { hex: '494433', kind: video },
  { hex: '4f676753', kind: video },
  { hex: '1a45dfa3', kind: video },
  { hex: '526172211a07', kind: packed('a RAR archive') },
  { hex: '377abcaf271c', kind: packed('a 7-Zip archive') },
  { hex: '1f8b', kind: packed('a gzip archive') },
  { hex: '425a68', kind: packed('a bzip2 archive') },
  { hex: 'fd377a585a00', kind: packed('an xz archive') },
  { hex: '7573746172', at: 257, kind: packed('a tar archive') },
  {
    hex: '53514c69746520666f726d6174',
    kind: { one: 'a database (SQLite)', many: 'databases', whatToDo: 'import the export or the saved page itself' },
  },
  {
    hex: 'd0cf11e0a1b11ae1',
    kind: {
      one: 'an old Office file (XLS, DOC), or one locked with a password',
      many: 'Office files',
      whatToDo: 'open it and save it as CSV (a table) or as text (a list of addresses)',
    },
  },
  { hex: '0908', kind: spreadsheet('a very old Excel workbook (XLS)') },
  { hex: '7b5c727466', kind: document('a text document (RTF)') },
  {
    hex: '62706c697374',
    kind: {
      one: 'a Safari web archive or another list of macOS',
      many: 'lists of macOS',
      whatToDo: 'save the page as "Page Source" in Safari, or from another browser',
    },
  },
];

/** What the first bytes say that a file is, where they say that it is no text. */
export function fileKindByBytes(bytes: Uint8Array): FileKind | null {
  if (bytes.length === 0) return empty;
  const head = Buffer.from(bytes.subarray(0, 300));
  const mark = marks.find(({ hex, at = 0 }) => head.subarray(at, at + hex.length / 2).toString('hex') === hex);
  return mark?.kind ?? null;
}

/** PK and the mark of a first entry, of an archive without any, or of a part of a split one. */
export const isZip = (head: Uint8Array): boolean =>
  /^504b(?:0304|0506|0708)/.test(Buffer.from(head.subarray(0, 4)).toString('hex'));

/** Whether an archive with entries of these names is an XLSX file. */
export const isWorkbook = (names: readonly string[]): boolean =>
  names.some((name) => /^xl\/(?:workbook\.xml$|worksheets\/)/i.test(name));

const documents: [name: RegExp, kind: FileKind][] = [
  [/^xl\/.*\.bin$/i, spreadsheet('a binary workbook of Excel (XLSB)')],
  [/^xl\//i, workbook],
  [/^word\//i, document('a Word document')],
  [/\.iwa$|^index\.zip$/i, spreadsheet('a document of Apple (Numbers, Pages)')],
  [/^content\.xml$/i, document('an OpenDocument file (ODS, ODT)', 'Office files')],
  [/^\[Content_Types\]\.xml$|^mimetype$/, document('an Office file', 'Office files')],
];

/** What an archive with entries of these names is, where it is a document in truth. */
export const documentKind = (names: readonly string[]): FileKind | null =>
  documents.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null;

/**
 * Whether a file is a ZIP, as XLSX files are, or text, by its first bytes: names and endings are often wrong.
 * @throws UserError file_missing, file_unreadable; not_a_table, for what is surely neither
 */
export async function fileKindOf(source: TableSource): Promise<'zip' | 'text'> {
  const path = nameOfSource(source);
  const head = typeof source === 'string' ? await firstBytes(source) : source.bytes.subarray(0, 512);
  if (isZip(head)) return 'zip';
  const kind = head.length === 0 ? null : fileKindByBytes(head);
  if (kind) throw new UserError('not_a_table', path, `it is ${kind.one}`);
  if (/^(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype|html|table|\?xml)/i.test(head.toString('latin1'))) {
    throw new UserError('not_a_table', path, 'it is a web page or XML, although it may be named like a table');
  }
  return 'text';
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      if (!(await file.stat()).isFile()) throw new UserError('file_unreadable', path, 'it is not a file');
      const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new UserError(code === 'ENOENT' ? 'file_missing' : 'file_unreadable', path, code, { cause: error });
  }
}
