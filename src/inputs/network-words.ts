import { foldHeading } from '../text/normalise.ts';
import type { AnyNetwork } from '../types/network.ts';

/** Letters that a language may add to a network's name: `в Телеграме`. */
const mostAdded = 3;

/** Shorter names are words of their own, too: `ok`, `x`, `web`. */
const leastLetters = 4;

/** The network that a label means, which is one of its names and nothing else: `Insta`, `ФБ`. */
export function networkLabelled(label: string, networks: readonly AnyNetwork[]): AnyNetwork | undefined {
  let known = labels.get(networks);
  if (!known) {
    known = new Map(
      networks
        .toReversed()
        .flatMap((network) => network.aliases.map((alias) => [foldHeading(alias), network] as const)),
    );
    labels.set(networks, known);
  }
  return label.length > mostLabel ? undefined : known.get(foldHeading(label));
}

/** Networks by their names, the first of the list where two have one: a large list asks for every cell. */
const labels = new WeakMap<readonly AnyNetwork[], Map<string, AnyNetwork>>();

const mostLabel = 40;

/** The only network that a text names among other words; undefined where it names none, or several. */
export function networkIn(text: string, networks: readonly AnyNetwork[]): AnyNetwork | undefined {
  const words = foldHeading(text).split(' ');
  const named = networks.filter(({ aliases }) =>
    aliases.some((alias) => {
      const name = foldHeading(alias);
      if (name.includes(' ')) return ` ${words.join(' ')} `.includes(` ${name} `);
      if (name.length < leastLetters || name === 'website') return shortNames.has(name) && words.includes(name);
      const stem = name.replace(/[аеиоуыяьй]$/u, '');
      return words.some((word) => word.startsWith(stem) && word.length <= name.length + mostAdded);
    }),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** Short names that are nothing else. */
const shortNames = new Set(['vk', 'вк', 'тг', 'tg', 'fb', 'фб', 'rss']);
