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
    await withProgress(call, (progress) =>
      work(settings, { clock, progress, tokens: tokensFor(networks, settings) }, { idleMinutes, onDone }),
    );
    return 0;
  },
};

function minutesIn(idle: unknown): number | undefined {
  if (typeof idle !== 'string') return undefined;
  const minutes = Number(idle);
  if (!(minutes > 0)) throw new UserError('setting', 'the command line', `--idle: "${idle}" is no number of minutes`);
  return minutes;
}
