import { type ReadStream, createReadStream, read } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { callbackify } from 'node:util';
import {
  type Options,
  type ZipFile,
  RandomAccessReader,
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  openPromise,
} from 'yauzl';

/**
 * Opens a ZIP, also one with bytes behind its end, as proxies and mail programs leave them and yauzl refuses them.
 * @param source path of a file, or its bytes
 * @throws Error of yauzl, or of the file system
 */
export async function openZip(source: string | Buffer, options: Options): Promise<ZipFile> {
  if (Buffer.isBuffer(source)) {
    const from = Math.max(0, source.length - searched);
    return fromBufferPromise(
      source.subarray(0, from + (endIn(source.subarray(from)) ?? source.length - from)),
      options,
    );
  }
  const file = await open(source);
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - searched);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const end = from + (endIn(buffer.subarray(0, bytesRead)) ?? size - from);
    if (end < size) return await fromRandomAccessReaderPromise(new FileReader(source, file), end, options);
  } catch (error) {
    await file.close();
    throw error;
  }
  await file.close();
  return openPromise(source, options);
}

const signature = Buffer.from('504b0506', 'hex');

/** The record at the end: its own length, and how long the comment behind it can be. */
const record = { bytes: 22, comment: 65_535 };

/** A whole comment may stand behind the record, and as many bytes that belong to nobody. */
const searched = record.bytes + 2 * record.comment;

/** Where the ZIP ends among its last bytes; null where no end is there. */
function endIn(bytes: Buffer): number | null {
  for (let at = bytes.lastIndexOf(signature); at !== -1; at = at === 0 ? -1 : bytes.lastIndexOf(signature, at - 1)) {
    if (at + record.bytes > bytes.length) continue;
    const end = at + record.bytes + bytes.readUInt16LE(at + 20);
    if (end <= bytes.length) return end;
  }
  return null;
}

/** A file, of which yauzl is told where it ends. Closed with the archive. */
class FileReader extends RandomAccessReader {
  readonly #path: string;
  readonly #file: FileHandle;

  constructor(path: string, file: FileHandle) {
    super();
    this.#path = path;
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): ReadStream {
    return createReadStream(this.#path, { start, end: end - 1 });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    read(this.#file.fd, buffer, offset, length, position, (error) => callback(error));
  }

  override close(callback: (error: Error | null) => void): void {
    callbackify(() => this.#file.close())(callback);
  }
}
