import { tokensFor } from '../settings.ts';
import {
  type CliCommand,
  clock,
  customersArgument,
  library,
  outputOptions,
  runSettings,
  settingsOf,
} from './command.ts';
import { runWatched } from './run-watched.ts';

export const analyzeCommand: CliCommand = {
  name: 'analyze',
  summary: 'read the client list, ask the networks and write the ranked list',
  args: [customersArgument],
  settings: runSettings,
  options: outputOptions,
  async run(call) {
    const settings = settingsOf(call.options, call.args[0]);
    const { analyze, networks } = await library();
    return runWatched(call, settings, (progress) =>
      analyze(settings, { clock, progress, tokens: tokensFor(networks, settings) }),
    );
  },
};
