import { jsonText } from '../text/sanitize.ts';
import { setTimeout } from 'node:timers/promises';
import { Option } from 'commander';
import { type SettingName, type Settings, settingHelp, settingsFrom, settingsSchema } from '../settings.ts';
import { type Stderr, createProgressReporter } from '../terminal/progress.ts';
import type { Clock, Progress } from '../types/run.ts';

/** The parts of the process that a command line needs. */
export interface Io {
  stdin: NodeJS.ReadableStream;
  stdout: { write(text: string): unknown };
  stderr: Stderr;
}

/** One command of the command line. */
export interface CliCommand {
  name: string;
  summary: string;
  /** Arguments as commander writes them, each with what it is. */
  args?: readonly (readonly [form: string, description: string])[];
  /** Settings that are flags of the command. */
  settings?: readonly SettingName[];
  options?: readonly Option[];
  subcommands?: readonly CliCommand[];
  /** @returns the exit code: 0 complete, 2 mend something first, 3 another run would give more */
  run: (call: CommandCall) => Promise<number>;
}

/** A command as somebody typed it. */
export interface CommandCall {
  args: string[];
  options: Options;
  io: Io;
}

export interface Options {
  json?: boolean;
  log?: 'auto' | 'json';
  [name: string]: unknown;
}

/** The library, loaded when a command needs it: help and mistakes do not wait for parsers and sockets. */
export const library = () => import('../index.ts');

/** The part of it that names networks. */
export const networksLibrary = () => import('../known-networks.ts');

export const clock: Clock = { now: Date.now, sleep: (milliseconds) => setTimeout(milliseconds) };

/** Settings of a run that asks networks. */
export const runSettings = (Object.keys(settingsSchema.shape) as SettingName[]).filter((name) => name !== 'customers');

/** Settings that matter where nobody is asked. */
export const reportSettings = runSettings.filter((name) => !settingHelp(name).asking);

export const customersArgument = ['[customers]', settingHelp('customers').description] as const;

export const outputOptions = [
  new Option('--json', 'print a summary as JSON instead of the written paths'),
  new Option('--log <kind>', 'how progress is shown').choices(['auto', 'json']),
];

/** The settings among the options; `customers` is an argument where the command takes one. */
export function settingsOf(options: Options, customers?: string): Settings {
  const flags = Object.entries(options).filter(([name]) => Object.hasOwn(settingsSchema.shape, name));
  return settingsFrom({ ...Object.fromEntries(flags), ...(customers !== undefined && { customers }) });
}

/** Tells on standard error what the work does: in JSON where the result is JSON, unless a person watches. */
export async function withProgress<Result>(
  { options, io }: CommandCall,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const unwatched = options.json === true && io.stderr.isTTY !== true;
  const reporter = createProgressReporter(io.stderr, options.log ?? (unwatched ? 'json' : 'auto'), Date.now);
  try {
    return await work(reporter.progress);
  } finally {
    reporter.end();
  }
}

export const asJson = (value: unknown): string => `${jsonText(value, 2)}\n`;
