import { type SettingsAnswer, type SettingsChange, routes } from '../api.ts';
import { ask } from './ask.ts';
import { writeEdit } from './conflict.tsx';
import { settings } from './things.ts';

/** Settings to be changed; null takes one out of the file. */
type Change = Record<string, string | readonly string[] | null>;

/** Writes settings into the settings file. */
export async function changeSettings(change: Change): Promise<void> {
  const { value } = settings.value;
  if (value === null) return;
  const written = await writeEdit<SettingsAnswer>({
    write: (over) =>
      ask('PATCH', routes.settings, { version: (over ?? value).version, change } satisfies SettingsChange),
    describe: ({ own }) => describe(Object.fromEntries(Object.keys(change).map((name) => [name, own[name]]))),
    mine: describe(change),
  });
  if (written !== null) settings.set(written);
}

const describe = (values: Record<string, unknown>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value ?? '')}`)
    .join('\n');
