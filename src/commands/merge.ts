import { Option } from 'commander';
import { counted } from '../terminal/counted.ts';

import { type CliCommand, asJson, library, settingsOf } from './command.ts';

export const mergeCommand: CliCommand = {
  name: 'merge',
  summary: 'bring into the state what other states hold that share its salt',
  args: [['<from...>', 'state files of other machines']],
  settings: ['state', 'stateFile'],
  options: [new Option('--json', 'print the result as JSON')],
  async run({ args: from, options, io }) {
    const { mergeStates } = await library();
    const { json = false, ...others } = options;
    const merged = mergeStates(from, settingsOf(others));
    const { customers, lists, facts, evidence } = merged;
    const text = `taken over: ${counted(customers, 'client')}, ${counted(lists, 'list')}, facts of ${counted(facts, 'resource')}, posts of ${evidence}\n`;
    io.stdout.write(json ? asJson(merged) : text);
    return 0;
  },
};
