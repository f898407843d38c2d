/** A path as somebody types it into a terminal: in quotes where it needs them. */
export const typedPath = (path: string): string => (/^[\w./\\:~@+-]+$/.test(path) ? path : JSON.stringify(path));
