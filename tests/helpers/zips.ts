import { crc32, deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';

/** A ZIP as programs pack it, with these files. */
export async function zip(files: Record<string, string | Buffer>, options: { mode?: number } = {}): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name, options);
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** An entry as somebody with bad intent writes it: every field may lie. */
export interface ForgedEntry {
  name: string;
  content?: Buffer;
  /** Packed bytes; deflated content where it is not said. */
  packed?: Buffer;
  flags?: number;
  method?: number;
  crc?: number;
  size?: number;
  /** Upper half holds the type and rights of a file on Unix. */
  attributes?: number;
  /** Shares the packed bytes of the entry with this number. */
  sameAs?: number;
}

/** A ZIP written by hand. */
export function forgedZip(entries: ForgedEntry[], end: { disk?: number } = {}): Buffer {
  const parts: Buffer[] = [];
  const places: number[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = entry.content ?? Buffer.alloc(0);
    const packed = entry.packed ?? deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.flags ?? 0x800, 2);
    common.writeUInt16LE(entry.method ?? 8, 4);
    common.writeUInt32LE(entry.crc ?? crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.size ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const shared = entry.sameAs === undefined ? undefined : places[entry.sameAs];
    places.push(shared ?? offset);
    if (shared === undefined) {
      const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, packed]);
      parts.push(local);
      offset += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.attributes ?? 0, 6);
    tail.writeUInt32LE(places.at(-1) ?? 0, 10);
    const madeBy = Buffer.from([20, 3]);
    central.push(Buffer.concat([Buffer.from('504b0102', 'hex'), madeBy, common, tail, name]));
  }
  const directory = Buffer.concat(central);
  const last = Buffer.alloc(22);
  last.write('504b0506', 0, 'hex');
  last.writeUInt16LE(end.disk ?? 0, 4);
  last.writeUInt16LE(entries.length, 8);
  last.writeUInt16LE(entries.length, 10);
  last.writeUInt32LE(directory.length, 12);
  last.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, last]);
}
