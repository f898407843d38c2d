import { open } from 'node:fs/promises';
import { UserError } from '../errors.ts';

/** What other programs' files begin with, and what they are. */
const others: { mark: number[]; what: string }[] = [
  {
    mark: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    what: 'it is an old Excel workbook (XLS), or a workbook locked with a password',
  },
  { mark: [0x09, 0x08], what: 'it is a very old Excel workbook (XLS)' },
  { mark: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'it is a PDF' },
  { mark: [0x1f, 0x8b], what: 'it is packed (gzip): unpack it first' },
  { mark: [0x42, 0x5a, 0x68], what: 'it is packed (bzip2): unpack it first' },
  { mark: [0x52, 0x61, 0x72, 0x21], what: 'it is an archive (RAR): unpack it and name the table within' },
  { mark: [0x37, 0x7a, 0xbc, 0xaf], what: 'it is an archive (7-Zip): unpack it and name the table within' },
  { mark: [...Buffer.from('SQLite format 3')], what: 'it is a database (SQLite)' },
  { mark: [0xff, 0xd8, 0xff], what: 'it is a picture' },
  { mark: [0x89, 0x50, 0x4e, 0x47], what: 'it is a picture' },
];

/** A ZIP with entries, without any, and the first part of a split one. */
const zipMarks = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x50, 0x4b, 7, 8],
];

/**
 * Whether a file is a ZIP, as XLSX files are, or text, by its first bytes: names and endings are often wrong.
 * @throws UserError file_missing, file_unreadable; not_a_table, for what is surely neither
 */
export async function fileKindOf(path: string): Promise<'zip' | 'text'> {
  const head = await firstBytes(path);
  const other = others.find(({ mark }) => mark.every((byte, at) => head[at] === byte));
  if (other) throw new UserError('not_a_table', path, other.what);
  if (zipMarks.some((mark) => mark.every((byte, at) => head[at] === byte))) return 'zip';
  const start = head.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '');
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(start)) {
    throw new UserError('not_a_table', path, 'it is a web page or XML, although it may be named like a table');
  }
  if (/^\s*\{\\rtf/.test(start)) throw new UserError('not_a_table', path, 'it is a text document (RTF)');
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
