/** Bytes 0x80 to 0x9F of windows-1252; a NUL where it has no character. */
const from80 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

export interface Decoder {
  /** @throws TypeError where the bytes are none of this encoding, if the decoder is a strict one */
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

/**
 * Bytes to text; byte order marks are kept. Node reads windows-1252 as ISO 8859-1 in versions 20.18.3 to 24
 * (nodejs/node#56542, nodejs/node#60888, November 2025), so that one is read here.
 * @throws RangeError where there is no such encoding
 */
export function textDecoder(encoding: string, strict: boolean): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: strict, ignoreBOM: true });
  return decoder.encoding === 'windows-1252' ? { decode: (bytes) => windows1252(bytes ?? new Uint8Array()) } : decoder;
}

function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replaceAll(/[\u0080-\u009F]/g, (sign) => {
    const char = from80[sign.charCodeAt(0) - 0x80] ?? '\0';
    return char === '\0' ? sign : char;
  });
}

const tables = new Map<string, string[]>();

/** The character of each of the 256 bytes of a one-byte encoding; U+FFFD where a byte is none. */
export function bytesOf(encoding: string): readonly string[] {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = textDecoder(encoding, false);
  const table = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
  tables.set(encoding, table);
  return table;
}
