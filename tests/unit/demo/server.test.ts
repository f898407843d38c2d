import { describe, expect, it } from 'vitest';
import { account, appView, type Server, type World } from '../../../src/demo/world.ts';
import { running, standing } from './ask.ts';

const now = Date.parse('2026-11-22T12:01:40.000Z');
const meadow: Server = { host: 'meadow.example', software: 'mastodon' };
const lookup = 'https://meadow.example/api/v1/accounts/lookup?acct=page';
const profiles = 'https://public.api.bsky.app/xrpc/app.bsky.actor.getProfiles?actors=page.example';
const worldWith = (about: Partial<Server> = {}): World => ({
  servers: [
    { ...about, ...meadow },
    { ...about, ...appView },
  ],
  accounts: [account(meadow, 'page'), account(appView, 'page.example')],
});

it('answers for every host, and the domains of names, at one address of this machine', async () => {
  const garden: Server = { host: 'social.garden.example', software: 'mastodon', accountDomain: 'garden.example' };
  const { connectTo } = await running({ servers: [meadow, appView, garden], accounts: [] });
  expect(Object.keys(connectTo)).toEqual([meadow.host, appView.host, garden.host, 'garden.example']);
  expect(new Set(Object.values(connectTo)).size).toBe(1);
  expect(Object.values(connectTo)[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

it('tells hosts apart, and answers for no other', async () => {
  const { ask } = await running(worldWith());
  expect((await ask(lookup)).body).toMatchObject({ acct: 'page' });
  expect((await ask(profiles)).body).toMatchObject({ profiles: [{ handle: 'page.example' }] });
  expect((await ask(profiles.replace('public.api.bsky.app', 'meadow.example'))).status).toBe(404);
  expect((await ask('https://other.example/')).status).toBe(421);
});

it('remembers every request in order', async () => {
  const { ask, requests } = await running(worldWith());
  await ask(lookup);
  await ask('https://other.example/a');
  expect(requests()).toEqual([
    { host: 'meadow.example', path: '/api/v1/accounts/lookup', query: 'acct=page' },
    { host: 'other.example', path: '/a', query: '' },
  ]);
});

it('is gone once closed', async () => {
  const { ask, close } = await running(worldWith());
  await ask(lookup);
  await close();
  await expect(ask(lookup)).rejects.toMatchObject({ code: expect.stringMatching(/^ECONN/) });
});

it('refuses a world that contradicts itself', async () => {
  await expect(running({ servers: [], accounts: [account(meadow, 'page')] })).rejects.toThrow('not in the world');
});

it('takes its time where a server is slow', async () => {
  const clock = standing(now);
  const { ask } = await running(worldWith({ delay: 300 }), clock);
  await ask(lookup);
  await ask(lookup);
  expect(clock.slept).toEqual([300, 300]);
});

it('is busy once, with a reset and no Retry-After, then works', async () => {
  const { ask } = await running(worldWith({ busyFor: 2000 }), standing(now));
  expect((await ask('https://meadow.example/.well-known/webfinger?resource=acct:page@meadow.example')).status).toBe(
    200,
  );
  const busy = await ask(lookup);
  expect(busy.status).toBe(429);
  expect(busy.body).toEqual({ error: 'Too many requests' });
  expect(busy.headers).toMatchObject({
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': '2026-11-22T12:01:42.000Z',
  });
  expect(busy.headers).not.toHaveProperty('retry-after');
  expect((await ask(lookup)).status).toBe(200);
});

describe('limits', () => {
  it('are told by Bluesky in seconds since the epoch', async () => {
    const { ask } = await running(worldWith(), standing(now));
    await ask(profiles);
    expect((await ask(profiles)).headers).toMatchObject({
      'ratelimit-limit': '3000',
      'ratelimit-remaining': '2998',
      'ratelimit-reset': String(Date.parse('2026-11-22T12:05:00.000Z') / 1000),
      'ratelimit-policy': '3000;w=300',
    });
  });

  it('are told by Mastodon as an instant, for the API alone', async () => {
    const { ask } = await running(worldWith(), standing(now));
    expect((await ask(lookup)).headers).toMatchObject({
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': '299',
      'x-ratelimit-reset': '2026-11-22T12:05:00.000Z',
    });
    const finger = await ask('https://meadow.example/.well-known/webfinger?resource=acct:page@meadow.example');
    expect(finger.headers).not.toHaveProperty('x-ratelimit-limit');
  });

  it('are kept: 429 until the window is over', async () => {
    const clock = standing(now);
    const { ask } = await running(worldWith({ limit: 2 }), clock);
    for (const [address, refusal] of [
      [lookup, { error: 'Too many requests' }],
      [profiles, { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' }],
    ] as const) {
      expect([(await ask(address)).status, (await ask(address)).status]).toEqual([200, 200]);
      const refused = await ask(address);
      expect([refused.status, refused.body]).toEqual([429, refusal]);
    }
    expect((await ask(profiles)).headers['retry-after']).toBe('200');
    clock.at = Date.parse('2026-11-22T12:05:00.000Z');
    expect([(await ask(lookup)).status, (await ask(profiles)).status]).toEqual([200, 200]);
  });

  it('count pages of Mastodon a second time, over 15 minutes', async () => {
    const clock = standing(now);
    const { ask } = await running(worldWith({ limit: 2 }), clock);
    await ask(`${lookup}&max_id=1`);
    clock.at = Date.parse('2026-11-22T12:05:00.000Z');
    expect((await ask(`${lookup}&max_id=1`)).headers).toMatchObject({
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-11-22T12:15:00.000Z',
    });
    expect((await ask(lookup)).status).toBe(200);
    expect((await ask(`${lookup}&max_id=1`)).status).toBe(429);
  });
});
