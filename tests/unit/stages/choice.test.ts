import { expect, test } from 'vitest';
import { choiceOf } from '../../../src/stages/choice.ts';
import type { Counted } from '../../../src/stages/count.ts';
import type { RankedBlock, RankedResource } from '../../../src/stages/rank.ts';
import { type RankedPage, inOrder, standingOf } from '../../../src/stages/standing.ts';
import { type ChoiceRules, rankOrders } from '../../../src/types/report.ts';
import { randomNumbers } from '../../helpers/random.ts';
import { row } from '../outputs/example-report.ts';

/** Who follows what, and on which networks each can be read. */
interface World {
  pages: RankedPage[];
  follows: Set<number>[];
  networks: Set<string>[];
}

function worldOf(clients: number, resources: number, random: () => number): World {
  const names = ['bluesky', 'web'];
  const pages = Array.from({ length: resources }, (_, at): RankedPage => ({
    resource: { network: names[at % 2] ?? '', id: `r${at}` },
    isMass: random() < 0.15,
    subscribers: random() < 0.2 ? null : 5000 + Math.floor(random() * 4) * 20_000,
    accounts: at % 2 === 0 ? 40_000_000 : null,
    rate: at % 2 === 0 ? random() / 10 : null,
    results: null,
  }));
  const popularity = pages.map(() => 0.03 + random() * 0.4);
  const networks = Array.from({ length: clients }, () => new Set(names.filter(() => random() < 0.8)));
  const follows = networks.map(
    (own) =>
      new Set(
        pages.flatMap(({ resource }, at) =>
          own.has(resource.network) && random() < (popularity[at] ?? 0) ? [at] : [],
        ),
      ),
  );
  return { pages, follows, networks };
}

/** The ranking over some of the clients: pages that enough of them follow, by number. */
function rankingOf({ pages, follows, networks }: World, clients: number[], { order, minCustomers }: ChoiceRules) {
  const standings = pages.map((page, at) => ({
    at,
    standing: standingOf(
      page,
      clients.filter((client) => follows[client]?.has(at)).length,
      clients.filter((client) => networks[client]?.has(page.resource.network)).length,
    ),
  }));
  return standings
    .filter(({ standing }) => standing.customers >= Math.max(1, minCustomers))
    .toSorted((a, b) => inOrder(order)(a.standing, b.standing))
    .map(({ at }) => at);
}

const wins = (world: World, page: number, clients: number[], covered: Set<number>): number =>
  clients.filter((client) => world.follows[client]?.has(page) && !covered.has(client)).length;

/** The definition: every time the page that wins most, the first one of several, mass pages behind all others. */
function naivePlan(world: World, clients: number[], rules: ChoiceRules, isGreedy: boolean): number[] {
  const ranking = rankingOf(world, clients, rules);
  if (!isGreedy) return ranking.slice(0, rules.limit);
  const covered = new Set<number>();
  const plan: number[] = [];
  while (plan.length < rules.limit) {
    const open = [false, true].map((isMass) =>
      ranking
        .filter((page) => world.pages[page]?.isMass === isMass)
        .map((page) => ({ page, gain: wins(world, page, clients, covered) }))
        .filter(({ gain }) => gain > 0),
    );
    const [best] = (open.find((pages) => pages.length > 0) ?? []).toSorted((a, b) => b.gain - a.gain);
    if (!best) break;
    plan.push(best.page);
    for (const client of clients) if (world.follows[client]?.has(best.page)) covered.add(client);
  }
  return plan;
}

const sharesAny = (world: World, client: number, plan: number[]): boolean =>
  plan.some((page) => world.follows[client]?.has(page));

