import { lookup } from '../text/lookup.ts';
import { z } from 'zod';
import { jsonText } from '../text/sanitize.ts';
import { type Report, reportSchema } from '../types/report.ts';

/** Copies what a schema names, in its order. */
type Copy = (value: unknown) => unknown;

const fields = Object.entries(reportSchema.shape) as [keyof Report, z.ZodType][];

/**
 * The report as JSON, one row a line, in chunks: a million rows are more than one string can hold.
 * Only what the schema names gets into the file.
 */
export function* toJson(report: Report): Generator<string> {
  let before = '{\n  ';
  for (const [name, schema] of fields) {
    yield `${before}"${name}": `;
    before = ',\n  ';
    const value = report[name];
    if (Array.isArray(value) && isTable(schema)) yield* lines(value, copyOf(schema.element));
    else yield jsonText(copyOf(schema)(value));
  }
  yield '\n}\n';
}

function* lines(items: unknown[], copy: Copy): Generator<string> {
  let before = '[\n    ';
  for (const item of items) {
    yield before + jsonText(copy(item));
    before = ',\n    ';
  }
  yield items.length > 0 ? '\n  ]' : '[]';
}

const isTable = (schema: z.ZodType): schema is z.ZodArray<z.ZodObject> =>
  schema instanceof z.ZodArray && schema.element instanceof z.ZodObject;

function copyOf(schema: z.core.$ZodType): Copy {
  if (schema instanceof z.ZodNullable) {
    const copy = copyOf(schema.unwrap());
    return (value) => (value === null ? null : copy(value));
  }
  if (schema instanceof z.ZodArray) {
    const copy = copyOf(schema.element);
    return (value) => (value as unknown[]).map(copy);
  }
  if (!(schema instanceof z.ZodObject)) return (value) => value;
  const copies = Object.entries(schema.shape).map(([name, field]) => [name, copyOf(field)] as const);
  return (value) =>
    Object.fromEntries(copies.map(([name, copy]) => [name, copy(lookup(value as Record<string, unknown>, name))]));
}
