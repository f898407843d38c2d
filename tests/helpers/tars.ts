/** An entry of a tar; `type` as its header has it. */
export interface TarFile {
  path: string;
  content?: string | Buffer;
  type?: string;
  /** What the header says of the size; the truth where it is left out. */
  size?: number;
}

const block = 512;

/** A tar as GNU tar writes it, with long names in entries of their own. */
export function tar(files: readonly TarFile[]): Buffer {
  const parts = files.flatMap(({ path, content = '', type = '0', size }) => {
    const bytes = Buffer.from(content);
    const name = Buffer.from(path);
    const long =
      name.length > 100 ? [header('././@LongLink', 'L', name.length + 1), padded(Buffer.from(`${path}\0`))] : [];
    return [...long, header(name.subarray(0, 100), type, size ?? bytes.length), padded(bytes)];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

/** What pax says of the next entry. */
export function pax(path: string): TarFile {
  const said = ` path=${path}\n`;
  const length = Buffer.byteLength(said) + 2;
  return { path: 'PaxHeader', type: 'x', content: `${length + (String(length).length > 2 ? 1 : 0)}${said}` };
}

function header(name: string | Buffer, type: string, size: number): Buffer {
  const head = Buffer.alloc(block);
  Buffer.from(name).copy(head);
  head.write('0000644\0', 100);
  head.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  head.write('        ', 148);
  head.write(type, 156);
  head.write('ustar\u000000', 257);
  const sum = head.reduce((all, byte) => all + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return head;
}

const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);