function given(world: World, rules: ChoiceRules): { block: RankedBlock; counted: Counted } {
  const clients = [...world.follows.keys()];
  const ranked = rankingOf(world, clients, rules).map((at, index): RankedResource => {
    const page = world.pages[at] as RankedPage;
    const followers = clients.filter((client) => world.follows[client]?.has(at));
    const named = { rank: index + 1, resource: page.resource.id, network: page.resource.network };
    return { page, followers, row: row({ ...named, customers: followers.length }) };
  });
  const readable = world.networks.filter(({ size }) => size > 0).length;
  const counted = { isCoarse: false, networksRead: world.networks } as unknown as Counted;
  return { block: { network: null, readable, ranked }, counted };
}

test('1,000 random plans, and what each client would have been reached by, are those of the definition', () => {
  const random = randomNumbers(20);
  for (let round = 0; round < 1000; round++) {
    const rules: ChoiceRules = {
      limit: 1 + Math.floor(random() * 8),
      order: rankOrders[round % 3] ?? 'count',
      minCustomers: 1 + Math.floor(random() * 2),
    };
    const size = round % 4 === 0 ? 6 + Math.floor(random() * 20) : 40 + Math.floor(random() * 20);
    const world = worldOf(size, 4 + Math.floor(random() * 14), random);
    const clients = [...world.follows.keys()];
    const { block, counted } = given(world, rules);
    const { resources, order } = choiceOf([block], counted, rules);
    const isGreedy = block.readable >= 30;
    expect(order).toBe(isGreedy ? 'greedy' : 'rank');
    const names = (plan: number[]): string[] => plan.map((at) => world.pages[at]?.resource.id ?? '');
    const plan = naivePlan(world, clients, rules, isGreedy);
    expect(resources.map(({ resource }) => resource)).toEqual(names(plan));
    const without = clients.map((client) => {
      const others = clients.filter((each) => each !== client);
      return naivePlan(world, others, rules, isGreedy);
    });
    for (const [index, step] of resources.entries()) {
      const reached = clients.filter((client) => sharesAny(world, client, plan.slice(0, index + 1))).length;
      const fresh = clients.filter((client) =>
        sharesAny(world, client, without[client]?.slice(0, index + 1) ?? []),
      ).length;
      expect(step).toMatchObject({ step: index + 1, covered: reached });
      expect(step.reach).toBeCloseTo(reached / block.readable, 9);
      expect(step.reach_new_clients, `round ${round}, step ${index + 1}`).toBeCloseTo(fresh / block.readable, 9);
    }
  }
});

const pageCalled = (id: string): RankedPage => ({
  resource: { network: 'web', id },
  isMass: false,
  subscribers: null,
  accounts: null,
  rate: null,
  results: null,
});
const clientsFrom = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

test('a family takes one place, with the clients of all its pages, and goes by the one that is ranked first', () => {
  const pages: [string, number[], string | null][] = [
    ['alone', clientsFrom(0, 16), null],
    ['big sister', clientsFrom(10, 24), 'sisters'],
    ['small sister', clientsFrom(20, 32), 'sisters'],
    ['last', clientsFrom(32, 36), null],
  ];
  const ranked = pages.map(([id, followers, family], index): RankedResource => ({
    page: pageCalled(id),
    followers,
    row: row({ rank: index + 1, network: 'web', resourceId: id, resource: id, family, customers: followers.length }),
  }));
  const networksRead = clientsFrom(0, 36).map(() => new Set(['web']));
  const counted = { isCoarse: false, networksRead } as unknown as Counted;
  const rules: ChoiceRules = { limit: 5, order: 'count', minCustomers: 1 };
  const { resources } = choiceOf([{ network: null, readable: 36, ranked }], counted, rules);
  expect(resources.map(({ resource, family, covered }) => ({ resource, family, covered }))).toEqual([
    { resource: 'big sister', family: 'sisters', covered: 22 },
    { resource: 'alone', family: null, covered: 32 },
    { resource: 'last', family: null, covered: 36 },
  ]);
  const few = choiceOf([{ network: null, readable: 29, ranked }], counted, rules).resources;
  expect(few.map(({ resource }) => resource)).toEqual(['alone', 'big sister', 'last']);
});
