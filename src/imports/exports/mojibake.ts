/**
 * Facebook and Instagram write the bytes of UTF-8 one by one as characters into their JSON: `MÃ¼nster`. A text is
 * taken for such bytes where all of it is bytes and these are UTF-8; any other text is returned as it is.
 */
export function repairMojibake(text: string): string {
  if (!/[\u0080-\u00FF]/.test(text) || /[^\0-\u00FF]/.test(text)) return text;
  const read = utf8(text);
  return read === null || isAccident(text, read) ? text : read;
}

function utf8(bytes: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return null;
  }
}

/**
 * `NESCAFÉ®` happens to be the bytes of a phonetic letter. Where one of the bytes is a control character the text was
 * never meant to be read as it stands, and letters of that region in real names always have such a byte.
 */
const isAccident = (text: string, read: string): boolean =>
  !/[\u0080-\u009F]/.test(text) && /[\u0220-\u02AF]/.test(read);
