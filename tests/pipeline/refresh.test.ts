import { expect, test } from 'vitest';
import { blueskyDouble } from '../doubles/bluesky.ts';
import type { Question } from '../doubles/graph.ts';
import { graphOf, ranking, schedule } from './schedule.ts';

const graph = graphOf({ herald: 12, digest: 8 }, 12);
const double = blueskyDouble(graph);
const clients = graph.people.map(({ name }) => ({ customer: `of ${name}`, profile: double.addressOf(name) }));
const [early, late] = [clients.slice(6), clients.slice(0, 6)];

/** Whose lists were asked for, in order, and how many requests there were at all. */
function listener() {
  const asked: string[] = [];
  let requests = 0;
  const instead = ({ path, query }: Pick<Question, 'path' | 'query'>) => {
    requests += 1;
    if (path.endsWith('getFollows')) asked.push(query.get('actor') ?? '');
    return null;
  };
  return { instead, asked, requests: () => requests };
}

test('only what is older than --max-age is asked, the oldest first; where nothing is, nobody is asked', async () => {
  const job = await schedule(() => [double]);
  const first = listener();
  await job.run(0, early, { instead: first.instead });
  expect(first.asked).toHaveLength(6);

  const second = listener();
  const known = await job.run(3, [...late, ...early], { instead: second.instead });
  expect(second.asked).toHaveLength(6);
  expect(second.asked.filter((actor) => first.asked.includes(actor))).toEqual([]);

  const quiet = listener();
  const same = await job.run(6, [...late, ...early], { instead: quiet.instead });
  expect(quiet.requests()).toBe(0);
  expect(ranking(same).map(([title, customers]) => [title, customers])).toEqual(
    ranking(known).map(([title, customers]) => [title, customers]),
  );

  const some = listener();
  await job.run(8, [...late, ...early], { instead: some.instead });
  expect(some.asked.toSorted()).toEqual(first.asked.toSorted());

  const all = listener();
  await job.run(20, [...late, ...early], { instead: all.instead, settings: { keep: 60 } });
  expect(all.asked.slice(0, 6).toSorted(), 'read on day 3, before those of day 8').toEqual(second.asked.toSorted());
  expect(all.asked.slice(6).toSorted()).toEqual(first.asked.toSorted());
});
