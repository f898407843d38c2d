import { Option } from 'commander';
import { UserError } from '../errors.ts';
import { type SettingName, tokensFor } from '../settings.ts';
import { type CliCommand, clock, library, settingsOf, withProgress } from './command.ts';

/** What a machine has of its own. What is read, and what may be spent, the coordinator says. */
const ownSettings = [
  'state',
  'statePasswordFile',
  'stateSecretFile',
  'localAddress',
  'sites',
  'browser',
  'connectTo',
  'contact',
] as const satisfies readonly SettingName[];

/** Milliseconds between two lines. */
const lineMs = 5_000;

export const workCommand: CliCommand = {
  name: 'work',
  summary: 'ask networks for a run on another machine, over the database that both name with --state',
  settings: ownSettings,
  options: [
    new Option('--idle <minutes>', 'end when there was nothing to do for so long (default: never)'),
    new Option('--log <kind>', 'how progress is shown').choices(['auto', 'json']),
  ],
  async run(call) {
    const { idle, ...options } = call.options;
    const settings = settingsOf(options);
    const idleMinutes = minutesIn(idle);
    const { work, networks } = await library();
    let last = -Infinity;
    const onDone = (done: number, underWay: number): void => {
      if (clock.now() - last < lineMs || call.options.log === 'json') return;
      last = clock.now();
      call.io.stderr.write(`${done} tasks done, ${underWay} under way\n`);
    };
    const signal = endOfWork();
    try {
      await withProgress(call, (progress) =>
        work(settings, { clock, progress, signal, tokens: tokensFor(networks, settings) }, { idleMinutes, onDone }),
      );
      return 0;
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      call.io.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
  },
};

/** Somebody ended the work. */
class Ended extends Error {
  override name = 'Ended';
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('ended: other machines may go on with what was under way');
    this.exitCode = exitCode;
  }
}

/** Aborted by the first signal, so that tasks are handed back; the next one ends the process at once, as ever. */
function endOfWork(): AbortSignal {
  const ending = new AbortController();
  for (const [name, exitCode] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    const usual = process.listeners(name);
    process.removeAllListeners(name);
    process.once(name, () => {
      for (const listener of usual) process.on(name, listener);
      ending.abort(new Ended(exitCode));
    });
  }
  return ending.signal;
}

function minutesIn(idle: unknown): number | undefined {
  if (typeof idle !== 'string') return undefined;
  const minutes = Number(idle);
  if (!(minutes > 0)) throw new UserError('setting', 'the command line', `--idle: "${idle}" is no number of minutes`);
  return minutes;
}
