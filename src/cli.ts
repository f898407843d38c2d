#!/usr/bin/env node
import { createReadStream, realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import { UserError } from './errors.ts';
import type { RunResult, Settings } from './index.ts';
import { type SettingName, settingHelp, settingsFrom, settingsSchema, tokensFor } from './settings.ts';
import { type Stderr, createProgressReporter } from './terminal/progress.ts';
import { tablesText } from './terminal/input-tables.ts';
import { importedText } from './terminal/imported.ts';
import { checkedSitesText, softwareText } from './terminal/sites.ts';
import { explanation, networksTable, planTable, summary } from './terminal/tables.ts';
import { verdicts } from './types/report.ts';
import type { Clock, Progress } from './types/run.ts';

/** The parts of the process that a command line needs. */
export interface Io {
  stdin: NodeJS.ReadableStream;
  stdout: { write(text: string): unknown };
  stderr: Stderr;
}

const clock: Clock = { now: Date.now, sleep: (milliseconds) => setTimeout(milliseconds) };

const asking = (Object.keys(settingsSchema.shape) as SettingName[]).filter((name) => name !== 'customers');
const checking: SettingName[] = ['browser', 'connectTo', 'contact'];
const reworking = asking.filter((name) => !settingHelp(name).asking);

/** Loaded when a command needs it: help and mistakes should not wait for parsers and sockets. */
const library = () => import('./index.ts');

/** Runs one command. Returns the exit code: 0 complete, 2 mend something first, 3 another run would give more. */
export async function run(argv: string[], io: Io): Promise<number> {
  let exitCode = 0;
  const program = new Command('target-resources')
    .description('Finds the public pages and communities that your clients share, and where you could publish.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });

  const told = async <Result>(options: Options, work: (progress: Progress) => Promise<Result>): Promise<Result> => {
    const reporter = createProgressReporter(io.stderr, options.log ?? 'auto', Date.now);
    try {
      return await work(reporter.progress);
    } finally {
      reporter.end();
    }
  };
  const report = async (
    options: Options,
    work: (settings: Settings, progress: Progress) => Promise<RunResult>,
  ): Promise<void> => {
    const outcome = await told(options, (progress) => work(settingsOf(options), progress));
    print(outcome, options.json === true, io);
    exitCode = outcome.complete ? 0 : 3;
  };

  command('analyze', 'reads the client list, asks the networks and writes the ranked list', asking)
    .argument('[customers]', settingHelp('customers').description)
    .action((customers: string | undefined, options: Options) =>
      report(withCustomers(options, customers), async (settings, progress) => {
        const { analyze, networks } = await library();
        return analyze(settings, { clock, progress, tokens: tokensFor(networks) });
      }),
    );
  command(
    'report',
    'writes the files again from the state, with new settings or verdicts; asks nobody',
    reworking,
  ).action((options: Options) =>
    report(options, async (settings, progress) => (await library()).rework(settings, { clock, progress })),
  );
  command('demo', 'runs analyze on the shipped example, against a fictional network here', [
    'output',
    'csv',
    'language',
  ]).action((options: Options) =>
    report(options, async (settings, progress) => {
      const { demoSettings, startDemo } = await import('./demo/demo.ts');
      const demo = await startDemo(new Date(clock.now()));
      try {
        return await (await library()).analyze(demoSettings(settings, demo.connectTo), { clock, progress });
      } finally {
        await demo.close();
      }
    }),
  );
  command('plan', 'tells what analyze would ask, how many requests and how long; asks nobody', asking)
    .argument('[customers]', settingHelp('customers').description)
    .action(async (customers: string | undefined, options: Options) => {
      const { networks, planRun } = await library();
      const context = { clock, tokens: tokensFor(networks) };
      const planned = await planRun(settingsOf(withCustomers(options, customers)), context);
      io.stdout.write(options.json ? `${JSON.stringify(planned, null, 2)}\n` : planTable(planned.networks));
      io.stderr.write(tablesText(planned.tables));
      const problems = planned.problems.map((each) => `${each.file}:${each.line}: ${each.value}: ${each.problem}\n`);
      io.stderr.write(problems.join(''));
    });
  command('explain', 'tells how a resource got its place, or why it has none', reworking)
    .argument('<resource>', 'an address, a name or an id from candidates.csv')
    .action(async (resource: string, options: Options) => {
      const row = await (await library()).explain(resource, settingsOf(options), { clock });
      io.stdout.write(options.json ? `${JSON.stringify(row, null, 2)}\n` : explanation(row));
    });
  program
    .command('networks')
    .description('tells what each network can give')
    .addOption(flag('sites'))
    .option('--identify <file>', 'tells what each line of this file (- for standard input) names, as JSON lines')
    .action(async ({ identify: file, ...options }: Options & { identify?: string }) => {
      const { identify, networksFor } = await library();
      const networks = await networksFor(settingsOf(options));
      if (!file) {
        io.stdout.write(networksTable(networks));
        return;
      }
      const lines = createInterface({ input: file === '-' ? io.stdin : await opened(file), crlfDelay: Infinity });
      for await (const line of lines)
        if (line.trim()) io.stdout.write(`${JSON.stringify(identify(line.trim(), networks))}\n`);
    });
  program
    .command('import')
    .description('adds follows from what clients handed over: exports, saved pages, tables; files, ZIPs, folders')
    .argument('<files...>', 'files, or a folder that holds one folder a client')
    .option('--customer <name>', 'whose the files are, as in the client list')
    .option('--follows <file>', 'the file to add to', 'input/follows.csv')
    .option('--json', 'print the result as JSON')
    .action(async (files: string[], { customer, follows, json }: ImportFlags) => {
      const imported = await (await library()).importFiles(files, { customer: customer ?? null, follows });
      io.stdout.write(json ? `${JSON.stringify(imported, null, 2)}\n` : importedText(imported));
      if (!imported.complete) exitCode = imported.read > 0 ? 3 : 2;
    });
  const sites = program
    .command('sites')
    .description('lists the kinds of software whose sites can be read with two lines in input/sites.json')
    .action(async () => {
      io.stdout.write(softwareText((await library()).shippedRecipes()));
    });
  command('check', 'tries the recipes of a file on a profile each and shows what they found', checking, sites)
    .argument('<file>', 'recipes, like input/sites.json')
    .argument('[profile]', 'the address of a profile on one of the sites; without it, what each recipe says to try')
    .action(async (file: string, profile: string | undefined, options: Options) => {
      const { checkSites } = await library();
      const checked = await told(options, (progress) =>
        checkSites(file, settingsOf(options), { clock, progress }, profile),
      );
      io.stdout.write(options.json ? `${JSON.stringify(checked, null, 2)}\n` : checkedSitesText(checked));
      if (checked.some(({ problems }) => problems.length > 0)) exitCode = 3;
    });
  command('forget', 'removes a customer, or everything, from the state', ['state'])
    .argument('[customer]', 'the customer as in your client list')
    .option('--all', 'remove everything')
    .action(async (customer: string | undefined, { all, ...options }: Options & { all?: boolean }) => {
      const { forget, forgetAll } = await library();
      if (all) forgetAll(settingsOf(options), { clock });
      else if (customer) forget(customer, settingsOf(options), { clock });
      else throw new UserError('setting', 'forget', 'name a customer, or use --all');
      io.stdout.write('forgotten; the files in the output folder stay until the next run\n');
    });

  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UserError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 2;
  }

  function command(name: string, description: string, settings: SettingName[], under: Command = program): Command {
    const made = under.command(name).description(description);
    for (const setting of settings) made.addOption(flag(setting));
    return made
      .option('--json', 'print a summary as JSON instead of the written paths')
      .addOption(new Option('--log <kind>', 'how progress is told').choices(['auto', 'json']));
  }
}

interface ImportFlags {
  customer?: string;
  follows: string;
  json?: boolean;
}

interface Options {
  json?: boolean;
  log?: 'auto' | 'json';
  [setting: string]: unknown;
}

const withCustomers = (options: Options, customers: string | undefined): Options =>
  customers === undefined ? options : { ...options, customers };

/** What is left of a command's options without those that are no settings. */
function settingsOf(options: Options): Settings {
  const flags = Object.entries(options).filter(([name]) => name in settingsSchema.shape);
  return settingsFrom(Object.fromEntries(flags));
}

/** `minSubscribers` becomes `--min-subscribers <n>`; flags that take a list may be repeated. */
function flag(setting: SettingName): Option {
  const { value, description } = settingHelp(setting);
  const name = setting.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const option = new Option(value ? `--${name} <${value}>` : `--${name}`, description);
  if (!Array.isArray(settingsSchema.shape[setting].parse(undefined))) return option;
  return option.argParser((text: string, before: string[] | undefined) => [...(before ?? []), text]);
}

function print({ report, paths, requests, complete }: RunResult, json: boolean, { stdout, stderr }: Io): void {
  if (!json) {
    stderr.write(summary(report));
    stdout.write(paths.map((path) => `${path}\n`).join(''));
    return;
  }
  const { rows, coverage, problems, teasers, customers } = report;
  const counts = verdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]);
  const result = {
    written: paths,
    complete,
    customers,
    resources: rows.length,
    verdicts: Object.fromEntries(counts),
    teasers: teasers.length,
  };
  stdout.write(`${JSON.stringify({ ...result, problems: problems.length, coverage, requests }, null, 2)}\n`);
}

function opened(file: string): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    const stream = createReadStream(file);
    stream.once('open', () => resolve(stream));
    stream.once('error', () => reject(new UserError('file_missing', file)));
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.once('SIGINT', () => {
    process.stderr.write('\ninterrupted: what was read is kept; run again to continue\n');
    process.exit(130);
  });
  process.exitCode = await run(process.argv.slice(2), process);
}
