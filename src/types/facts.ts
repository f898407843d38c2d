import type { Facts, Resource } from './resource.ts';

/** What is known of a resource: beside what is `told` all is unknown, and it is there and nobody's group. */
export const fillFacts = (
  { name, title, url, host }: Pick<Resource, 'name' | 'title' | 'url' | 'host'>,
  told: Partial<Facts> = {},
): Facts => ({
  name,
  title,
  url,
  host,
  ref: '',
  subscribers: null,
  description: null,
  group: false,
  exists: true,
  wishes: [],
  ...told,
});
