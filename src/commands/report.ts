import { type CliCommand, clock, library, outputOptions, reportSettings, settingsOf } from './command.ts';
import { runWatched } from './run-watched.ts';

export const reportCommand: CliCommand = {
  name: 'report',
  summary: 'write the files again from the state, with new settings or verdicts; sends no requests',
  settings: reportSettings,
  options: outputOptions,
  async run(call) {
    const settings = settingsOf(call.options);
    const { writeReport } = await library();
    return runWatched(call, settings, (progress) => writeReport(settings, { clock, progress }));
  },
};
