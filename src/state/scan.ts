import { readFileSync } from 'node:fs';
import { checksumOf } from './checksum.ts';
import type { SqlValue } from './database.ts';
import { tables } from './tables.ts';

/** A row with a right checksum, without it. */
export interface ScannedRow {
  table: string;
  values: SqlValue[];
}

/** SQLite's own default, which every state has. */
const pageBytes = 4096;

/**
 * The rows of a state that SQLite may not be able to read any more, found page by page by their checksums
 * (https://sqlite.org/fileformat2.html, sections 1.5, 1.6 and 2.1). Neither the header of the file nor the statements
 * of the tables, the pages above others or the kind that a page claims to be are relied on: whatever of them is damaged
 * costs no row.
 */
export function* scan(path: string): Generator<ScannedRow> {
  const file = readFileSync(path);
  for (let page = 0; page < file.length; page += pageBytes) {
    // The first page begins with the header of the file.
    const start = page === 0 ? 100 : page;
    for (const { headerBytes, hasRowid, skipped } of kinds) {
      const cells = Math.min(file.length < start + 5 ? 0 : file.readUInt16BE(start + 3), pageBytes / 2);
      for (let cell = 0; cell < cells; cell++) {
        const pointer = start + headerBytes + cell * 2;
        if (pointer + 2 > file.length) break;
        const row = rowAt(file, page, file.readUInt16BE(pointer) + skipped, hasRowid);
        if (row) yield row;
      }
    }
  }
}

/** Leaves of tables with a rowid, leaves of those without, and what lies above the latter. */
const kinds = [
  { headerBytes: 8, hasRowid: true, skipped: 0 },
  { headerBytes: 8, hasRowid: false, skipped: 0 },
  { headerBytes: 12, hasRowid: false, skipped: 4 },
];

function rowAt(file: Buffer, page: number, offset: number, hasRowid: boolean): ScannedRow | null {
  const length = varintAt(file, page + offset);
  const rowid = hasRowid ? varintAt(file, length.end) : null;
  const begin = rowid?.end ?? length.end;
  if (length.value < 2 || length.value > file.length || begin >= page + pageBytes) return null;
  const count = columnsIn(file, begin);
  const candidates = [...tables].filter(([, { columns }]) => columns === count);
  const payload = candidates.length > 0 ? payloadAt(file, begin, length.value, hasRowid) : null;
  const values = payload && valuesOf(payload);
  if (!values) return null;
  // A column that is the rowid itself is null in the row.
  if (values[0] === null && rowid) values[0] = rowid.value;
  const checksum = values.pop();
  const found = candidates.find(([table]) => checksumOf(table, values) === checksum);
  return found ? { table: found[0], values } : null;
}

/** How many columns a row has whose header begins here. */
function columnsIn(file: Buffer, begin: number): number {
  const header = varintAt(file, begin);
  if (header.value > 64 || begin + header.value > file.length) return 0;
  let count = 0;
  for (let at = header.end; at < begin + header.value; count++) at = varintAt(file, at).end;
  return count;
}

/** The bytes of a row, those on overflow pages included; null where their chain is broken. */
function payloadAt(file: Buffer, begin: number, length: number, hasRowid: boolean): Buffer | null {
  const most = hasRowid ? pageBytes - 35 : Math.floor(((pageBytes - 12) * 64) / 255) - 23;
  if (length <= most) return begin + length <= file.length ? file.subarray(begin, begin + length) : null;
  const least = Math.floor(((pageBytes - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (pageBytes - 4));
  const here = wanted <= most ? wanted : least;
  if (begin + here + 4 > file.length) return null;
  const parts = [file.subarray(begin, begin + here)];
  let next = file.readUInt32BE(begin + here);
  for (let left = length - here; left > 0; left -= pageBytes - 4) {
    const start = (next - 1) * pageBytes;
    if (next < 2 || start + pageBytes > file.length) return null;
    parts.push(file.subarray(start + 4, start + 4 + Math.min(left, pageBytes - 4)));
    next = file.readUInt32BE(start);
  }
  return Buffer.concat(parts);
}

function valuesOf(payload: Buffer): SqlValue[] | null {
  const header = varintAt(payload, 0);
  if (header.value > payload.length) return null;
  const values: SqlValue[] = [];
  let body = header.value;
  for (let at = header.end; at < header.value;) {
    const type = varintAt(payload, at);
    at = type.end;
    const bytes = bytesOf(type.value);
    if (body + bytes > payload.length) return null;
    values.push(valueOf(type.value, payload.subarray(body, body + bytes)));
    body += bytes;
  }
  return values;
}

const numberBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

const bytesOf = (type: number): number => numberBytes[type] ?? (type - 12 - (type % 2)) / 2;

function valueOf(type: number, bytes: Buffer): SqlValue {
  if (type >= 12) return type % 2 === 0 ? bytes : bytes.toString();
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE();
  if (type === 6) return Number(bytes.readBigInt64BE());
  return type >= 8 ? type - 8 : bytes.readIntBE(0, bytes.length);
}

/** Big-endian, seven bits a byte, up to nine bytes; longer ones than five stand in no state. */
function varintAt(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start; at < start + 8 && at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return { value: Infinity, end: bytes.length };
}
