import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { account } from '../../../src/demo/world.ts';
import {
  View,
  compost,
  craft,
  garden,
  idsOf,
  ledger,
  listAddress,
  locked,
  lookup,
  meadow,
  numbered,
  page,
  servers,
  shed,
  views,
  worldWith,
} from './mastodon-world.ts';
import { type Ask, type Got, running } from './ask.ts';

const nextOf = ({ headers }: Got): string | undefined =>
  /<([^>]+)>; rel="next"/.exec(String(headers['link'] ?? ''))?.[1];

/** Every page of a list, by Link alone. */
async function pagesOf(ask: Ask, address: string): Promise<View[][]> {
  const pages: View[][] = [];
  for (let next: string | undefined = address; next && pages.length < 10;) {
    const got = await ask(next);
    pages.push(views(got));
    next = nextOf(got);
  }
  return pages;
}

describe('lookup', () => {
  it('finds local accounts by name and by name with domain, in any case', async () => {
    const { ask } = await running(worldWith());
    for (const acct of ['page', '@Page', 'PAGE@meadow.example']) {
      expect(await lookup(ask, 'meadow.example', acct)).toMatchObject({
        acct: 'page',
        uri: 'https://meadow.example/users/page',
        url: 'https://meadow.example/@page',
        followers_count: 5100,
        note: '<p>Tips &amp; &lt;tricks&gt;</p>',
      });
    }
  });

  it('gives ids that no JavaScript number holds', async () => {
    const { ask } = await running(worldWith());
    const { id } = await lookup(ask, 'meadow.example', 'page');
    expect(typeof id).toBe('string');
    expect(BigInt(id)).toBeGreaterThan(2n ** 53n);
  });

  it('finds remote accounts that somebody here follows, under an id of its own and with the old count', async () => {
    const reader = account(craft, 'reader', { follows: [page.id] });
    const { ask } = await running(worldWith(reader));
    const there = await lookup(ask, 'craft.example', 'page@meadow.example');
    expect(there).toMatchObject({ acct: 'page@meadow.example', uri: page.id, followers_count: 4300 });
    expect(there.id).not.toBe((await lookup(ask, 'meadow.example', 'page')).id);
    expect((await ask('https://meadow.example/api/v1/accounts/lookup?acct=reader@craft.example')).status).toBe(404);
  });

  it('is 404 JSON for who is unknown or deleted', async () => {
    const { ask } = await running(worldWith(account(meadow, 'left', { state: 'deleted' })));
    for (const acct of ['nobody', 'left', 'page@elsewhere.example', '']) {
      const { status, body } = await ask(`https://meadow.example/api/v1/accounts/lookup?acct=${acct}`);
      expect([status, body]).toEqual([404, { error: 'Record not found' }]);
    }
  });

  it('names numeric actors by the id they have at home', async () => {
    const { ask } = await running(worldWith(account(craft, 'reader')));
    const { id, uri } = await lookup(ask, 'craft.example', 'reader');
    expect(uri).toBe(`https://craft.example/ap/users/${id}`);
  });
});

