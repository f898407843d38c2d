// Texts come from strangers. Here, and only here, they are made safe for each place where they are shown or stored.

const controls = /(?![\t\n\r])\p{Cc}/gu;
const loneSurrogates = /\p{Cs}/gu;

/** For a terminal or a message, on one line: without what a terminal obeys. */
export const sanitize = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, '');

/** The same for a text of several lines, whose line ends and indents stay. */
export const sanitizeLines = (text: string): string => text.replaceAll(/(?!\n)\p{Cc}|\p{Bidi_Control}/gu, '');

/** Nothing in it must be made safe: most texts are such. */
const plain = /^[0-9A-Za-z][ -~]*$/;

const formulaStart =
  /^[\v\f \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@\t\n\r＝＋－＠]/u;

/**
 * For a cell of a CSV file: no spreadsheet takes it for a formula, also where blanks or invisible characters stand before
 * its first sign; such text gets a leading apostrophe. Signs after OWASP's page on CSV injection, full-width forms included.
 */
export function csvText(text: string): string {
  if (plain.test(text)) return text;
  const printable = text.replace(loneSurrogates, '\uFFFD').replace(controls, '');
  return formulaStart.test(printable) ? `'${printable}` : printable;
}

/** For a cell of a workbook: XML knows no other controls, and half a surrogate pair is no character. */
export const workbookText = (text: string): string =>
  text.replace(controls, '').replaceAll(/[\uFFFE\uFFFF]|\p{Surrogate}/gu, '');

/** For a page: without controls, and signs that turn the direction of all that follows them. */
export const pageText = (text: string): string =>
  text
    .replace(loneSurrogates, '\uFFFD')
    .replaceAll(/(?![\t\n])\p{Cc}|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, '');

/** For a line of Markdown: no sign of it makes markup, a link, a tag of HTML or a picture. */
export const markdownText = (text: string): string =>
  pageText(text)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~!$&]/g, (sign) => `\\${sign}`)
    .replace(/^(?:[-+=]|\d+[.)])/, (sign) => `${sign.slice(0, -1)}\\${sign.at(-1)}`);

/** JSON for a file or a terminal: whole characters only, and those that a terminal obeys as escapes. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(
    value,
    (_, each: unknown) => (typeof each === 'string' ? each.replace(loneSurrogates, '\uFFFD') : each),
    indent,
  ).replaceAll(
    /[\u007F-\u009F\u2028\u2029]|\p{Bidi_Control}/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
