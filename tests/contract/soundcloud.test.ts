import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { soundcloud } from '../../src/networks/soundcloud.ts';
import type { ProfileName } from '../../src/types/input.ts';
import type { Facts, Profile, Resource } from '../../src/types/resource.ts';
import type { Question } from '../doubles/graph.ts';
import { soundcloudDouble } from '../doubles/soundcloud.ts';
import { type Exchange, exchangesOf, fixtureWeb } from '../networks/fixture-web.ts';
import { official } from './official.ts';
import { all } from '../helpers/all.ts';

// Checks requests and answers against SoundCloud's OpenAPI 3.0 description, whose traps are:
// - it gives no path for tokens, only their address and an example;
// - `followings` does not list `linked_partitioning`, without which answers are "deprecated" lists, and hardly any list
//   of an account describes 404: the described errors are taken for all paths;
// - no field is required, so that `{}` is a list as described. The program refuses it: it would pass for an empty list;
// - fields that its own examples show as null are not marked as such, and its dates and subscriptions are not of the form it names;
// - answers to /resolve are described as redirects; where they lead to is an account, or a track.

const file = official('soundcloud/api.yaml');

// ------------------------------------------------------------------ the description

interface Schema {
  $ref?: string;
  nullable?: boolean;
  properties?: Record<string, Schema>;
}

interface Answering {
  content?: Record<string, { schema?: Schema }>;
}

interface Description {
  paths: Record<string, { get?: { parameters?: Schema[]; responses: Record<string, Schema> } }>;
  components: {
    parameters: Record<string, { in: string; name: string; schema: { maximum?: number } }>;
    schemas: Record<string, Schema>;
    responses: Record<string, Answering>;
    examples: Record<string, { value: Record<string, unknown> }>;
    securitySchemes: { oAuth2_1: { flows: { clientCredentials: { tokenUrl: string } } } };
  };
}

const Description = z.custom<Description>((value) => typeof value === 'object' && value !== null);
let known: Description | undefined;

function described(): Description {
  if (known) return known;
  known = Description.parse(parse(readFileSync(file, 'utf8')));
  for (const name of ['User', 'Track']) {
    for (const [field, value] of Object.entries(known.components.examples[name]?.value ?? {})) {
      const property = known.components.schemas[name]?.properties?.[field];
      if (value === null && property) property.nullable = true;
    }
  }
  return known;
}

const lastPart = (ref: string | undefined): string => ref?.split('/').at(-1) ?? '';

function pathOf(address: string): string {
  const asked = new URL(address).pathname.split('/');
  const paths = Object.keys(described().paths).filter((path) => {
    const parts = path.split('/');
    return parts.length === asked.length && parts.every((part, at) => part.startsWith('{') || part === asked[at]);
  });
  const [found] = paths.toSorted((a, b) => a.split('{').length - b.split('{').length);
  if (found === undefined) throw new Error(`SoundCloud describes no ${address}`);
  return found;
}

/** Unknown parameters, and a limit beyond the maximum. */
function requestProblems(address: string): string[] {
  const { searchParams } = new URL(address);
  const { parameters } = described().components;
  const path = pathOf(address);
  const references = described().paths[path]?.get?.parameters ?? [];
  const names = references.map(({ $ref }) => parameters[lastPart($ref)]?.name);
  if (path.endsWith('/followings')) names.push('linked_partitioning', 'page_size', 'cursor');
  const most = parameters['limit']?.schema.maximum ?? 0;
  return [
    ...[...searchParams.keys()].filter((name) => !names.includes(name)).map((name) => `unknown parameter ${name}`),
    ...(Number(searchParams.get('limit') ?? 1) > most ? ['the limit is beyond the maximum'] : []),
  ];
}

const errors: Record<number, string> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  429: 'TooManyRequests',
};

let checker: Ajv | undefined;

function problemsOf(schema: Schema, body: unknown): string[] {
  checker ??= new Ajv({ allErrors: true, strict: false, validateFormats: false }).addSchema({
    $id: 'soundcloud:api',
    components: described().components,
  });
  const rooted = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components', '"soundcloud:api#/components'),
  ) as Schema;
  const check = checker.compile(rooted);
  return check(body) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const schemaNamed = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

function answerProblems(address: string, status: number, body: unknown): string[] {
  const { components, paths } = described();
  if (address === components.securitySchemes.oAuth2_1.flows.clientCredentials.tokenUrl)
    return tokenProblems(status, body);
  const path = pathOf(address);
  if (path === '/resolve' && status === 200) {
    return problemsOf(schemaNamed(Object(body) && 'user' in Object(body) ? 'Track' : 'User'), body);
  }
  const response = lastPart(paths[path]?.get?.responses[status]?.$ref) || errors[status];
  if (response === undefined) return [`status ${status} is not described`];
  const [schema] = Object.values(components.responses[response]?.content ?? {}).map((each) => each.schema);
  return schema ? problemsOf(schema, body) : [`${response} has no schema`];
}

