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

/** Whether a host is one of `Network.hosts`. */
export function isHostOf(host: string, hosts: readonly string[]): boolean {
  const [own, ...parents] = endsOf(bareHost(host));
  return hosts.some((pattern) =>
    pattern.startsWith('*.')
      ? parents.some((parent) => isLike(parent, pattern.slice(2)))
      : own !== undefined && isLike(own, pattern),
  );
}

/** Whether a host is one of `Network.hosts`, or lies under one. */
export const isUnderHosts = (host: string, hosts: readonly string[]): boolean =>
  endsOf(bareHost(host)).some((end) => isHostOf(end, hosts));

/** `a.b.example`, `b.example`, `example`. */
function endsOf(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
}
