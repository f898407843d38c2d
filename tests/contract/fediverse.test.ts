import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { factsOf, find, network, postsOf, resourceOf } from '../networks/mastodon/fediverse.ts';
import { exchangesOf, fixtureWeb } from '../networks/fixture-web.ts';
import { official } from './official.ts';

// Misskey's and PeerTube's own descriptions are not among the contracts: their sources are named where they are read.

const contracts = official('/');

const read = (file: string): string => readFileSync(new URL(file, contracts), 'utf8');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same answer as a later version may give it: every object has a field more. */
function withNews(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNews);
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([field, content]) => [field, withNews(content)]);
  return { ...Object.fromEntries(fields), added_later: [1, 'two', null] };
}

const nodeInfo = (host: string, name: string) => [
  {
    request: `GET https://${host}/.well-known/nodeinfo`,
    status: 200,
    body: { links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: `https://${host}/nodeinfo` }] },
  },
  { request: `GET https://${host}/nodeinfo`, status: 200, body: { software: { name } } },
];

// ------------------------------------------------------------------ Lemmy

interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Description {
  components: { schemas: Record<string, Schema> };
  paths: Record<
    string,
    {
      get?: {
        parameters?: { schema: Schema }[];
        responses: Record<string, { content: Record<string, { schema: Schema }> }>;
      };
    }
  >;
}

const nameIn = ({ $ref = '' }: Schema): string => $ref.slice($ref.lastIndexOf('/') + 1);

/** Query parameters are described as one object an endpoint. `$ref` with a `title` beside it is the reference alone. */
function lemmy() {
  const description = z.custom<Description>(isObject).parse(parse(read('lemmy/lemmy_spec.yaml')));
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addSchema({ $id: 'lemmy:api', components: description.components });
  const schemaOf = (name: string): Schema => {
    const found = description.components.schemas[name];
    if (!found) throw new Error(`Lemmy describes no ${name}`);
    return found;
  };
  const operationOf = (address: string) => {
    const path = new URL(address).pathname.replace('/api/v3', '');
    const operation = description.paths[path]?.get;
    if (!operation) throw new Error(`Lemmy describes no ${path}`);
    return operation;
  };
  const checks = new Map<string, ValidateFunction>();

  function answerProblems(address: string, body: unknown): string[] {
    const schema = operationOf(address).responses['200']?.content['application/json']?.schema ?? {};
    const name = nameIn(schema);
    const check = checks.get(name) ?? ajv.compile({ $ref: `lemmy:api#/components/schemas/${name}` });
    checks.set(name, check);
    return check(body)
      ? []
      : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  }

  function requestProblems(address: string): string[] {
    const [parameters] = operationOf(address).parameters ?? [];
    const known = schemaOf(nameIn(parameters?.schema ?? {})).properties ?? {};
    return [...new URL(address).searchParams].flatMap(([name, value]) => {
      const schema = known[name];
      if (!schema) return `unknown parameter ${name}`;
      const words = schema.$ref ? schemaOf(nameIn(schema)).enum : undefined;
      return words && !words.includes(value) ? `${name} cannot be ${value}` : [];
    });
  }

  function smallest(schema: Schema): unknown {
    if (schema.$ref) return smallest(schemaOf(nameIn(schema)));
    if (schema.enum) return schema.enum[0];
    if (schema.type === 'array') return schema.items ? [smallest(schema.items)] : [];
    if (schema.type === 'integer' || schema.type === 'number') return 0;
    if (schema.type === 'boolean') return false;
    if (schema.type === 'string') return 'https://lemmy.example/c/x';
    const required = schema.required ?? [];
    return Object.fromEntries(required.map((field) => [field, smallest(schema.properties?.[field] ?? {})]));
  }

  return { answerProblems, requestProblems, smallest: (name: string) => smallest(schemaOf(name)), description };
}

