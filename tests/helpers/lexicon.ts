import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { z } from 'zod';
import { official } from './official.ts';

// Checks requests and answers against Bluesky's lexicons. As the protocol wants it: objects are open, known values are
// examples, and an open union may hold what no lexicon has heard of.

const folder = official('bluesky/');

/** Lines of a list of valid or invalid spellings. */
export const spellings = (kind: string, verdict: 'valid' | 'invalid'): string[] =>
  readFileSync(new URL(`interop-test-files/syntax/${kind}_syntax_${verdict}.txt`, folder), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

interface Definition {
  type: string;
  required?: string[];
  nullable?: string[];
  properties?: Record<string, Definition>;
  items?: Definition;
  ref?: string;
  refs?: string[];
  closed?: boolean;
  format?: string;
  const?: string | number | boolean;
  enum?: (string | number)[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minGraphemes?: number;
  maxGraphemes?: number;
  parameters?: Definition;
  output?: { schema: Definition };
}

type Schema = Record<string, unknown>;

const Lexicon = z.object({
  defs: z.record(
    z.string(),
    z.custom<Definition>((value) => z.looseObject({ type: z.string() }).safeParse(value).success),
  ),
});

const lexicons = new Map<string, Record<string, Definition>>();

function definition(name: string): Definition {
  const [id = '', part = 'main'] = name.split('#');
  let parts = lexicons.get(id);
  if (!parts) {
    const file = new URL(`lexicons/${id.replaceAll('.', '/')}.json`, folder);
    parts = Lexicon.parse(JSON.parse(readFileSync(file, 'utf8'))).defs;
    lexicons.set(id, parts);
  }
  const found = parts[part];
  if (!found) throw new Error(`no lexicon defines ${name}`);
  return found;
}

const fullName = (ref: string, lexicon: string): string => (ref.startsWith('#') ? lexicon + ref : ref);

const lexiconOf = (name: string): string => name.split('#')[0] ?? '';

// ------------------------------------------------------------------ checking

const checks = new Map<string, ValidateFunction>();

/** What is wrong with an answer of this method, e.g. `app.bsky.graph.getFollows`; empty where it is as documented. */
export function answerProblems(method: string, body: unknown): string[] {
  return problems(`${method} answer`, definition(method).output?.schema, method, body);
}

/** What is wrong with a request: an unknown parameter, a value out of bounds. */
export function requestProblems(address: string): string[] {
  const { pathname, searchParams } = new URL(address);
  const method = pathname.replace('/xrpc/', '');
  const documented = definition(method).parameters;
  const given = Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const { type } = documented?.properties?.[name] ?? { type: 'unknown parameter' };
      const values = searchParams.getAll(name);
      if (type === 'array') return [name, values];
      return [name, type === 'integer' ? Number(values[0]) : type === 'boolean' ? values[0] === 'true' : values[0]];
    }),
  );
  const unknown = Object.keys(given).filter((name) => !documented?.properties?.[name]);
  return [
    ...unknown.map((name) => `unknown parameter ${name}`),
    ...problems(`${method} request`, documented, method, given),
  ];
}

/** What is wrong with a text of this format, e.g. `at-uri`. */
export const formatProblems = (format: string, text: string): string[] =>
  problems(`format ${format}`, { type: 'string', format }, '', text);

function problems(key: string, documented: Definition | undefined, lexicon: string, value: unknown): string[] {
  if (!documented) throw new Error(`no lexicon describes the ${key}`);
  let check = checks.get(key);
  if (!check) {
    const $defs: Record<string, Schema> = {};
    check = checker().compile({ ...schemaOf(documented, lexicon, $defs), $defs });
    checks.set(key, check);
  }
  return check(value)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }: ErrorObject) => `${instancePath} ${message ?? ''}`);
}

const bytes = (text: string): number => Buffer.byteLength(text);
const graphemes = (text: string): number => [...new Intl.Segmenter().segment(text)].length;

function checker(): Ajv {
  const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false });
  for (const [format, test] of Object.entries(formats)) ajv.addFormat(format, test);
  const bounds = {
    maxBytes: [bytes, 1],
    minBytes: [bytes, -1],
    maxGraphemes: [graphemes, 1],
    minGraphemes: [graphemes, -1],
  } as const;
  for (const [keyword, [size, sign]] of Object.entries(bounds)) {
    const validate = (bound: number, text: string) => sign * size(text) <= sign * bound;
    ajv.addKeyword({ keyword, type: 'string', schemaType: 'number', validate });
  }
  return ajv;
}

