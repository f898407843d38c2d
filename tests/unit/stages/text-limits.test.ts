import { expect, test } from 'vitest';
import { Unreachable } from '../../../src/errors.ts';
import { mastodon } from '../../../src/networks/mastodon/index.ts';
import { networks } from '../../../src/networks/index.ts';
import type { CollectContext } from '../../../src/stages/context.ts';
import { readTextLimits } from '../../../src/stages/text-limits.ts';
import type { KnownLimits } from '../../../src/types/text-limit.ts';
import { row } from '../outputs/example-report.ts';

const now = 1_000_000;
const onServer = (host: string, rank: number | null = 1) => row({ network: 'mastodon', host, rank });

/** Reads the limits of these rows, where the state knows `before`; servers are asked by the function. */
async function limitsOf(
  rows: ReturnType<typeof row>[],
  before: KnownLimits,
  ask: (host: string) => Promise<{ max: number; perAddress: number | null } | null>,
): Promise<{ saved: KnownLimits; asked: string[] }> {
  const asked: string[] = [];
  let saved: KnownLimits = {};
  const readTextLimit = (host: string) => {
    asked.push(host);
    return ask(host);
  };
  const others = networks.filter(({ id }) => id !== 'mastodon');
  const context = {
    networks: [...others, { ...mastodon, readTextLimit }],
    store: { textLimits: () => before, saveTextLimits: (limits: KnownLimits) => (saved = limits) },
    clock: { now: () => now },
    maxAgeMs: 1000,
    signal: new AbortController().signal,
    webFor: () => ({}),
  } as unknown as CollectContext;
  await readTextLimits(rows, context);
  return { saved, asked };
}

const limit = { max: 5000, perAddress: 23 };

test('each server of a ranked resource is asked once, and only where servers differ', async () => {
  const rows = [
    onServer('a.test'),
    onServer('a.test', 2),
    onServer('b.test', null),
    row({ network: 'vk', host: 'vk.com' }),
  ];
  const { saved, asked } = await limitsOf(rows, {}, () => Promise.resolve(limit));
  expect(asked).toEqual(['a.test']);
  expect(saved).toEqual({ 'mastodon a.test': { limit, at: now } });
});

test('what is young is not asked again, and who does not answer keeps what it said', async () => {
  const young = { limit: null, at: now - 10 };
  const old = { limit, at: now - 5000 };
  const before = { 'mastodon a.test': young, 'mastodon b.test': old, 'mastodon gone.test': young };
  const rows = [onServer('a.test'), onServer('b.test', 2), onServer('c.test', 3)];
  const { saved, asked } = await limitsOf(rows, before, (host) =>
    Promise.reject(new Unreachable(`https://${host}/`, 'down')),
  );
  expect(asked).toEqual(['b.test', 'c.test']);
  expect(saved).toEqual({ 'mastodon a.test': young, 'mastodon b.test': old });
});
