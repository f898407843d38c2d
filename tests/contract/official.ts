import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A file, or a folder with `/` at its end, of the official descriptions of the networks' interfaces. */
export const official = (path: string): URL => pathToFileURL(join(process.env['CONTRACTS'] ?? '', path));
