import { bareNameId } from '../text/bare-name.ts';
import type { NotIdentified, ProfileName, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';

/**
 * The profile that a text names; in a column headed with a network's name a bare handle is enough. Another network's
 * address is that network's there, too: a Bluesky address in a Mastodon column is a Bluesky profile.
 */
export function identifyProfile(
  text: string,
  networks: readonly AnyNetwork[],
  column?: AnyNetwork,
): ProfileName | NotIdentified | null {
  const inColumn = column?.parseHandle(text) ?? null;
  if (inColumn && !('reason' in inColumn)) return inColumn;
  const anywhere = first(networks, (network) => network.parseProfile(text));
  return anywhere && !('reason' in anywhere) ? anywhere : (inColumn ?? anywhere);
}

/** The resource that a text names. */
export function identifyResource(text: string, networks: readonly AnyNetwork[]): ResourceName | NotIdentified | null {
  return first(networks, (network) => network.parseResource(text));
}

/**
 * A resource of which only the name is known, as exports give it. It has no address, and its id is its name in one
 * spelling, so that equal names of one network count together.
 */
export function unresolved(network: string, name: string): ResourceName {
  const spelling = name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  return { network, name: spelling, id: bareNameId(spelling), host: '', url: '' };
}

/** A network that knows an address decides, also that it names nothing: a Facebook event is no page of the wider web. */
function first<Answer>(networks: readonly AnyNetwork[], ask: (network: AnyNetwork) => Answer | null): Answer | null {
  for (const network of networks) {
    const answer = ask(network);
    if (answer !== null) return answer;
  }
  return null;
}
