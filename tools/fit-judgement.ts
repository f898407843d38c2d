import { writeFileSync } from 'node:fs';
import { lexiconFor } from '../src/judgement/detect.ts';
import { emptyLexicon } from '../src/judgement/lexicon.ts';
import { type Sign, signsOf } from '../src/judgement/signs.ts';
import { tokensOf } from '../src/judgement/tokens.ts';
import { corpusLanguages, readCorpus, readPhrases } from '../tests/helpers/judgement-corpus.ts';

// Fits what the meanings of words weigh (src/judgement/weights.ts) on the labelled phrases of the tests, by logistic
// regression with a ridge. Gradient descent from zero with a fixed number of steps: the same phrases, the same bytes.
// npm run fit:judgement

const steps = 2000;
const rate = 1;
const ridge = 0.5;

interface Example {
  signs: Sign[];
  invites: boolean;
}

const exampleOf = (text: string, context: string, invites: boolean): Example => ({
  signs: [...signsOf(tokensOf(text, lexiconFor(context) ?? emptyLexicon))],
  invites,
});

const examples = corpusLanguages.flatMap((language) => {
  const dropped = readCorpus(language).filter(({ verdict }) => verdict === 'drop');
  const context = dropped.flatMap(({ posts }) => (posts ?? []).map(({ text }) => text)).join('\n');
  const phrases = readPhrases(language).map(({ kind, phrase }) =>
    exampleOf(phrase.replace('{N}', ''), `${context}\n${phrase}`, 'IOH'.includes(kind)),
  );
  const others = new Set(
    dropped.flatMap(({ about, posts }) => [about.description ?? '', ...(posts ?? []).map(({ text }) => text)]),
  );
  return [...phrases, ...[...others].map((text) => exampleOf(text, context, false))];
});

const found = new Map<Sign | 'none', number>([['none', 0]]);
for (const { signs } of examples) for (const sign of signs) found.set(sign, 0);

for (let step = 0; step < steps; step++) {
  const slopes = new Map(
    [...found].map(([sign, weight]) => [sign, sign === 'none' ? 0 : (ridge * weight) / examples.length]),
  );
  for (const { signs, invites } of examples) {
    const all = ['none' as const, ...signs];
    const sum = all.reduce((total, sign) => total + (found.get(sign) ?? 0), 0);
    const wrong = (1 / (1 + Math.exp(-sum)) - (invites ? 1 : 0)) / examples.length;
    for (const sign of all) slopes.set(sign, (slopes.get(sign) ?? 0) + wrong);
  }
  for (const [sign, slope] of slopes) found.set(sign, (found.get(sign) ?? 0) - rate * slope);
}

const lines = [...found]
  .toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
  .map(([sign, weight]) => `  ${sign}: ${weight.toFixed(1).replace('-0.0', '0.0')},`);
writeFileSync(
  new URL('../src/judgement/weights.ts', import.meta.url),
  `import type { Sign } from './signs.ts';

/** Written by \`npm run fit:judgement\`; \`none\` is the weight of saying nothing. */
export const weights: Partial<Record<Sign, number>> & { none: number } = {
${lines.join('\n')}
};
`,
);
console.log(`${examples.length} examples, ${examples.filter(({ invites }) => invites).length} of them invite`);
