import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Report, reportSchema } from '../types/report.ts';

/** The report that an output folder holds; null where there is none, or one of another version. */
export async function readReport(output: string): Promise<Report | null> {
  try {
    return reportSchema.safeParse(JSON.parse(await readFile(join(output, 'report.json'), 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