describe('following', () => {
  const all = numbered(170);
  const reader = account(meadow, 'reader', { follows: idsOf(all) });

  it('pages by Link, whose max_id is no id of an account', async () => {
    const { ask } = await running(worldWith(reader, ...all));
    const address = `${await listAddress(ask, 'meadow.example', 'reader')}/following?limit=80`;
    const first = await ask(address);
    const pages = await pagesOf(ask, address);
    expect(pages.map((each) => each.length)).toEqual([80, 80, 10]);
    expect(pages.flat().map(({ uri }) => uri)).toEqual(reader.follows);
    const next = new URL(nextOf(first) ?? '');
    expect(next.searchParams.get('limit')).toBe('80');
    expect(views(first).map(({ id }) => id)).not.toContain(next.searchParams.get('max_id'));
    expect(String(first.headers['link'])).toContain('rel="prev"');
  });

  it('follows a full last page with an empty one without Link', async () => {
    const whole = account(meadow, 'whole', { follows: idsOf(all.slice(0, 160)) });
    const { ask } = await running(worldWith(whole, ...all));
    const pages = await pagesOf(ask, `${await listAddress(ask, 'meadow.example', 'whole')}/following?limit=80`);
    expect(pages.map((each) => each.length)).toEqual([80, 80, 0]);
  });

  it('gives 40 a page where nobody asks for more, and never more than 80', async () => {
    const { ask } = await running(worldWith(reader, ...all));
    const address = `${await listAddress(ask, 'meadow.example', 'reader')}/following`;
    expect(views(await ask(address))).toHaveLength(40);
    expect(views(await ask(`${address}?limit=500`))).toHaveLength(80);
  });

  it('hides a list as an empty one, with hide_collections and the true count', async () => {
    const { ask } = await running(worldWith(account(meadow, 'shy', { follows: [page.id], state: 'hidden' })));
    expect(await lookup(ask, 'meadow.example', 'shy')).toMatchObject({ hide_collections: true, following_count: 1 });
    const got = await ask(`${await listAddress(ask, 'meadow.example', 'shy')}/following`);
    expect([got.status, got.body, got.headers['link']]).toEqual([200, [], undefined]);
  });

  it('tells an account that follows nobody from one that hides it', async () => {
    const { ask } = await running(worldWith());
    expect(await lookup(ask, 'meadow.example', 'page')).toMatchObject({ hide_collections: false, following_count: 0 });
  });

  it('shows no list of a suspended account, and the new address of a moved one', async () => {
    const moved = account(meadow, 'moved', { state: 'moved', movedTo: ledger.id, follows: [page.id] });
    const suspended = account(meadow, 'bad', { title: 'Bad', state: 'suspended', follows: [page.id] });
    const { ask } = await running(worldWith(moved, suspended, account(meadow, 'quiet', { state: 'limited' })));
    expect(await lookup(ask, 'meadow.example', 'bad')).toMatchObject({ suspended: true, display_name: '', note: '' });
    expect((await ask(`${await listAddress(ask, 'meadow.example', 'bad')}/following`)).body).toEqual([]);
    expect(await lookup(ask, 'meadow.example', 'moved')).toMatchObject({
      moved: { acct: 'ledger@garden.example', uri: ledger.id },
    });
    expect(await lookup(ask, 'meadow.example', 'quiet')).toMatchObject({ limited: true });
  });

  it('lists a deleted account of another server, which was never told, and none of its own', async () => {
    const left = account(craft, 'left', { state: 'deleted', subscribersElsewhere: 6800 });
    const gone = account(meadow, 'gone', { state: 'deleted' });
    const { ask } = await running(worldWith(left, gone, account(meadow, 'reader', { follows: [left.id, gone.id] })));
    const listed = views(await ask(`${await listAddress(ask, 'meadow.example', 'reader')}/following`));
    expect(listed.map(({ uri, followers_count }) => [uri, followers_count])).toEqual([[left.id, 6800]]);
    expect((await ask('https://craft.example/api/v1/accounts/lookup?acct=left')).status).toBe(404);
  });

  it('knows of another server’s people only what touches its own', async () => {
    const there = account(craft, 'there', { follows: [page.id, ledger.id] });
    const { ask } = await running(worldWith(there, account(meadow, 'reader', { follows: [there.id] })));
    const address = await listAddress(ask, 'meadow.example', 'there@craft.example');
    expect(views(await ask(`${address}/following`)).map(({ uri }) => uri)).toEqual([page.id]);
    expect(await lookup(ask, 'meadow.example', 'there@craft.example')).toMatchObject({ following_count: 2 });
  });
});

describe('accounts by id', () => {
  it('come one by one or several at a time, without those nobody knows', async () => {
    const { ask } = await running(worldWith());
    const { id } = await lookup(ask, 'meadow.example', 'page');
    expect((await ask(`https://meadow.example/api/v1/accounts/${id}`)).body).toMatchObject({ uri: page.id });
    expect(views(await ask(`https://meadow.example/api/v1/accounts?id[]=${id}&id[]=1`)).map(({ uri }) => uri)).toEqual([
      page.id,
    ]);
    expect((await ask('https://meadow.example/api/v1/accounts/1/following')).status).toBe(404);
  });

  it('hide the number of subscribers as -1', async () => {
    const { ask } = await running(worldWith(account(meadow, 'quiet', { subscribers: -1 })));
    expect((await lookup(ask, 'meadow.example', 'quiet')).followers_count).toBe(-1);
  });
});

