import { readFileSync, readdirSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { x } from '../../src/networks/x/index.ts';
import type { ProfileName } from '../../src/types/input.ts';
import type { Facts, Profile, Resource } from '../../src/types/resource.ts';
import { crowdGraph } from '../doubles/graph.ts';
import { xDouble } from '../doubles/x.ts';
import { type Exchange, exchangesOf, fixtureWeb } from '../networks/fixture-web.ts';
import { official } from './official.ts';
import { all } from '../helpers/all.ts';

// X's published description (2.167) and what its prose and its answers say differ in three ways. A fixture follows the
// answers, so it is checked as if it were written in the description's words:
// - tweet_count, tweet.fields, referenced_tweets, note_tweet, edit_history_tweet_ids are post_… in the description;
// - problem types begin with https://api.twitter.com/2 as well as https://api.x.com/2;
// - referenced_posts can be asked for as a field; the description lists it among the expansions alone.
// The description requires nothing of a user or a post. The prose promises id, name and user name, or id and text; only the
// id is needed here.

const file = official('x/openapi.json');

interface Schema {
  $ref?: string;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  pattern?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required: boolean;
  schema: Schema;
}

interface Description {
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
  paths: Record<
    string,
    { get?: { parameters: Parameter[]; responses: Record<string, { content: Record<string, { schema: Schema }> }> } }
  >;
}

let known: Description | undefined;
const described = (): Description =>
  (known ??= z.custom<Description>((value) => typeof value === 'object').parse(JSON.parse(readFileSync(file, 'utf8'))));

const nameAt = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** The path of the description that an address falls under. */
function pathOf(address: string): string {
  const path = new URL(address).pathname.replace(/\/users\/\d+\//, '/users/{id}/');
  if (!described().paths[path]?.get) throw new Error(`X describes no ${path}`);
  return path;
}

// ------------------------------------------------------------------ checking

/** The same answer in the words of the description. */
function inItsWords(body: unknown): unknown {
  const text = JSON.stringify(body)
    .replaceAll('https://api.twitter.com/2/', 'https://api.x.com/2/')
    .replaceAll(/"(?:tweet_count|referenced_tweets|note_tweet|edit_history_tweet_ids)":/g, (word) =>
      word.replace('tweet', 'post'),
    );
  return JSON.parse(text) as unknown;
}

let checker: Ajv | undefined;
const checks = new Map<string, ValidateFunction>();

function problemsAgainst(schema: Schema, body: unknown): string[] {
  if (!checker) {
    checker = new Ajv({ allErrors: true, strict: false });
    formats.default(checker);
    checker.addSchema({ $id: 'x:api', components: described().components });
  }
  const text = JSON.stringify(schema).replaceAll('"#/components', '"x:api#/components');
  const check = checks.get(text) ?? checker.compile(JSON.parse(text) as Schema);
  checks.set(text, check);
  return check(inItsWords(body))
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What is wrong with an answer to this address; empty where it is as described. */
function answerProblems(address: string, status: number, body: unknown): string[] {
  const responses = described().paths[pathOf(address)]?.get?.responses ?? {};
  const content = responses[status < 400 ? '200' : 'default']?.content ?? {};
  const schema = content[status < 400 ? 'application/json' : 'application/problem+json']?.schema;
  return schema ? problemsAgainst(schema, body) : ['not described'];
}

const parametersOf = (address: string): Parameter[] =>
  (described().paths[pathOf(address)]?.get?.parameters ?? [])
    .flatMap((each) => (each.$ref === undefined ? each : (described().components.parameters[nameAt(each.$ref)] ?? [])))
    .filter((each) => each.in === 'query');

/** What is wrong with a request; empty where it is as described. */
function requestProblems(address: string): string[] {
  const given = [...new URL(address).searchParams].map(
    ([name, value]) => [name.replace('tweet.', 'post.'), value.replaceAll('_tweet', '_post')] as const,
  );
  const documented = parametersOf(address);
  const missing = documented.filter(({ name, required }) => required && !given.some(([each]) => each === name));
  return [
    ...missing.map(({ name }) => `${name} is missing`),
    ...given.flatMap(([name, value]) => {
      const parameter = documented.find((each) => each.name === name);
      return parameter ? valueProblems(name, value, parameter.schema, documented) : [`unknown parameter ${name}`];
    }),
  ];
}

function valueProblems(name: string, value: string, schema: Schema, documented: Parameter[]): string[] {
  const { items, minItems = 0, maxItems = Infinity, minimum = -Infinity, maximum = Infinity, minLength = 0 } = schema;
  if (!items) {
    const fits = value.length >= minLength && !(Number(value) < minimum) && !(Number(value) > maximum);
    return fits ? [] : [`${name} is out of bounds`];
  }
  const expansions = documented.find((each) => each.name === 'expansions')?.schema.items?.enum ?? [];
  const item = items.$ref === undefined ? items : (described().components.schemas[nameAt(items.$ref)] ?? {});
  const values = value.split(',');
  const isKnown = (each: string): boolean =>
    (item.enum?.includes(each) ?? true) || (each === 'referenced_posts' && expansions.includes(each));
  return [
    ...(values.length < minItems || values.length > maxItems ? [`${name} has ${values.length} values`] : []),
    ...values.filter((each) => !isKnown(each)).map((each) => `${name} has no ${each}`),
    ...values.filter((each) => !new RegExp(item.pattern ?? '').test(each)).map((each) => `${name}: ${each}`),
  ];
}

// ------------------------------------------------------------------ fixtures

const scenarios = readdirSync(new URL('../fixtures/x', import.meta.url)).toSorted();
const addressIn = ({ request }: Exchange): string => request.replace('GET ', '');

/** Refusals that the description has no type for; https://docs.x.com/x-api/fundamentals/response-codes-and-errors has. */
const undescribed = /^about:blank$|\/problems\/(?:client-forbidden|credits)$/;
const typeOf = (body: unknown): string | undefined => z.object({ type: z.string() }).safeParse(body).data?.type;

const problemsOf = (exchange: Exchange): string[] => {
  const { status, body } = exchange;
  const isUndescribed = status >= 400 && (body === undefined || undescribed.test(typeOf(body) ?? ''));
  return [
    ...requestProblems(addressIn(exchange)),
    ...(isUndescribed ? [] : answerProblems(addressIn(exchange), status, body)),
  ];
};

describe("the fixtures, against X's description", () => {
  test.each(scenarios.filter((scenario) => scenario !== 'changed-shape'))('%s', (scenario) => {
    expect(exchangesOf('x', scenario).flatMap(problemsOf)).toEqual([]);
  });

  test('an answer of another shape is not as described', () => {
    const [users, fields, , token, number] = exchangesOf('x', 'changed-shape').map(problemsOf);
    expect([users, token, number].every((problems) => problems && problems.length > 0)).toBe(true);
    // The description allows fields that it does not know, and none that it does.
    expect(fields).toEqual([]);
  });

  test('the checker finds what is wrong', () => {
    const following = 'https://api.x.com/2/users/12/following';
    const named = 'https://api.x.com/2/users/by';
    expect(requestProblems(`${following}?max_results=1001&user.fields=public_metrics,likes`)).toHaveLength(2);
    expect(requestProblems(`${following}?max_results=0&pagination_token=short&page=2`)).toHaveLength(3);
    expect(requestProblems(named)).toEqual(['usernames is missing']);
    const many = Array.from({ length: 101 }, (_, index) => `a${index}`);
    expect(requestProblems(`${named}?usernames=${many.join(',')}`)).toEqual(['usernames has 101 values']);
    expect(requestProblems(`${named}?usernames=${many.slice(1).join(',')}`)).toEqual([]);
    expect(requestProblems(`${named}?usernames=anna-g`)).toEqual(['usernames: anna-g']);
    expect(answerProblems(following, 200, { data: [{ id: 12 }] })).toEqual(['/data/0/id must be string']);
    const metrics = { followers_count: 1, following_count: 1, listed_count: 1 };
    expect(answerProblems(following, 200, { data: [{ id: '12', public_metrics: metrics }] })).not.toEqual([]);
    expect(answerProblems(following, 200, { data: [{ public_metrics: { ...metrics, tweet_count: 1 } }] })).toEqual([]);
    expect(answerProblems(following, 200, { errors: [{ type: 'https://api.x.com/2/problems/other' }] })).not.toEqual(
      [],
    );
  });
});

describe('the double, against the description', () => {
  test('answers as described, and refuses what the description refuses', async () => {
    const double = xDouble(crowdGraph({ people: 3, follows: 20, media: 30 }));
    const names = ['person0', 'media0', 'nobody'].join(',');
    const ask = async (path: string) => {
      const url = new URL(`https://api.x.com${path}`);
      const headers = { authorization: `Bearer ${double.token}` };
      const question = {
        method: 'GET',
        host: url.host,
        path: url.pathname,
        query: url.searchParams,
        headers,
        body: '',
      };
      const { status, body } = await double.answer(question);
      return { url: url.href, status, body: JSON.parse(body) as unknown };
    };
    const { body } = await ask(`/2/users/by?usernames=${names}&user.fields=public_metrics,protected,description`);
    const ids = z
      .object({ data: z.array(z.object({ id: z.string() })) })
      .parse(body)
      .data.map(({ id }) => id);
    const fields = 'tweet.fields=created_at,entities,note_tweet,referenced_tweets';
    const paths = [
      `/2/users/by?usernames=${names}&user.fields=public_metrics,protected,description`,
      `/2/users?ids=${ids.join(',')},17&user.fields=public_metrics`,
      `/2/users/${ids[0]}/following?max_results=7&user.fields=public_metrics`,
      `/2/users/${ids[0]}/following?max_results=7&pagination_token=7140dibdnow9c7bt7`,
      `/2/users/${ids[1]}/tweets?max_results=50&exclude=replies&${fields}`,
      `/2/users/17/following`,
    ];
    for (const path of paths) {
      const { url, status, body: answer } = await ask(path);
      expect([path, status, requestProblems(url), answerProblems(url, status, answer)]).toEqual([path, 200, [], []]);
    }
    for (const path of [
      '/2/users/by',
      '/2/users/by?usernames=anna-g',
      `/2/users?ids=${Array.from({ length: 101 }, (_, index) => index).join(',')}`,
      `/2/users/${ids[0]}/following?max_results=1001`,
      `/2/users/${ids[0]}/following?page=2`,
      `/2/users/${ids[1]}/tweets?max_results=101`,
    ]) {
      const { url, status } = await ask(path);
      expect([path, status, requestProblems(url).length]).toEqual([path, 400, 1]);
    }
  });
});

// ------------------------------------------------------------------ the smallest answer

const host = 'api.x.com';
const id = '17';
const name: ProfileName = { network: 'x', name: 'smallest', host };
const profile: Profile = { network: 'x', id, ref: `${id} ?`, host };
const url = 'https://x.com/i/user/17';
const resource: Resource = { network: 'x', id, name: 'id:17', title: null, url, host };
const facts: Facts = {
  name: 'id:17',
  title: null,
  url,
  subscribers: null,
  description: null,
  group: false,
  exists: true,
  ref: id,
  host,
  wishes: [],
  links: [],
};

const fields = new URLSearchParams({ 'tweet.fields': 'created_at,entities,note_tweet,referenced_tweets' }).toString();
const paths = {
  names: '/2/users/by?usernames=smallest&user.fields=public_metrics%2Cprotected',
  ids: '/2/users?ids=17&user.fields=description%2Centities%2Cprotected%2Cpublic_metrics%2Curl',
  following: '/2/users/17/following?max_results=100&user.fields=public_metrics',
  posts: `/2/users/17/tweets?max_results=50&exclude=replies&${fields}`,
};

const answering = (path: keyof typeof paths, body: unknown) =>
  fixtureWeb([{ request: `GET https://${host}${paths[path]}`, status: 200, body }], { token: 'secret' });

const findIn = (body: unknown) => all(x.findProfiles([name], answering('names', body)));
const factsIn = (body: unknown) => all(x.readFacts([resource], answering('ids', body)));
const followsIn = (body: unknown) => all(x.listFollows(profile, answering('following', body), null));
const postsIn = (body: unknown) => all(x.readPosts(resource, facts, answering('posts', body)));

/** The same answer as a later version may give it: every object has a field more. */
function withNews(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNews);
  if (typeof value !== 'object' || value === null) return value;
  const content = Object.entries(value).map(([field, each]) => [field, withNews(each)]);
  return { ...Object.fromEntries(content), added_later: { of: [1, 'two', null] } };
}

const bare = (): Record<string, unknown>[] => [
  {},
  { data: [] },
  { data: [], errors: [], includes: {}, meta: {} },
  { meta: {} },
];

describe('the parser takes whatever the description allows', () => {
  test('what is tried here is allowed', () => {
    for (const path of Object.values(paths)) {
      const address = `https://${host}${path}`;
      expect(requestProblems(address)).toEqual([]);
      for (const body of [...bare(), { data: [{ id }] }, withNews({ data: [{ id }] })]) {
        expect(answerProblems(address, 200, body)).toEqual([]);
      }
    }
  });

  test('answers without anything', async () => {
    for (const body of bare()) {
      expect(await findIn(body)).toEqual([[name, { status: 'not_reached', note: expect.any(String) }]]);
      expect(await factsIn(body)).toMatchObject([[resource, { subscribers: null, exists: true }]]);
      expect(await followsIn(body)).toEqual([{ resources: [], next: null, cutShort: true }]);
      expect(await postsIn(body)).toEqual([]);
    }
  });

  test('users and posts of which only the id is told', async () => {
    for (const data of [[{ id }], [withNews({ id })]]) {
      const body = { data };
      expect(await findIn({ data: [{ id, username: 'Smallest' }] })).toEqual([[name, { profile }]]);
      expect(await factsIn(body)).toEqual([[resource, facts]]);
      expect(await followsIn(body)).toEqual([
        { resources: [{ ...resource, subscribers: null, countedBy: 'home' }], next: null },
      ]);
      expect(await postsIn(body)).toEqual([
        { url: 'https://x.com/i/status/17', at: null, kind: 'own', author: id, text: '' },
      ]);
    }
  });
});
