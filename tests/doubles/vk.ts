import type { Double, DoubleAnswer, Graph, Media, Person, Question } from './graph.ts';

// VK's API 5.199 as documented: one form a method, every refusal inside an answer of status 200.

export interface VkOptions {
  /** Whether the token may use `execute`; a service token could not in 2017 and can by the documentation of today. */
  execute?: boolean;
  /** For the limit of five requests a second, which is not kept without it. */
  clock?: { now(): number };
  /** Bytes of an answer above which `execute` fails. */
  mostBytes?: number;
}

interface Params {
  get(name: string): string | null;
}

class Refusal extends Error {
  readonly code: number;

  constructor(code: number, text: string) {
    super(text);
    this.code = code;
  }
}

const host = 'api.vk.ru';
const token = 'service-token-of-the-double';
const firstPerson = 1_200_000;
const firstMedia = 5_400_000;
const perSecond = 5;
const newest = Date.parse('2026-11-20T12:00:00Z') / 1000;

/** People and media as persons and communities of VK; those of odd number among the hidden ones are open profiles that hide their lists. */
export function vkDouble(graph: Graph, { execute = true, clock, mostBytes = 5 * 1024 * 1024 }: VkOptions = {}): Double {
  const persons = new Map(graph.people.map((person, index) => [firstPerson + index, person]));
  const communities = new Map(graph.media.map((media, index) => [firstMedia + index, media]));
  const personIds = new Map([...persons].map(([id, { name }]) => [name.toLowerCase(), id]));
  const communityIds = new Map([...communities].map(([id, { name }]) => [name.toLowerCase(), id]));
  const asked: number[] = [];

  const methods: Record<string, (params: Params) => unknown> = {
    'users.get': (params) =>
      listIn(params, 'user_ids', 1000).flatMap((name) => {
        const id = personIds.get(name) ?? Number(name.replace(/^id/, ''));
        const person = persons.get(id);
        return person ? [personOf(id, person, params)] : [];
      }),

    'users.getSubscriptions': (params) => {
      const person = openList(params, persons);
      const ids = person.follows.flatMap((name) => communityIds.get(name.toLowerCase()) ?? []).filter(isPage);
      if (!flag(params, 'extended'))
        return { users: { count: 0, items: [] }, groups: { count: ids.length, items: ids } };
      const items = pageOf(ids, params, 20, 200).map((id) => ({
        ...communityOf(id, communities, params),
        type: 'page',
      }));
      return { count: ids.length, items };
    },

    'groups.get': (params) => {
      const person = openList(params, persons);
      const ids = person.follows.flatMap((name) => communityIds.get(name.toLowerCase()) ?? []);
      const items = pageOf(ids, params, 1000, 1000);
      if (!flag(params, 'extended')) return { count: ids.length, items };
      return { count: ids.length, items: items.map((id) => communityOf(id, communities, params)) };
    },

    'groups.getById': (params) => {
      const known = listIn(params, 'group_ids', 500).flatMap((name) => {
        const id = communityIds.get(name) ?? Number(name.replace(/^(?:club|public|event)/, ''));
        return communities.has(id) ? [communityOf(id, communities, params)] : [];
      });
      if (known.length === 0)
        throw new Refusal(100, 'One of the parameters specified was missing or invalid: group_ids is invalid');
      return { groups: known, profiles: [] };
    },

    'wall.get': (params) => {
      const owner = numberIn(params, 'owner_id', 0);
      const media = communities.get(-owner);
      if (!media) throw new Refusal(15, 'Access denied: wall is disabled');
      const posts = postsOf(owner, media);
      return { count: posts.length, items: pageOf(posts, params, 20, 100) };
    },

    execute: (params) => {
      if (!execute) throw new Refusal(28, 'Application authorization failed: method is unavailable with service token');
      return runScript(params.get('code') ?? '');
    },
  };

  function call(method: string, params: Params): unknown {
    const run = methods[method];
    if (!run) throw new Refusal(3, 'Unknown method passed');
    return run(params);
  }

  /** The one form of script that is spoken here: a list of calls with their parameters as JSON. */
  function runScript(code: string): unknown {
    const calls = /^return \[(.*)\];$/s.exec(code)?.[1];
    const each = [...(calls ?? '').matchAll(/API\.(\w+\.\w+)\((\{[^{}]*\})\)(,|$)/g)];
    if (calls === undefined || each.map(([whole]) => whole).join('') !== calls)
      throw new Refusal(12, 'Unable to compile code');
    if (each.length > 25) throw new Refusal(13, 'Runtime error occurred during code invocation: too many api calls');
    const errors: { method: string; error_code: number; error_msg: string }[] = [];
    const response = each.map(([, method = '', json = '']) => {
      try {
        const params = new Map(Object.entries(JSON.parse(json) as Record<string, unknown>));
        return call(method, { get: (name) => (params.has(name) ? String(params.get(name)) : null) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        errors.push({ method, error_code: error.code, error_msg: error.message });
        return false;
      }
    });
    if (Buffer.byteLength(JSON.stringify(response)) > mostBytes) {
      throw new Refusal(13, 'Runtime error occurred during code invocation: response size is too big');
    }
    return errors.length > 0 ? { response, execute_errors: errors } : { response };
  }

  function answer({ path, query, headers, body }: Question): DoubleAnswer {
    const method = path.replace('/method/', '');
    const params = new URLSearchParams([...query, ...new URLSearchParams(body)]);
    try {
      const given = String(headers['authorization'] ?? '').replace(/^Bearer /, '') || params.get('access_token');
      if (given !== token) throw new Refusal(5, 'User authorization failed: invalid access_token (4).');
      if (!params.get('v')) throw new Refusal(8, 'Invalid request: v (version) is required');
      if (clock && isTooFast(clock.now())) throw new Refusal(6, 'Too many requests per second');
      const told = call(method, params);
      return json(method === 'execute' ? told : { response: told });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const request_params = [...params, ['access_token', token]].map(([key, value]) => ({ key, value }));
      return json({ error: { error_code: error.code, error_msg: error.message, request_params } });
    }
  }

  function isTooFast(now: number): boolean {
    while ((asked[0] ?? now) <= now - 1000) asked.shift();
    asked.push(now);
    return asked.length > perSecond;
  }

  return {
    hosts: [host],
    token,
    addressOf: (name) => `https://vk.com/${name.toLowerCase()}`,
    answer,
  };
}

const json = (body: unknown): DoubleAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

// ------------------------------------------------------------------ parameters

const flag = (params: Params, name: string): boolean => ['1', 'true'].includes(params.get(name) ?? '0');

function numberIn(params: Params, name: string, otherwise: number): number {
  const text = params.get(name);
  if (text === null) return otherwise;
  if (!/^-?\d+$/.test(text))
    throw new Refusal(100, `One of the parameters specified was missing or invalid: ${name} not integer`);
  return Number(text);
}

function listIn(params: Params, name: string, most: number): string[] {
  const list = (params.get(name) ?? '').toLowerCase().split(',').filter(Boolean);
  if (list.length > 0 && list.length <= most) return list;
  throw new Refusal(100, `One of the parameters specified was missing or invalid: ${name}`);
}

function pageOf<Item>(items: Item[], params: Params, otherwise: number, most: number): Item[] {
  const offset = numberIn(params, 'offset', 0);
  const count = numberIn(params, 'count', otherwise);
  if (count < 0 || count > most || offset < 0) {
    throw new Refusal(100, `One of the parameters specified was missing or invalid: count should be less than ${most}`);
  }
  return items.slice(offset, offset + count);
}

// ------------------------------------------------------------------ pages

const wants = (params: Params, field: string): boolean => (params.get('fields') ?? '').split(',').includes(field);

const isPage = (id: number): boolean => id % 2 === 0;

const isClosed = (id: number, { state }: Person): boolean => state === 'hidden' && id % 2 === 0;

/** The person whose list is asked for. */
function openList(params: Params, persons: Map<number, Person>): Person {
  const id = numberIn(params, 'user_id', 0);
  const person = persons.get(id);
  if (!person) throw new Refusal(113, 'Invalid user id');
  if (person.state === 'gone') throw new Refusal(18, 'User was deleted or banned');
  if (isClosed(id, person)) throw new Refusal(30, 'This profile is private');
  if (person.state === 'hidden') {
    throw new Refusal(260, "Access to the groups list is denied due to the user's privacy settings");
  }
  return person;
}

function personOf(id: number, person: Person, params: Params): Record<string, unknown> {
  if (person.state === 'gone') return { id, first_name: 'DELETED', last_name: '', deactivated: 'deleted' };
  const closed = isClosed(id, person);
  return {
    id,
    first_name: person.name,
    last_name: 'Example',
    can_access_closed: !closed,
    is_closed: closed,
    ...(wants(params, 'screen_name') && { screen_name: person.name.toLowerCase() }),
    ...(wants(params, 'followers_count') && { followers_count: 120 }),
  };
}

function communityOf(id: number, communities: Map<number, Media>, params: Params): Record<string, unknown> {
  const media = communities.get(id);
  return {
    id,
    name: media?.title,
    screen_name: media?.name.toLowerCase(),
    is_closed: 0,
    type: isPage(id) ? 'page' : 'group',
    ...(wants(params, 'members_count') && media?.subscribers != null && { members_count: media.subscribers }),
    ...(wants(params, 'description') && { description: `About ${media?.title}` }),
    ...(wants(params, 'wall') && { wall: 2 }),
  };
}

/** Posts of outside authors are signed by persons of their own. */
const postsOf = (owner: number, { outside, own }: Media): Record<string, unknown>[] =>
  Array.from({ length: outside + own }, (_, index) => ({
    inner_type: 'wall_wallpost',
    type: 'post',
    post_type: 'post',
    id: outside + own - index,
    owner_id: owner,
    from_id: owner,
    date: newest - index * 3600,
    text: `Post ${index}`,
    ...(index < outside && { signer_id: 9_000_000 + index }),
  }));
