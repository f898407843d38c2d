import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Pace, Pause } from '../../../src/types/network.ts';
import type { LearntLimit } from '../../../src/types/web.ts';
import { createPace } from '../../../src/web/pace.ts';
import { type VirtualClock, clientTo, reply, serve, sleepingClock, start, virtualClock } from './local.ts';

const anything = z.unknown();
const documented = { requests: 300, seconds: 300 };
const pause: Pause = { seconds: 300, source: 'https://project.example/limits', read: '2026-11-22' };

const limitClass = ({ pathname }: URL) => pathname;

/** Whether a server that has these earlier requests behind it answers one more. */
type Rule = (now: number, answered: readonly number[]) => boolean;

const sliding =
  (most: number, seconds: number): Rule =>
  (now, answered) =>
    answered.filter((at) => at > now - seconds * 1000).length < most;

const fixed =
  (most: number, seconds: number): Rule =>
  (now, answered) => {
    const begin = Math.floor(now / (seconds * 1000)) * seconds * 1000;
    return answered.filter((at) => at >= begin).length < most;
  };

interface Told {
  headers?: Record<string, string>;
  learnt?: LearntLimit[];
  paces?: Pace[];
  /** What the server does from this request on. */
  later?: { from: number; rule: Rule };
}

/** Asks a server with this rule; what it answered and refused, and what was learnt of it. */
async function askAll(
  requests: number,
  rule: Rule,
  { headers = {}, learnt = [], paces = [documented], later }: Told = {},
  clock: VirtualClock = virtualClock(),
) {
  const answered: number[] = [];
  let refused = 0;
  const origin = await serve((_, response) => {
    const now = clock.now();
    const current = later && answered.length >= later.from ? later.rule : rule;
    if (current(now, answered)) {
      answered.push(now);
      // A tenth of a second for each request, and one more behind each window.
      void clock.sleep(100).then(() => reply(response, 200));
    } else {
      refused += 1;
      reply(response, 429, {}, headers);
    }
  });
  const said: LearntLimit[] = [];
  const { client } = clientTo({
    hosts: { 'social.example': origin },
    clock,
    learnt,
    onLearn: (limit) => said.push(limit),
  });
  const web = client.for({ id: 'test', paces, concurrency: 4, pause });
  const asked = Array.from({ length: requests }, (_, number) => web.json(`https://social.example/${number}`, anything));
  const outcomes = await Promise.allSettled(asked);
  const lost = outcomes.filter(({ status }) => status === 'rejected').length;
  return { answered, refused, said, lost, seconds: (clock.now() - start) / 1000 };
}

describe('a limit that was halved without notice', () => {
  it.each<[string, Rule]>([
    ['of a sliding window', sliding(150, 300)],
    ['of fixed windows', fixed(150, 300)],
  ])('%s costs one refusal in the whole run', async (_, rule) => {
    const { answered, refused, lost, said, seconds } = await askAll(900, rule);
    expect({ answered: answered.length, refused, lost }).toEqual({ answered: 900, refused: 1, lost: 0 });
    expect(said).toMatchObject([{ host: 'social.example', limitClass: '', pace: 0, documented: 300, requests: 150 }]);
    expect(seconds).toBeLessThan(6 * 300);
  });

  it.each<[string, Rule]>([
    ['of a sliding window', sliding(150, 300)],
    ['of fixed windows', fixed(150, 300)],
  ])('%s in the middle of a run costs one refusal, too', async (_, rule) => {
    const later = { from: 700, rule };
    const { answered, refused, lost } = await askAll(1300, sliding(300, 300), { later });
    expect({ answered: answered.length, refused, lost }).toEqual({ answered: 1300, refused: 1, lost: 0 });
  });

  it('costs none in the next run', async () => {
    const known = { host: 'social.example', limitClass: '', pace: 0, documented: 300, requests: 150, at: start };
    const { refused, lost } = await askAll(600, sliding(150, 300), { learnt: [known] });
    expect({ refused, lost }).toEqual({ refused: 0, lost: 0 });
  });

  it('is learnt where the server says how long to wait and nothing else', async () => {
    const { refused, lost } = await askAll(600, sliding(150, 300), { headers: { 'retry-after': '290' } });
    expect({ refused, lost }).toEqual({ refused: 1, lost: 0 });
  });

  it('is not believed where another limit was documented then', async () => {
    const known = { host: 'social.example', limitClass: '', pace: 0, documented: 200, requests: 20, at: start };
    const { seconds } = await askAll(300, () => true, { learnt: [known] });
    expect(seconds).toBeLessThan(60);
  });
});

