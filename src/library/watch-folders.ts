import { UserError } from '../errors.ts';
import { instruct, setting } from '../types/instruction.ts';
import { watchArrivals } from '../imports/arrivals.ts';
import type { RunContext } from '../types/run.ts';
import { completeContext } from './context.ts';
import { type ImportOptions, importFiles } from './import-files.ts';
import type { Imported } from './imported.ts';

/** Hears what becomes of the files that appear. */
export interface WatchListener {
  /** Watching has begun; so many files lie there already, and stay unread. */
  began(there: number): void;
  imported(imported: Imported): void;
  /** A file could not be taken now, and is tried again: another program has the follows file open, perhaps. */
  failed(error: UserError): void;
}

/** How often folders are looked at. */
const pauseMs = 1000;

/**
 * Imports files as they appear in folders, once they are complete, until the signal is aborted. Whose a file is, only the
 * client list and the file itself can say; what nobody knows is told and left as it is. Files that lie there before are
 * not read.
 * @throws UserError setting, without a client list or with a customer; as `importFiles` for the follows file, the client
 *   list and the folders at the start
 */
export async function watchFolders(
  folders: readonly string[],
  options: ImportOptions,
  listener: WatchListener,
  context: RunContext = {},
): Promise<void> {
  const { clock, signal } = completeContext(context);
  if (options.customer != null)
    throw new UserError(
      'setting',
      setting('watch'),
      instruct`whose a file is, the file says: leave ${setting('customer')} out`,
    );
  if (options.customers == null)
    throw new UserError(
      'setting',
      setting('watch'),
      instruct`it needs the client list, by which files are known: ${setting('customers', 'FILE')}`,
    );
  const arrivals = await watchArrivals(folders);
  listener.began(arrivals.there);
  const failures = new Map<string, string>();
  while (!signal.aborted) {
    await pause();
    if (signal.aborted) return;
    for (const path of await arrivals.look()) await take(path);
  }

  async function take(path: string): Promise<void> {
    try {
      listener.imported(await importFiles([path], { ...options, onlyListed: true }, context));
      failures.delete(path);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof UserError)) throw error;
      arrivals.again(path);
      if (error.message !== failures.get(path)) listener.failed(error);
      failures.set(path, error.message);
    }
  }

  async function pause(): Promise<void> {
    try {
      await clock.sleep(pauseMs, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
