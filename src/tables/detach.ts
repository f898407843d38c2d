/**
 * The same text, in memory of its own. A piece of a larger string keeps the whole of it in memory (V8's sliced strings);
 * what is kept for long of a big file must not keep the file.
 */
export const detach = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
