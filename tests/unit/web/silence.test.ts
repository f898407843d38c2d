import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { clientTo, portOf } from './local.ts';

// In a file of its own: undici sets its timer once, and must find the false one.
vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

test('a connection that is taken, and then never a word of TLS, is given up after ten seconds', async () => {
  const port = await portOf(createServer((socket) => socket.on('error', () => undefined).resume()));
  const { web, client } = clientTo({ hosts: { 'social.example': `https://127.0.0.1:${port}` } });
  let told: unknown = null;
  void web.json('https://social.example/', z.unknown()).catch((error: unknown) => {
    told = error;
  });
  while (told === null) await vi.advanceTimersByTimeAsync(500);
  expect(String(told)).toContain('gave up after 4 tries: no connection came about within 10 seconds');
  expect(client.requests()).toEqual(new Map());
});