describe('statuses', () => {
  const of = { author: ledger.id, at: '2026-11-01T10:00:00.000Z', text: 'Cash < flow' };
  const club = account(meadow, 'club', {
    group: true,
    shown: [
      { kind: 'repost', at: '2026-11-06T10:00:00.000Z', of },
      { kind: 'quote', at: '2026-11-05T10:00:00.000Z', text: 'Read this', of },
      { kind: 'reply', at: '2026-11-04T10:00:00.000Z', text: 'Thanks', to: of },
      { kind: 'own', at: '2026-11-03T10:00:00.000Z', text: 'See https://club.example/a' },
    ],
  });

  it('show boosts under reblog and quotes under quote, with the account that wrote them', async () => {
    const { ask } = await running(worldWith(club));
    const { body } = await ask(`${await listAddress(ask, 'meadow.example', 'club')}/statuses`);
    expect(body).toMatchObject([
      {
        content: '',
        created_at: '2026-11-06T10:00:00.000Z',
        account: { uri: club.id, group: true },
        reblog: { content: '<p>Cash &lt; flow</p>', account: { acct: 'ledger@garden.example' } },
      },
      { content: '<p>Read this</p>', quote: { quoted_status: { account: { uri: ledger.id } } } },
      { in_reply_to_id: expect.any(String), reblog: null },
      {
        content: '<p>See <a href="https://club.example/a" rel="nofollow">https://club.example/a</a></p>',
        in_reply_to_id: null,
        reblog: null,
      },
    ]);
  });

  it('leave out replies and boosts on request, and page by Link', async () => {
    const { ask } = await running(worldWith(club));
    const address = `${await listAddress(ask, 'meadow.example', 'club')}/statuses`;
    expect((await ask(`${address}?exclude_replies=true`)).body).toHaveLength(3);
    expect((await ask(`${address}?exclude_replies=true&exclude_reblogs=true`)).body).toHaveLength(2);
    const pages = await pagesOf(ask, `${address}?limit=2&exclude_replies=true`);
    expect(pages.map((each) => each.length)).toEqual([2, 1]);
  });

  it('have the same address on whichever server they are seen', async () => {
    const written = account(garden, 'ledger', { shown: [{ kind: 'own', at: of.at, text: of.text }] });
    const { ask } = await running({ servers, accounts: [page, written, club] });
    const home = await ask(`${await listAddress(ask, 'social.garden.example', 'ledger')}/statuses`);
    const [{ uri }] = z.tuple([z.object({ uri: z.url() })]).parse(home.body);
    const { body } = await ask(`${await listAddress(ask, 'meadow.example', 'club')}/statuses?limit=1`);
    expect(body).toMatchObject([{ reblog: { uri } }]);
  });
});

describe('WebFinger', () => {
  it('leads from the domain of the names to the server', async () => {
    const { ask } = await running(worldWith());
    const address = 'https://garden.example/.well-known/webfinger?resource=acct%3Aledger%40garden.example';
    const passedOn = await ask(address);
    expect([passedOn.status, passedOn.headers['location']]).toEqual([
      301,
      address.replace('//garden', '//social.garden'),
    ]);
    const { body, headers } = await ask(String(passedOn.headers['location']));
    expect(headers['content-type']).toContain('application/jrd+json');
    expect(body).toMatchObject({
      subject: 'acct:ledger@garden.example',
      links: [
        { rel: 'http://webfinger.net/rel/profile-page', href: ledger.url },
        { rel: 'self', type: 'application/activity+json', href: 'https://social.garden.example/users/ledger' },
      ],
    });
    expect((await ask('https://garden.example/api/v1/accounts/lookup?acct=ledger')).status).toBe(404);
  });

  it('takes the domain and the host in the name, and in lookup the domain alone, as Mastodon does', async () => {
    const { ask } = await running(worldWith());
    for (const acct of ['acct:ledger@social.garden.example', 'acct:Ledger@Garden.example', ledger.url, ledger.id]) {
      const { body } = await ask(
        `https://social.garden.example/.well-known/webfinger?resource=${encodeURIComponent(acct)}`,
      );
      expect(body).toMatchObject({ subject: 'acct:ledger@garden.example' });
    }
    expect(await lookup(ask, 'social.garden.example', 'ledger@garden.example')).toMatchObject({ acct: 'ledger' });
    const lookedUp = await ask(
      'https://social.garden.example/api/v1/accounts/lookup?acct=ledger@social.garden.example',
    );
    expect(lookedUp.body).toEqual({ error: 'Record not found' });
  });

  it('is 404 for nobody, and 400 without a question', async () => {
    const { ask } = await running(worldWith());
    const finger = 'https://meadow.example/.well-known/webfinger';
    expect((await ask(`${finger}?resource=acct:nobody@meadow.example`)).status).toBe(404);
    expect((await ask(`${finger}?resource=acct:page@craft.example`)).status).toBe(404);
    expect((await ask(finger)).status).toBe(400);
  });
});

