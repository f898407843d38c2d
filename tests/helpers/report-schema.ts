import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const schema: unknown = JSON.parse(readFileSync(new URL('../../report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020().compile(schema as object);

/** What keeps a value from being a report as `report.schema.json` describes it; empty where nothing does. */
export const reportProblems = (report: unknown): unknown[] => (validate(report) ? [] : (validate.errors ?? []));
