import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';

/** A text that is another one once what it stands for has changed. */
export const versionOf = (...parts: (string | Uint8Array | null)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts)
    hash
      .update(part === null ? 'none' : 'some')
      .update(part ?? '')
      .update('\0');
  return hash.digest('base64url').slice(0, 22);
};

/** The version of files together; one that is not there has one, too. */
export const versionOfFiles = async (...paths: (string | null)[]): Promise<string> =>
  versionOf(...(await Promise.all(paths.map(async (path) => (path === null ? null : bytesOf(path))))));

async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new UserError('file_unreadable', path, cause instanceof Error ? cause.message : '', { cause });
  }
}
