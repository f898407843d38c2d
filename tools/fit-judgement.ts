import { writeFileSync } from 'node:fs';
import { lexiconFor } from '../src/judgement/detect.ts';
import { emptyLexicon } from '../src/judgement/lexicon.ts';
import { signsOf } from '../src/judgement/signs.ts';
import { sentencesOf, tokensOf } from '../src/judgement/tokens.ts';
import {
  type Labelled,
  blindSetsIn,
  corpusLanguages,
  readCorpus,
  readPhrases,
  spentSets,
} from '../tests/helpers/judgement-corpus.ts';

// Fits what the meanings of words and their pairs weigh (src/judgement/weights.ts) on the labelled phrases and pages
// of the tests, by logistic regression: a ridge on meanings, and a lasso on pairs, so that few of them are left. Proximal
// gradient descent from zero with a fixed number of steps: the same phrases, the same bytes.
// npm run fit:judgement

const steps = 2000;
const rate = 0.5;
const momentum = 0.9;
const ridge = 0.5;
const lasso = 3;
/** Examples in which a sign stands at least. */
const fewest = 3;
/** Sentences of an example that are read together. */
const together = 3;

interface Example {
  signs: number[];
  invites: boolean;
}

const names: string[] = [];
const numbers = new Map<string, number>();

function numberOf(sign: string): number {
  const known = numbers.get(sign);
  if (known !== undefined) return known;
  numbers.set(sign, names.length);
  return names.push(sign) - 1;
}

function exampleOf(text: string, context: string, invites: boolean): Example {
  const sentences = sentencesOf(tokensOf(text, lexiconFor(context) ?? emptyLexicon), text);
  const read = sentences.slice(0, together).map(({ tokens }) => tokens);
  return { signs: [...signsOf(read)].map(numberOf), invites };
}

const textsOf = ({ about, posts }: Labelled): string[] => [
  about.description ?? '',
  ...(posts ?? []).map(({ text }) => text),
];

const examples = corpusLanguages.flatMap((language) => {
  const spent = spentSets.filter((set) => blindSetsIn(language).includes(set));
  const pages = [...readCorpus(language), ...spent.flatMap((set) => readCorpus(language, set))];
  const dropped = pages.filter(({ verdict }) => verdict === 'drop');
  const fillers = new Set(dropped.flatMap(textsOf));
  const context = dropped.flatMap(({ posts }) => (posts ?? []).map(({ text }) => text)).join('\n');
  const phrases = readPhrases(language).map(({ kind, phrase }) =>
    exampleOf(phrase.replace('{N}', ''), `${context}\n${phrase}`, 'IOH'.includes(kind)),
  );
  // A page that asks for texts does so in what it says besides the posts that pages share, or else in its description.
  const asking = pages
    .filter((page) => page.class === 'suggest_box')
    .flatMap((page) => {
      const own = (page.posts ?? []).map(({ text }) => text).filter((text) => !fillers.has(text));
      return own.length > 0 ? own : [page.about.description ?? ''];
    });
  return [
    ...phrases,
    ...asking.map((text) => exampleOf(text, `${context}\n${text}`, true)),
    ...[...fillers].map((text) => exampleOf(text, context, false)),
  ];
});

const counts = names.map(() => 0);
for (const { signs } of examples) for (const sign of signs) counts[sign] = (counts[sign] ?? 0) + 1;
for (const example of examples) example.signs = example.signs.filter((sign) => (counts[sign] ?? 0) >= fewest);

const isPair = names.map((name) => name.includes('+'));
const weights = names.map(() => 0);
const speeds = names.map(() => 0);
let none = 0;
let speed = 0;
const at = (list: readonly number[], index: number): number => list[index] ?? 0;

for (let step = 0; step < steps; step++) {
  const slopes = weights.map((weight, sign) => (isPair[sign] ? 0 : (ridge * weight) / examples.length));
  let slope = 0;
  for (const { signs, invites } of examples) {
    let sum = none;
    for (const sign of signs) sum += at(weights, sign);
    const wrong = (1 / (1 + Math.exp(-sum)) - (invites ? 1 : 0)) / examples.length;
    slope += wrong;
    for (const sign of signs) slopes[sign] = at(slopes, sign) + wrong;
  }
  speed = momentum * speed - rate * slope;
  none += speed;
  for (const sign of names.keys()) {
    speeds[sign] = momentum * at(speeds, sign) - rate * at(slopes, sign);
    const moved = at(weights, sign) + at(speeds, sign);
    const shrink = isPair[sign] ? (rate * lasso) / examples.length : 0;
    weights[sign] = Math.sign(moved) * Math.max(0, Math.abs(moved) - shrink);
  }
}

const shown = (weight: number): string => weight.toFixed(1).replace('-0.0', '0.0');
const lines = names
  .map((name, sign) => ({ name, weight: shown(at(weights, sign)) }))
  .filter(({ weight }) => weight !== '0.0')
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ name, weight }) => `  ['${name}', ${weight}],`);
writeFileSync(
  new URL('../src/judgement/weights.ts', import.meta.url),
  `// Written by \`npm run fit:judgement\`.

/** The log-odds of an invitation where nothing is said. */
export const nothingSaid = ${shown(none)};

/** What each sign adds to them. */
export const weights: ReadonlyMap<string, number> = new Map<string, number>([
${lines.join('\n')}
]);
`,
);
console.log(
  `${examples.length} examples, ${examples.filter(({ invites }) => invites).length} of them invite; ${lines.length} weights`,
);
