import { Option } from 'commander';
import { runStatusText } from '../terminal/run-status.ts';
import { type CliCommand, asJson, library, settingsOf } from './command.ts';

export const statusCommand: CliCommand = {
  name: 'status',
  summary: 'how far the run on a state is, what it waits for, or how the latest one ended',
  settings: ['state', 'stateFile'],
  options: [new Option('--json', 'print it as JSON')],
  async run({ options, io }) {
    const { provisionalRanking, readRunStatus } = await library();
    const run = readRunStatus(settingsOf(options));
    const provisional = run.phase === 'ended' ? null : provisionalRanking(settingsOf(options));
    io.stdout.write(options.json ? asJson({ ...run, provisional }) : runStatusText(run, provisional));
    return 0;
  },
};
