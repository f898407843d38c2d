/** What a person sees of a text: apps copy marks of writing direction and blanks of no width together with a handle. */
export const stripInvisible = (text: string): string => text.replaceAll(/\p{Cf}/gu, '').trim();

/** A part of an address with its percent signs resolved; as it stands where they resolve to nothing. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** One spelling of a name: case and blanks do not matter, anything else that differs is another name. */
export const normaliseName = (name: string): string =>
  name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/**
 * One spelling of a heading for comparing, without accents: people leave them out, capitals lose them in Greek and in
 * French, and the Turkish i has or has not a dot.
 */
export const foldHeading = (text: string): string => (isAscii(text) ? normaliseAscii(text) : foldLetters(text));

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

const normaliseAscii = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, ' ')
    .trim();

const foldLetters = (text: string): string =>
  normaliseHeading(text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i')).replaceAll('ς', 'σ');

/** The words of a heading that programs write as one: `followersCount` is `followers Count`. */
export const splitCamelCase = (text: string): string => text.replaceAll(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ');

/** One spelling of a heading, words in small letters with a blank between: `followers_count` is `Followers Count`. */
export const normaliseHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
