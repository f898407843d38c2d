import { readFileSync, readdirSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { vk } from '../../src/networks/vk/index.ts';
import { shorteners } from '../../src/short-links/index.ts';
import type { StoredLink } from '../../src/short-links/shortener.ts';
import type { ProfileName } from '../../src/types/input.ts';
import type { Facts, Profile, Resource } from '../../src/types/resource.ts';
import type { LongLink } from '../../src/types/short-link.ts';
import type { Web } from '../../src/types/web.ts';
import { crowdGraph } from '../doubles/graph.ts';
import { shortenerDouble, shortenerTokens } from '../doubles/shorteners.ts';
import { vkDouble } from '../doubles/vk.ts';
import { exchangesOf, fixtureWeb } from '../networks/fixture-web.ts';
import { official } from './official.ts';
import { all } from '../helpers/all.ts';

// The official schema of VK's API 5.199, with what it cannot say about real answers put right:
// - `required: true` stands on single properties, as in JSON Schema 4, and is folded into the parent's list;
// - `groups_group` allows no more fields although `groups_group_full` builds on it;
// - an error's `inner_type` is required, which real errors do not have;
// - `wall.get` lists no `owner_id`, which it needs for communities;
// - `execute` answers an object by the schema, and in truth whatever the script returns; it has no parameters there.
// The keywords `entity` and `enumNames` are VK's own.

const folder = official('vk/');

interface Schema {
  $ref?: string;
  type?: string | string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  required?: string[];
  enum?: (string | number)[];
  format?: string;
  minimum?: number;
  [keyword: string]: unknown;
}

interface Method {
  name: string;
  access_token_type: string[];
  parameters?: { name: string; maxItems?: number; maximum?: number; minimum?: number }[];
  responses: Record<string, { $ref: string }>;
}

interface Document {
  definitions?: Record<string, Schema>;
  methods?: Method[];
}

const idOf = (file: string): string => `https://schema.example/${file}`;

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown;

/** Folds `required: true` of properties into a list, and drops what the real answers contradict. */
function mended(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mended);
  if (typeof value !== 'object' || value === null) return value;
  const { required, additionalProperties, ...rest } = Object.fromEntries(
    Object.entries(value).map(([keyword, content]) => [keyword, mended(content)] as const),
  );
  void additionalProperties;
  const properties = 'properties' in value && typeof value.properties === 'object' ? value.properties : null;
  const needed = Object.entries(properties ?? {}).flatMap(([name, schema]) =>
    (schema as { required?: unknown }).required === true ? [name] : [],
  );
  const list = Array.isArray(required) ? required : needed;
  return list.length > 0 ? { ...rest, required: list } : rest;
}

function documents(): Map<string, Document> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^\w+\/(objects|responses|methods)\.json$/.test(file),
  );
  return new Map(files.map((file) => [file, mended(read(file)) as Document]));
}

const known = documents();
const checker = new Ajv({ strict: false, allErrors: true, logger: false });
formats.default(checker);
for (const [file, { definitions = {} }] of known) {
  if (file === 'base/objects.json') {
    const error = definitions['base_error'];
    if (error?.required) error.required = error.required.filter((name) => name !== 'inner_type');
  }
  checker.addSchema({ $id: idOf(file), definitions });
}

const checks = new Map<string, ValidateFunction>();

