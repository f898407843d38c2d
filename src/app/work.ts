import { join } from 'node:path';
import {
  type ClientsRead,
  type Imported,
  type Results,
  type Worksheet,
  type Plan,
  type Report,
  type RunContext,
  type RunSettings,
  clientNames,
  importFiles,
  makeWorksheet,
  readExports,
  networks,
  planRun,
  readClients,
  readReport,
  writeReport,
} from '../index.ts';
import { followsFile, inputFiles, type Settings, settingsFrom, tokensFor, withFollowsThere } from '../settings.ts';
import { columnsOfExports } from '../types/results.ts';
import { toldOf } from './failure.ts';
import type { ApiFailure } from './api.ts';

/** The client list as it was read, in values that go from one thread to another. */
export type ToldClients = Omit<ClientsRead, 'failure'> & { failure: ApiFailure['error'] | null };

/** The settings that the command line has in the same folder, and what it gets beside them. */
function asTyped(): { settings: Settings & RunSettings; context: RunContext } {
  const settings = settingsFrom({});
  return { settings, context: { tokens: tokensFor(networks, settings) } };
}

/**
 * What takes long, or reads what a person handed over: done in a thread of its own, so that the server answers meanwhile.
 * Arguments and results are plain values.
 */
export const libraryWork = {
  async clients(): Promise<ToldClients | null> {
    const { settings, context } = asTyped();
    const read = await readClients(settings, context);
    return read && { ...read, failure: toldOf(read.failure) };
  },
  async plan(): Promise<Plan> {
    const { settings, context } = asTyped();
    return planRun(settings, context);
  },
  /** Counts, judges and ranks what the state holds, and writes the files. */
  async report(): Promise<Report> {
    const { settings, context } = asTyped();
    return (await writeReport(settings, context)).report;
  },
  /** What the last run or report left in the output folder; null where there is nothing that can be read. */
  async lastReport(): Promise<Report | null> {
    const { output } = settingsFrom({});
    return output === null ? null : readReport(output);
  },
  async worksheet(): Promise<Worksheet> {
    const { settings, context } = asTyped();
    const { worksheet } = await makeWorksheet({ ...withFollowsThere(settings), output: null }, context);
    return worksheet;
  },
  async clientNames(): Promise<string[]> {
    const { settings, context } = asTyped();
    return clientNames(settings, context);
  },
  /** Reads what clients handed over, as `import` does. @param customer whose it is, where a person said so */
  async importFiles(paths: string[], customer: string | null): Promise<Imported> {
    const { settings, context } = asTyped();
    const { state, keep } = settings;
    const { customers, exclude, encoding, delimiter, columns } = inputFiles(settings);
    const follows = settings.follows[0] ?? followsFile;
    return importFiles(
      paths,
      { customer, customers, follows, exclude, encoding, delimiter, columns, state, keep },
      context,
    );
  },
  /** Reads exports of analytics tools, as `results` does. */
  async readExports(paths: string[]): Promise<Results> {
    const { settings } = asTyped();
    const { columns, encoding, delimiter } = inputFiles(settings);
    const { output, csv } = settings;
    return readExports(paths, {
      teasers: join(output ?? '.', 'teasers.csv'),
      output,
      csv,
      columns: columnsOfExports(columns),
      encoding,
      delimiter,
    });
  },
  /** Makes the version to pass on, as `report --shareable --output` does. @returns the sentences that tell of its check */
  async shareable(folder: string): Promise<string[]> {
    const { settings, context } = asTyped();
    const { report } = await writeReport({ ...settings, shareable: true, output: folder }, context);
    return report.notices.map(({ text }) => text);
  },
};

type Work = typeof libraryWork;

/** Has a piece of work done. @throws Refusal where the library refuses */
export type Ask = <Name extends keyof Work>(
  name: Name,
  ...args: Parameters<Work[Name]>
) => Promise<Awaited<ReturnType<Work[Name]>>>;
