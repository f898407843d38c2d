import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { Cells } from './answer.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the built program as a person would, in this folder. */
export function runProgram(folder: string, args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...args], { cwd: folder }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
    child.stdin?.end();
  });
}

/** The summary that `--json` prints. */
export function summaryOf({ stdout }: Ended): { requests: Record<string, number> } {
  const summary: { requests: Record<string, number> } = JSON.parse(stdout);
  return summary;
}

/** The rows of a written table. */
export function readTable(file: string): Cells[] {
  const { data, errors } = Papa.parse<Cells>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${file}: ${JSON.stringify(errors)}`);
  return data;
}

/** A table to hand to the program. */
export const writtenTable = (rows: Cells[]): string => `${Papa.unparse(rows)}\n`;
