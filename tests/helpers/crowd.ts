import { type DemoAccount, type Server, type World, account, appView } from '../../src/demo/world.ts';

/** A crowd of customers, each with one profile per network, who follow popular resources more often than others. */
export interface Crowd {
  world: World;
  /** Addresses of each customer's profiles. */
  customers: { key: string; profiles: string[] }[];
}

export interface CrowdSize {
  customers: number;
  follows: number;
  resources: number;
  networks: ('bluesky' | 'mastodon')[];
  /** Fediverse servers over which people and resources are spread. */
  servers?: number;
  today: number;
}

/** The same size gives the same crowd. Popularity follows Zipf's law with exponent 1. */
export function crowdOf({ customers, follows, resources, networks, servers = 8, today }: CrowdSize): Crowd {
  const random = seeded(20_261_122);
  const fediverse = Array.from({ length: servers }, (_, index): Server => ({
    host: `server${index}.example`,
    software: 'mastodon',
    limit: 1_000_000,
  }));
  const sky: Server = { ...appView, limit: 1_000_000 };
  const homesOf = { bluesky: [sky], mastodon: fediverse };
  const accounts: DemoAccount[] = [];
  const people = Array.from({ length: customers }, (_, index) => ({
    key: `customer ${index}`,
    profiles: [] as string[],
  }));
  for (const network of networks) {
    const homes = homesOf[network];
    const homeOf = (index: number): Server => homes[index % homes.length] ?? sky;
    const nameOf = (kind: string, index: number): string =>
      network === 'bluesky' ? `${kind}${index}.sky.example` : `${kind}${index}`;
    const authors = Array.from({ length: 20 }, (_, index) => account(homeOf(index), nameOf('author', index)));
    const media = Array.from({ length: resources }, (_, index) => {
      const subscribers = Math.round(10 ** (2 + 4 * random()));
      return account(homeOf(index), nameOf('media', index), { subscribers, shown: shownBy(authors, random, today) });
    });
    const draw = popularity(resources, random);
    for (const [index, person] of people.entries()) {
      const followed = new Set<string>();
      while (followed.size < follows) followed.add(media[draw()]?.id ?? '');
      const profile = account(homeOf(index), nameOf('person', index), { follows: [...followed] });
      accounts.push(profile);
      person.profiles.push(profile.url);
    }
    accounts.push(...authors, ...media);
  }
  return { world: { servers: networks.flatMap((network) => homesOf[network]), accounts }, customers: people };
}

function shownBy(authors: DemoAccount[], random: () => number, today: number): DemoAccount['shown'] {
  const outside = random() < 0.5 ? 0 : 12;
  return Array.from({ length: 60 }, (_, index) => {
    const at = new Date(today - index * 3_600_000).toISOString();
    const author = authors[Math.floor(random() * authors.length)]?.id ?? '';
    if (index % 4 === 0 && index / 4 < outside)
      return { kind: 'repost', at, of: { author, at, text: `a piece ${index}` } };
    return { kind: 'own', at, text: `news ${index}` };
  });
}

/** Draws numbers 0..size-1, number r in proportion to 1/(r+1). */
function popularity(size: number, random: () => number): () => number {
  const sums: number[] = [];
  for (let rank = 1, sum = 0; rank <= size; rank++) sums.push((sum += 1 / rank));
  const total = sums.at(-1) ?? 0;
  return () => {
    const wanted = random() * total;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
