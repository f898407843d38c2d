import { identifyBeside, identifyHandle, identifyResource, networkCalled } from '../inputs/identify.ts';
import type { ParsedFollow } from '../types/import.ts';
import type { NotIdentified, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';

/**
 * Which resource a told follow means. A network's own word for where it lies wins over what a text without a scheme
 * looks like: in a Bluesky column `letter.example` is a handle. What is neither an address nor a handle is a name.
 */
export function resolveAddress(told: ParsedFollow, networks: readonly AnyNetwork[]): ResourceName | NotIdentified {
  const network = told.network === null ? undefined : networkCalled(oneLine(told.network), networks);
  if (told.network !== null && !network) return { reason: `there is no network "${told.network}"` };
  const address = oneLine(told.address ?? '');
  if (address === '') return named(network, told.title ?? '', networks);
  const found = identifyResource(address, networks);
  if (!network) return found ?? { reason: 'this is not the address of a page' };
  if (found && 'network' in found && (found.network === network.id || /^https?:\/\//i.test(address))) return found;
  const handled = identifyHandle(address, network);
  if (handled) return handled;
  return found && 'reason' in found ? found : named(network, address, networks);
}

function named(
  network: AnyNetwork | undefined,
  text: string,
  networks: readonly AnyNetwork[],
): ResourceName | NotIdentified {
  const name = oneLine(text);
  if (name === '') return { reason: 'it has neither an address nor a name' };
  if (!network) return { reason: 'it gives only a name, without a network' };
  return identifyBeside(name, network, networks);
}

/** Text as it can stand in a cell of one line: no controls, no halves of characters. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