/** What is wrong with a value by this definition, e.g. `../users/responses.json#/definitions/users_get_response`. */
function problemsBy($ref: string, value: unknown): string[] {
  const whole = idOf($ref.replace('../', ''));
  const check = checks.get(whole) ?? checker.compile({ $ref: whole });
  checks.set(whole, check);
  return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

function methodNamed(name: string): Method {
  const found = known.get(`${name.split('.')[0]}/methods.json`)?.methods?.find((each) => each.name === name);
  if (!found) throw new Error(`VK describes no ${name}`);
  return found;
}

interface Call {
  method: string;
  params: Record<string, string>;
}

function callIn(request: string): Call {
  const [, method = '', form = ''] = /^POST https:\/\/api\.vk\.ru\/method\/(\S+) (.*)$/.exec(request) ?? [];
  return { method, params: Object.fromEntries(new URLSearchParams(form)) };
}

function callsIn(code: string): Call[] {
  return [...code.matchAll(/API\.(\w+\.\w+)\((\{.*?\})\)/g)].map(([, method = '', params = '']) => ({
    method,
    params: Object.fromEntries(
      Object.entries(JSON.parse(params) as Record<string, unknown>).map(([name, value]) => [name, String(value)]),
    ),
  }));
}

/** Parameters that the schema does not know, or whose values it forbids. */
function requestProblems({ method, params }: Call): string[] {
  if (method === 'execute') return callsIn(params['code'] ?? '').flatMap(requestProblems);
  const { parameters = [], access_token_type: tokens } = methodNamed(method);
  const unlisted = new Set(['v', ...(method === 'wall.get' ? ['owner_id'] : [])]);
  return [
    ...(tokens.includes('service') ? [] : [`${method} is not for service tokens`]),
    ...Object.entries(params).flatMap(([name, value]) => {
      const parameter = parameters.find((each) => each.name === name);
      if (!parameter) return unlisted.has(name) ? [] : [`${method} has no ${name}`];
      const { maxItems = Infinity, maximum = Infinity, minimum = -Infinity } = parameter;
      const outside = Number(value) > maximum || Number(value) < minimum || value.split(',').length > maxItems;
      return outside ? [`${name} of ${method} is out of bounds`] : [];
    }),
  ];
}

/** What is wrong with an answer, also with one that refuses. */
function answerProblems({ method, params }: Call, body: unknown): string[] {
  const { response, error, execute_errors } = body as Record<'response' | 'error' | 'execute_errors', unknown>;
  if (error !== undefined) return problemsBy('base/objects.json#/definitions/base_error', error);
  if (method !== 'execute') {
    const { response: plain, extendedResponse: extended } = methodNamed(method).responses;
    const described = params['extended'] === '1' ? extended : plain;
    return problemsBy(described?.$ref ?? '', { response });
  }
  const calls = callsIn(params['code'] ?? '');
  if (!Array.isArray(response) || response.length !== calls.length) return ['not as many answers as calls'];
  const failed = response.filter((each) => each === false).length;
  const errors = Array.isArray(execute_errors) ? execute_errors : [];
  return [
    ...(failed === errors.length ? [] : ['not as many errors as calls that failed']),
    ...errors.flatMap((each) => problemsBy('base/objects.json#/definitions/base_error', each)),
    ...calls.flatMap((call, at) => (response[at] === false ? [] : answerProblems(call, { response: response[at] }))),
  ];
}

/** The least that a definition allows; every list has one item. */
function smallest(schema: Schema, file: string): unknown {
  const { $ref, type, items, properties = {}, allOf = [], required = [], minimum } = schema;
  if ($ref !== undefined) {
    const [path = '', name = ''] = $ref.replace('../', '').split('#/definitions/');
    const target = known.get(path || file)?.definitions?.[name];
    if (!target) throw new Error(`VK describes no ${$ref}`);
    return smallest(target, path || file);
  }
  if (type === 'array') return items ? [smallest(items, file)] : [];
  if (type === 'integer') return Math.max(1, minimum ?? 1);
  if (type === 'string') return schema.enum?.[0] ?? (schema.format === 'uri' ? 'https://smallest.example/' : 'x');
  const own = Object.fromEntries(required.map((name) => [name, smallest(properties[name] ?? {}, file)]));
  return Object.assign(own, ...allOf.map((part) => smallest(part, file))) as unknown;
}

const smallestAnswer = (method: string, kind: 'response' | 'extendedResponse' = 'response'): { response: unknown } =>
  smallest({ $ref: methodNamed(method).responses[kind]?.$ref ?? '' }, '') as { response: unknown };

/** How a link is made short, by the double. */
async function* answersOf(link: LongLink): AsyncGenerator<{ call: Call; body: unknown; stored: StoredLink }> {
  const { answer } = shortenerDouble('vk');
  const seen: { call: Call; body: unknown }[] = [];
  const web: Web = {
    ...fixtureWeb([], { token: shortenerTokens.vk }),
    json: async (url, shape, request = {}) => {
      const { host: at, pathname: path } = new URL(url);
      const body = new URLSearchParams(request.form).toString();
      const question = { method: 'POST', host: at, path, query: new URLSearchParams(), headers: {}, body };
      const given = await answer({ ...question, headers: request.headers ?? {} });
      seen.push({ call: callIn(`POST ${url} ${body}`), body: JSON.parse(given.body) });
      return { body: shape.parse(JSON.parse(given.body)), header: () => null, url };
    },
  };
  const stored = await shorteners.vk.shorten(link, { base: 'https://api.vk.ru', domain: null }, web);
  for (const each of seen) yield { ...each, stored };
}

// ------------------------------------------------------------------ tests

const host = 'api.vk.ru';
const name: ProfileName = { network: 'vk', name: 'id1', host };
const profile: Profile = { network: 'vk', id: 'id1', ref: '1', host };
const resource: Resource = { network: 'vk', id: '1', name: 'club1', title: null, url: 'https://vk.com/club1', host };
const facts: Facts = {
  name: 'club1',
  title: null,
  url: 'https://vk.com/club1',
  subscribers: null,
  description: null,
  group: false,
  exists: true,
  ref: '-1',
  contacts: [],
  links: [],
  host,
  wishes: [],
};

/** A web that gives this answer to each method, whatever it is asked with. */
function answering(answers: Record<string, unknown>): ReturnType<typeof fixtureWeb> {
  const web = fixtureWeb([], { token: 'token-of-the-test' });
  return {
    ...web,
    json: (url, shape, request) => {
      const method = url.replace('https://api.vk.ru/method/', '');
      const calls = callsIn(request?.form?.['code'] ?? '');
      const each = calls.map((call) => (answers[call.method] as { response: unknown }).response);
      const body = method === 'execute' ? { response: each } : answers[method];
      const form = new URLSearchParams(request?.form).toString();
      return fixtureWeb([{ request: `POST ${url} ${form}`, status: 200, body }]).json(url, shape, request);
    },
  };
}

/** The same answer as a later version may give it: every object has a field more. */
function withNews(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNews);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([field, content]) => [field, withNews(content)]);
  return { ...Object.fromEntries(fields), added_later: { of: [1, 'two', null] } };
}

