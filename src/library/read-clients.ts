import { UserError } from '../errors.ts';
import { readClientDirectory } from '../inputs/client-directory.ts';
import { customerRoles } from '../inputs/read-customers.ts';
import { readInput } from '../inputs/read-input.ts';
import { columnsIn } from '../inputs/read-rows.ts';
import { networksFor } from '../networks/index.ts';
import { knownHeadings } from '../tables/headings.ts';
import { openTable } from '../tables/read-table.ts';
import type { ClientsTold, InputTable, Problem } from '../types/input.ts';
import { completeContext } from './context.ts';
import type { RunContext } from '../types/run.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/** How the client list is read: what its columns became, what could not be used. */
export interface ClientsRead {
  table: InputTable;
  /** The first cells of each column, at most five, in the order of `table.columns`. */
  samples: string[][];
  /** What a column may be said to be with `--column`. */
  roles: string[];
  /** How the clients were told apart; null where the list cannot be read as it is. */
  clients: ClientsTold | null;
  /** Rows of all input files that cannot be used. */
  problems: Problem[];
  /** Why the input as a whole cannot be read; null where it can. */
  failure: UserError | null;
}

/** The clients of the list, as it calls them, in its order; none without a list. @throws UserError like `openTable`, setting */
export async function clientNames(given: RunSettings, context: RunContext = {}): Promise<string[]> {
  const { settings, files } = completeSettings(given, 'clients');
  const { signal, networks: own } = completeContext(context);
  if (files.customers === null) return [];
  const networks = await networksFor(settings, own);
  const { columns: roles, encoding = null, delimiter = null } = files;
  const reading = { networks, overrides: { roles, found: new Set<string>() }, encoding, delimiter };
  return (await readClientDirectory(files.customers, reading, signal)).clients.map(({ name }) => name);
}

const mostShown = 5;

/**
 * Reads the client list as a run would, and says what it made of it, so that a person can correct it. Asks nobody, and
 * opens no state.
 * @returns null where no file is the client list
 * @throws UserError where the file itself cannot be opened as a table, setting
 */
export async function readClients(given: RunSettings, context: RunContext = {}): Promise<ClientsRead | null> {
  const { settings, files } = completeSettings(given, 'clients');
  const { signal, networks: own } = completeContext(context);
  if (typeof files.customers !== 'string') return null;
  const networks = await networksFor(settings, own);
  const { customers: file, encoding = null, delimiter = null } = files;
  const overrides = { roles: files.columns, found: new Set<string>() };
  const headings = knownHeadings(customerRoles, networks, overrides);
  const table = await openTable(file, { encoding, delimiter, headings });
  try {
    const { all } = columnsIn(table, customerRoles, { networks, overrides, encoding, delimiter });
    const first = table.sample.slice(0, mostShown);
    return {
      table: {
        file,
        encoding: table.encoding,
        delimiter: table.delimiter,
        sheet: table.sheet,
        headingLine: table.heading?.line ?? null,
        columns: all,
      },
      samples: all.map((_, index) => first.map(({ cells }) => cells[index] ?? '')),
      roles: [...customerRoles, 'ignore', ...networks.map(({ id }) => `network:${id}`)],
      ...(await orFailure(() => readInput(files, networks, signal))),
    };
  } finally {
    table.close();
  }
}

async function orFailure(
  read: () => Promise<{ told: ClientsTold | null; problems: Problem[] }>,
): Promise<Pick<ClientsRead, 'clients' | 'problems' | 'failure'>> {
  try {
    const { told, problems } = await read();
    return { clients: told, problems, failure: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { clients: null, problems: [], failure: error };
  }
}
