import type { Tokens } from './meanings.ts';
import { signsOf } from './signs.ts';
import { nothingSaid, weights } from './weights.ts';

/** The log-odds that some sentences ask for texts of others, by what each meaning and each pair of meanings weighs. */
export function leaningOf(...sentences: Tokens[]): number {
  let sum = nothingSaid;
  for (const sign of signsOf(sentences)) sum += weights.get(sign) ?? 0;
  return sum;
}
