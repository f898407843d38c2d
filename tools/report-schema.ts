import { z } from 'zod';
import { reportSchema } from '../src/types/report.ts';

/** `report.schema.json`: what `report.json` is, for whoever reads it. */
export function reportJsonSchema(): string {
  // As an input, fields that a later version adds are allowed.
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { io: 'input' });
  return `${JSON.stringify({ $schema, title: 'report.json of target-resources', ...schema }, null, 2)}\n`;
}
