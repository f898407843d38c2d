import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createWire } from '../../../src/web/wire.ts';
import { clientTo, portOf } from './local.ts';

// In a file of its own: undici sets its timer once, and must find the false one.
vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

const silent = () => portOf(createServer((socket) => socket.on('error', () => undefined).resume()));

test('a connection that is taken, and then never a word of TLS, is given up after eight seconds', async () => {
  const { web, client } = clientTo({ hosts: { 'social.example': `https://127.0.0.1:${await silent()}` } });
  const asked = web.json('https://social.example/', z.unknown());
  const ended = new AbortController();
  asked.catch(() => ended.abort());
  while (!ended.signal.aborted) await vi.advanceTimersByTimeAsync(500);
  await expect(asked).rejects.toThrow('gave up after 2 tries: no connection came about within 8 seconds');
  expect(client.requests()).toEqual(new Map());
});

test('a request that nobody waits for any longer ends before there is a connection', async () => {
  const wire = createWire({ timeoutSeconds: 30, maxBytes: 1000 });
  const leaving = new AbortController();
  const route = { origin: `https://127.0.0.1:${await silent()}`, path: '/', headers: {}, named: true };
  const sent = wire.send(route, { method: 'GET', headers: {}, body: null }, { signal: leaving.signal });
  leaving.abort();
  expect(await sent).toMatchObject({ failed: 'it is no longer needed' });
  await vi.advanceTimersByTimeAsync(9000);
  await wire.close();
});
