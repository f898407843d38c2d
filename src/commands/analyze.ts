import { tokensFor } from '../settings.ts';
import {
  type CliCommand,
  clock,
  customersArgument,
  library,
  outputOptions,
  runSettings,
  settingsOf,
  withProgress,
} from './command.ts';
import { printRun } from './print-run.ts';

export const analyzeCommand: CliCommand = {
  name: 'analyze',
  summary: 'read the client list, ask the networks and write the ranked list',
  args: [customersArgument],
  settings: runSettings,
  options: outputOptions,
  async run(call) {
    const result = await withProgress(call, async (progress) => {
      const settings = settingsOf(call.options, call.args[0]);
      const { analyze, networks } = await library();
      return analyze(settings, { clock, progress, tokens: tokensFor(networks, settings) });
    });
    return printRun(result, call);
  },
};
