import { fileOfState } from '../settings.ts';
import { mergeFiles } from '../state/merge-files.ts';
import type { MergedCounts } from '../types/merged.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/**
 * Brings into the `state` what other states hold that share its salt: the newest answer of each list and resource, and
 * all clients. Done once more, it changes nothing.
 * @param from paths of state files, which stay as they are
 * @returns how much the state took over
 * @throws UserError state_missing, state_other_salt, state_damaged, state_locked, state_newer, state_unwritable, setting;
 * then no state has changed
 */
export function mergeStates(from: readonly string[], settings: RunSettings): MergedCounts {
  return mergeFiles(from, fileOfState(completeSettings(settings, 'merge').settings));
}
