import { writeFileSync } from 'node:fs';
import { reliability } from './reliability/document.ts';
import { doAll, doPart, missingWorks } from './reliability/results.ts';
import { type Work, isWork, works } from './reliability/works.ts';

// `npm run reliability` does all kinds of work, `npm run reliability -- drawn ended` these; with a number behind it, a
// kind is done in part by this process, which prints what it gave.
const words = process.argv.slice(2);
const [first = '', second = ''] = words;

async function doWorks(asked: readonly Work[]): Promise<void> {
  for (const work of asked) await doAll(work);
  const missing = missingWorks();
  if (missing.length > 0) {
    console.log(`What was done is kept. For the document do the rest: npm run reliability -- ${missing.join(' ')}`);
    return;
  }
  const { text, wrong } = reliability();
  writeFileSync(new URL('../docs/reliability.md', import.meta.url), text);
  process.exitCode = wrong > 0 ? 1 : 0;
}

if (isWork(first) && /^\d+$/.test(second)) {
  process.stdout.write(JSON.stringify(await doPart(first, Number(second))));
} else {
  const unknown = words.find((word) => !isWork(word));
  if (unknown !== undefined) throw new Error(`"${unknown}" is none of ${Object.keys(works).join(', ')}`);
  await doWorks(words.length > 0 ? words.filter(isWork) : (Object.keys(works) as Work[]));
}
