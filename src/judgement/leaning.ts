import type { Tokens } from './meanings.ts';
import { signsOf } from './signs.ts';
import { weights } from './weights.ts';

/** Log-odds from which on a sentence counts as an invitation, with the one that follows; and alone. */
const enough = 2;
const enoughAlone = 0;

/** Whether a sentence asks for texts of others rather than not, by what each meaning in it and in the next weighs. */
export const leansToInvite = (tokens: Tokens, next: Tokens): boolean =>
  leaningOf(tokens) >= enoughAlone && leaningOf([...tokens, ...next]) >= enough;

function leaningOf(tokens: Tokens): number {
  let sum = weights.none;
  for (const sign of signsOf(tokens)) sum += weights[sign] ?? 0;
  return sum;
}
