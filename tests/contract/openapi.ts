import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { z } from 'zod';
import { official } from './official.ts';

// Checks requests and answers against the OpenAPI 3.1 description of Mastodon's API.

const file = official('mastodon/schema.json');

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

interface Description {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, { get?: Operation }>;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const Description = z.custom<Description>(isObject);
const Schema = z.custom<Schema>(isObject);

let known: Description | undefined;

/** `oneOf` is read as `anyOf`: a Quote is a ShallowQuote too, because both need a `state` and allow what else there is. */
function described(): Description {
  known ??= Description.parse(JSON.parse(readFileSync(file, 'utf8').replaceAll('"oneOf":', '"anyOf":')));
  return known;
}

function schemaNamed(name: string): Schema {
  const found = described().components.schemas[name];
  if (!found) throw new Error(`Mastodon describes no ${name}`);
  return found;
}

// ------------------------------------------------------------------ checking

let checker: Ajv2020 | undefined;
const checks = new Map<string, ValidateFunction>();

/** Path of the description, e.g. `/api/v1/accounts/{id}/following`, that this address falls under. */
function pathOf(address: string): string {
  const asked = new URL(address).pathname.split('/');
  const paths = Object.keys(described().paths).filter((path) => {
    const parts = path.split('/');
    return parts.length === asked.length && parts.every((part, at) => part.startsWith('{') || part === asked[at]);
  });
  const [found] = paths.toSorted((a, b) => a.split('{').length - b.split('{').length);
  if (found === undefined) throw new Error(`Mastodon describes no ${address}`);
  return found;
}

/** What is wrong with an answer to this address; empty where it is as described. */
export function answerProblems(address: string, status: number, body: unknown): string[] {
  const path = pathOf(address);
  const response = described().paths[path]?.get?.responses[status];
  if (!response) return [`status ${status} is not described`];
  const schema = response.content?.['application/json']?.schema;
  if (!schema) return body === undefined ? [] : [`status ${status} is described without a body`];
  const key = `${path} ${status}`;
  let check = checks.get(key);
  if (!check) {
    checker ??= createChecker();
    check = checker.compile(rooted(schema));
    checks.set(key, check);
  }
  return check(body) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function createChecker(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formats.default(ajv);
  ajv.addFormat('iso-639-1', /^[a-z]{2,3}$/);
  ajv.addSchema({ $id: 'mastodon:api', components: described().components });
  return ajv;
}

/** A schema of the description with its references made whole, so that it can be checked alone. */
const rooted = (schema: Schema): Schema =>
  Schema.parse(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"mastodon:api#/components')));

/** What is wrong with a request: an unknown parameter, or a needed one that is missing. */
export function requestProblems(address: string): string[] {
  const documented = (described().paths[pathOf(address)]?.get?.parameters ?? []).filter((each) => each.in === 'query');
  const given = [...new URL(address).searchParams.keys()];
  return [
    ...given
      .filter((name) => !documented.some((each) => each.name === name))
      .map((name) => `unknown parameter ${name}`),
    ...documented.filter((each) => each.required && !given.includes(each.name)).map(({ name }) => `${name} is missing`),
  ];
}

// ------------------------------------------------------------------ the smallest answer

const samples: Record<string, string> = {
  uri: 'https://smallest.example/users/smallest',
  'date-time': '2026-01-05T08:00:00.000Z',
  date: '2026-01-05',
};

/** A value with what the description requires and nothing else; every list has one item. */
export function smallest(name: string): Record<string, unknown> {
  return Object.fromEntries(
    (schemaNamed(name).required ?? []).map((field) => [field, valueOf(schemaNamed(name).properties?.[field] ?? {})]),
  );
}

/** The smallest value, and null in every field that may be null. */
export function nulled(name: string): Record<string, unknown> {
  const fields = Object.entries(schemaNamed(name).properties ?? {}).filter(([, schema]) => mayBeNull(schema));
  return { ...smallest(name), ...Object.fromEntries(fields.map(([field]) => [field, null])) };
}

const mayBeNull = ({ type, anyOf }: Schema): boolean =>
  type === 'null' || (Array.isArray(type) && type.includes('null')) || (anyOf ?? []).some(mayBeNull);

function valueOf(schema: Schema): unknown {
  const { $ref, type, format, items } = schema;
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    const [choice] = schemaNamed(name).enum ?? [];
    return choice ?? smallest(name);
  }
  switch (type) {
    case 'string':
      return samples[format ?? ''] ?? 'x';
    case 'integer':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return items ? [valueOf(items)] : [];
    default:
      throw new Error(`no smallest value of ${JSON.stringify(schema)}`);
  }
}
