import type { WordClass } from './languages/language.ts';
import type { Tokens } from './meanings.ts';
import type { Token } from './tokens.ts';

/** What is weighed of one token: the meanings of a word, and kinds of tokens that say where to turn to. */
export type Sign = Exclude<WordClass, 'common'> | 'mail' | 'link' | 'handle' | 'number' | 'question' | 'denial';

/** Two signs near one another, in the order of the alphabet. */
export type SignPair = `${Sign}+${Sign}`;

/** Tokens that a pair spans at most. */
const reach = 5;

/** The signs of a few sentences, and the pairs within each of them. */
export function signsOf(sentences: readonly Tokens[]): Set<Sign | SignPair> {
  const found = new Set<Sign | SignPair>();
  for (const tokens of sentences) {
    const each = tokens.map(signsOfToken);
    for (const [at, signs] of each.entries()) {
      if (signs.length === 0) continue;
      for (const sign of signs) found.add(sign);
      for (let next = at + 1; next <= at + reach; next++) {
        for (const other of each[next] ?? [])
          for (const sign of signs)
            if (sign !== other) found.add(sign < other ? `${sign}+${other}` : `${other}+${sign}`);
      }
    }
  }
  return found;
}

function signsOfToken({ kind, text, classes }: Token): Sign[] {
  const signs: Sign[] = [];
  if (kind === 'mail' || kind === 'link' || kind === 'handle' || kind === 'number') signs.push(kind);
  if (text === '?' || text === ';') signs.push('question');
  if (classes.has('not') && !classes.has('harmless')) signs.push('denial');
  for (const each of classes) if (each !== 'common') signs.push(each);
  return signs;
}
