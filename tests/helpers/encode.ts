/** Bytes 0x80 to 0x9F of windows-1252 as Unicode's own mapping table has them; Node's decoder is wrong about them. */
const windows1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** A text in an encoding, by asking TextDecoder what each byte is. Throws where the encoding lacks a character. */
export function encode(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  if (encoding === 'windows-1252') {
    for (let byte = 0x80; byte < 0xa0; byte++) bytes.delete(String.fromCharCode(byte));
    for (const [at, sign] of Array.from(windows1252).entries()) if (sign !== '\0') bytes.set(sign, 0x80 + at);
  }
  return Buffer.from(
    Array.from(text, (sign) => {
      const byte = bytes.get(sign);
      if (byte === undefined) throw new RangeError(`${encoding} has no "${sign}"`);
      return byte;
    }),
  );
}
