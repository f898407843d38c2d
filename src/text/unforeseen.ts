import { createHash } from 'node:crypto';

/**
 * What to say of an error that nobody foresaw while one answer was handled: its kind, and eight letters that are the same
 * wherever it came about in the same way. Its message may quote what a stranger sent, and is left out.
 */
export function unforeseen(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const calls = error instanceof Error ? [...(error.stack ?? '').matchAll(/^ +at ([\w.$<>]+)/gm)].slice(0, 5) : [];
  const id = createHash('sha256')
    .update([name, ...calls.map(([, call]) => call)].join('\n'))
    .digest('hex')
    .slice(0, 8);
  return `the answer could not be handled (${name}, ${id})`;
}
