import { lexicons, schemas } from '@atproto/api';

// Checks requests and answers against Bluesky's lexicons, as their owner publishes them, with its own validator.

interface Definition {
  type: string;
  required?: string[];
  properties?: Record<string, Definition>;
  items?: Definition;
  ref?: string;
  refs?: string[];
  format?: string;
  const?: string | number | boolean;
  minimum?: number;
  minLength?: number;
  parameters?: Definition;
  output?: { schema: Definition };
}

const definitions = new Map(
  schemas.map(({ id, defs }) => [id as string, defs as unknown as Record<string, Definition>]),
);

export function definition(name: string): Definition {
  const [id = '', part = 'main'] = name.split('#');
  const found = definitions.get(id)?.[part];
  if (!found) throw new Error(`no lexicon defines ${name}`);
  return found;
}

const fullName = (ref: string, lexicon: string): string =>
  ref.startsWith('#') ? lexicon + ref : ref.replace('lex:', '');

const lexiconOf = (name: string): string => name.split('#')[0] ?? '';

/** What is wrong with an answer of this method, e.g. `app.bsky.graph.getFollows`; empty where it is as documented. */
export const answerProblems = (method: string, body: unknown): string[] =>
  problems(() => lexicons.assertValidXrpcOutput(method, body));

/** What is wrong with a request: an unknown parameter, a value out of bounds. */
export function requestProblems(address: string): string[] {
  const { pathname, searchParams } = new URL(address);
  const method = pathname.replace('/xrpc/', '');
  const documented = definition(method).parameters?.properties ?? {};
  const given = Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const type = documented[name]?.type;
      const values = searchParams.getAll(name);
      if (type === 'array') return [name, values];
      return [name, type === 'integer' ? Number(values[0]) : type === 'boolean' ? values[0] === 'true' : values[0]];
    }),
  );
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(documented, name));
  return [
    ...unknown.map((name) => `unknown parameter ${name}`),
    ...problems(() => lexicons.assertValidXrpcParams(method, given)),
  ];
}

function problems(check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [String(error)];
  }
}

const samples = new Map([
  ['did', 'did:plc:smallestsmallestsmallest'],
  ['handle', 'smallest.test'],
  ['at-identifier', 'smallest.test'],
  ['at-uri', 'at://did:plc:smallestsmallestsmallest'],
  ['cid', 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'],
  ['datetime', '2026-01-05T08:00:00Z'],
  ['uri', 'https://smallest.example/'],
]);

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
      return samples.get(given.format ?? '') ?? 'x'.repeat(given.minLength ?? 0);
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