/** A token has the fields of the example, and a refusal is an error like any. */
function tokenProblems(status: number, body: unknown): string[] {
  if (status >= 400) return problemsOf(schemaNamed('Error'), body);
  const example = described().components.examples['ExpiringToken']?.value ?? {};
  return Object.keys(example)
    .filter((field) => !(field in Object(body)))
    .map((field) => `${field} is missing`);
}

// ------------------------------------------------------------------ tests

/** Fixtures with answers that are not as described, because the program has to bear them. */
const otherwise: Record<string, string> = {
  'next-changed': 'an object where the next address belongs',
  'posts-incomplete': 'a track of `null` among the others',
};

const scenarios = readdirSync(new URL('../fixtures/soundcloud', import.meta.url)).toSorted();
/** A server that is down answers nothing that could be described. */
const problemsIn = (scenario: string): string[] =>
  exchangesOf('soundcloud', scenario).flatMap((exchange) => [
    ...(exchange.request.startsWith('GET ') ? requestProblems(requestOf(exchange)) : []),
    ...(exchange.status >= 500 ? [] : answerProblems(requestOf(exchange), exchange.status, exchange.body)),
  ]);

const requestOf = ({ request }: Exchange) => request.split(' ')[1] ?? '';

const host = 'api.soundcloud.com';
const id = 'soundcloud:users:11';
const token = 'example-id:example-secret';
const name: ProfileName = { network: 'soundcloud', name: 'x', host };
const profile: Profile = { network: 'soundcloud', id, ref: id, host };
const resource: Resource = { network: 'soundcloud', id, name: 'x', title: null, url: 'https://soundcloud.com/x', host };
const facts: Facts = {
  name: 'x',
  title: null,
  url: 'https://soundcloud.com/x',
  subscribers: null,
  description: null,
  group: false,
  exists: true,
  ref: `${id} tracks`,
  host,
  wishes: [],
};

function answering(path: string, body: unknown) {
  const tokenRequest = 'POST https://secure.soundcloud.com/oauth/token grant_type=client_credentials';
  const exchanges = [
    { request: tokenRequest, status: 200, body: { access_token: 'x' } },
    { request: `GET https://${host}/${path}`, status: 200, body },
  ];
  return fixtureWeb(exchanges, { token });
}

const followsIn = (body: unknown) =>
  all(
    soundcloud.listFollows(profile, answering(`users/${id}/followings?limit=200&linked_partitioning=true`, body), null),
  );
const posts = `users/${id}/tracks?limit=50&linked_partitioning=true&access=playable,preview,blocked`;
const postsIn = (body: unknown) => all(soundcloud.readPosts(resource, facts, answering(posts, body)));

/** The example of the description, with every field null that may be, and one that came later. */
function later(example: string): Record<string, unknown> {
  const { examples, schemas } = described().components;
  const fields = Object.entries(examples[example]?.value ?? {}).filter(
    ([field]) => !['user', 'subscriptions', 'access'].includes(field),
  );
  const nullable = fields.map(([field, value]) => [
    field,
    schemas[example]?.properties?.[field]?.nullable ? null : value,
  ]);
  return { ...Object.fromEntries(nullable), added_later: { of: [1, 'two', null] } };
}

const tracks = () => [{}, { ...later('Track'), user: later('User') }];

const users = () => [null, {}, later('User')];

