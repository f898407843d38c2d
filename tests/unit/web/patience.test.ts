import type { ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Unreachable } from '../../../src/errors.ts';
import { clientTo, reply, script, serve, start, virtualClock } from './local.ts';

const anything = z.unknown();
const good = (response: ServerResponse) => reply(response, 200);
const busy =
  (headers: Record<string, string>, status = 429) =>
  (response: ServerResponse) => {
    reply(response, status, {}, headers);
  };
const knowsNothing: LookupFunction = (_, __, callback) => {
  callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '');
};
const at = (seconds: number) => start + seconds * 1000;

describe('what can pass', () => {
  it.each([408, 425, 500, 502, 503, 504, 522])('%d is asked again, up to four times', async (status) => {
    const origin = await serve(script(busy({}, status), busy({}, status), busy({}, status), good));
    const { web, client, clock, waits } = clientTo({ hosts: { 'social.example': origin } });
    await web.json('https://social.example/', anything);
    expect(client.requests().get('social.example')).toBe(4);
    expect(clock.sleeps).toEqual([500, 1000, 2000]);
    expect(waits).toEqual([]);
  });

  it('waits a random part of twice as long each time', async () => {
    const origin = await serve(script(busy({}, 500)));
    const draws = [0.1, 0.99, 0];
    const { web, clock } = clientTo({ hosts: { 'social.example': origin }, random: () => draws.shift() ?? 1 });
    const error = await web.json('https://social.example/', anything).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain('gave up after 4 tries: the server answered 500');
    expect(clock.sleeps).toEqual([100, 1980, 0]);
  });

  it('is a connection that breaks, before or within the answer', async () => {
    const origin = await serve(
      script(
        (response) => response.destroy(),
        (response) => {
          response.writeHead(200, { 'content-length': 100 });
          response.write('{"a":', () => response.destroy());
        },
        good,
      ),
    );
    const { web, client } = clientTo({ hosts: { 'social.example': origin } });
    await web.json('https://social.example/', anything);
    expect(client.requests().get('social.example')).toBe(3);
  });

  it('is a server that says nothing, or stops in the middle', async () => {
    const origin = await serve(
      script(
        () => {},
        (response) => response.write('{"a":'),
        good,
      ),
    );
    const { web, client } = clientTo({ hosts: { 'social.example': origin }, timeoutSeconds: 0.5 });
    await web.json('https://social.example/', anything);
    expect(client.requests().get('social.example')).toBe(3);
  });

  it('says how long it waited for an answer', async () => {
    const origin = await serve(() => {});
    const { web } = clientTo({ hosts: { 'social.example': origin }, timeoutSeconds: 0.02 });
    await expect(web.json('https://social.example/', anything)).rejects.toThrow('no full answer within 0.02 seconds');
  });

  it('is not a request where nothing listened', async () => {
    const { web, client, clock } = clientTo({ hosts: { 'social.example': 'http://127.0.0.1:1' } });
    await expect(web.json('https://social.example/', anything)).rejects.toThrow('ECONNREFUSED');
    expect(clock.sleeps).toHaveLength(3);
    expect(client.requests()).toEqual(new Map());
  });

  it('is not a name that does not exist', async () => {
    const { web, client, clock } = clientTo({ hosts: {}, lookup: knowsNothing });
    await expect(web.json('https://localhost/', anything)).rejects.toThrow('there is no such host');
    expect(clock.sleeps).toEqual([]);
    expect(client.requests()).toEqual(new Map());
  });
});

describe('a host that is down', () => {
  it('is left alone after three requests without an answer', async () => {
    const origin = await serve(script(busy({}, 500)));
    const { web, client } = clientTo({ hosts: { 'social.example': origin, 'other.example': origin } });
    const ask = () => web.json('https://social.example/', anything);
    for (const _ of [1, 2, 3]) await expect(ask()).rejects.toThrow('gave up after 4 tries');
    await expect(ask()).rejects.toThrow('social.example did not answer three times');
    await expect(ask()).rejects.toBeInstanceOf(Unreachable);
    expect(client.requests().get('social.example')).toBe(12);
    await expect(web.json('https://other.example/', anything)).rejects.toThrow('gave up after 4 tries');
  });

  it('may be one that asks to wait for ever', async () => {
    const origin = await serve(script(busy({ 'retry-after': '120' }, 503)));
    const { web, client } = clientTo({ hosts: { 'social.example': origin } });
    const ask = () => web.json('https://social.example/', anything);
    for (const _ of [1, 2, 3]) await expect(ask()).rejects.toThrow('run again after');
    const sent = client.requests().get('social.example');
    await expect(ask()).rejects.toThrow('did not answer three times');
    expect(client.requests().get('social.example')).toBe(sent);
  });

  it('is not down once an answer came in between, even a refusal', async () => {
    const fails = Array.from({ length: 8 }, () => busy({}, 500));
    const origin = await serve(script(...fails, busy({}, 404), ...fails, good));
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    const ask = () => web.json('https://social.example/', anything);
    await expect(ask()).rejects.toThrow('gave up');
    await expect(ask()).rejects.toThrow('gave up');
    await expect(ask()).rejects.toThrow('404');
    await expect(ask()).rejects.toThrow('gave up');
    await expect(ask()).rejects.toThrow('gave up');
    await expect(ask()).resolves.toBeDefined();
  });
});

