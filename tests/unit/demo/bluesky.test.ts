import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { account, appView } from '../../../src/demo/world.ts';
import { author, numbered, page, worldWith, xrpc } from './bluesky-world.ts';
import { type Ask, type Got, running } from './ask.ts';

const Profiles = z.object({
  profiles: z.array(
    z.object({
      did: z.string(),
      handle: z.string(),
      description: z.string(),
      followersCount: z.int(),
      followsCount: z.int(),
      postsCount: z.int(),
      labels: z.array(z.object({ val: z.string() })),
    }),
  ),
});
const Follows = z.object({ follows: z.array(z.looseObject({ did: z.string() })), cursor: z.string().optional() });
const Feed = z.object({
  feed: z.array(
    z.object({
      post: z.object({
        author: z.object({ did: z.string() }),
        record: z.object({ text: z.string() }),
        embed: z.object({ record: z.object({ $type: z.string() }) }).optional(),
      }),
      reason: z.object({ $type: z.string(), by: z.object({ did: z.string() }) }).optional(),
    }),
  ),
  cursor: z.string().optional(),
});

const profilesOf = ({ body }: Got) => Profiles.parse(body).profiles;

const actors = (names: string[]): string =>
  `${xrpc}/app.bsky.actor.getProfiles?${names.map((name) => `actors=${name}`).join('&')}`;

/** Every page of a list, as a client that trusts nothing but the cursor sees it. */
async function pagesOf(ask: Ask, address: string): Promise<z.infer<typeof Follows>[]> {
  const pages: z.infer<typeof Follows>[] = [];
  let cursor: string | undefined = '';
  while (cursor !== undefined && pages.length < 10) {
    const { body } = await ask(cursor ? `${address}&cursor=${encodeURIComponent(cursor)}` : address);
    const got = Follows.parse(body);
    pages.push(got);
    cursor = got.cursor;
  }
  return pages;
}

describe('getProfiles', () => {
  it('takes handles and DIDs in any case, leaves out who is gone and repeats who is asked for twice', async () => {
    const { ask } = await running(worldWith());
    const names = [page.id, 'PAGE.example', 'gone.example', 'banned.example', 'nobody.example', author.id];
    const profiles = profilesOf(await ask(actors(names)));
    expect(profiles.map(({ did }) => did).toSorted()).toEqual([page.id, page.id, author.id].toSorted());
    expect(profiles.find(({ did }) => did === page.id)).toMatchObject({
      followersCount: 5000,
      description: 'All & sundry',
      followsCount: 0,
      postsCount: 4,
    });
  });

  it('does not keep the order of the question', async () => {
    const many = numbered(25, 'one');
    const { ask } = await running(worldWith(...many));
    const answered = profilesOf(await ask(actors(many.map(({ id }) => id)))).map(({ did }) => did);
    expect(answered).toHaveLength(25);
    expect(answered).not.toEqual(many.map(({ id }) => id));
  });

  it('refuses 26, none, and a whole batch for one that is no name', async () => {
    const { ask } = await running(worldWith());
    for (const names of [numbered(26, 'one').map(({ name }) => name), [], ['page.example', 'page']]) {
      const { status, body } = await ask(actors(names));
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: 'InvalidRequest' });
    }
    expect((await ask(actors(numbered(25, 'one').map(({ name }) => name)))).status).toBe(200);
  });

  it('shows the wish not to be shown to strangers as a label only', async () => {
    const { ask } = await running(worldWith());
    const profiles = profilesOf(await ask(actors(['shy.example', 'page.example'])));
    const labels = Object.fromEntries(profiles.map(({ handle, labels: all }) => [handle, all.map(({ val }) => val)]));
    expect(labels).toEqual({ 'shy.example': ['!no-unauthenticated'], 'page.example': [] });
    expect((await ask(`${xrpc}/app.bsky.graph.getFollows?actor=shy.example`)).status).toBe(200);
  });

  it('shows handle.invalid for broken handles and resolves none of them', async () => {
    const broken = ['did:plc:aaaaaaaaaaaaaaaaaaaaaaaa', 'did:plc:bbbbbbbbbbbbbbbbbbbbbbbb'].map((id) =>
      account(appView, 'handle.invalid', { id }),
    );
    const { ask } = await running(worldWith(...broken));
    const profiles = profilesOf(await ask(actors(['handle.invalid', ...broken.map(({ id }) => id)])));
    expect(profiles.map(({ handle }) => handle)).toEqual(['handle.invalid', 'handle.invalid']);
  });
});

it('tells in getProfile alone why an account is gone', async () => {
  const { ask } = await running(worldWith());
  const answers = await Promise.all(
    ['banned', 'gone', 'nobody', 'page'].map((name) => ask(`${xrpc}/app.bsky.actor.getProfile?actor=${name}.example`)),
  );
  expect(answers.map(({ status, body }) => [status, body])).toMatchObject([
    [400, { error: 'AccountTakedown' }],
    [400, { error: 'AccountDeactivated' }],
    [400, { error: 'InvalidRequest' }],
    [200, { handle: 'page.example' }],
  ]);
});

