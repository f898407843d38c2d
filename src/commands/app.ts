import { existsSync, mkdirSync } from 'node:fs';
import { Option } from 'commander';
import { UserError } from '../errors.ts';
import { type CliCommand, clock } from './command.ts';

export const appCommand: CliCommand = {
  name: 'app',
  summary: 'open a page to work in: drop the list, watch it read, decide, copy, follow up',
  args: [['[folder]', 'the folder to work in, as if the other commands were started there (default: the current one)']],
  options: [
    new Option('--port <n>', 'where the page is served on this machine (default: any free one)').default('0'),
    new Option('--no-open', 'print the address, and open no browser'),
    new Option('--demo', 'work in the shipped example, with fictional networks on this machine'),
  ],
  async run({ args: [folder], options, io }) {
    const { port: said, open, demo } = options as { port: string; open: boolean; demo?: boolean };
    const port = Number(said);
    if (!/^\d{1,5}$/.test(said) || port > 65_535) throw new UserError('setting', '--port', `"${said}" is not a port`);
    if (folder !== undefined) enter(folder);
    const { openBrowser, startApp } = await import('../app/start.ts');
    const { address, close } = await startApp({
      port,
      program: process.argv[1] ?? '',
      makeDemo: async () => {
        const { makeDemoWorkspace } = await import('../demo/workspace.ts');
        return makeDemoWorkspace(new Date(clock.now()));
      },
      startsInDemo: demo === true,
      now: () => clock.now(),
    });
    io.stdout.write(`${address}\n`);
    io.stderr.write(
      'The page is open to whoever has this address, on this machine alone. Ctrl-C ends the page, and no run.\n',
    );
    if (open) openBrowser(address);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.removeAllListeners(signal);
        process.once(signal, resolve);
      }
    });
    await close();
    return 0;
  },
};

function enter(folder: string): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    process.chdir(folder);
  } catch (cause) {
    throw new UserError('file_unreadable', folder, cause instanceof Error ? cause.message : '', { cause });
  }
}
