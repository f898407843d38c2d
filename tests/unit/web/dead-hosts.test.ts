import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Unreachable } from '../../../src/errors.ts';
import { createSockets } from '../../../src/web/sockets.ts';
import { clientTo, reply, serve } from './local.ts';

const anything = z.unknown();
const names = (count: number, what: string) => Array.from({ length: count }, (_, number) => `${what}${number}.example`);

/** A server for hosts that answer and hosts that never do, and who asked in which order. */
async function mixed() {
  const heard: string[] = [];
  const origin = await serve((request, response) => {
    const host = request.headers.host ?? '';
    heard.push(host);
    if (!host.startsWith('dead')) reply(response, 200);
  });
  return { origin, heard };
}

describe('hosts that never answer', () => {
  it('hold up nobody, however many they are, and are told', async () => {
    const { origin, heard } = await mixed();
    const [dead, living] = [names(90, 'dead'), names(10, 'living')];
    const hosts = Object.fromEntries([...dead, ...living].map((name) => [name, origin]));
    const order: string[] = [];
    const { web, client } = clientTo({ hosts, concurrency: 16, firstByteSeconds: 0.6, patienceSeconds: 0.05 });
    const ask = (name: string) =>
      web.json(`https://${name}/list`, anything).then(
        () => order.push(name),
        (error: unknown) => {
          order.push(name);
          return error;
        },
      );
    const outcomes = await Promise.all([...dead, ...dead, ...living, ...living].map(ask));
    const lastLiving = order.findLastIndex((name) => name.startsWith('living'));
    const lastDead = order.findLastIndex((name) => name.startsWith('dead'));
    expect(lastLiving).toBeLessThan(lastDead);
    const errors = outcomes.filter((outcome) => outcome instanceof Unreachable);
    expect(errors).toHaveLength(180);
    for (const error of errors) expect(error.why).toMatch(/no full answer within 0\.6 seconds/);
    for (const name of dead) expect(client.requests().get(name), 'once, and once more at the end').toBe(2);
    expect(new Set(heard).size).toBe(100);
  });

  it('are asked one request at a time, and the rest of theirs is not sent', async () => {
    const { origin, heard } = await mixed();
    const { web } = clientTo({ hosts: { 'dead.example': origin }, hostAtOnce: 4, firstByteSeconds: 0.05 });
    const asked = Array.from({ length: 20 }, (_, number) => web.json(`https://dead.example/${number}`, anything));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(heard).toHaveLength(2);
  });

  it('are not those that are slow once they have answered', async () => {
    let count = 0;
    const origin = await serve((_, response) => {
      count += 1;
      if (count === 1) reply(response, 200);
      else setTimeout(() => reply(response, 200), 120);
    });
    const { web, client } = clientTo({ hosts: { 'slow.example': origin }, firstByteSeconds: 0.06, timeoutSeconds: 5 });
    await web.json('https://slow.example/', anything);
    await web.json('https://slow.example/', anything);
    expect(client.requests().get('slow.example')).toBe(2);
  });

  it('are given a second chance', async () => {
    let count = 0;
    const origin = await serve((_, response) => {
      count += 1;
      if (count > 1) reply(response, 200);
    });
    const { web } = clientTo({ hosts: { 'late.example': origin }, firstByteSeconds: 0.05 });
    await web.json('https://late.example/', anything);
    expect(count).toBe(2);
  });
});

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('sockets', () => {
  it('are kept for hosts that answer: a quarter of them, and the next that is free', async () => {
    const sockets = createSockets(8, 60_000);
    const entered: string[] = [];
    const ask = async (standing: 'answers' | 'unknown' | 'silent', name: string) => {
      const free = await sockets.enter(standing);
      entered.push(name);
      return free;
    };
    const unsure = Array.from({ length: 9 }, (_, number) => ask('unknown', `unknown${number}`));
    const silent = ask('silent', 'silent');
    await soon();
    expect(entered).toHaveLength(6);
    const sure = Array.from({ length: 3 }, (_, number) => ask('answers', `sure${number}`));
    await soon();
    expect(entered.slice(6)).toEqual(['sure0', 'sure1']);
    (await unsure[0])?.();
    await soon();
    expect(entered.slice(8)).toEqual(['sure2']);
    for (const free of [...sure, ...unsure.slice(1, 4)]) (await free)?.();
    await soon();
    expect(entered.slice(9)).toEqual(['unknown6', 'unknown7', 'unknown8', 'silent']);
    for (const free of [...unsure.slice(4), silent]) (await free)?.();
  });
});
