import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shipped } from './demo.ts';
import { startDemo } from './start.ts';

/**
 * A folder of its own with the shipped example, whose settings lead to fictional networks on this machine: whatever works
 * in it works as in a folder of a person's, without a token or the internet.
 * @returns how to stop the networks and remove the folder
 * @throws UserError demo_missing
 */
export async function makeDemoWorkspace(today: Date): Promise<{ folder: string; close: () => Promise<void> }> {
  const texts = JSON.parse(readFileSync(shipped('target-resources.json'), 'utf8')) as Record<string, unknown>;
  const { connectTo, close } = await startDemo(today);
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-example-'));
  const input = join(folder, 'input');
  mkdirSync(input);
  for (const name of ['customers.csv', 'follows.csv', 'verdicts.csv']) cpSync(shipped(name), join(input, name));
  writeFileSync(join(folder, 'target-resources.json'), `${JSON.stringify({ ...texts, connectTo }, null, 2)}\n`);
  return {
    folder,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
