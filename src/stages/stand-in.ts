import type { Decision, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { Facts, Resource } from '../types/resource.ts';
import type { Store } from '../types/store.ts';
import { networkOf } from './context.ts';
import { resourceFinder } from './decisions.ts';

/**
 * Finds the open page whose facts and posts stand for those of a page behind a login, where a person said that both are
 * one publisher's.
 */
export function standInFinder(
  decisions: readonly Decision[],
  networks: readonly AnyNetwork[],
  store: Pick<Store, 'identity'>,
): (resource: Resource) => Resource | null {
  const isOpen = (page: { network: string }): boolean => !networkOf(page, networks).closed;
  const lends = (page: { network: string }): boolean => {
    const network = networkOf(page, networks);
    return !network.closed && network.terms.mixable;
  };
  const pairs = decisions.flatMap(({ resource, sister }): [ResourceName, ResourceName][] => {
    if (sister?.isSame !== true || isOpen(resource) === isOpen(sister.page)) return [];
    return [isOpen(resource) ? [sister.page, resource] : [resource, sister.page]];
  });
  const openPageOf = resourceFinder(pairs);
  return (resource) => {
    const page = pairs.length === 0 || isOpen(resource) ? undefined : openPageOf(resource);
    return page && lends(page) ? identified(page, store) : null;
  };
}

function identified(page: ResourceName, store: Pick<Store, 'identity'>): Resource | null {
  const known = store.identity(page)?.resource;
  if (known) return known;
  const { network, id, name, url, host } = page;
  return id === null ? null : { network, id, name, title: null, url, host };
}

/** What the open page says, as said of the other one, which keeps its name and address. */
export const inPlaceOf = ({ name, title, url, host }: Resource, facts: Facts): Facts => ({
  ...facts,
  name,
  url,
  host,
  title: title ?? facts.title,
});