const nowhere = (hosts: number) =>
  Object.fromEntries(Array.from({ length: hosts }, (_, number) => [`host${number}.example`, 'http://127.0.0.1:1']));

/** Hosts that swallow what they are sent, and how often each is asked: 64 tries at once take half a minute. */
async function askLost(hosts: number, each: number) {
  const clock = virtualClock();
  let spent = 0;
  let tries = 0;
  const random = () => {
    tries += 1;
    if (tries % 64 === 0) spent += 30_000;
    return 0.5;
  };
  const slow = { ...clock, now: () => clock.now() + spent };
  const { web } = clientTo({ hosts: nowhere(hosts), random, clock: slow });
  const addresses = Array.from(
    { length: hosts * each },
    (_, number) => `https://host${number % hosts}.example/${number}`,
  );
  const errors = await Promise.all(addresses.map((url) => web.json(url, anything).catch((error: unknown) => error)));
  return { errors, seconds: (slow.now() - start) / 1000 };
}

describe('a machine without internet', () => {
  it.each([
    [50, 200],
    [200, 3],
    [400, 1],
  ])(
    '%i hosts that do not answer are asked for a minute or two together, not one after another',
    async (hosts, each) => {
      const { errors, seconds } = await askLost(hosts, each);
      expect(errors.every((error) => error instanceof Unreachable)).toBe(true);
      expect(seconds).toBeLessThan(180);
      expect(errors.map(String).join('\n')).toContain('no internet');
    },
  );

  it('is not one that a host has answered, however the others fail', async () => {
    const clock = virtualClock();
    const origin = await serve(script(good));
    let answers = 0;
    const onAnswer = () => (answers += 1);
    const { web } = clientTo({ hosts: { 'social.example': origin, ...nowhere(1) }, clock, onAnswer });
    await web.json('https://social.example/', anything);
    await clock.sleep(120_000);
    await expect(web.json('https://host0.example/', anything)).rejects.toThrow('gave up after 4 tries');
    await web.json('https://social.example/', anything);
    expect(answers).toBe(1);
  });
});

describe('a server that asks to wait', () => {
  it.each<[string, number, Record<string, string>, number]>([
    ['seconds', 429, { 'retry-after': '30' }, 30],
    ['503', 503, { 'retry-after': '30' }, 30],
    ['a date', 429, { 'retry-after': new Date(at(30)).toUTCString() }, 30],
    ['an ISO reset alone, as GoToSocial', 429, { 'x-ratelimit-reset': new Date(at(30)).toISOString() }, 30],
    ['an epoch reset alone', 429, { 'ratelimit-reset': `${at(30) / 1000}` }, 31],
  ])('is waited for: %s', async (_, status, headers, seconds) => {
    const clock = virtualClock();
    const times: number[] = [];
    const answers = script(busy(headers, status), good);
    const origin = await serve((request, response) => {
      times.push(clock.now());
      answers(request, response);
    });
    const { web, waits } = clientTo({ hosts: { 'social.example': origin }, clock });
    await web.json('https://social.example/', anything);
    expect(times).toEqual([start, at(seconds)]);
    expect(waits).toEqual([{ host: 'social.example', until: at(seconds), why: `the server answered ${status}` }]);
  });

  it('does not use up the tries', async () => {
    const wait = busy({ 'retry-after': '1' });
    const fail = busy({}, 500);
    const origin = await serve(script(wait, fail, wait, fail, wait, fail, wait, wait, good));
    const { web, client } = clientTo({ hosts: { 'social.example': origin } });
    await web.json('https://social.example/', anything);
    expect(client.requests().get('social.example')).toBe(9);
  });

  it('is obeyed eight times', async () => {
    const origin = await serve(script(busy({ 'retry-after': '1' })));
    const { web, client } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.json('https://social.example/', anything)).rejects.toThrow('run again after 2026-11-22T12:00:09');
    expect(client.requests().get('social.example')).toBe(9);
  });

  it('is obeyed for maxWaitSeconds in all', async () => {
    const origin = await serve(script(busy({ 'retry-after': '400' })));
    const { web, client, clock } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.json('https://social.example/', anything)).rejects.toBeInstanceOf(Unreachable);
    expect(client.requests().get('social.example')).toBe(3);
    expect(clock.now()).toBe(at(800));
  });

  it('for longer than that ends the request and all others to the host, saying when to run again', async () => {
    const origin = await serve(script(busy({ 'retry-after': '3600' })));
    const { web, client, clock } = clientTo({ hosts: { 'social.example': origin } });
    for (const _ of [1, 2, 3, 4, 5]) {
      const asked = web.json('https://social.example/', anything);
      await expect(asked).rejects.toThrow('run again after 2026-11-22T13:00:00.000Z');
    }
    expect(client.requests().get('social.example')).toBe(1);
    expect(clock.sleeps).toEqual([]);
  });

  it('is waited for once by all requests of the host', async () => {
    // Long enough a sleep for all answers that were sent together to arrive before the clock moves.
    const clock = virtualClock(100);
    const together: ServerResponse[] = [];
    let limited = 0;
    let isKnown = false;
    const origin = await serve((_, response) => {
      if (clock.now() >= at(60) || !isKnown) {
        isKnown = true;
        good(response);
        return;
      }
      limited += 1;
      together.push(response);
      if (together.length === 4) for (const each of together) busy({ 'retry-after': '60' })(each);
    });
    const { web, client, waits } = clientTo({ hosts: { 'social.example': origin }, hostAtOnce: 4, clock });
    await web.json('https://social.example/', anything);
    await Promise.all(Array.from({ length: 12 }, () => web.json('https://social.example/', anything)));
    expect(limited).toBe(4);
    expect(client.requests().get('social.example')).toBe(17);
    expect(waits).toEqual([{ host: 'social.example', until: at(60), why: 'the server answered 429' }]);
    expect(clock.sleeps).toEqual([60_000]);
  });
});

