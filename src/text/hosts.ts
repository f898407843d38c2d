/** A host without `www.` and the dot at its end. */
export const bareHost = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.(?=:|$)/, '');

/** Whether a host, bare, is this one, in which `?` stands for any letter: `pinterest.??`. */
export const isLike = (host: string, pattern: string): boolean =>
  host.length === pattern.length &&
  pattern.split('').every((letter, at) => letter === host[at] || (letter === '?' && /[a-z]/.test(host[at] ?? '')));

/** Hosts of a network, sorted by how they are compared. */
interface Patterns {
  exact: ReadonlySet<string>;
  /** Those after `*.`. */
  parents: ReadonlySet<string>;
  /** Those with a `?`, and the same after `*.`. */
  like: readonly string[];
  likeParents: readonly string[];
}

const isPlain = (host: string): boolean => !host.includes('?');

const compiled = new WeakMap<readonly string[], Patterns>();

function patternsOf(hosts: readonly string[]): Patterns {
  const known = compiled.get(hosts);
  if (known) return known;
  const [plain, wild] = [hosts.filter((host) => !host.startsWith('*.')), hosts.filter((host) => host.startsWith('*.'))];
  const under = wild.map((host) => host.slice(2));
  const patterns = {
    exact: new Set(plain.filter(isPlain)),
    parents: new Set(under.filter(isPlain)),
    like: plain.filter((host) => !isPlain(host)),
    likeParents: under.filter((host) => !isPlain(host)),
  };
  compiled.set(hosts, patterns);
  return patterns;
}

/** Whether a host is one of `Network.hosts`. */
export const isHostOf = (host: string, hosts: readonly string[]): boolean => isBareHostOf(bareHost(host), hosts);

function isBareHostOf(host: string, hosts: readonly string[]): boolean {
  const { exact, parents, like, likeParents } = patternsOf(hosts);
  if (exact.has(host) || like.some((pattern) => isLike(host, pattern))) return true;
  if (parents.size + likeParents.length === 0) return false;
  return parentsOf(host).some(
    (parent) => parents.has(parent) || likeParents.some((pattern) => isLike(parent, pattern)),
  );
}

/** Whether a host is one of `Network.hosts`, or lies under one. */
export function isUnderHosts(host: string, hosts: readonly string[]): boolean {
  const bare = bareHost(host);
  return isBareHostOf(bare, hosts) || parentsOf(bare).some((parent) => isBareHostOf(parent, hosts));
}

/** `b.example` and `example` for `a.b.example`. */
function parentsOf(host: string): string[] {
  const parents: string[] = [];
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) parents.push(host.slice(dot + 1));
  return parents;
}
