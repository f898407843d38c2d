import { type CliCommand, clock, library, outputOptions, settingsOf, withProgress } from './command.ts';
import { printRun } from './print-run.ts';

export const demoCommand: CliCommand = {
  name: 'demo',
  summary: 'run analyze on the shipped example, against fictional networks on this machine',
  settings: ['output', 'csv', 'language'],
  options: outputOptions,
  async run(call) {
    const result = await withProgress(call, async (progress) => {
      const settings = settingsOf(call.options);
      const { demoSettings, startDemo } = await import('../demo/demo.ts');
      const started = await startDemo(new Date(clock.now()));
      try {
        return await (await library()).analyze(demoSettings(settings, started.connectTo), { clock, progress });
      } finally {
        await started.close();
      }
    });
    return printRun(result, call, null);
  },
};
