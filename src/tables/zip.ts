import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { UserError } from '../errors.ts';
import { openZip } from './open-zip.ts';
import { type TableSource, nameOfSource } from './text-file.ts';

/** The parts of a ZIP file, by their names. No name is used as a path. */
export interface ZipParts {
  names: string[];
  /**
   * The bytes of a part, chunk by chunk; nothing where there is no such part.
   * @param most bytes that may come out of it
   * @throws UserError broken_workbook, where more comes out or it is damaged or locked
   */
  read(name: string, most: number): AsyncGenerator<Buffer>;
  close(): void;
}

/** What spreadsheets write is packed 5 to 50 times smaller; a big part that is packed smaller still was made to swell. */
const swelling = { from: 16 * 1024 ** 2, times: 200 };

/** A workbook has some dozens of parts, and one more for each sheet or picture. */
const mostParts = 20_000;

/** @throws UserError broken_workbook */
export async function openZipParts(source: TableSource): Promise<ZipParts> {
  const path = nameOfSource(source);
  const refuse = (why: string, cause?: unknown): UserError => new UserError('broken_workbook', path, why, { cause });
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    const options = { lazyEntries: true, autoClose: false } as const;
    zip = await openZip(typeof source === 'string' ? source : source.bytes, options);
  } catch (error) {
    throw refuse(reasonOf(error), error);
  }
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.replace(/^\//, ''), entry);
      if (entries.size > mostParts) throw refuse(`more than ${mostParts} parts`);
    }
  } catch (error) {
    zip.close();
    throw error instanceof UserError ? error : refuse(reasonOf(error), error);
  }

  async function* read(name: string, most: number): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) return;
    if (entry.isEncrypted()) throw refuse('it is protected with a password');
    if (entry.uncompressedSize > most) throw refuse(`${name} unpacks to more than ${Math.round(most / 1024 ** 2)} MB`);
    if (entry.uncompressedSize > Math.max(swelling.from, swelling.times * entry.compressedSize)) {
      throw refuse(`${name} unpacks to more than ${swelling.times} times its size`);
    }
    let stream: Readable | null = null;
    try {
      stream = await zip.openReadStreamPromise(entry);
      // No more than the size it states comes out: yauzl holds that.
      let sum = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        sum = crc32(chunk, sum);
        yield chunk;
      }
      if (sum !== entry.crc32) throw new RangeError('its checksum does not match');
    } catch (error) {
      throw error instanceof UserError ? error : refuse(`${name}: ${reasonOf(error)}`, error);
    } finally {
      stream?.destroy();
    }
  }

  return { names: [...entries.keys()], read, close: () => zip.close() };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
