import { open } from 'node:fs/promises';
import {
  type DetectedEncoding,
  type EncodingFault,
  createDecoder,
  createLineCount,
  createEncodingSurvey,
  encodingError,
} from './encoding.ts';

/** A file: its path, or its bytes with the name that messages give it. */
export type TableSource = string | { name: string; bytes: Buffer };

export const nameOfSource = (source: TableSource): string => (typeof source === 'string' ? source : source.name);

const chunkBytes = 65_536;

/**
 * How a file is encoded, by all of its bytes.
 * @param said the encoding a person named
 * @throws UserError encoding, broken_csv
 */
export async function encodingOf(source: TableSource, said: string | null): Promise<DetectedEncoding> {
  const survey = createEncodingSurvey();
  for await (const chunk of chunksOf(source)) survey.add(chunk);
  const concluded = survey.conclude(said);
  if ('why' in concluded) throw await troubleIn(source, concluded);
  return concluded;
}

/** The text of a file, piece by piece, without its byte order mark. @throws UserError encoding, broken_csv */
export async function* decodedText(source: TableSource, { encoding, mark }: DetectedEncoding): AsyncGenerator<string> {
  const decoder = createDecoder(encoding, nameOfSource(source));
  let left = mark;
  for await (const chunk of chunksOf(source)) {
    const skipped = Math.min(left, chunk.length);
    left -= skipped;
    yield decoder.decode(chunk.subarray(skipped));
  }
  yield decoder.end();
}

/** The bytes of a file. Each chunk is overwritten by the next one: a big file leaves no garbage behind. */
async function* chunksOf(source: TableSource): AsyncGenerator<Buffer> {
  if (typeof source !== 'string') {
    for (let at = 0; at < source.bytes.length; at += chunkBytes) yield source.bytes.subarray(at, at + chunkBytes);
    return;
  }
  const file = await open(source);
  try {
    const chunk = Buffer.alloc(chunkBytes);
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, null);
      if (bytesRead === 0) return;
      yield chunk.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Reads again up to the trouble, to say on which line it is and how that would read. */
async function troubleIn(source: TableSource, trouble: EncodingFault): Promise<Error> {
  const lines = createLineCount();
  let offset = 0;
  let kept = Buffer.alloc(0);
  for await (const chunk of chunksOf(source)) {
    kept = Buffer.concat([kept, chunk]);
    if (offset + kept.length > trouble.at + 100) break;
    const dropped = kept.subarray(0, Math.max(0, Math.min(kept.length, trouble.at - offset) - 200));
    lines.add(dropped.toString('latin1'));
    offset += dropped.length;
    kept = Buffer.from(kept.subarray(dropped.length));
  }
  return encodingError({ ...trouble, at: trouble.at - offset }, kept, lines.line(), nameOfSource(source));
}
