import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { z } from 'zod';
import { official } from './official.ts';

// Checks requests and answers against Google's discovery document of the YouTube Data API v3.

const file = official('youtube/youtube__v3.json');

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  default?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
}

interface Parameter {
  location: string;
  type: string;
  required?: boolean;
  repeated?: boolean;
  enum?: string[];
  minimum?: string;
  maximum?: string;
}

interface Method {
  path: string;
  httpMethod: string;
  parameters: Record<string, Parameter>;
  response: { $ref: string };
}

interface Discovery {
  rootUrl: string;
  schemas: Record<string, Schema>;
  resources: Record<string, { methods: Record<string, Method> }>;
}

const Discovery = z.custom<Discovery>((value) => typeof value === 'object' && value !== null);

let known: Discovery | undefined;
const described = (): Discovery => (known ??= Discovery.parse(JSON.parse(readFileSync(file, 'utf8'))));

function schemaNamed(name: string): Schema {
  const found = described().schemas[name];
  if (!found) throw new Error(`YouTube describes no ${name}`);
  return found;
}

function methodAt(address: string): Method {
  const { origin, pathname } = new URL(address);
  const methods = Object.values(described().resources).flatMap((resource) => Object.values(resource.methods ?? {}));
  const found = methods.find(({ httpMethod, path }) => httpMethod === 'GET' && `/${path}` === pathname);
  if (!found || described().rootUrl !== `${origin}/`) throw new Error(`YouTube describes no GET ${address}`);
  return found;
}

// ------------------------------------------------------------------ requests

/** What is wrong with a request: a parameter that is unknown, missing, given twice, or out of its bounds. */
export function requestProblems(address: string): string[] {
  const { parameters } = methodAt(address);
  const given = new URL(address).searchParams;
  const missing = Object.entries(parameters).filter(([name, { required }]) => required && !given.has(name));
  return [
    ...missing.map(([name]) => `${name} is missing`),
    ...[...given].flatMap(([name, value]) => {
      const parameter = parameters[name];
      if (!parameter) return [`unknown parameter ${name}`];
      return valueProblems(name, value, parameter, given.getAll(name).length);
    }),
  ];
}

function valueProblems(name: string, value: string, parameter: Parameter, times: number): string[] {
  const { type, repeated, enum: values, minimum, maximum } = parameter;
  return [
    ...(times > 1 && !repeated ? [`${name} is given twice`] : []),
    ...(values && !values.includes(value) ? [`${name} is none of ${values.join(', ')}`] : []),
    ...(type === 'integer' && !/^\d+$/.test(value) ? [`${name} is not a number`] : []),
    ...(minimum !== undefined && Number(value) < Number(minimum) ? [`${name} is less than ${minimum}`] : []),
    ...(maximum !== undefined && Number(value) > Number(maximum) ? [`${name} is more than ${maximum}`] : []),
  ];
}

// ------------------------------------------------------------------ answers

/** Formats of numbers that JSON has as text, and the bounds of those that it has as numbers. */
const numbers: Record<string, object> = {
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uint32: { minimum: 0, maximum: 2 ** 32 - 1 },
  int64: { pattern: '^-?\\d{1,19}$' },
  uint64: { pattern: '^\\d{1,20}$' },
  'date-time': { format: 'date-time' },
  'google-datetime': { format: 'date-time' },
};

/**
 * A schema of the document as JSON schema. The document requires no field and closes no object, so nearly anything
 * would pass: here a field that it does not name is a mistake. Its `kind`s are fixed words, of which the real server
 * writes one with a capital (`youtube#SubscriptionListResponse`), so their case is not looked at.
 */
function converted({ $ref, type, format, default: fixed, enum: values, items, ...rest }: Schema, name = ''): object {
  if ($ref !== undefined) return { $ref: `#/$defs/${$ref}` };
  const properties = Object.entries(rest.properties ?? {}).map(([field, schema]) => [field, converted(schema, field)]);
  const open = rest.additionalProperties;
  return {
    type,
    ...(format !== undefined && numbers[format]),
    ...(values && { enum: values }),
    ...(name === 'kind' && fixed !== undefined && { pattern: anyCase(fixed) }),
    ...(items && { items: converted(items) }),
    ...(type === 'object' && {
      properties: Object.fromEntries(properties),
      additionalProperties: open ? converted(open) : false,
    }),
  };
}

const anyCase = (word: string): string =>
  `^${word.replaceAll(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)}$`;

const checks = new Map<string, ValidateFunction>();

function checkOf(name: string): ValidateFunction {
  const ready = checks.get(name);
  if (ready) return ready;
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formats.default(ajv);
  const $defs = Object.fromEntries(
    Object.entries(described().schemas).map(([each, schema]) => [each, converted(schema)]),
  );
  const check = ajv.compile({ $defs, $ref: `#/$defs/${name}` });
  checks.set(name, check);
  return check;
}

/** The document does not describe errors; this is the form of https://google.aip.dev/193 with its older `errors`. */
const Refusal = z.strictObject({
  error: z.strictObject({
    code: z.number(),
    message: z.string(),
    errors: z.array(z.strictObject({ message: z.string(), domain: z.string(), reason: z.string() })).min(1),
    status: z.string().optional(),
    details: z.array(z.looseObject({ '@type': z.string() })).optional(),
  }),
});

/** What is wrong with an answer to this address; empty where it is as described. */
export function answerProblems(address: string, status: number, body: unknown): string[] {
  if (status >= 400) {
    const parsed = Refusal.safeParse(body);
    if (!parsed.success) return [parsed.error.message];
    return parsed.data.error.code === status ? [] : [`${parsed.data.error.code} is not ${status}`];
  }
  const check = checkOf(methodAt(address).response.$ref);
  return check(body) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** A value with the fields that always hold the same word, and nothing else: the document requires none. */
export function smallest(name: string): Record<string, unknown> {
  const fixed = Object.entries(schemaNamed(name).properties ?? {}).filter(([, schema]) => schema.default !== undefined);
  return Object.fromEntries(fixed.map(([field, schema]) => [field, schema.default]));
}
