import { z } from 'zod';
import { reportSchema } from '../src/types/report.ts';
import { resultsSchema } from '../src/types/results.ts';

/** `report.schema.json`: what `report.json` is, for whoever reads it. */
export const reportJsonSchema = (): string => jsonSchema('report.json of target-resources', reportSchema);

/** `results.schema.json`: what `results --json` prints. */
export const resultsJsonSchema = (): string => jsonSchema('target-resources results --json', resultsSchema);

function jsonSchema(title: string, of: z.ZodType): string {
  // As an input, fields that a later version adds are allowed.
  const { $schema, ...schema } = z.toJSONSchema(of, { io: 'input' });
  return `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`;
}
