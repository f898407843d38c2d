/** What a file is that holds no follows that could be read, in one and in several, and what to import instead. */
export interface FileKind {
  one: string;
  many: string;
  bring: string;
}

const theExport = 'import the export or the saved page itself';

const pdf = { one: 'a PDF', many: 'PDFs', bring: 'import the page itself: save it from the browser as a web page' };
const picture = {
  one: 'a picture',
  many: 'pictures, videos or sounds',
  bring: 'pictures are not read: save the page from the browser as a web page, or ask for the export',
};
const video = { ...picture, one: 'a video or a sound' };
const packed = (one: string): FileKind => ({ one, many: 'archives', bring: 'unpack it, or pack it as ZIP' });
const database = { one: 'a database', many: 'databases', bring: theExport };
const oldOffice = {
  one: 'an old Office file',
  many: 'Office files',
  bring: 'open it and save it as CSV (a table) or as text (a list of addresses)',
};
export const spreadsheet: FileKind = {
  one: 'a spreadsheet',
  many: 'spreadsheets',
  bring: 'open it and save the sheet as CSV (UTF-8)',
};
const wordFile: FileKind = {
  one: 'a Word file',
  many: 'Word files',
  bring: 'open it and save it as plain text, one address per line',
};
const officeFile: FileKind = {
  one: 'an Office file',
  many: 'Office files',
  bring: 'save what it holds as CSV or as plain text',
};
export const mediaFile: FileKind = picture;
export const linkFile: FileKind = {
  one: 'a link to another file',
  many: 'links to other files',
  bring: 'name the file itself',
};
export const ownFile: FileKind = { one: 'a hidden file', many: 'hidden files', bring: theExport };
export const ofSavedPage: FileKind = {
  one: 'a part of a saved page',
  many: 'parts of saved pages',
  bring: 'name the page itself, the .html file beside the folder',
};
const empty: FileKind = {
  one: 'empty',
  many: 'empty files',
  bring: 'download or save it again',
};

const marks: { hex: string; at?: number; content: FileKind }[] = [
  { hex: '25504446', content: pdf },
  { hex: '89504e47', content: picture },
  { hex: 'ffd8ff', content: picture },
  { hex: '47494638', content: picture },
  { hex: '52494646', content: picture },
  { hex: '66747970', at: 4, content: video },
  { hex: '494433', content: video },
  { hex: '4f676753', content: video },
  { hex: '1a45dfa3', content: video },
  { hex: '526172211a07', content: packed('a RAR archive') },
  { hex: '377abcaf271c', content: packed('a 7-Zip archive') },
  { hex: '1f8b', content: packed('a gzip archive') },
  { hex: '425a68', content: packed('a bzip2 archive') },
  { hex: 'fd377a585a00', content: packed('an xz archive') },
  { hex: '7573746172', at: 257, content: packed('a tar archive') },
  { hex: '53514c69746520666f726d6174', content: database },
  { hex: 'd0cf11e0a1b11ae1', content: oldOffice },
  { hex: '7b5c727466', content: { ...wordFile, one: 'a rich text file' } },
  {
    hex: '62706c697374',
    content: {
      one: 'a Safari web archive or another list of macOS',
      many: 'lists of macOS',
      bring: 'save the page as "Page Source" in Safari, or from another browser',
    },
  },
];

/** What the first bytes say that a file is, where they say that it is no text. */
export function fileKindByBytes(bytes: Uint8Array): FileKind | null {
  if (bytes.length === 0) return empty;
  const head = Buffer.from(bytes.subarray(0, 300));
  const mark = marks.find(({ hex, at = 0 }) => head.subarray(at, at + hex.length / 2).toString('hex') === hex);
  return mark?.content ?? null;
}

/** Whether an archive whose first entries have these names is an XLSX file. */
export const isWorkbook = (names: string[]): boolean =>
  names.some((name) => /^xl\/(?:workbook\.xml$|worksheets\/)/i.test(name));

/** What an archive is whose first entries have these names, where it is a document in truth. */
export function documentOf(names: string[]): FileKind | null {
  if (names.some((name) => name.startsWith('xl/') || name === 'Index/Tables')) return spreadsheet;
  if (names.some((name) => name.startsWith('word/'))) return wordFile;
  const isDocument = names.some(
    (name) => name === '[Content_Types].xml' || name === 'mimetype' || name.endsWith('.iwa'),
  );
  return isDocument ? officeFile : null;
}

/** PK and the mark of a first entry, of an archive without any, or of a part of a split one. */
export const isZip = (head: Uint8Array): boolean =>
  /^504b(?:0304|0506|0708)/.test(Buffer.from(head.subarray(0, 4)).toString('hex'));

const mediaNames =
  /\.(?:jpe?g|png|gif|webp|heic|heif|avif|bmp|tiff?|svg|ico|mp4|m4v|mov|3gp|avi|mkv|webm|mp3|m4a|aac|wav|ogg|oga|opus|amr|flac|srt|vtt|ttf|otf|woff2?|eot)$/i;

/** Names of files that nobody looks into: reading all photos of an archive would take hours. */
export const isMediaName = (name: string): boolean => mediaNames.test(name);

/** Files that operating systems leave behind. */
export const isSystemName = (name: string): boolean =>
  /^(?:\.(?!\.?$).*|Thumbs\.db|desktop\.ini|__MACOSX|\$RECYCLE\.BIN)$/i.test(name);

/** The folder that browsers put beside a saved page, in the languages in which they name it. */
export const isPartsFolder = (name: string): boolean =>
  /.(?:[_.-](?:files|file|Dateien|fichiers|archivos|ficheiros|bestanden|файлы|αρχεία))$/iu.test(name);
