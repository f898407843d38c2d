import { customersFile, fileOfState } from '../settings.ts';
import { mkdir } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { writeAll } from '../files/replace.ts';
import { type TakenList, openTakenFiles } from '../imports/taken-files.ts';
import { readClientDirectory } from '../inputs/client-directory.ts';
import { readInput } from '../inputs/read-input.ts';
import { networksFor } from '../networks/index.ts';
import { worksheetPage } from '../outputs/worksheet/page.ts';
import { nameKey } from '../stages/keys.ts';
import { worksheet } from '../stages/worksheet.ts';
import { typedPath } from '../text/typed.ts';
import type { Problem, ProfileName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { RunContext } from '../types/run.ts';
import type { Worksheet } from '../types/worksheet.ts';
import { completeContext } from './context.ts';
import { openState } from './open-state.ts';
import { obeyExclusions } from './opt-out.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/** A worksheet, and where it is. */
export interface MadeWorksheet {
  worksheet: Worksheet;
  /** Paths that were written; none where no `output` was named. */
  written: string[];
  /** The folder that is there for what comes in. */
  intake: string;
  /** What to type once pages were saved, behind the name of the program. */
  next: string;
  /** Rows of the input that cannot be used. */
  problems: Problem[];
}

const worksheetFile = 'worksheet.html';

/**
 * Which pages a person is to open and save so that lists which no program may read can be counted: a page in `output`,
 * and an empty folder for what comes in. Asks nobody. The page names clients and their profiles, and nobody's follows.
 * @param given settings of a run, and the `intake` folder (default: `intake`)
 * @throws UserError as `planRun` does; nothing_to_read without a client list; output_locked
 */
export async function makeWorksheet(
  { intake = 'intake', ...given }: RunSettings & { intake?: string },
  context: RunContext = {},
): Promise<MadeWorksheet> {
  const { settings, files } = completeSettings(given, 'worksheet');
  const { clock, tokens, signal, networks: own } = completeContext(context);
  if (files.customers === null)
    throw new UserError('nothing_to_read', { typed: 'the command line', given: 'customers' });
  const networks = await networksFor(settings, own);
  const read = await readInput(files, networks, signal);
  const { columns: roles, encoding = null, delimiter = null } = files;
  const reading = { networks, overrides: { roles, found: new Set<string>() }, encoding, delimiter };
  const directory = await readClientDirectory(files.customers, reading, signal);
  const names = new Map(directory.clients.map(({ key, name }) => [key, name]));
  const saved = await savedLists(settings.follows);
  const lost: Problem[] = [];
  const store = openState(fileOfState(settings), networks, clock, (problem) => lost.push(problem));
  try {
    const { input } = obeyExclusions(read, networks, store);
    const isByHand = (network: AnyNetwork): boolean =>
      network.byHand !== undefined &&
      (network.closed !== undefined || (network.token?.needed === true && !tokens.has(network.id)));
    const isRead = (name: ProfileName): boolean => /^(?:read|truncated)$/.test(store.found(name)?.status ?? '');
    const date = new Date(clock.now()).toISOString().slice(0, 10);
    const sheet = worksheet(input.customers, networks, date, {
      follows: input.follows,
      emptyAnswers: input.emptyAnswers ?? [],
      nameOf: (customer) => names.get(customer) ?? customer,
      isByHand,
      isRead,
      isReadable: (name) => {
        const network = networks.find(({ id }) => id === name.network);
        const isOpen = network !== undefined && network.closed === undefined && !isByHand(network);
        return isRead(name) || (isOpen && store.found(name)?.status == null);
      },
      saved: (name, list) => saved.get(listKey(nameKey(name), list)),
    });
    const problems = [...lost, ...input.problems];
    const list = typeof files.customers === 'string' ? files.customers : customersFile;
    const whose = list === customersFile ? '' : ` --customers ${typedPath(list)}`;
    const next = `import ${typedPath(intake)}${whose}`;
    if (settings.output === null) return { worksheet: sheet, written: [], intake, next, problems };
    const commands = {
      folder: intake,
      import: `npx target-resources ${next}`,
      watch: `npx target-resources import --watch ${typedPath(intake)} ~/Downloads${whose}`,
    };
    const chunks = worksheetPage(sheet, { language: settings.language, commands });
    const written = await writeAll(settings.output, [{ name: worksheetFile, chunks, mode: 0o600 }]);
    await mkdir(intake, { recursive: true });
    return { worksheet: sheet, written, intake, next, problems };
  } finally {
    store.close();
  }
}

/** Lists that came in as saved pages, into these follows files. */
async function savedLists(follows: readonly string[]): Promise<Map<string, TakenList['state']>> {
  const lists = new Map<string, TakenList['state']>();
  for (const path of follows) {
    const taken = await openTakenFiles(path, () => true);
    for (const { profile, list, state } of taken.lists())
      if (lists.get(listKey(profile, list)) !== 'came') lists.set(listKey(profile, list), state);
  }
  return lists;
}

const listKey = (profile: string, list: string): string => `${profile} ${list}`;