it('says one wait where answers that were sent together ask for nearly the same one', async () => {
  const clock = virtualClock(100);
  const together: ServerResponse[] = [];
  const origin = await serve((_, response) => {
    const count = together.push(response);
    if (count === 1 || count > 3) good(response);
    if (count === 3) together.slice(1).forEach((each, index) => busy({ 'retry-after': `60.${index * 4}` })(each));
  });
  const { web, waits } = clientTo({ hosts: { 'social.example': origin }, clock });
  await web.json('https://social.example/', anything);
  await Promise.all([1, 2].map(() => web.json('https://social.example/', anything)));
  expect(clock.sleeps).toEqual([60_000, 400]);
  expect(waits).toEqual([{ host: 'social.example', until: at(60), why: 'the server answered 429' }]);
});

describe('a server that tells its allowance', () => {
  it.each<[string, (reset: number) => Record<string, string>, number]>([
    ['Bluesky', (reset) => ({ 'RateLimit-Remaining': '0', 'RateLimit-Reset': `${reset / 1000}` }), 121],
    [
      'Mastodon',
      (reset) => ({ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': new Date(reset).toISOString() }),
      120,
    ],
    ['X', (reset) => ({ 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': `${reset / 1000}` }), 121],
    ['Reddit', (reset) => ({ 'X-Ratelimit-Remaining': '0', 'X-Ratelimit-Reset': `${(reset - start) / 1000}` }), 120],
  ])('is left alone from 0 to the reset: %s', async (_, headers, seconds) => {
    const clock = virtualClock();
    const times: number[] = [];
    const origin = await serve((__, response) => {
      times.push(clock.now());
      reply(response, 200, {}, times.length === 1 ? headers(at(120)) : {});
    });
    const { web, waits } = clientTo({ hosts: { 'social.example': origin }, clock });
    await web.json('https://social.example/', anything);
    await Promise.all([1, 2, 3].map(() => web.json('https://social.example/', anything)));
    expect(times).toEqual([start, at(seconds), at(seconds), at(seconds)]);
    expect(waits).toEqual([{ host: 'social.example', until: at(seconds), why: 'the allowance is used up' }]);
  });

  it('is heard by a request that had only been waiting for a socket', async () => {
    const clock = virtualClock();
    const times: number[] = [];
    const origin = await serve((_, response) => {
      times.push(clock.now());
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': new Date(at(60)).toISOString() };
      reply(response, 200, {}, times.length === 1 ? headers : {});
    });
    const { web } = clientTo({ hosts: { 'social.example': origin }, clock, concurrency: 1, hostAtOnce: 2 });
    await Promise.all([1, 2].map(() => web.json('https://social.example/', anything)));
    expect(times).toEqual([start, at(60)]);
  });

  it('is never asked for more, and for all of it', async () => {
    const clock = virtualClock();
    const limit = 10;
    const windows = new Map<number, number>();
    const origin = await serve((_, response) => {
      const window = Math.floor(clock.now() / 60_000);
      const used = (windows.get(window) ?? 0) + 1;
      windows.set(window, used);
      const reset = new Date((window + 1) * 60_000).toISOString();
      const headers = { 'x-ratelimit-remaining': `${Math.max(0, limit - used)}`, 'x-ratelimit-reset': reset };
      reply(response, used > limit ? 429 : 200, {}, headers);
    });
    // The documented limit is tighter and would take an hour.
    const paces = [{ requests: 40, seconds: 3600 }];
    const { web, client } = clientTo({ hosts: { 'social.example': origin }, paces, hostAtOnce: 2, clock });
    await Promise.all(Array.from({ length: 53 }, () => web.json('https://social.example/', anything)));
    expect(client.requests().get('social.example')).toBe(53);
    expect(Math.max(...windows.values())).toBeLessThanOrEqual(limit);
    expect(windows.size).toBeLessThanOrEqual(7);
  });
});
