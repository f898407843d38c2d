import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { writeAll } from '../files/replace.ts';

const listSchema = z.object({
  /** `network:name` of the profile whose list a saved page showed. */
  profile: z.string(),
  list: z.string(),
  state: z.enum(['came', 'empty']),
});

const toldSchema = z.object({
  file: z.string(),
  customer: z.string().nullable(),
  what: z.string().nullable(),
  contents: z.object({ files: z.number(), follows: z.number() }).nullable(),
  read: z.number(),
  added: z.number(),
  left: z.array(z.string()),
  problem: z.string().nullable(),
  whatToDo: z.string().nullable(),
});

const fileSchema = z.object({
  /** From the folder of the follows file. */
  path: z.string(),
  bytes: z.number(),
  modified: z.number(),
  digest: z.string(),
  /** How it was read: other options read it otherwise. */
  how: z.string(),
  /** By which client list nobody knew whose it was; null where nothing was left to be asked. */
  asked: z.string().nullable(),
  /** Whose follows it brought. */
  customers: z.array(z.string()),
  lists: z.array(listSchema),
  /** What was told of it that a person can do something about. */
  told: z.array(toldSchema),
});

const schema = z.object({ files: z.array(fileSchema) });

/** A list of a profile that came in as a saved page. */
export type TakenList = z.infer<typeof listSchema>;

/** A file, or an unpacked export, that an import has read. */
type TakenFile = z.infer<typeof fileSchema>;

/** What a file is known by: its place and times, without a look into it. */
type Fingerprint = Pick<TakenFile, 'path' | 'bytes' | 'modified'> & { at: string; listing: string | null };

/** What imports into one follows file have read, so that it is not read again. */
export interface TakenFiles {
  /** Lists that came in as saved pages. */
  lists(): TakenList[];
  /** What was read of a file, where it is the same and was read in the same way; else its fingerprint. Null for what is no file. */
  find(
    file: { path: string; parts?: readonly string[] },
    how: string,
    asked: string,
  ): Promise<{ before: TakenFile } | { fresh: Fingerprint | null }>;
  add(fresh: Fingerprint, told: Pick<TakenFile, 'how' | 'asked' | 'customers' | 'lists' | 'told'>): Promise<void>;
  save(): Promise<void>;
}

/** Beside the follows file, which holds what they brought; where that is gone, nothing was read. */
const notesOn = (follows: string): string =>
  join(dirname(follows), `${basename(follows).replace(/\.\w+$/, '')}.imported.json`);

/**
 * Opens the notes on what was read into a follows file. A file counts as read only while the follows file tells of
 * everybody whose follows it brought. Notes that are gone or damaged cost a second reading, and nothing else.
 * @param isTold whether the follows file tells of a client
 */
export async function openTakenFiles(follows: string, isTold: (customer: string) => boolean): Promise<TakenFiles> {
  const folder = dirname(follows);
  const files = new Map((await notesIn(notesOn(follows))).map((file) => [file.path, file]));
  let isChanged = false;
  const isValid = (file: TakenFile, how: string, asked: string): boolean =>
    file.how === how && (file.asked === null || file.asked === asked) && file.customers.every(isTold);
  return {
    lists: () => [...files.values()].flatMap(({ lists }) => lists),
    async find({ path: at, parts }, how, asked) {
      const path = relative(folder, at);
      const fresh = await fingerprintOf(at, path, parts ?? null);
      if (fresh === null) return { fresh };
      const same = files.get(fresh.path);
      const isSame =
        fresh.listing === null
          ? same?.bytes === fresh.bytes && same.modified === fresh.modified
          : same?.digest === fresh.listing;
      if (same && isSame && isValid(same, how, asked)) return { before: same };
      const alike = [...files.values()].filter(
        (file) => file.bytes === fresh.bytes && file.told.length === 0 && isValid(file, how, asked),
      );
      if (alike.length === 0) return { fresh };
      const digest = await digestOf(fresh);
      const before = alike.find((file) => file.digest === digest);
      return before ? { before } : { fresh };
    },
    async add(fresh, told) {
      const { path, bytes, modified } = fresh;
      files.set(path, { path, bytes, modified, digest: await digestOf(fresh), ...told });
      isChanged = true;
    },
    async save() {
      if (!isChanged) return;
      const lines = [...files.values()].map((file) => JSON.stringify(file));
      const text = `{"files":[\n${lines.join(',\n')}\n]}\n`;
      await writeAll(folder, [{ name: basename(notesOn(follows)), chunks: [text], mode: 0o600 }]);
      isChanged = false;
    },
  };
}

async function notesIn(path: string): Promise<TakenFile[]> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8'))).files;
  } catch {
    return [];
  }
}

/** Null where it cannot be looked at: whoever reads it tells why. */
async function fingerprintOf(at: string, path: string, parts: readonly string[] | null): Promise<Fingerprint | null> {
  try {
    if (parts) return { at, path, bytes: 0, modified: 0, listing: await listingOf(parts) };
    const entry = await lstat(at);
    if (entry.isDirectory()) return { at, path, bytes: 0, modified: 0, listing: await listingOf([at]) };
    return entry.isFile() ? { at, path, bytes: entry.size, modified: entry.mtimeMs, listing: null } : null;
  } catch {
    return null;
  }
}

/** An unpacked export by the names, sizes and times of its files. */
async function listingOf(parts: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const part of parts) {
    const below = (await lstat(part)).isDirectory() ? await readdir(part, { recursive: true }) : ['.'];
    for (const name of below.toSorted()) {
      const { size, mtimeMs } = await lstat(join(part, name));
      hash.update(JSON.stringify([join(basename(part), name), size, mtimeMs]));
    }
  }
  return hash.digest('hex');
}

async function digestOf({ at, listing }: Fingerprint): Promise<string> {
  if (listing !== null) return listing;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(at) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
