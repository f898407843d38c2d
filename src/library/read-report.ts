import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Report, reportSchema } from '../types/report.ts';
import { shapedJson } from './shaped-json.ts';

/** The report that an output folder holds; null where there is none, or one of another version. */
export async function readReport(output: string): Promise<Report | null> {
  const text = await readFile(join(output, 'report.json'), 'utf8').catch(() => null);
  return text === null ? null : shapedJson(text, reportSchema);
}
