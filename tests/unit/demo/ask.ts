import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import { startDemoNetwork, type DemoNetwork } from '../../../src/demo/server.ts';
import type { World } from '../../../src/demo/world.ts';
import type { Clock } from '../../../src/types/run.ts';

export interface Got {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The text as JSON; null where it is none. */
  body: unknown;
}

export type Ask = (address: string) => Promise<Got>;

export interface Running extends DemoNetwork {
  ask: Ask;
}

/** Starts the world until the end of the test, and asks it for fictional addresses. */
export async function running(world: World, clock?: Clock): Promise<Running> {
  const network = await startDemoNetwork(world, clock ? { clock } : {});
  onTestFinished(() => network.close());
  return { ...network, ask: (address) => get(network.connectTo, address) };
}

function get(connectTo: Record<string, string>, address: string): Promise<Got> {
  const { host, pathname, search } = new URL(address);
  const origin = connectTo[host] ?? Object.values(connectTo)[0] ?? '';
  return new Promise((resolve, reject) => {
    request(new URL(pathname + search, origin), { headers: { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parsed(text) });
      });
    })
      .on('error', reject)
      .end();
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A clock that stands still, and notes how long it was asked to sleep. */
export function standing(now: number): Clock & { slept: number[]; at: number } {
  const slept: number[] = [];
  const clock = {
    at: now,
    slept,
    now: () => clock.at,
    sleep(milliseconds: number): Promise<void> {
      slept.push(milliseconds);
      return Promise.resolve();
    },
  };
  return clock;
}
