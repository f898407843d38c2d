import { expect, test } from 'vitest';
import { mastodonDouble } from '../doubles/mastodon.ts';
import { graphOf, schedule } from './schedule.ts';

const graph = graphOf({ bulletin: 150, gazette: 90 }, 190);
const clients = graph.people.map(({ name }) => ({
  customer: `of ${name}`,
  profile: mastodonDouble(graph).addressOf(name),
}));

test('a server that answers half of what is documented refuses once in all runs, and nobody is lost', async () => {
  const job = await schedule(() => [mastodonDouble(graph)]);
  const host = 'meadow.example';
  let answered = 0;
  const refusals: number[] = [];
  const halved = (question: { host: string }) => {
    if (question.host !== host) return null;
    // Of the first 300, which are documented, it answers 150; the program then waits for the window to pass.
    if (answered === 150 && refusals.length === 0) {
      refusals.push(answered);
      return { status: 429, body: '' };
    }
    answered += 1;
    return null;
  };
  const first = await job.run(0, clients, { instead: halved });
  expect(first.report.coverage).toMatchObject([{ network: 'mastodon', read: 190, not_reached: 0 }]);
  expect(first.complete).toBe(true);
  expect(refusals).toEqual([150]);
});
