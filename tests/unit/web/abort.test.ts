import { getEventListeners, once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { clientTo, portOf, reply, serve, virtualClock } from './local.ts';

const anything = z.unknown();
const reason = new Error('the caller has gone home');
const hosts = (origin: string) => ({ 'one.example': origin });
const address = 'https://one.example/';

test('a request that hangs rejects with the reason, nothing is sent any more, and its connection ends with the client', async () => {
  const server = createServer(() => undefined);
  const origin = `http://127.0.0.1:${await portOf(server)}`;
  const ending = new AbortController();
  const { web, client } = clientTo({ hosts: hosts(origin), hostAtOnce: 1, signal: ending.signal });
  const asking = [1, 2, 3].map(() => web.json(address, anything));
  const [request] = (await once(server, 'request')) as [IncomingMessage];
  ending.abort(reason);
  for (const each of asking) await expect(each).rejects.toBe(reason);
  await expect(web.json(address, anything)).rejects.toBe(reason);
  await expect(web.page(address)).rejects.toBe(reason);
  const closed = once(request.socket, 'close');
  await client.close();
  await closed;
});

test('a wait ends with the reason, and the clock hears of it', async () => {
  const origin = await serve((_, response) => reply(response, 429, {}, { 'retry-after': '600' }));
  const ending = new AbortController();
  const heard: (AbortSignal | undefined)[] = [];
  const clock = {
    ...virtualClock(),
    sleep: (_milliseconds: number, signal?: AbortSignal) => {
      heard.push(signal);
      setImmediate(() => ending.abort(reason));
      return new Promise<void>(() => undefined);
    },
  };
  const { web, client } = clientTo({ hosts: hosts(origin), clock, signal: ending.signal });
  const asking = [1, 2, 3].map(() => web.json(address, anything));
  for (const each of asking) await expect(each).rejects.toBe(reason);
  expect(heard.map((signal) => signal?.reason)).toContain(reason);
  expect(client.requests().get('one.example')).toBeLessThanOrEqual(3);
});

test('a signal that was aborted before sends nothing and takes nothing from a budget', async () => {
  const taken: number[] = [];
  const { web, client } = clientTo({
    hosts: hosts('http://127.0.0.1:9'),
    signal: AbortSignal.abort(reason),
    takeFromBudget: (_, amount) => {
      taken.push(amount);
      return null;
    },
  });
  await expect(web.json(address, anything, { cost: 1 })).rejects.toBe(reason);
  expect([taken, client.requests().size]).toEqual([[], 0]);
});

test('many requests at once need no more listeners than one', async () => {
  const warnings: Error[] = [];
  const warn = (warning: Error): void => void warnings.push(warning);
  process.on('warning', warn);
  onTestFinished(() => void process.off('warning', warn));
  const origin = await serve((_, response) => reply(response, 200));
  const ending = new AbortController();
  const { web } = clientTo({ hosts: hosts(origin), signal: ending.signal });
  await Promise.all(Array.from({ length: 50 }, () => web.json(address, anything)));
  await new Promise(setImmediate);
  expect(warnings).toEqual([]);
  expect(getEventListeners(ending.signal, 'abort').length).toBeLessThanOrEqual(1);
});
