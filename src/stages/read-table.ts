import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { UserError } from '../errors.ts';

export interface TableRow {
  /** 1-based line on which the row starts. */
  line: number;
  cells: string[];
}

/**
 * The rows of a CSV file in UTF-8, heading first, blank lines left out; `,` `;` tab or `|` between the cells.
 * @throws UserError file_missing, file_unreadable, encoding, broken_csv (with the line)
 */
export async function* readTable(path: string): AsyncGenerator<TableRow> {
  const parser = parse({
    bom: true,
    delimiter: await delimiterOf(path),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  });
  const feeding = pipeline(createReadStream(path), decode(path), parser);
  feeding.catch((error: unknown) => parser.destroy(error as Error));
  let end = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const inCells = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      end = info.lines;
      yield { line: end - inCells, cells: record.map((cell) => cell.trim()) };
    }
    await feeding;
  } catch (error) {
    if (error instanceof CsvError)
      throw new UserError('broken_csv', `${path}:${end + 1}`, error.message.replace(/ at line \d+$/, ''));
    throw error;
  }
}

async function delimiterOf(path: string): Promise<string> {
  const head = await firstBytes(path);
  const heading =
    head
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? '';
  const outsideQuotes = heading.replaceAll(/"[^"]*"/g, '');
  const [best] = [',', ';', '\t', '|']
    .map((delimiter) => ({ delimiter, count: outsideQuotes.split(delimiter).length }))
    .toSorted((a, b) => b.count - a.count);
  return best?.delimiter ?? ',';
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536));
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UserError(code === 'ENOENT' ? 'file_missing' : 'file_unreadable', path, code, { cause: error });
  }
}

/** Strict UTF-8: a byte that is none means another encoding, and guessing would garble names. */
function decode(path: string) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let line = 1;
    try {
      for await (const chunk of chunks) {
        const text = decoder.decode(chunk, { stream: true });
        line += text.split('\n').length - 1;
        yield text;
      }
      yield decoder.decode();
    } catch (error) {
      if (error instanceof TypeError) throw new UserError('encoding', `${path}, after line ${line}`);
      throw error;
    }
  };
}