it('wants a login for accounts, not for WebFinger and NodeInfo', async () => {
  const { ask } = await running(worldWith(account(locked, 'yusuf')));
  for (const path of ['lookup?acct=yusuf', '1/following', '1/statuses', '1']) {
    const { status, body } = await ask(`https://nursery.example/api/v1/accounts/${path}`);
    expect([status, body]).toEqual([401, { error: 'This API requires an authenticated user' }]);
  }
  expect((await ask('https://nursery.example/.well-known/webfinger?resource=acct:yusuf@nursery.example')).status).toBe(
    200,
  );
});

describe('a server like snac', () => {
  const vera = account(shed, 'vera', { follows: idsOf([page, ledger]) });

  it('hides every list without saying so', async () => {
    const { ask } = await running(worldWith(vera));
    const found = await lookup(ask, 'shed.example', 'vera');
    expect(found).toMatchObject({ acct: 'vera@shed.example', following_count: 2, hide_collections: false });
    expect(found.id).toMatch(/^[\da-f]{32}$/);
    const got = await ask(`https://shed.example/api/v1/accounts/${found.id}/following`);
    expect([got.status, got.body, got.headers['link'], got.headers['x-ratelimit-limit']]).toEqual([
      200,
      [],
      undefined,
      undefined,
    ]);
  });

  it('says 404 in HTML', async () => {
    const { ask } = await running(worldWith(vera));
    const { status, headers, body } = await ask('https://shed.example/api/v1/accounts/lookup?acct=nobody');
    expect([status, headers['content-type'], body]).toEqual([404, 'text/html; charset=utf-8', null]);
  });

  it('shows 20 statuses whatever the limit, without Link', async () => {
    const shown = Array.from({ length: 25 }, (_, hour) => ({
      kind: 'own' as const,
      at: new Date(Date.UTC(2026, 10, 1, -hour)).toISOString(),
      text: `Post ${hour}`,
    }));
    const { ask } = await running(worldWith({ ...vera, shown }));
    const got = await ask(`${await listAddress(ask, 'shed.example', 'vera')}/statuses?limit=2`);
    expect(got.body).toHaveLength(20);
    expect(got.headers).not.toHaveProperty('link');
  });
});

describe('a server like Sharkey', () => {
  const all = numbered(5);
  const willem = account(compost, 'willem', { follows: idsOf(all) });

  it('sends one page without Link, whatever max_id says', async () => {
    const { ask } = await running(worldWith(willem, ...all));
    const address = `${await listAddress(ask, 'compost.example', 'willem')}/following?limit=80`;
    const first = await ask(address);
    expect([views(first).map(({ uri }) => uri), first.headers['link']]).toEqual([idsOf(all.slice(0, 3)), undefined]);
    expect((await ask(`${address}&max_id=${views(first)[2]?.id}`)).body).toEqual(first.body);
    expect((await lookup(ask, 'compost.example', 'willem')).following_count).toBe(5);
  });

  it('hides a list behind an object with status 200', async () => {
    const { ask } = await running(worldWith(account(compost, 'shy', { state: 'hidden' })));
    const got = await ask(`${await listAddress(ask, 'compost.example', 'shy')}/following`);
    expect([got.status, got.body]).toMatchObject([200, { error: { code: 'FORBIDDEN' } }]);
  });

  it('is 401 for unknown and suspended accounts, whom other lists keep', async () => {
    const bad = account(compost, 'bad', { state: 'suspended' });
    const { ask } = await running(worldWith(bad, account(compost, 'reader', { follows: [bad.id] })));
    for (const acct of ['nobody', 'bad']) {
      expect((await ask(`https://compost.example/api/v1/accounts/lookup?acct=${acct}`)).status).toBe(401);
    }
    const listed = views(await ask(`${await listAddress(ask, 'compost.example', 'reader')}/following`));
    expect(listed.map(({ uri }) => uri)).toEqual([bad.id]);
  });
});

it.each([meadow, shed, compost])('says in NodeInfo which software $host runs', async ({ host, software }) => {
  const { ask } = await running(worldWith());
  const address = `https://${host}/nodeinfo/2.0`;
  expect((await ask(`https://${host}/.well-known/nodeinfo`)).body).toMatchObject({ links: [{ href: address }] });
  expect((await ask(address)).body).toMatchObject({ version: '2.0', software: { name: software } });
});
