import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import { type Settings, parseSettings } from '../settings.ts';

export { startDemo } from './start.ts';

/** The settings of the shipped example, with the caller's own output. @throws UserError demo_missing */
export function demoSettings({ output, csv, language }: Settings, connectTo: Record<string, string>): Settings {
  const texts = JSON.parse(readFileSync(shipped('target-resources.json'), 'utf8')) as Record<string, unknown>;
  return parseSettings(
    {
      ...texts,
      output,
      csv,
      language,
      connectTo,
      state: ':memory:',
      customers: shipped('customers.csv'),
      follows: shipped('follows.csv'),
      verdicts: shipped('verdicts.csv'),
    },
    'the shipped example',
  );
}

/** The path of a file of the shipped example. @throws UserError demo_missing */
export function shipped(name: string): string {
  const path = relative('.', fileURLToPath(new URL(`../../input/${name}`, import.meta.url)));
  if (!existsSync(path)) throw new UserError('demo_missing', path);
  return path;
}
