import { bareNameId } from '../text/bare-name.ts';
import { isUnderHosts } from '../text/hosts.ts';
import { looksTyped } from '../text/looks-typed.ts';
import { trimEnd } from '../text/trim.ts';
import type { NotIdentified, PageFinder, ProfileName, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { remembering } from './remembering.ts';

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
  const anywhere = first(askable(text, networks), (network) => network.parseProfile(text));
  return anywhere && !('reason' in anywhere) ? anywhere : (inColumn ?? anywhere);
}

/** The resource that a text names. */
export function identifyResource(text: string, networks: readonly AnyNetwork[]): ResourceName | NotIdentified | null {
  let find = finders.get(networks);
  if (!find) {
    find = remembering(mostAnswers, (own) => first(askable(own, networks), (network) => network.parseResource(own)));
    finders.set(networks, find);
  }
  return find(text);
}

const finders = new WeakMap<readonly AnyNetwork[], (text: string) => ResourceName | NotIdentified | null>();

const mostAnswers = 20_000;

/** The networks to which an address may belong: those with hosts of their own know no other; a handle may be anybody's. */
function askable(text: string, networks: readonly AnyNetwork[]): readonly AnyNetwork[] {
  const host = /^https?:\/\/([a-z\d.-]+)(?=[/?#]|$)/i.exec(text)?.[1];
  if (host === undefined) return networks;
  return networks.filter(({ hosts }) => hosts.length === 0 || isUnderHosts(host, hosts));
}

/** The network that an id, a title or one of its other names means. */
export function networkCalled(text: string, networks: readonly AnyNetwork[]): AnyNetwork | undefined {
  const name = text.trim().toLowerCase();
  return networks.find(
    ({ id, aliases, title }) => id === name || aliases.includes(name) || title.toLowerCase() === name,
  );
}

/** How texts name pages of these networks. */
export function pageFinder(networks: readonly AnyNetwork[]): PageFinder {
  const byId = new Map(networks.map((network) => [network.id, network]));
  return {
    byAddress(text) {
      const found = identifyResource(text, networks);
      return found && 'network' in found ? found : null;
    },
    byHandle(text, network) {
      const known = byId.get(network);
      return known ? identifyHandle(text, known) : null;
    },
    networkCalled: (word) => networkCalled(word, networks)?.id ?? null,
  };
}

/** What a text calls a resource; null for an address, as browsers and feed readers put in the place of a title. */
export function titleIn(text: string, networks: readonly AnyNetwork[]): string | null {
  if (text === '') return null;
  const found = /^(?:www\.\S*|[^\s/?]*[/?]\S*)$/i.test(text) ? identifyResource(text, networks) : null;
  return found && 'url' in found && found.url !== '' ? null : text;
}

/**
 * The resource that a text names beside its network: an address, also of another network where it is a full one, or a
 * handle with or without its sign. What is neither is a name.
 */
export function identifyBeside(
  text: string,
  network: AnyNetwork,
  networks: readonly AnyNetwork[],
): ResourceName | NotIdentified {
  // A spreadsheet's CSV marks names that look like numbers or formulas with an apostrophe.
  const marked = text.startsWith("'") ? text.slice(1) : null;
  if (marked !== null && (/^[=+\-@]/.test(marked) || looksTyped(marked))) return unresolved(network.id, marked);
  const found = identifyResource(text, networks);
  const isFull = /^https?:\/\//i.test(text);
  if (found && 'network' in found && (found.network === network.id || isFull)) return found;
  const isTitle = network.exportsTitles === true && !/^@|\/|^\d+$/.test(text);
  const handled = isFull || isTitle ? null : identifyHandle(text, network);
  if (handled) return handled;
  if (found && 'reason' in found) return found;
  if (/^-?\d+$/.test(text)) return { reason: `a number alone does not identify a page on ${network.title}` };
  return unresolved(network.id, text);
}

/** The resource that a handle names on its network; null where it is none. */
export function identifyHandle(text: string, network: AnyNetwork): ResourceName | null {
  const name = trimEnd(text.replace(/^[@/]+/, ''), /\//);
  if (name === '' || /\s/.test(name)) return null;
  for (const page of [text, network.pageOf(name)]) {
    const found = page === null ? null : network.parseResource(page);
    if (found && !('reason' in found)) return found;
  }
  return null;
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
