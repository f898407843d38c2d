import { readFileSync, writeFileSync } from 'node:fs';
import { licenseList } from './licenses.ts';
import { withParts } from './readme-parts.ts';
import { reportJsonSchema, resultsJsonSchema } from './report-schema.ts';

const readme = new URL('../README.md', import.meta.url);

writeFileSync(readme, withParts(readFileSync(readme, 'utf8')));
writeFileSync(new URL('../report.schema.json', import.meta.url), reportJsonSchema());
writeFileSync(new URL('../results.schema.json', import.meta.url), resultsJsonSchema());
writeFileSync(new URL('../docs/licenses.md', import.meta.url), licenseList());
