/** Names come from strangers: without what a terminal obeys, and on one line. */
export const harmless = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, '');
