import type { ResourceName } from '../../types/input.ts';
import { type AddressForm, type SiteName, addressForm } from './addresses.ts';
import type { ResourceRecipe, SiteRecipe } from './recipe.ts';

/** A kind of resources of a site: its groups, its users. */
export interface ResourceKind {
  recipe: ResourceRecipe;
  form: AddressForm;
}

/** A resource that an address of the site names. */
export interface Target {
  kind: ResourceKind;
  named: SiteName;
  /** Without an id where only a page tells it. */
  name: ResourceName;
}

/** @returns which resource an address names; with `deeper`, pages below it name it, too */
export function targetFinder(site: SiteRecipe): (url: URL, deeper?: boolean) => Target | null {
  const kinds = site.resources.map((recipe): ResourceKind => ({
    recipe,
    form: addressForm(recipe.address, site.keepCase === true),
  }));
  return (url, deeper) => {
    for (const kind of kinds) {
      const named = kind.form.read(url, deeper);
      if (named) return { kind, named, name: nameOf(site, kind, named) };
    }
    return null;
  };
}

function nameOf({ id: network, host }: SiteRecipe, kind: ResourceKind, named: SiteName): ResourceName {
  const { form, recipe } = kind;
  const id = recipe.id === undefined ? idOf(kind, named.id ?? named.name ?? '') : null;
  const url = `https://${host}${form.pathOf(named)}`;
  return { network, id, name: idOf(kind, named.name ?? named.id ?? ''), host, url };
}

/** Kinds have ids and names of their own, so the kind's part of the address belongs to them: `groups/growers`. */
export const idOf = ({ form: { prefix } }: ResourceKind, text: string): string =>
  prefix === '' ? text : `${prefix}/${text}`;
