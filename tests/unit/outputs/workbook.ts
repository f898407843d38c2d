import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** One part of a workbook as text; empty where there is none. */
export async function partOf(bytes: Buffer, name: string): Promise<string> {
  const archive = await fromBufferPromise(bytes);
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName === name) return text(await archive.openReadStreamPromise(entry));
  }
  return '';
}