/** A JSON schema; the definitions that it refers to are added to `$defs`. */
function schemaOf(given: Definition, lexicon: string, $defs: Record<string, Schema>): Schema {
  const { type, format, minimum, maximum, minLength, maxLength, minGraphemes, maxGraphemes } = given;
  const fixed = { ...('const' in given && { const: given.const }), ...(given.enum && { enum: given.enum }) };
  const refer = (ref: string): Schema => {
    const name = fullName(ref, lexicon);
    if (!(name in $defs)) {
      $defs[name] = {};
      $defs[name] = schemaOf(definition(name), lexiconOf(name), $defs);
    }
    return { $ref: `#/$defs/${encodeURIComponent(name)}` };
  };
  switch (type) {
    case 'object':
    case 'params': {
      const properties: Record<string, Schema> = {};
      for (const [name, property] of Object.entries(given.properties ?? {})) {
        const schema = schemaOf(property, lexicon, $defs);
        properties[name] = given.nullable?.includes(name) ? { anyOf: [schema, { type: 'null' }] } : schema;
      }
      return { type: 'object', required: given.required ?? [], properties };
    }
    case 'array':
      return {
        type,
        ...(given.items && { items: schemaOf(given.items, lexicon, $defs) }),
        ...present({ minItems: minLength, maxItems: maxLength }),
      };
    case 'string':
      return {
        type,
        ...fixed,
        ...present({ format, minBytes: minLength, maxBytes: maxLength, minGraphemes, maxGraphemes }),
      };
    case 'integer':
      return { type, ...fixed, ...present({ minimum, maximum }) };
    case 'boolean':
      return { type, ...fixed };
    case 'unknown':
      return { type: 'object' };
    case 'bytes':
      return { type: 'object', required: ['$bytes'], properties: { $bytes: { type: 'string' } } };
    case 'ref':
      return refer(given.ref ?? '');
    case 'union': {
      const names = (given.refs ?? []).map((ref) => fullName(ref, lexicon));
      const $type = given.closed ? { enum: names } : { type: 'string', minLength: 1 };
      const allOf = names.map((name) => ({
        if: { type: 'object', required: ['$type'], properties: { $type: { const: name } } },
        // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON schema
        then: refer(name),
      }));
      return { type: 'object', required: ['$type'], properties: { $type }, allOf };
    }
    default:
      throw new Error(`lexicon type ${type} does not occur in what is checked here`);
  }
}

const present = (entries: Schema): Schema =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

// ------------------------------------------------------------------ formats

const domain = /^(?=.{3,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]([a-z\d-]{0,61}[a-z\d])?$/i;
const did = /^(?=.{7,2048}$)did:[a-z]+:(?:[\w.:-]|%[A-Fa-f\d]{2})+(?<!:)$/;
const nsid = /^(?=.{5,317}$)[a-z][a-z\d-]*(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)+\.[a-z][a-z\d]{0,62}$/i;
const key = /^[a-z\d_~.:-]{1,512}$/i;

const formats: Record<string, (text: string) => boolean> = {
  did: (text) => did.test(text),
  handle: (text) => domain.test(text),
  'at-identifier': (text) => did.test(text) || domain.test(text),
  nsid: (text) => nsid.test(text),
  'record-key': (text) => isKey(text),
  'at-uri': isAtUri,
  cid: (text) => /^[a-z\d+=]{8,256}$/i.test(text),
  language: (text) => /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.test(text),
  uri: (text) => /^[a-z][a-z\d+.-]*:\S+$/i.test(text),
  datetime: (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,20})?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
};

function isKey(text: string): boolean {
  return key.test(text) && text !== '.' && text !== '..';
}

function isAtUri(text: string): boolean {
  if (!text.startsWith('at://')) return false;
  const [authority = '', collection, record, ...rest] = text.slice('at://'.length).split('/');
  return (
    rest.length === 0 &&
    (did.test(authority) || domain.test(authority)) &&
    (collection === undefined || nsid.test(collection)) &&
    (record === undefined || isKey(record))
  );
}

// ------------------------------------------------------------------ the smallest answer

const samples: Record<string, string> = {
  did: 'did:plc:smallestsmallestsmallest',
  handle: 'smallest.test',
  'at-identifier': 'smallest.test',
  'at-uri': 'at://did:plc:smallestsmallestsmallest',
  cid: 'bafyreismallest',
  datetime: '2026-01-05T08:00:00Z',
  uri: 'https://smallest.example/',
};

/** An answer with what the lexicon requires and nothing else; every list has one item. */
export function smallestAnswer(method: string): Record<string, unknown> {
  const { output } = definition(method);
  if (!output) throw new Error(`${method} answers nothing`);
  return smallestObject(output.schema, method);
}

/** The smallest value of a named definition, e.g. `app.bsky.feed.defs#reasonRepost`, as a union holds it. */
export const smallestOf = (name: string): Record<string, unknown> => ({
  $type: name,
  ...smallestObject(definition(name), lexiconOf(name)),
});

function smallestObject({ properties = {}, required = [] }: Definition, lexicon: string): Record<string, unknown> {
  const needed = Object.entries(properties).filter(([name]) => required.includes(name));
  return Object.fromEntries(needed.map(([name, property]) => [name, smallest(property, lexicon)]));
}

function smallest(given: Definition, lexicon: string): unknown {
  if (given.const !== undefined) return given.const;
  switch (given.type) {
    case 'object':
      return smallestObject(given, lexicon);
    case 'array':
      return given.items ? [smallest(given.items, lexicon)] : [];
    case 'string':
      if (given.format) return samples[given.format];
      return 'x'.repeat(given.minLength ?? 0);
    case 'integer':
      return given.minimum ?? 0;
    case 'boolean':
      return false;
    case 'unknown':
      return {};
    case 'ref': {
      const name = fullName(given.ref ?? '', lexicon);
      return smallest(definition(name), lexiconOf(name));
    }
    case 'union':
      return smallestOf(fullName(given.refs?.[0] ?? '', lexicon));
    default:
      throw new Error(`no smallest value of lexicon type ${given.type}`);
  }
}
