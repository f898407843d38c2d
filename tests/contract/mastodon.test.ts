import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mastodon } from '../../src/networks/mastodon/index.ts';
import type { ProfileName } from '../../src/types/input.ts';
import type { Facts, Profile, Resource } from '../../src/types/resource.ts';
import { exchangesOf, fixtureWeb } from '../networks/fixture-web.ts';
import { answerProblems, nulled, requestProblems, smallest } from './openapi.ts';
import { all } from '../helpers/all.ts';

/** Fixtures that stand for other software, whose answers are not as Mastodon describes them. */
const otherSoftware: Record<string, string> = {
  akkoma: 'Akkoma: accounts without `uri`, a quoted post in `quote` as it is',
  broken: 'answers that no server should give',
  'old-server': 'Mastodon before it had `uri`, and numbers for ids',
  pleroma: 'Pleroma: accounts without `uri`, an object `pleroma` instead',
  sharkey: 'Sharkey: objects where lists belong, `group` null',
  snac: 'snac: accounts without pictures, errors as HTML',
  websites: 'web sites without any API',
};

/** Answers in other protocols of the fediverse, which have tests of their own. */
const otherProtocol = /^(?:activitypub|lemmy|misskey|peertube)(?:-|$)/;

const scenarios = readdirSync(new URL('../fixtures/mastodon', import.meta.url))
  .filter((scenario) => !otherProtocol.test(scenario))
  .toSorted();
const apiExchanges = (scenario: string) =>
  exchangesOf('mastodon', scenario)
    .map((exchange) => ({ ...exchange, url: exchange.request.replace('GET ', '') }))
    .filter(({ url }) => new URL(url).pathname.startsWith('/api/'));

const host = 'smallest.example';
const id = `https://${host}/users/smallest`;
const name: ProfileName = { network: 'mastodon', name: `x@${host}`, host };
const profile: Profile = { network: 'mastodon', id, ref: `x 1 ${host}`, host };
const resource: Resource = { network: 'mastodon', id, name: `x@${host}`, title: null, url: id, host };
const facts: Facts = {
  name: `x@${host}`,
  title: null,
  url: id,
  subscribers: null,
  description: null,
  group: false,
  exists: true,
  ref: 'x',
  host,
  wishes: [],
};

const answering = (path: string, body: unknown) =>
  fixtureWeb([{ request: `GET https://${host}/api/v1/accounts/${path}`, status: 200, body }]);

const findIn = (body: unknown) => all(mastodon.findProfiles([name], answering('lookup?acct=x', body)));
const factsIn = (body: unknown) => all(mastodon.readFacts([resource], answering('lookup?acct=x', body)));
const followsIn = (body: unknown) => all(mastodon.listFollows(profile, answering('x/following?limit=80', body), null));
const postsIn = (body: unknown) =>
  all(mastodon.readPosts(resource, facts, answering('x/statuses?limit=40&exclude_replies=true', body)));

/** The same answer as a later version may give it: every object has a field more. */
function withNews(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNews);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([field, content]) => [field, withNews(content)]);
  return { ...Object.fromEntries(fields), added_later: { of: [1, 'two', null] } };
}

const accounts = () => [smallest('Account'), nulled('Account'), withNews(nulled('Account'))];
const quoted = () => ({ ...smallest('Quote'), quoted_status: smallest('Status') });
const posts = () => [
  smallest('Status'),
  nulled('Status'),
  withNews(nulled('Status')),
  { ...smallest('Status'), quote: smallest('Quote') },
  { ...smallest('Status'), quote: smallest('ShallowQuote') },
  { ...smallest('Status'), quote: quoted(), reblog: nulled('Status') },
];

describe("the fixtures, against Mastodon's description", () => {
  test.each(scenarios.filter((scenario) => !(scenario in otherSoftware)))('%s', (scenario) => {
    const problems = apiExchanges(scenario).flatMap(({ url, status, body, text }) => [
      ...requestProblems(url),
      // Errors in front of the server, and a server that is down, are not Mastodon's answers.
      ...(text !== undefined || status >= 500 ? [] : answerProblems(url, status, body)),
    ]);
    expect(problems).toEqual([]);
  });

  test.each(Object.entries(otherSoftware))('%s is exempt: %s', (scenario) => {
    expect(scenarios).toContain(scenario);
    const problems = apiExchanges(scenario).flatMap(({ url, status, body }) => answerProblems(url, status, body));
    expect(problems).not.toEqual([]);
    expect(apiExchanges(scenario).flatMap(({ url }) => requestProblems(url))).toEqual([]);
  });

  test('the checker finds what is wrong', () => {
    const lookup = `https://${host}/api/v1/accounts/lookup?acct=x`;
    expect(answerProblems(lookup, 200, { ...smallest('Account'), followers_count: 'many', uri: 5 })).toHaveLength(2);
    expect(answerProblems(lookup, 200, {})).toContain(" must have required property 'uri'");
    expect(answerProblems(lookup, 418, {})).toEqual(['status 418 is not described']);
    expect(requestProblems(`https://${host}/api/v1/accounts/lookup?user=x`)).toEqual([
      'unknown parameter user',
      'acct is missing',
    ]);
  });
});

describe('the parser takes whatever the description allows', () => {
  test('what is tried here is allowed', () => {
    const lookup = `https://${host}/api/v1/accounts/lookup?acct=x`;
    const statuses = `https://${host}/api/v1/accounts/x/statuses`;
    expect(accounts().flatMap((account) => answerProblems(lookup, 200, account))).toEqual([]);
    expect(answerProblems(statuses, 200, posts())).toEqual([]);
    expect(nulled('Account')).toMatchObject({ moved: null, url: null, hide_collections: null, suspended: null });
    expect(nulled('Status')).toMatchObject({ reblog: null, quote: null, url: null });
  });

  test('accounts', async () => {
    for (const account of accounts()) {
      expect(await findIn(account)).toEqual([[name, { profile: { ...profile, ref: `x 0 ${host}`, follows: 0 } }]]);
      expect(await factsIn(account)).toMatchObject([[resource, { title: 'x', subscribers: null, exists: true }]]);
    }
  });

  test('follows', async () => {
    const [page] = await followsIn(accounts().slice(0, 1));
    expect(page).toMatchObject({ next: null, resources: [{ id, name: `x@${host}`, url: id, subscribers: null }] });
    expect(await followsIn(accounts())).toHaveLength(1);
  });

  test('posts', async () => {
    expect(await postsIn(posts())).toEqual(
      posts().map(() => ({
        url: expect.any(String),
        at: '2026-01-05T08:00:00.000Z',
        kind: 'own',
        author: id,
        text: 'x',
      })),
    );
  });
});
