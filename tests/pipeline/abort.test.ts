import { afterAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProgressEvent, analyze } from '../../src/index.ts';
import { hurriedClock } from '../helpers/clock.ts';
import { blueskyDouble } from '../doubles/bluesky.ts';
import { type Question, crowdGraph } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-abort-'));
afterAll(() => rmSync(folder, { recursive: true }));

const graph = crowdGraph({ people: 12, follows: 20, media: 30 });

test('an aborted run rejects with the reason, writes no files, and the next run asks only for the rest', async () => {
  const double = blueskyDouble(graph);
  const reason = new Error('the caller has gone home');
  const ending = new AbortController();
  let lists = 0;
  let hang = true;
  const served = await serve([
    {
      ...double,
      answer: (question: Question) => {
        const isHanging = question.path.includes('getFollows') && ++lists > 5 && hang;
        return isHanging ? new Promise<never>(() => undefined) : double.answer(question);
      },
    },
  ]);
  const customers = join(folder, 'customers.csv');
  const rows = graph.people.map(({ name }) => `${name},${double.addressOf(name)}\n`);
  writeFileSync(customers, `customer,profile\n${rows.join('')}`);
  const settings = {
    customers,
    connectTo: served.connectTo,
    output: join(folder, 'output'),
    state: join(folder, 'state.sqlite'),
  };
  const progress = (event: ProgressEvent): void => {
    if (event.stage === 'collect' && event.done === 5) ending.abort(reason);
  };
  await expect(analyze(settings, { clock: hurriedClock(), progress, signal: ending.signal })).rejects.toBe(reason);
  expect(existsSync(settings.output)).toBe(false);

  hang = false;
  lists = 0;
  const { report } = await analyze(settings, { clock: hurriedClock() });
  expect(report.coverage).toMatchObject([{ network: 'bluesky', profiles: 12, read: 12 }]);
  expect(lists).toBe(12 - 5);
  await served.close();
});

test('a signal that is aborted already ends the run before anything is opened', async () => {
  const state = join(folder, 'none.sqlite');
  const signal = AbortSignal.abort();
  const run = analyze({ customers: join(folder, 'customers.csv'), state, output: folder }, { signal });
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  expect(existsSync(state)).toBe(false);
});
