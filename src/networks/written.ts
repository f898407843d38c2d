/** What a person sees of a text: apps copy marks of writing direction and blanks of no width together with a handle. */
export const visible = (text: string): string => text.replaceAll(/\p{Cf}/gu, '').trim();

/** A part of an address with its percent signs resolved; as it stands where they resolve to nothing. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
