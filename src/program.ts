import { Command, CommanderError, Option } from 'commander';
import type { CliCommand, Io } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { UserError, exitCodeAfter } from './errors.ts';
import { listenForWriteErrors } from './terminal/write-errors.ts';
import { jsonText, sanitizeLines } from './text/sanitize.ts';
import { flagOf } from './types/instruction.ts';
import { type SettingName, settingHelp, settingsSchema, version } from './settings.ts';

/**
 * Runs one command. Returns the exit code: 0 complete, 2 mend something first, 3 another run would give more, 4 no host
 * answered.
 */
export async function run(argv: string[], io: Io): Promise<number> {
  let exitCode = 0;
  const json = jsonAskedFor(argv);
  const isJson = json.result || json.log;
  let said = '';
  const program = new Command('target-resources')
    .description('Finds the public pages and communities that your clients share, and where you could publish.')
    .version(version, '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => (isJson ? (said += text) : io.stderr.write(sanitizeLines(text))),
    });
  for (const each of commands) add(each, program);

  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (isJson) tell({ code: 'command_line', message: said.trim() || error.message });
      return 2;
    }
    if (!(error instanceof UserError)) throw error;
    const { where, message } = error.typed;
    if (isJson) tell({ code: error.code, where, message });
    else io.stderr.write(`${sanitizeLines(message)}\n`);
    return exitCodeAfter(error);
  }

  /** In JSON, where programs look for the result and where people look for errors. */
  function tell(error: Record<string, string>): void {
    const line = `${jsonText({ error })}\n`;
    if (json.result) io.stdout.write(line);
    io.stderr.write(line);
  }

  function add(
    { name, summary, args = [], settings = [], options = [], subcommands = [], run: work }: CliCommand,
    to: Command,
  ): void {
    const command = to.command(name).description(summary);
    for (const [form, description] of args) command.argument(form, description);
    for (const setting of settings) command.addOption(flag(setting));
    for (const option of options) command.addOption(option);
    command.action(async () => {
      exitCode = await work({ args: command.args, options: command.opts(), io });
    });
    for (const each of subcommands) add(each, command);
  }
}

/** 128 and the signal's number, as shells count. */
const endings = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGQUIT', 131],
] as const;

/** `minSubscribers` becomes `--min-subscribers <n>`; flags that take a list may be repeated. */
function flag(setting: SettingName): Option {
  const { value, description } = settingHelp(setting);
  const name = flagOf(setting);
  const option = new Option(value ? `${name} <${value}>` : name, description);
  if (!Array.isArray(settingsSchema.shape[setting].parse(undefined))) return option;
  return option.argParser((text: string, before: string[] | undefined) => [...(before ?? []), text]);
}

/** What is for programs to read: the result on standard output, the progress on standard error. */
const jsonAskedFor = (argv: readonly string[]): { result: boolean; log: boolean } => ({
  result: argv.includes('--json'),
  log: argv.some((arg, at) => arg === '--log=json' || (arg === '--log' && argv[at + 1] === 'json')),
});

/** The process: its arguments, its streams and its end. */
export async function main(): Promise<void> {
  const { log } = jsonAskedFor(process.argv);
  for (const [signal, exitCode] of endings) {
    // Heard again and again: while a browser's folders are removed, a second signal must not end the process at once.
    process.on(signal, () => {
      const message = 'interrupted: what was read is kept; run again to continue';
      process.stderr.write(log ? `${jsonText({ error: { code: 'interrupted', message } })}\n` : `\n${message}\n`);
      process.exit(exitCode);
    });
  }
  let lost = false;
  listenForWriteErrors(process, () => {
    lost = true;
    process.exitCode = 2;
  });
  const exitCode = await run(process.argv.slice(2), process);
  process.exitCode = lost ? 2 : exitCode;
}
