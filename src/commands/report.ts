import { type CliCommand, clock, library, outputOptions, reportSettings, settingsOf, withProgress } from './command.ts';
import { printRun } from './print-run.ts';

export const reportCommand: CliCommand = {
  name: 'report',
  summary: 'write the files again from the state, with new settings or verdicts; sends no requests',
  settings: reportSettings,
  options: outputOptions,
  async run(call) {
    const result = await withProgress(call, async (progress) => {
      const settings = settingsOf(call.options);
      return (await library()).writeReport(settings, { clock, progress });
    });
    return printRun(result, call);
  },
};