describe('fixtures are what VK would say', () => {
  const scenarios = readdirSync(new URL('../fixtures/vk/', import.meta.url));

  test.for(scenarios.filter((scenario) => !['changed-shape', 'facts-old-shape'].includes(scenario)))(
    '%s',
    (scenario) => {
      const exchanges = exchangesOf('vk', scenario).map((each) => ({ ...each, call: callIn(each.request) }));
      expect(exchanges).not.toEqual([]);
      expect(exchanges.flatMap(({ call }) => requestProblems(call))).toEqual([]);
      const answered = exchanges.filter(({ status }) => status === 200);
      expect(answered.flatMap(({ call, body }) => answerProblems(call, body))).toEqual([]);
    },
  );

  test('facts-old-shape is of another version', () => {
    for (const { request, body } of exchangesOf('vk', 'facts-old-shape')) {
      const asked = callIn(request);
      const { response } = body as { response: unknown };
      expect(answerProblems(asked, { response })).not.toEqual([]);
      expect(answerProblems(asked, { response: { groups: response } })).toEqual([]);
    }
  });

  test('changed-shape is what it must not say', () => {
    for (const { request, body } of exchangesOf('vk', 'changed-shape')) {
      const call = callIn(request);
      expect(requestProblems(call)).toEqual([]);
      expect([request, answerProblems(call, body)]).not.toEqual([request, []]);
    }
  });
});

const call = (method: string, params: Record<string, string> = {}): Call => ({ method, params });

describe('the checker itself', () => {
  test('finds what is missing, of a wrong type or out of bounds', () => {
    expect(answerProblems(call('users.get'), { response: [{}] })).toEqual([
      "/response/0 must have required property 'id'",
    ]);
    expect(answerProblems(call('users.get'), {})).not.toEqual([]);
    expect(answerProblems(call('groups.get', { extended: '1' }), { response: { count: 1, items: [1] } })).not.toEqual(
      [],
    );
    expect(answerProblems(call('wall.get'), { response: { items: [] } })).not.toEqual([]);
    expect(answerProblems(call('wall.get'), { error: { error_msg: 'x' } })).not.toEqual([]);
    expect(requestProblems(call('groups.get', { count: '1001' }))).toEqual(['count of groups.get is out of bounds']);
    expect(
      requestProblems(call('users.get', { user_ids: Array.from({ length: 1001 }, () => '1').join(',') })),
    ).toHaveLength(1);
    expect(requestProblems(call('users.get', { user_id: '1' }))).toEqual(['users.get has no user_id']);
  });
});

describe('the double says what VK would say', () => {
  const graph = crowdGraph({ people: 4, follows: 20, media: 60 });
  const double = vkDouble(graph);
  const ask = async ({ method, params }: Call): Promise<string[]> => {
    const form = new URLSearchParams({ ...params, v: '5.199' }).toString();
    const headers = { authorization: `Bearer ${double.token}` };
    const question = {
      method: 'POST',
      host,
      path: `/method/${method}`,
      query: new URLSearchParams(),
      headers,
      body: form,
    };
    const { body } = await double.answer(question);
    expect(JSON.parse(body)).toHaveProperty('response');
    return answerProblems({ method, params }, JSON.parse(body));
  };

  test.for([
    ['users.get', { user_ids: 'person0,person1', fields: 'screen_name,followers_count' }],
    ['groups.get', { user_id: '1200000', extended: '1', fields: 'members_count' }],
    ['groups.get', { user_id: '1200000' }],
    ['users.getSubscriptions', { user_id: '1200000', extended: '0' }],
    ['groups.getById', { group_ids: 'media0,5400001', fields: 'members_count,description,wall' }],
    ['wall.get', { owner_id: '-5400000', count: '100' }],
    ['execute', { code: 'return [API.groups.get({"user_id":1200001,"extended":1}),API.groups.get({"user_id":1})];' }],
  ] as const)('%s', async ([method, params]) => {
    expect(await ask({ method, params })).toEqual([]);
  });
});

