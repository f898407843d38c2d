import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { explain } from '../../../src/index.ts';
import { identifyProfile, identifyResource } from '../../../src/inputs/identify.ts';
import { networks } from '../../../src/networks/index.ts';
import type { Exchange } from '../fixture-web.ts';
import { replay } from '../replay.ts';

// A community is one resource, however people write it and whatever its server is called.

const nodeInfo = (host: string, software: string): Exchange[] => [
  {
    request: `GET https://${host}/.well-known/nodeinfo`,
    status: 200,
    body: {
      links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: `https://${host}/nodeinfo/2.0` }],
    },
  },
  { request: `GET https://${host}/nodeinfo/2.0`, status: 200, body: { software: { name: software, version: '1' } } },
];

const lemmy = (host: string, name: string, subscribers = 9000): Exchange[] => [
  ...nodeInfo(host, 'lemmy'),
  {
    request: `GET https://${host}/api/v3/community?name=${name}`,
    status: 200,
    body: {
      community_view: {
        community: { name, title: 'Hedges', description: null, actor_id: `https://${host}/c/${name}` },
        counts: { subscribers },
      },
      moderators: [],
    },
  },
];

const actors = (host: string, software: string, id: string, name: string): Exchange[] => [
  ...nodeInfo(host, software),
  {
    request: `GET ${id}`,
    status: 200,
    body: { id, type: 'Group', preferredUsername: name, name: 'Hedges', followers: `${id}/followers` },
  },
  {
    request: `GET ${id}/followers`,
    status: 200,
    body: { type: 'OrderedCollection', totalItems: 7000 },
  },
];

const told = (...resources: string[]) =>
  resources.map((resource, index) => ({ customer: `Client ${index}`, resource }));

const read = (resources: string[], exchanges: Exchange[], more = {}) =>
  replay('', exchanges, { follows: told(...resources), thirdParty: 'ignore', minCustomers: 1, ...more });

describe.each([
  ['Lemmy', lemmy('quiet.example', 'hedges'), 'https://quiet.example/c/hedges', 9000],
  [
    'PieFed',
    actors('quiet.example', 'piefed', 'https://quiet.example/c/hedges', 'hedges'),
    'https://quiet.example/c/hedges',
    7000,
  ],
  [
    'Mbin',
    actors('quiet.example', 'mbin', 'https://quiet.example/m/hedges', 'hedges'),
    'https://quiet.example/m/hedges',
    7000,
  ],
])('a community of %s at a host that does not tell', (_, exchanges, id, subscribers) => {
  const forms = [
    '!hedges@quiet.example',
    '!Hedges@Quiet.example',
    'https://quiet.example/c/hedges',
    'quiet.example/c/hedges/?sort=New',
    'https://elsewhere.example/c/hedges@quiet.example',
    'https://lemmy.example/c/hedges@quiet.example',
    'https://elsewhere.example/m/hedges@quiet.example',
    '@hedges@quiet.example',
  ];

  test('is one row in every form', async () => {
    const webFinger: Exchange = {
      request: 'GET https://quiet.example/.well-known/webfinger?resource=acct:hedges@quiet.example',
      status: 200,
      body: {
        subject: 'acct:hedges@quiet.example',
        links: [{ rel: 'self', type: 'application/activity+json', href: id }],
      },
    };
    const { rows } = await read(forms, [...exchanges, webFinger]);
    expect([...rows.keys()]).toEqual([id]);
    expect(rows.get(id)).toMatchObject({ customers: forms.length, subscribers, resource: 'hedges@quiet.example' });
  });

  test('costs no more requests than to learn what its server runs, and itself', async () => {
    const { asked } = await read(forms.slice(0, 7), exchanges);
    expect(asked).toHaveLength(exchanges.length);
  });

  test.each(forms.slice(0, 7))('is found by a verdict on %s', async (form) => {
    const { rows } = await read([forms[0] ?? ''], exchanges, {
      verdicts: [{ resource: form, verdict: 'drop', note: 'not for us' }],
    });
    expect(rows.get(id)).toMatchObject({ verdict: 'drop', reason: 'your_decision' });
  });
});

test('a community is explained in every form', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-communities-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const state = join(folder, 'state.sqlite');
  const exchanges = [...lemmy('quiet.example', 'hedges'), ...nodeInfo('shop.example', 'mastodon')];
  await read(['!hedges@quiet.example', 'https://shop.example/c/shoes'], exchanges, { state });
  const forms = ['!hedges@quiet.example', 'https://elsewhere.example/c/hedges@quiet.example', 'quiet.example/c/hedges'];
  for (const form of forms) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await explain(form, { state, minCustomers: 1 })).toMatchObject({ resource: 'hedges@quiet.example' });
  }
  expect(await explain('https://shop.example/c/shoes', { state, minCustomers: 1 })).toMatchObject({ network: 'web' });
});

describe('an address that may be a community, and is none', () => {
  test('stays a page of the web while nobody answers there', async () => {
    const { rows } = await read([], lemmy('quiet.example', 'hedges'), {
      dead: ['shop.example'],
      follows: [
        ...told('https://shop.example/c/shoes', 'https://www.shop.example/c/shoes'),
        { customer: 'Client 3', resource: '!hedges@quiet.example' },
      ],
    });
    expect(rows.get('shop.example/c/shoes')).toMatchObject({ network: 'web', customers: 2 });
  });

  test.each<[string, Exchange[]]>([
    ['a shop', []],
    ['a server of other software', nodeInfo('shop.example', 'mastodon')],
    ['Lemmy that knows no such community', nodeInfo('shop.example', 'lemmy')],
  ])('at %s stays a page of the web', async (_, exchanges) => {
    const nothing = { request: 'GET https://shop.example/', status: 404, text: '' };
    const { rows } = await read(
      ['https://shop.example/c/shoes', 'http://www.shop.example/c/shoes'],
      [...exchanges, nothing],
      {
        verdicts: [{ resource: 'https://shop.example/c/shoes', verdict: 'keep', note: '' }],
      },
    );
    expect([...rows.values()]).toMatchObject([
      { network: 'web', resourceId: 'shop.example/c/shoes', customers: 2, verdict: 'keep' },
    ]);
  });

  test.each(['https://shop.example/c/shoes', 'https://quiet.example/c/hedges'])('%s is no profile', (address) => {
    expect(identifyProfile(address, networks)).toBeNull();
  });

  test.each([
    'https://shop.example/c/two-shoes',
    'https://shop.example/c/shoes/12',
    'https://shop.example/c/ab',
    'https://shop.example/m/shoes',
    'https://www.shop.example/c/shoes',
    'https://shop.example/c/shoes?colour=red',
    'https://shop.example/c/',
  ])('%s is not even asked for', (address) => {
    expect(identifyResource(address, networks)).toMatchObject({ network: 'web' });
  });

  test.each(['https://www.youtube.com/c/hedges', 'https://t.me/c/123456/7', 'https://www.reddit.com/c/hedges'])(
    '%s is of the network whose host it is',
    (address) => {
      const found = identifyResource(address, networks);
      expect(found && 'network' in found ? found.network : 'none').not.toBe('mastodon');
    },
  );
});

test.each(['!hedges@quiet.example', '!hedges@lemmy.example', 'https://lemmy.example/c/hedges'])(
  '%s in a client list is said to be a community',
  (cell) => {
    expect(identifyProfile(cell, networks)).toEqual({ reason: expect.stringContaining('community') });
  },
);
