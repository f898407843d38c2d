import type { ResourceName } from './input.ts';
import type { Resource } from './resource.ts';

/** A resource that nobody was asked about; where its address holds no id, its name stands for one. */
export const resourceAsWritten = ({ network, id, name, url, host }: ResourceName): Resource => ({
  network,
  id: id ?? `@${name}`,
  name,
  title: null,
  url,
  host,
});
