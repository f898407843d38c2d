import { UserError } from '../errors.ts';
import type { Input } from '../types/input.ts';

/** @throws UserError nothing_to_read, no_usable_rows, where the input holds nothing that could be counted */
export function needFollows(
  { customers, follows }: { customers: string | null; follows: string[] },
  input: Pick<Input, 'customers' | 'follows' | 'problems'>,
): void {
  const files = [customers, ...follows].filter((file) => file !== null);
  if (files.length === 0) throw new UserError('nothing_to_read', 'the command line');
  if (input.follows.length > 0 || input.customers.some(({ profiles }) => profiles.length > 0)) return;
  const problems = input.problems
    .slice(0, 5)
    .map(({ file, line, value, problem }) => `\n    ${file}:${line}: ${value}: ${problem}`);
  throw new UserError('no_usable_rows', files.join(', '), problems.join('') || 'there is none');
}
