import { describe, expect, test } from 'vitest';
import { choiceOf } from '../../../src/stages/choice.ts';
import { chooseGreedily } from '../../../src/stages/choose.ts';
import type { Counted } from '../../../src/stages/count.ts';
import type { RankedBlock } from '../../../src/stages/rank.ts';
import { type RankedPage, inOrder, standingOf } from '../../../src/stages/standing.ts';
import { randomNumbers } from '../../helpers/random.ts';
import { readership } from '../../helpers/readers.ts';
import { row } from '../outputs/example-report.ts';

const page = (id: number): RankedPage => ({
  resource: { network: 'web', id: `page ${id}` },
  isMass: false,
  subscribers: null,
  accounts: null,
  rate: null,
  results: null,
});

/** The ranking of what some clients follow. */
function rankingOf(clients: readonly (readonly number[])[], pages: number): RankedBlock & { ids: number[] } {
  const followers = Array.from({ length: pages }, (): number[] => []);
  for (const [client, follows] of clients.entries()) for (const each of follows) followers[each]?.push(client);
  const ids = [...followers.keys()]
    .filter((id) => (followers[id]?.length ?? 0) > 0)
    .map((id) => ({ id, standing: standingOf(page(id), followers[id]?.length ?? 0, clients.length) }))
    .toSorted((a, b) => inOrder('count')(a.standing, b.standing))
    .map(({ id }) => id);
  const ranked = ids.map((id, index) => ({
    page: page(id),
    followers: followers[id] ?? [],
    row: row({ rank: index + 1, network: 'web', resource: String(id) }),
  }));
  return { network: null, readable: clients.length, ranked, ids };
}

const share = (people: readonly (readonly number[])[], chosen: readonly number[]): number =>
  people.filter((follows) => follows.some((each) => chosen.includes(each))).length / people.length;

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('plans of ten steps, made of some clients and tried on 2,000 others of the same kind', () => {
  test.each([
    { clients: 30, error: 0.12 },
    { clients: 100, error: 0.075 },
    { clients: 300, error: 0.045 },
  ])('$clients clients', ({ clients, error }) => {
    const random = randomNumbers(clients);
    const worlds = Array.from({ length: 30 }, () => {
      const { draw, pages } = readership(random);
      const own = Array.from({ length: clients }, draw);
      const others = Array.from({ length: 2000 }, draw);
      const { ids, ...block } = rankingOf(own, pages);
      const counted = { isCoarse: false, networksRead: own.map(() => new Set(['web'])) } as unknown as Counted;
      const { resources } = choiceOf([block], counted, { limit: 10, order: 'count', minCustomers: 1 });
      expect(ids).toHaveLength(block.ranked.length);
      return resources.map((step, index) => {
        const truth = share(
          others,
          resources.slice(0, index + 1).map(({ resource }) => Number(resource)),
        );
        const { reach, reach_new_clients: told, reach_new_low: low, reach_new_high: high } = step;
        const isWithin = (low ?? 1) <= truth && truth <= (high ?? 0);
        return { shown: reach ?? 0, told: told ?? 0, truth, isWithin };
      });
    });
    const last = worlds.flatMap((steps) => steps.slice(-1));
    // Without a lean, and as far off as the interval says.
    expect(Math.abs(mean(last.map(({ told, truth }) => told - truth)))).toBeLessThan(0.04);
    expect(Math.sqrt(mean(last.map(({ told, truth }) => (told - truth) ** 2)))).toBeLessThan(error);
    expect(mean(worlds.flat().map(({ isWithin }) => Number(isWithin)))).toBeGreaterThan(0.9);
    // What the plan reaches of those that it was made of says too much.
    expect(mean(last.map(({ shown, told }) => shown - told))).toBeGreaterThan(0);
  });
});

test('with ten clients a greedy plan of five shows far more than it reaches, so the order of the ranking stays', () => {
  const random = randomNumbers(10);
  const worlds = Array.from({ length: 60 }, () => {
    const { draw, pages } = readership(random);
    const own = Array.from({ length: 10 }, draw);
    const others = Array.from({ length: 1000 }, draw);
    const { ids, ranked } = rankingOf(own, pages);
    const places = ranked.map(({ followers }) => ({ followers, isMass: false }));
    const steps = chooseGreedily({ places, limit: 5, unit: 1 });
    return {
      shown: (steps.at(-1)?.covered ?? 0) / 10,
      greedy: share(
        others,
        steps.map(({ place }) => ids[place] ?? -1),
      ),
      ranked: share(others, ids.slice(0, 5)),
    };
  });
  expect(mean(worlds.map(({ shown, greedy }) => shown - greedy))).toBeGreaterThan(0.15);
});
