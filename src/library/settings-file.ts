import { replaceNow } from '../files/replace-now.ts';
import { checkSettingsFile, readSettingsFile, settingsFile } from '../settings.ts';
import { jsonText } from '../text/sanitize.ts';

/** What the settings file of the current folder says, as it says it; nothing where there is none. @throws UserError settings_file */
export function ownSettings(): Record<string, unknown> {
  return readSettingsFile();
}

/**
 * Changes settings in the settings file of the current folder; what it says besides stays, in its order.
 * @param change by name; null takes a setting out of the file
 * @throws UserError settings_file, where the file or the change means nothing: the file is then as it was
 */
export function changeSettingsFile(change: Readonly<Record<string, unknown>>): void {
  const changed = { ...readSettingsFile(), ...change };
  const settings = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
  checkSettingsFile(settings);
  replaceNow(settingsFile, `${jsonText(settings, 2)}\n`);
}