describe("Lemmy's description", () => {
  const exchanges = exchangesOf(network, 'lemmy')
    .map((exchange) => ({ ...exchange, url: exchange.request.replace('GET ', '') }))
    .filter(({ url }) => new URL(url).pathname.startsWith('/api/v3/'));

  test('is read whole', () => {
    const { paths, components } = lemmy().description;
    const lines = read('lemmy/lemmy_spec.yaml').split('\n');
    expect(Object.keys(paths)).toHaveLength(lines.filter((line) => /^ {2}\/.*:$/.test(line)).length);
    const schemas = lines.slice(lines.indexOf('  schemas:')).filter((line) => /^ {4}\w+:$/.test(line));
    expect(Object.keys(components.schemas)).toEqual(schemas.map((line) => line.trim().slice(0, -1)));
  });

  test('holds for every fixture', () => {
    const { answerProblems, requestProblems } = lemmy();
    expect(exchanges.length).toBeGreaterThan(8);
    for (const { url, status, body } of exchanges) {
      const problems = [...requestProblems(url), ...(status === 200 ? answerProblems(url, body) : [])];
      expect([url, problems]).toEqual([url, []]);
    }
  });

  test('is one that something can be wrong with', () => {
    const { answerProblems, requestProblems } = lemmy();
    const url = 'https://lemmy.example/api/v3/community?title=x';
    expect(requestProblems(url)).toEqual(['unknown parameter title']);
    expect(requestProblems('https://lemmy.example/api/v3/post/list?sort=Newest')).toEqual(['sort cannot be Newest']);
    expect(answerProblems(url, {})).toContain(" must have required property 'community_view'");
  });

  test('allows no answer that is not understood', async () => {
    const { smallest } = lemmy();
    const id = 'https://lemmy.example/c/x';
    for (const change of [(value: unknown) => value, withNews]) {
      const asking = fixtureWeb([
        { request: 'GET https://lemmy.example/api/v1/accounts/lookup?acct=x', status: 404 },
        ...nodeInfo('lemmy.example', 'lemmy'),
        {
          request: 'GET https://lemmy.example/api/v3/community?name=x',
          status: 200,
          body: change(smallest('GetCommunityResponse')),
        },
        {
          request: 'GET https://lemmy.example/api/v3/post/list?community_name=x&type_=All&sort=New&limit=50',
          status: 200,
          body: change(smallest('GetPostsResponse')),
        },
      ]);
      const resource = resourceOf(id, 'x@lemmy.example');
      expect(await factsOf(resource, asking)).toMatchObject({ exists: true, group: true, subscribers: null });
      expect(await postsOf(resource, asking, 'lemmy:x')).toEqual([
        { url: id, at: null, kind: 'repost', author: id, text: id, by: { bio: null, handle: id, name: null } },
      ]);
    }
  });
});

// ------------------------------------------------------------------ ActivityPub

const vocabularies = ['activitypub/activitystreams.jsonld', 'activitypub/security-v1.json'];

/** Used by many servers without being declared. */
const undeclared = new Set(['@context', 'quoteUrl']);

/** Terms that the contexts, and a context of its own, give a document. */
function termsOf(contexts: Record<string, unknown>[]): Map<string, unknown> {
  return new Map(contexts.flatMap((context) => Object.entries(context)));
}

const contextOf = (document: unknown): Record<string, unknown>[] =>
  isObject(document) ? [document['@context']].flat().filter(isObject) : [];

/** What in a document no context explains, and what should be a reference and is none. */
function unexplained(value: unknown, terms: Map<string, unknown>): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => unexplained(each, terms));
  if (!isObject(value)) return [];
  const types = z
    .union([z.string().array(), z.string().transform((type) => [type])])
    .catch([])
    .parse(value['type']);
  return [
    ...types.filter((type) => !terms.has(type)).map((type) => `type ${type}`),
    ...Object.entries(value).flatMap(([field, content]) => {
      if (undeclared.has(field)) return [];
      if (!terms.has(field)) return [`field ${field}`];
      const term = terms.get(field);
      const isReference = isObject(term) && term['@type'] === '@id';
      const parts = [content].flat().filter((part) => part !== null);
      const isOne = parts.every((part) => isObject(part) || typeof part === 'string');
      return isReference && !isOne ? [`${field} is no reference`] : unexplained(content, terms);
    }),
  ];
}

const isDocument = (body: unknown): boolean => isObject(body) && '@context' in body;

describe("ActivityStreams' context", () => {
  const contexts = vocabularies.map((file) => {
    const { '@context': context } = z
      .object({ '@context': z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(read(file)));
    return context;
  });
  /** Numbers among their items show that these are passed over. */
  const withBrokenItems = new Set([
    'GET https://blog.example/author/anna/following?page=2',
    'GET https://group.example/category/7/outbox?page=1',
  ]);
  const documents = ['activitypub-lists', 'activitypub-pages', 'activitypub-groups', 'peertube', 'lemmy'].flatMap(
    (each) => exchangesOf(network, each).filter(({ body }) => isDocument(body)),
  );

  test('explains every fixture', () => {
    expect(documents.length).toBeGreaterThan(60);
    for (const { request, body } of documents) {
      const found = unexplained(body, termsOf([...contexts, ...contextOf(body)]));
      expect([request, found]).toEqual([request, withBrokenItems.has(request) ? ['orderedItems is no reference'] : []]);
    }
  });

  test('does not explain everything', () => {
    const terms = termsOf(contexts);
    expect(unexplained({ type: 'Persona', folowing: 'x' }, terms)).toEqual(['type Persona', 'field folowing']);
    expect(unexplained({ type: 'Person', following: 5 }, terms)).toEqual(['following is no reference']);
    expect(unexplained({ type: 'Person', following: 'https://pages.example/x' }, terms)).toEqual([]);
  });

  test('allows no actor that is not understood: all but id and type may be missing', async () => {
    const id = 'https://pages.example/x';
    for (const type of ['Person', 'Service', 'Group', 'Organization', 'Application', ['Person', 'Service']]) {
      for (const actor of [{ id, type }, withNews({ id, type })]) {
        const asking = fixtureWeb([
          { request: `GET https://pages.example/.well-known/webfinger?resource=${id}`, status: 404 },
          ...nodeInfo('pages.example', 'something'),
          { request: `GET ${id}`, status: 200, body: actor },
        ]);
        expect(await factsOf(resourceOf(id), asking)).toMatchObject({ name: id, exists: true, subscribers: null });
        expect(await find(id, asking)).toMatchObject({ status: 'not_found' });
      }
    }
  });
});
