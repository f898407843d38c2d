import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clientTo, reply, serve, sleepingClock, start, virtualClock } from './local.ts';

const anything = z.unknown();
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
};

/** Answers after a few turns of the event loop, and counts how many requests were there at once. */
async function counting(): Promise<{ origin: string; most: Map<string, number>; mostAtAll: () => number }> {
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  let all = 0;
  let mostAll = 0;
  const origin = await serve(async (request, response) => {
    const host = request.headers.host ?? '';
    now.set(host, (now.get(host) ?? 0) + 1);
    most.set(host, Math.max(most.get(host) ?? 0, now.get(host) ?? 0));
    all += 1;
    mostAll = Math.max(mostAll, all);
    await turns(10);
    now.set(host, (now.get(host) ?? 0) - 1);
    all -= 1;
    reply(response, 200);
  });
  return { origin, most, mostAtAll: () => mostAll };
}

describe('at once', () => {
  it('no host is asked for more than its network allows', async () => {
    const { origin, most } = await counting();
    const { web } = clientTo({ hosts: { 'a.example': origin, 'b.example': origin }, hostAtOnce: 3 });
    const urls = Array.from({ length: 40 }, (_, index) => `https://${index % 2 ? 'a' : 'b'}.example/${index}`);
    await Promise.all(urls.map((url) => web.json(url, anything)));
    expect([...most]).toEqual(
      expect.arrayContaining([
        ['a.example', 3],
        ['b.example', 3],
      ]),
    );
  });

  it('no more sockets are used than the client allows', async () => {
    const { origin, mostAtAll } = await counting();
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => `${letter}.example`);
    const { web } = clientTo({ hosts: Object.fromEntries(names.map((name) => [name, origin])), concurrency: 5 });
    await Promise.all([...names, ...names, ...names].map((name) => web.json(`https://${name}/`, anything)));
    expect(mostAtAll()).toBe(5);
  });
});

it('requests to a host go in the order they were asked, with waits and tries in between', async () => {
  const heard: string[] = [];
  const origin = await serve((request, response) => {
    heard.push(request.url ?? '');
    const second = heard.filter((url) => url === '/4').length === 1 && request.url === '/4';
    reply(response, second ? 500 : 200);
  });
  const paces = [{ requests: 4, seconds: 10 }];
  const { web } = clientTo({ hosts: { 'a.example': origin }, hostAtOnce: 1, paces });
  await Promise.all(Array.from({ length: 9 }, (_, index) => web.json(`https://a.example/${index}`, anything)));
  expect(heard).toEqual(['/0', '/1', '/2', '/3', '/4', '/4', '/5', '/6', '/7', '/8']);
});

it('the documented pace holds for what a server sees', async () => {
  const clock = virtualClock();
  const times: number[] = [];
  const origin = await serve((_, response) => {
    times.push(clock.now() - start);
    reply(response, 200);
  });
  const paces = [{ requests: 4, seconds: 6 }];
  const { web } = clientTo({ hosts: { 'a.example': origin }, hostAtOnce: 1, paces, clock });
  await Promise.all(Array.from({ length: 6 }, () => web.json('https://a.example/', anything)));
  expect(times).toEqual([0, 0, 0, 0, 6000, 6000]);
});

describe('no host holds up another', () => {
  it('when it is slow', async () => {
    const held: ServerResponse[] = [];
    const events: string[] = [];
    const origin = await serve((request, response) => {
      if (request.headers.host === 'slow.example' && request.url !== '/known') held.push(response);
      else reply(response, 200);
    });
    const { web } = clientTo({
      hosts: { 'slow.example': origin, 'quick.example': origin },
      hostAtOnce: 2,
      concurrency: 3,
    });
    const ask = async (host: string) => {
      await web.json(`https://${host}/`, anything);
      events.push(host);
    };
    await web.json('https://slow.example/known', anything);
    const slow = Promise.all([1, 2, 3, 4].map(() => ask('slow.example')));
    await Promise.all(Array.from({ length: 20 }, () => ask('quick.example')));
    expect(events).toEqual(Array.from({ length: 20 }, () => 'quick.example'));
    expect(held).toHaveLength(2);
    while (events.length < 24) {
      for (const response of held.splice(0)) reply(response, 200);
      await turns(5);
    }
    await slow;
  });

  it('when it cools down, even with a single socket', async () => {
    const { clock, wake } = sleepingClock();
    const events: string[] = [];
    const origin = await serve((request, response) => {
      const cooling = request.headers.host === 'busy.example' && clock.now() < start + 60_000;
      reply(response, cooling ? 429 : 200, {}, cooling ? { 'retry-after': '60' } : {});
    });
    const { web } = clientTo({ hosts: { 'busy.example': origin, 'quick.example': origin }, concurrency: 1, clock });
    const ask = async (host: string) => {
      await web.json(`https://${host}/`, anything);
      events.push(host);
    };
    const busy = Promise.all([1, 2, 3, 4, 5, 6].map(() => ask('busy.example')));
    await Promise.all(Array.from({ length: 10 }, () => ask('quick.example')));
    expect(events).toEqual(Array.from({ length: 10 }, () => 'quick.example'));
    wake();
    await busy;
    expect(events).toHaveLength(16);
  });
});