describe('the smallest answers that the schema allows are read', () => {
  test('users.get', async () => {
    const answer = smallestAnswer('users.get');
    expect(answer).toEqual({ response: [{ id: 1 }] });
    for (const body of [answer, withNews(answer)]) {
      const web = answering({ 'users.get': body });
      expect(await all(vk.findProfiles([name], web))).toEqual([[name, { profile }]]);
      expect(await all(vk.readFacts([{ ...resource, id: 'id1' }], web))).toMatchObject([
        [{ id: 'id1' }, { name: 'id1', title: null, subscribers: null, exists: true }],
      ]);
    }
  });

  test('groups.get and users.getSubscriptions', async () => {
    const groups = smallestAnswer('groups.get', 'extendedResponse');
    const subscriptions = smallestAnswer('users.getSubscriptions');
    expect(groups).toEqual({ response: { count: 1, items: [{ id: 1 }] } });
    const ids = { count: 1, items: [1] };
    expect(subscriptions).toEqual({ response: { users: ids, groups: ids } });
    const listed = { ...resource, subscribers: null, countedBy: 'home' };
    const person = { ...listed, id: 'id1', name: 'id1', url: 'https://vk.com/id1', countedBy: 'elsewhere' };
    for (const [first, second] of [
      [groups, subscriptions],
      [withNews(groups), withNews(subscriptions)],
    ]) {
      const web = answering({ 'groups.get': first, 'users.getSubscriptions': second });
      expect(await all(vk.listFollows(profile, web, null))).toEqual([{ resources: [listed, person], next: null }]);
    }
  });

  test('groups.getById, also without any community', async () => {
    expect(smallestAnswer('groups.getById')).toEqual({ response: {} });
    const empty = answering({ 'groups.getById': { response: {} } });
    expect(await all(vk.readFacts([resource], empty))).toEqual([
      [resource, { ...facts, contacts: undefined, links: undefined, ref: '', exists: false }],
    ]);
    const answer = {
      response: { groups: [smallest({ $ref: 'groups/objects.json#/definitions/groups_group_full' }, '')] },
    };
    for (const body of [answer, withNews(answer)]) {
      expect(await all(vk.readFacts([resource], answering({ 'groups.getById': body })))).toEqual([[resource, facts]]);
    }
  });

  test('utils.getShortLink', async () => {
    const given = { url: 'https://blog.example/?utm_content=vk-roses', title: '', campaign: '' };
    const [made] = await all(answersOf(given));
    expect(requestProblems(made?.call ?? call(''))).toEqual([]);
    expect(answerProblems(made?.call ?? call(''), made?.body)).toEqual([]);
    expect(made?.stored).toEqual({ short: 'https://vk.cc/Ab1', long: given.url });
  });

  test('wall.get: a post without a number is passed over, the next smallest is its own', async () => {
    const answer = smallestAnswer('wall.get');
    expect(answer).toEqual({ response: { count: 1, items: [{ inner_type: 'wall_wallpost' }] } });
    expect(await all(vk.readPosts(resource, facts, answering({ 'wall.get': answer })))).toEqual([]);
    const source = smallest({ $ref: 'wall/objects.json#/definitions/wall_post_copyright' }, '');
    const items = [
      { inner_type: 'wall_wallpost', id: 2 },
      { inner_type: 'wall_wallpost', id: 1, copyright: source, copy_history: [{ inner_type: 'wall_wallpost' }] },
    ];
    const numbered = { response: { count: 2, items } };
    expect(answerProblems({ method: 'wall.get', params: {} }, numbered)).toEqual([]);
    for (const body of [numbered, withNews(numbered)]) {
      expect(await all(vk.readPosts(resource, facts, answering({ 'wall.get': body })))).toEqual([
        { url: 'https://vk.com/wall-1_2', at: null, kind: 'own', author: '1', text: '' },
        { url: 'https://vk.com/wall-1_1', at: null, kind: 'quote', author: 'smallest.example', text: '' },
      ]);
    }
  });
});