describe('getFollows', () => {
  const all = numbered(250, 'one');
  const reader = account(appView, 'reader.example', { follows: all.map(({ id }) => id) });
  const address = `${xrpc}/app.bsky.graph.getFollows?actor=reader.example&limit=100`;

  it('pages by cursor, newest first, without counts', async () => {
    const { ask } = await running(worldWith(reader, ...all));
    const pages = await pagesOf(ask, address);
    expect(pages.map(({ follows }) => follows.length)).toEqual([100, 100, 50]);
    expect(pages.flatMap(({ follows }) => follows.map(({ did }) => did))).toEqual(reader.follows);
    expect(pages[0]?.follows[0]).not.toHaveProperty('followersCount');
  });

  it('gives 50 a page where nobody asks for more, and refuses more than 100 and less than 1', async () => {
    const { ask } = await running(worldWith(reader, ...all));
    const asked = (limit: string) => ask(`${xrpc}/app.bsky.graph.getFollows?actor=reader.example${limit}`);
    expect(Follows.parse((await asked('')).body).follows).toHaveLength(50);
    expect((await asked('&limit=101')).status).toBe(400);
    expect((await asked('&limit=0')).status).toBe(400);
  });

  it('ends a list of whole pages with an empty one', async () => {
    const whole = account(appView, 'whole.example', { follows: all.slice(0, 100).map(({ id }) => id) });
    const { ask } = await running(worldWith(whole, ...all));
    const pages = await pagesOf(ask, address.replace('reader', 'whole'));
    expect(pages.map(({ follows }) => follows.length)).toEqual([100, 0]);
  });

  it('drops who is gone: a short page, and an empty page, both with a cursor', async () => {
    const closed = numbered(130, 'closed', 'deactivated');
    const ids = [...all.slice(0, 70), ...closed, ...all.slice(70, 73)].map(({ id }) => id);
    const { ask } = await running(worldWith(account(appView, 'patient.example', { follows: ids }), ...all, ...closed));
    const pages = await pagesOf(ask, address.replace('reader', 'patient'));
    expect(pages.map(({ follows, cursor }) => [follows.length, cursor !== undefined])).toEqual([
      [70, true],
      [0, true],
      [3, false],
    ]);
  });

  it('can hand out the same cursor for ever', async () => {
    const stuck = account(appView, 'stuck.example', { follows: [author.id], stuckCursor: true });
    const { ask } = await running(worldWith(stuck));
    const pages = await pagesOf(ask, address.replace('reader', 'stuck'));
    expect(new Set(pages.map(({ cursor }) => cursor)).size).toBe(1);
    expect(pages).toHaveLength(10);
  });

  it('answers an old cursor with an empty list and a garbled one with an error of its own', async () => {
    const { ask } = await running(worldWith(reader, ...all));
    expect((await ask(`${address}&cursor=1700000000000%3A%3Abafy`)).body).toMatchObject({ follows: [] });
    expect((await ask(`${address}&cursor=garbled`)).status).toBe(500);
  });

  it('is 400 for everybody who is gone, and says whom it did not find', async () => {
    const { ask } = await running(worldWith());
    for (const name of ['gone.example', 'banned.example', 'nobody.example']) {
      expect((await ask(`${xrpc}/app.bsky.graph.getFollows?actor=${name}`)).body).toEqual({
        error: 'InvalidRequest',
        message: `Actor not found: ${name}`,
      });
    }
  });
});

describe('getAuthorFeed', () => {
  const address = `${xrpc}/app.bsky.feed.getAuthorFeed?actor=page.example`;

  it('shows reposts with their first author and quotes under the embed', async () => {
    const { ask } = await running(worldWith());
    const { feed } = Feed.parse((await ask(`${address}&filter=posts_no_replies&includePins=true`)).body);
    expect(feed.map(({ post, reason }) => [post.record.text, post.author.did === page.id, reason?.by.did])).toEqual([
      ['Seen elsewhere', false, page.id],
      ['Read this', true, undefined],
      ['Lost', true, undefined],
      ['Our own', true, undefined],
    ]);
    expect(feed[0]?.reason?.$type).toBe('app.bsky.feed.defs#reasonRepost');
    expect(feed.map(({ post }) => post.embed?.record.$type)).toEqual([
      undefined,
      'app.bsky.embed.record#viewRecord',
      'app.bsky.embed.record#viewNotFound',
      undefined,
    ]);
  });

  it('shows replies without the filter, and pages by cursor', async () => {
    const { ask } = await running(worldWith());
    const { feed, cursor } = Feed.parse((await ask(`${address}&limit=3`)).body);
    expect(feed.map(({ post }) => post.record.text)).toEqual(['Seen elsewhere', 'Read this', 'Thanks']);
    const rest = Feed.parse((await ask(`${address}&limit=4&cursor=${cursor}`)).body);
    expect(rest.feed.map(({ post }) => post.record.text)).toEqual(['Lost', 'Our own']);
    expect(rest.cursor).toBeUndefined();
  });

  it('is 400 for an account that is gone', async () => {
    const { ask } = await running(worldWith());
    const { status, body } = await ask(`${xrpc}/app.bsky.feed.getAuthorFeed?actor=gone.example`);
    expect([status, body]).toEqual([400, { error: 'InvalidRequest', message: 'Profile not found' }]);
  });
});

it('knows no other method', async () => {
  const { ask } = await running(worldWith());
  expect((await ask(`${xrpc}/app.bsky.graph.getList?list=x`)).status).toBe(501);
});
