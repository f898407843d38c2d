import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { decode } from '../tables/encoding.ts';
import { everyTable } from '../tables/every-table.ts';
import { fileKindOf, isWorkbook } from '../tables/file-kinds.ts';
import { openZipParts } from '../tables/zip.ts';
import { type JsonTable, filesInJson, tablesInJson } from './json-tables.ts';
import { knownMeasures } from './measures.ts';

/** A table of an export, and where in the file it stands. */
export interface ExportTable extends JsonTable {
  /** The part of a ZIP, the sheet of a workbook, the field of an answer; empty where the file is the table. */
  part: string;
}

/** An export as it was handed over. */
export interface ExportFile {
  tables: ExportTable[];
  /** The same for the same bytes. */
  digest: string;
}

/** How tables of text are written, where a person says so. */
export interface ExportReading {
  encoding: string | null;
  delimiter: string | null;
}

const megabyte = 1024 ** 2;
const most = { file: 512 * megabyte, unpacked: 512 * megabyte };

/**
 * All tables of an export: CSV, TSV, XLSX, JSON, JSON lines, or a ZIP of these.
 * @throws UserError file_missing, file_unreadable, not_a_table, encoding, delimiter, broken_csv, broken_workbook
 */
export async function readExport(path: string, reading: ExportReading): Promise<ExportFile> {
  const kind = await fileKindOf(path);
  const { size } = await stat(path);
  if (size > most.file) throw new UserError('file_unreadable', path, `it has more than ${most.file / megabyte} MB`);
  const bytes = await readFile(path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (kind === 'text') return { tables: await tablesInBytes(path, '', bytes, reading), digest };
  const zip = await openZipParts(path);
  try {
    if (isWorkbook(zip.names)) return { tables: await tablesInBytes(path, '', bytes, reading), digest };
    const tables: ExportTable[] = [];
    let left = most.unpacked;
    for (const name of zip.names.filter(mayBeTable)) {
      const chunks: Buffer[] = [];
      for await (const chunk of zip.read(name, left)) chunks.push(chunk);
      const content = Buffer.concat(chunks);
      left -= content.length;
      if (content.length > 0) tables.push(...(await tablesInBytes(`${path} › ${name}`, name, content, reading)));
    }
    if (tables.length === 0) throw new UserError('not_a_table', path, 'it is an archive (ZIP) with no table in it');
    return { tables, digest };
  } finally {
    zip.close();
  }
}

const mayBeTable = (name: string): boolean =>
  /\.(?:csv|tsv|txt|json|jsonl|ndjson|xlsx)$/i.test(name) && !/(?:^|\/)(?:__MACOSX|\.)/.test(name);

async function tablesInBytes(
  where: string,
  part: string,
  bytes: Buffer,
  { encoding, delimiter }: ExportReading,
): Promise<ExportTable[]> {
  const json = jsonIn(bytes);
  if (json !== undefined) {
    const [file] = filesInJson(json);
    if (file) return tablesInBytes(where, part, file, { encoding, delimiter });
    return tablesInJson(json).map((table) => ({ ...table, part: [part, table.sheet].filter(Boolean).join(' › ') }));
  }
  const tables = await everyTable({ name: where, bytes }, { encoding, delimiter, headings: knownMeasures });
  return tables.map((table) => ({
    ...table,
    inherited: 0,
    part: [part, table.sheet].filter(Boolean).join(' › '),
  }));
}

/** A JSON value, or the list of those on the lines of a text; undefined where it is neither. */
function jsonIn(bytes: Buffer): unknown {
  const start = bytes
    .subarray(0, 64)
    .toString('latin1')
    .replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '');
  if (!/^[\s\0]*[[{]/.test(start)) return undefined;
  let text: string;
  try {
    text = decode(bytes, null).text;
  } catch {
    return undefined;
  }
  return parsed(text) ?? linesOf(text);
}

function linesOf(text: string): unknown[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  return values.length > 1 && values.every((value) => value !== undefined) ? values : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
