import { existsSync, readFileSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { replaceNow } from '../files/replace-now.ts';
import { checkSettingsFile, settingsFile } from '../settings.ts';
import { jsonText } from '../text/sanitize.ts';

/** What the settings file of the current folder says, as it says it; nothing where there is none. @throws UserError settings_file */
export function ownSettings(): Record<string, unknown> {
  if (!existsSync(settingsFile)) return {};
  try {
    return checkSettingsFile(JSON.parse(readFileSync(settingsFile, 'utf8')), settingsFile);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError('settings_file', settingsFile, cause instanceof Error ? cause.message : '', { cause });
  }
}

/**
 * Changes settings in the settings file of the current folder; what it says besides stays, in its order.
 * @param change by name; null takes a setting out of the file
 * @throws UserError settings_file, where the file or the change means nothing: the file is then as it was
 */
export function changeSettingsFile(change: Readonly<Record<string, unknown>>): void {
  const changed = { ...ownSettings(), ...change };
  const settings = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
  checkSettingsFile(settings, settingsFile);
  replaceNow(settingsFile, `${jsonText(settings, 2)}\n`);
}
