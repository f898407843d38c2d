import { Option } from 'commander';
import { runStatusText } from '../terminal/run-status.ts';
import { type CliCommand, asJson, library, settingsOf } from './command.ts';

export const statusCommand: CliCommand = {
  name: 'status',
  summary: 'how far the run on a state is, what it waits for, or how the latest one ended',
  settings: ['state'],
  options: [new Option('--json', 'print it as JSON')],
  async run({ options, io }) {
    const { readRunStatus } = await library();
    const run = readRunStatus(settingsOf(options));
    io.stdout.write(options.json ? asJson(run) : runStatusText(run));
    return 0;
  },
};
