import type { AnyNetwork, NotOne, ProfileName, ResourceName } from '../types.ts';

/** The profile that a text names; in a column headed with a network's name a bare handle is enough. */
export function identifyProfile(
  text: string,
  networks: readonly AnyNetwork[],
  column?: AnyNetwork,
): ProfileName | NotOne | null {
  return first([column?.parseHandle(text), ...networks.map((network) => network.parseProfile(text))]);
}

/** The resource that a text names. */
export function identifyResource(text: string, networks: readonly AnyNetwork[]): ResourceName | NotOne | null {
  return first(networks.map((network) => network.parseResource(text)));
}

/** The first name; else the first reason for being none. A Bluesky address in a Mastodon column is a Bluesky profile. */
function first<Name extends ProfileName>(answers: (Name | NotOne | null | undefined)[]): Name | NotOne | null {
  const given = answers.filter((answer) => answer !== null && answer !== undefined);
  return given.find((answer): answer is Name => !('why' in answer)) ?? given[0] ?? null;
}