describe("the fixtures, against SoundCloud's description", () => {
  test('the description is read', () => {
    const { paths, components } = described();
    expect(Object.keys(paths)).toHaveLength(readFileSync(file, 'utf8').match(/^ {2}'?\/.*:$/gm)?.length ?? 0);
    expect(components.parameters['limit']).toEqual({
      in: 'query',
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
      description: 'Number of results to return in the collection.',
      example: 2,
    });
    expect(soundcloud.batch.follows).toBe(components.parameters['limit']?.schema.maximum);
  });

  test.each(scenarios.filter((scenario) => !(scenario in otherwise)))('%s', (scenario) => {
    expect(problemsIn(scenario)).toEqual([]);
  });

  test.each(Object.entries(otherwise))('%s is exempt: %s', (scenario) => {
    expect(scenarios).toContain(scenario);
    expect(problemsIn(scenario)).not.toEqual([]);
  });

  test('the checker finds what is wrong', () => {
    const list = `https://${host}/users/${id}/followings`;
    expect(requestProblems(`${list}?limit=201&ids=1`)).toEqual([
      'unknown parameter ids',
      'the limit is beyond the maximum',
    ]);
    expect(answerProblems(list, 200, { collection: [{ followers_count: 'many' }] })).toHaveLength(1);
    expect(answerProblems(list, 418, {})).toEqual(['status 418 is not described']);
    expect(answerProblems(list, 404, { code: 'gone' })).toHaveLength(1);
    expect(() => requestProblems(`https://${host}/followers`)).toThrow('describes no');
  });

  test("the double's answers are as described", async () => {
    const double = soundcloudDouble({
      people: [{ name: 'anna', follows: ['letter', 'seeds'], state: 'open' }],
      media: ['letter', 'seeds'].map((each) => ({ name: each, title: each, subscribers: 10, outside: 2, own: 2 })),
    });
    const ask = async (address: string, headers: Question['headers'], body = '') => {
      const { hostname, pathname, searchParams } = new URL(address);
      const method = body === '' ? 'GET' : 'POST';
      const question = { method, host: hostname, path: pathname, query: searchParams, headers, body };
      const answer = await double.answer(question);
      return { address, status: answer.status, body: JSON.parse(answer.body) as unknown };
    };
    const basic = { authorization: `Basic ${Buffer.from(double.token ?? '').toString('base64')}` };
    const oauth = { authorization: 'OAuth token-1' };
    const account = `https://${host}/users/soundcloud:users:1000`;
    const medium = `https://${host}/users/soundcloud:users:500000`;
    const answers = [
      await ask('https://secure.soundcloud.com/oauth/token', basic, 'grant_type=client_credentials'),
      await ask('https://secure.soundcloud.com/oauth/token', {}, 'grant_type=client_credentials'),
      await ask(account, {}),
      await ask(account, oauth),
      await ask(`${account}/followings?limit=1`, oauth),
      await ask(`${account}/followings?limit=1&cursor=1`, oauth),
      await ask(`${account}/followings?limit=201`, oauth),
      await ask(`${medium}/tracks`, oauth),
      await ask(`${medium}/reposts/tracks`, oauth),
      await ask(`https://${host}/users?urns=soundcloud:users:1000,soundcloud:users:1`, oauth),
      await ask(`https://${host}/resolve?url=https://soundcloud.com/anna`, oauth),
      await ask(`https://${host}/resolve?url=https://soundcloud.com/gone`, oauth),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 401, 200, 200, 200, 400, 200, 200, 200, 302, 404]);
    expect(answers.flatMap(({ address, status, body }) => answerProblems(address, status, body))).toEqual([]);
  });
});

describe('the parser takes whatever the description allows', () => {
  test('what is tried here is allowed', () => {
    const account = `https://${host}/users/${id}`;
    expect(users().flatMap((user) => answerProblems(account, 200, user))).toEqual([]);
    expect(answerProblems(`${account}/followings`, 200, { collection: users() })).toEqual([]);
    expect(answerProblems(`${account}/tracks`, 200, { collection: tracks() })).toEqual([]);
    expect(answerProblems(`${account}/tracks`, 200, tracks())).toEqual([]);
    expect(later('User')).toMatchObject({ description: null, website: null, urn: 'soundcloud:users:12345' });
    expect(later('Track')).toMatchObject({ description: null, title: 'Some title' });
  });

  test('accounts', async () => {
    const found: (string | undefined)[] = [];
    for (const user of users()) {
      const [answer] = await all(soundcloud.findProfiles([{ ...name, name: id }], answering(`users/${id}`, user)));
      found.push(answer && ('profile' in answer[1] ? answer[1].profile.id : answer[1].status));
    }
    expect(found).toEqual(['not_found', id, 'soundcloud:users:12345']);
  });

  test('follows', async () => {
    expect(await followsIn({ collection: [] })).toEqual([{ resources: [], next: null }]);
    const [page] = await followsIn({ collection: users() });
    expect(page).toMatchObject({ odd: 1 });
    const found = { network: 'soundcloud', id: 'soundcloud:users:12345', name: 'permalink', title: 'some.user', host };
    const url = 'https://soundcloud.com/permalink';
    expect(page?.resources).toEqual([{ ...found, url, subscribers: 0, countedBy: 'home' }]);
    await expect(followsIn({})).rejects.toThrow('collection');
  });

  test('posts, in both forms of a list', async () => {
    for (const body of [{ collection: tracks() }, tracks()]) {
      expect(await postsIn(body)).toEqual([
        {
          url: 'https://soundcloud.com/userPermalink/trackPermalink',
          at: '2019-01-15T15:40:49.000Z',
          kind: 'repost',
          author: 'soundcloud:users:12345',
          text: 'Some title',
        },
      ]);
    }
  });
});
