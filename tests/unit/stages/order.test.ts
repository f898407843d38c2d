import { expect, test } from 'vitest';
import { isMassPage } from '../../../src/stages/chance.ts';
import { type RankedPage, type Standing, inOrder, standingOf } from '../../../src/stages/standing.ts';
import { randomNumbers } from '../../helpers/random.ts';

const accounts = 40_000_000;

interface TruePage {
  page: RankedPage;
  /** Share of all people like the clients who follow it. */
  share: number;
}

const pageOf = (at: number, subscribers: number, special: number): TruePage => {
  const rate = Math.min(1, subscribers / accounts);
  const isMass = isMassPage(subscribers, accounts) === true;
  const known = {
    resource: { network: 'bluesky', id: `page ${at}` },
    isMass,
    subscribers,
    accounts,
    rate,
    results: null,
  };
  return { page: known, share: Math.min(0.9, 4 * rate * special) };
};

/**
 * 2,000 pages of 5,000 and more subscribers, whose sizes have a Pareto tail with the exponent 1, and 20 that everybody
 * follows. By how much more than anybody the clients follow a page is log-normal: a few pages are theirs.
 * @param spread the standard deviation of its logarithm
 */
function pagesOf(spread: number, random: () => number): TruePage[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const ordinary = Array.from({ length: 2000 }, (_, at) =>
    pageOf(at, Math.min(390_000, 5000 / (1 - random())), Math.exp(spread * normal())),
  );
  const mass = Array.from({ length: 20 }, (_, at) => pageOf(2000 + at, 450_000 + random() * 8_000_000, 1));
  return [...ordinary, ...mass];
}

/** How many of the ten pages that most people like the clients follow, mass pages aside, are among the first ten. */
function found(
  clients: number,
  spread: number,
  order: (a: Standing, b: Standing) => number,
  random: () => number,
): number {
  const all = pagesOf(spread, random);
  const best = new Set(
    all
      .filter(({ page }) => !page.isMass)
      .toSorted((a, b) => b.share - a.share)
      .slice(0, 10),
  );
  const first = all
    .map((each) => {
      let followers = 0;
      for (let client = 0; client < clients; client++) if (random() < each.share) followers += 1;
      return { each, standing: standingOf(each.page, followers, clients) };
    })
    .toSorted((a, b) => order(a.standing, b.standing))
    .slice(0, 10);
  return first.filter(({ each }) => best.has(each)).length;
}

const byCountAlone = (a: Standing, b: Standing): number =>
  inOrder('count')({ ...a, isMass: false }, { ...b, isMass: false });

const mean = (clients: number, spread: number, order: (a: Standing, b: Standing) => number): number => {
  const random = randomNumbers(7);
  const rounds = Array.from({ length: 100 }, () => found(clients, spread, order, random));
  return rounds.reduce((sum, each) => sum + each, 0) / rounds.length;
};

test.each([
  { spread: 1.5, least: 7.3 },
  { spread: 2, least: 8.5 },
])(
  'thirty clients find $least of the ten true best in two blocks, and far fewer by the count alone',
  ({ spread, least }) => {
    const inBlocks = mean(30, spread, inOrder('count'));
    expect(inBlocks).toBeGreaterThanOrEqual(least);
    expect(inBlocks - mean(30, spread, byCountAlone)).toBeGreaterThan(1.5);
  },
);
