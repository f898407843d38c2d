import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** One file of the page, ready to be sent. */
export interface PageFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

/** All files of the built page by their paths, read once: what a caller asks for is never opened. */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names.flatMap((name): [string, PageFile][] => {
      const path = join(folder, name);
      const type = types.get(extname(name));
      if (type === undefined || !statSync(path).isFile()) return [];
      return [[`/${name.replaceAll('\\', '/')}`, { bytes: new Uint8Array(readFileSync(path)), type }]];
    }),
  );
}
