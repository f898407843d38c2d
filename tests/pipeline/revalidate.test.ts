import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Double, DoubleAnswer, Graph, Question } from '../doubles/graph.ts';
import { githubDouble } from '../doubles/github.ts';
import { graphOf, ranking, schedule } from './schedule.ts';

const token = 'a-token';

/** GitHub, which gives every answer to a GET a weak tag, as it does. */
function tagging(graph: () => Graph) {
  const counts = { whole: 0, unchanged: 0 };
  const server = (): Double => {
    const double = githubDouble(graph(), { token });
    const answer = async (question: Question): Promise<DoubleAnswer> => {
      const given = await double.answer(question);
      if (question.method !== 'GET' || given.status !== 200) return given;
      const etag = `W/"${createHash('sha256').update(given.body).digest('hex')}"`;
      const isUnchanged = question.headers['if-none-match'] === etag;
      counts[isUnchanged ? 'unchanged' : 'whole'] += 1;
      return isUnchanged
        ? { status: 304, headers: { etag }, body: '' }
        : { ...given, headers: { ...given.headers, etag } };
    };
    return { ...double, answer };
  };
  return { counts, server };
}

test('lists that have not changed cost no body, and those that have come anew', async () => {
  let graph = graphOf({ herald: 6, digest: 4 }, 6);
  const { counts, server } = tagging(() => graph);
  const job = await schedule(() => [server()]);
  const customers = graph.people.map(({ name }) => ({ customer: `of ${name}`, profile: server().addressOf(name) }));
  const run = (day: number) => job.run(day, customers, { tokens: { github: token } });

  const first = await run(0);
  expect(counts).toEqual({ whole: 6, unchanged: 0 });
  const second = await run(8);
  expect(counts).toEqual({ whole: 6, unchanged: 6 });
  expect(second.requests).toEqual(first.requests);
  expect(ranking(second)).toEqual(ranking(first).map(([title, shared]) => [title, shared, 'same']));
  // What is unchanged is as young as an answer that came whole: nobody is asked a day later.
  expect((await run(9)).requests).toEqual({});

  graph = graphOf({ herald: 6, digest: 5 }, 6);
  const third = await run(16);
  expect(counts).toEqual({ whole: 7, unchanged: 11 });
  expect(ranking(third).map(([title, shared]) => [title, shared])).toEqual([
    ['herald', 6],
    ['digest', 5],
  ]);

  // Nothing is kept longer than --keep allows.
  await run(60);
  expect(counts).toEqual({ whole: 13, unchanged: 11 });
});