it('one refusal halves a limit at most: a busy moment is no new limit', async () => {
  const { refused, said } = await askAll(200, (_, answered) => answered.length !== 3, {
    later: { from: 3, rule: sliding(1000, 300) },
  });
  expect(refused).toBeLessThanOrEqual(1);
  expect(said.every(({ requests }) => requests >= 150)).toBe(true);
});

it('a limit of seconds is not learnt: its window is over at once', () => {
  const pace = createPace([{ requests: 5, seconds: 1 }]);
  const url = new URL('https://social.example/');
  const ticket = pace.sent(url, start);
  pace.ended(ticket, null);
  expect(pace.refused(ticket, url, start)).toBeNull();
});

describe('a 429 that says nothing', () => {
  it.each<[string, Pause | undefined, number]>([
    ['as long as the documented window', pause, 300],
    ['for a minute where none is documented', undefined, 60],
  ])('is obeyed %s, and nothing is lost', async (_, documentedPause, seconds) => {
    const clock = virtualClock();
    const times: number[] = [];
    const origin = await serve((__, response) => {
      times.push((clock.now() - start) / 1000);
      reply(response, times.length === 1 ? 429 : 200);
    });
    const { client, waits } = clientTo({ hosts: { 'social.example': origin }, clock });
    const web = client.for({
      id: 'test',
      paces: [],
      concurrency: 2,
      ...(documentedPause && { pause: documentedPause }),
    });
    await Promise.all([1, 2, 3].map(() => web.json('https://social.example/', anything)));
    expect(times).toEqual([0, seconds, seconds, seconds]);
    expect(waits).toMatchObject([{ host: 'social.example', why: 'the server answered 429' }]);
  });

  it('is obeyed twice as long each further time', async () => {
    const clock = virtualClock();
    const times: number[] = [];
    const origin = await serve((_, response) => {
      times.push((clock.now() - start) / 1000);
      reply(response, times.length < 4 ? 429 : 200);
    });
    const { web } = clientTo({ hosts: { 'social.example': origin }, clock });
    await web.json('https://social.example/', anything);
    expect(times).toEqual([0, 60, 180, 420]);
  });

  it('is about its class alone where the network says so', async () => {
    const { clock, wake } = sleepingClock();
    const heard: string[] = [];
    const origin = await serve((request, response) => {
      heard.push(request.url ?? '');
      reply(response, heard.length === 2 ? 429 : 200);
    });
    const { client } = clientTo({ hosts: { 'social.example': origin }, clock });
    const web = client.for({ id: 'test', paces: [], concurrency: 1, limitClass, pause: { ...pause, ofClass: true } });
    await web.json('https://social.example/names', anything);
    const lists = web.json('https://social.example/lists', anything);
    while (heard.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await web.json('https://social.example/names', anything);
    expect(heard).toEqual(['/names', '/lists', '/names']);
    wake();
    await lists;
    expect(clock.now() - start).toBe(300_000);
  });
});

describe('behind a quarter of a limit that no server has told', () => {
  const url = new URL('https://social.example/');
  const quarter = (pace: ReturnType<typeof createPace>) => {
    for (let sent = 0; sent < 75; sent += 1) pace.ended(pace.sent(url, start), null);
    return pace;
  };

  it('requests go one at a time', () => {
    const pace = quarter(createPace([documented]));
    expect(pace.next(url, start).alone).toBeUndefined();
    const ticket = pace.sent(url, start);
    expect(pace.next(url, start).alone).toBe(true);
    pace.ended(ticket, null);
    expect(pace.next(url, start).alone).toBeUndefined();
  });

  it('but not where the server tells what is left, nor where the window is short', () => {
    const told = quarter(createPace([documented]));
    told.ended(told.sent(url, start), { remaining: 100, until: start + 60_000 });
    told.sent(url, start);
    expect(told.next(url, start).alone).toBeUndefined();
    const short = createPace([{ requests: 300, seconds: 30 }]);
    quarter(short).sent(url, start);
    expect(short.next(url, start).alone).toBeUndefined();
  });
});
