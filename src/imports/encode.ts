import { bytesOf } from '../tables/text-decoder.ts';

/**
 * Text as bytes of an encoding that TextDecoder knows, without a byte order mark.
 * @returns the first character that the encoding does not have, where there is one
 */
export function encode(text: string, encoding: string): Buffer | { missing: string } {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    default:
      return inOneByte(text, encoding);
  }
}

function inOneByte(text: string, encoding: string): Buffer | { missing: string } {
  const bytes = new Map(bytesOf(encoding).map((character, byte) => [character, byte] as const));
  bytes.delete('\uFFFD');
  const encoded: number[] = [];
  for (const character of text) {
    const byte = bytes.get(character);
    if (byte === undefined) return { missing: character };
    encoded.push(byte);
  }
  return Buffer.from(encoded);
}
