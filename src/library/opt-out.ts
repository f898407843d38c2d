import { leaveOut } from '../inputs/exclusions.ts';
import type { ReadInput } from '../inputs/read-input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { ActiveExclusion } from '../stages/context.ts';
import type { ProfileName } from '../types/input.ts';
import type { Store } from '../types/store.ts';

/**
 * Removes from the state whom the opt-out list names, and leaves out of the input whom the state knows as one of them
 * under another name.
 * @returns the rest of the input, and how a run goes on where a network's answer shows that a profile is one of them
 */
export function obeyExclusions(
  input: ReadInput,
  networks: readonly AnyNetwork[],
  store: Store,
): { input: ReadInput; exclusion: ActiveExclusion | null } {
  const { exclusions, excluded } = input;
  if (!exclusions) return { input, exclusion: null };
  let known = store.exclude(exclusions);
  const isOut = (_: string, profiles: ProfileName[]): boolean => profiles.some((name) => known.hasName(name));
  const { customers, follows, out, counts } = leaveOut(input.customers, input.follows, isOut, networks);
  const control = leaveOut(input.control ?? [], [], isOut, networks).customers;
  const profiles = { ...excluded.profiles };
  for (const [network, count] of Object.entries(counts.profiles)) profiles[network] = (profiles[network] ?? 0) + count;
  for (const { key } of out) exclusions.keys.add(key);
  const all = { customers: excluded.customers + counts.customers, profiles };
  const exclusion: ActiveExclusion = {
    counts: all,
    hasProfile: (profile) => known.hasProfile(profile),
    remove(names) {
      for (const name of names) exclusions.names.set(`${name.network}:${name.name}`, name);
      known = store.exclude(exclusions);
    },
  };
  return { input: { ...input, customers, follows, control, excluded: all }, exclusion };
}
