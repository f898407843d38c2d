import { type FileKind, isZip, picture } from '../tables/file-kinds.ts';

// Files that nobody looks into, by their names or by what they are in a folder or an archive.

export const mediaFile: FileKind = picture;
export const linkFile: FileKind = {
  one: 'a link to another file',
  many: 'links to other files',
  whatToDo: 'name the file itself',
};
export const ownFile: FileKind = {
  one: 'a hidden file',
  many: 'hidden files',
  whatToDo: 'import the export or the saved page itself',
};
export const ofSavedPage: FileKind = {
  one: 'a part of a saved page',
  many: 'parts of saved pages',
  whatToDo: 'name the page itself, the .html file beside the folder',
};

const mediaNames =
  /\.(?:jpe?g|png|gif|webp|heic|heif|avif|bmp|tiff?|svg|ico|mp4|m4v|mov|3gp|avi|mkv|webm|mp3|m4a|aac|wav|ogg|oga|opus|amr|flac|srt|vtt|ttf|otf|woff2?|eot)$/i;

/** Names of files that nobody looks into: reading all photos of an archive would take hours. */
export const isMediaName = (name: string): boolean => mediaNames.test(name);

/** What an entry of an archive is, by its path, where nobody looks into it. */
export function unreadByPath(path: string): FileKind | null {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.some(isSystemName)) return ownFile;
  if (parts.slice(0, -1).some(isPartsFolder)) return ofSavedPage;
  return isMediaName(path) ? mediaFile : null;
}

/** Files that operating systems leave behind. */
export const isSystemName = (name: string): boolean =>
  /^(?:\.(?!\.?$).*|Thumbs\.db|desktop\.ini|__MACOSX|\$RECYCLE\.BIN)$/i.test(name);

/** The folder that browsers put beside a saved page, in the languages in which they name it. */
export const isPartsFolder = (name: string): boolean =>
  /.(?:[_.-](?:files|file|Dateien|fichiers|archivos|ficheiros|bestanden|файлы|αρχεία))$/iu.test(name);

export const noTextFile: FileKind = {
  one: 'a file that holds no text',
  many: 'files that are no text',
  whatToDo: 'import the export or the saved page itself',
};

/** What is counted of an archive's files that hold bytes and no text. */
export const noText = noTextFile.many;

/**
 * Whether bytes are no text in any encoding that is read: NULs stand at even and at odd places, in UTF-16 only at one of
 * them. The encodings of a large file are weighed for seconds; this takes none. A workbook has such bytes, too.
 */
export function isNoText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, looked);
  const isEven = head.some((byte, at) => byte === 0 && at % 2 === 0);
  return isEven && head.some((byte, at) => byte === 0 && at % 2 === 1) && !isZip(head);
}

/** Whether the first bytes of a file are so clearly no text that the rest need not be read. A text with stray NULs is read, and told. */
export function beginsAsNoText(head: Uint8Array): boolean {
  const controls = head.reduce((count, byte) => count + Number(byte < 9 || (byte > 13 && byte < 32)), 0);
  return controls * 20 > head.length && isNoText(head);
}

const looked = 4096;
