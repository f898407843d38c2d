/** Names come from strangers: without what a terminal obeys, and on one line. */
export const sanitize = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, '');

/** The same for a text of several lines, whose line ends and indents stay. */
export const sanitizeLines = (text: string): string => text.replaceAll(/(?!\n)\p{Cc}|\p{Bidi_Control}/gu, '');
