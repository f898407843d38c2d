import type { WordClass } from './languages/language.ts';
import type { Tokens } from './meanings.ts';

/** Meanings that say nothing of who writes for whom, in any language. */
const silent: ReadonlySet<WordClass> = new Set(['common']);

/** What is weighed: the meanings of words, and kinds of tokens that say where to turn to. */
export type Sign = WordClass | 'mail' | 'link' | 'handle' | 'question' | 'denial';

export function signsOf(tokens: Tokens): Set<Sign> {
  const signs = new Set<Sign>();
  for (const { kind, text, classes } of tokens) {
    if (kind === 'mail' || kind === 'link' || kind === 'handle') signs.add(kind);
    if (text === '?') signs.add('question');
    if (classes.has('not') && !classes.has('harmless')) signs.add('denial');
    for (const each of classes) if (!silent.has(each)) signs.add(each);
  }
  return signs;
}
