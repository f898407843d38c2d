import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import * as hostile from '../tests/browser/hostile.ts';
import { catalogue } from '../tests/faults/catalogue.ts';
import { modes, pairs, resultOf } from '../tests/faults/run.ts';

/** What came of one fault: for each position, once and always. */
interface Tried {
  kind: string;
  name: string;
  results: string[][];
}

interface Part {
  tried: Tried[];
  megabytes: number;
}

const positions = pairs.flat();
const parts = 12;
const atOnce = availableParallelism();

async function tryPart(part: number): Promise<Part> {
  const tried: Tried[] = [];
  for (const fault of catalogue.filter((_, index) => index % parts === part)) {
    const results: string[][] = [];
    for (const pair of pairs) {
      const [ofProfile, ofPage]: [string[], string[]] = [[], []];
      for (const mode of modes) {
        const [first, second] = await resultOf(fault, pair, mode);
        ofProfile.push(first);
        ofPage.push(second);
      }
      results.push(ofProfile, ofPage);
    }
    tried.push({ kind: fault.kind, name: fault.name, results });
  }
  return { tried, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
}

const cell = (results: string[]): string => results.join(', ');
const count = (tried: Tried[], word: string): number =>
  tried.flatMap(({ results }) => results.flat()).filter((result) => result.startsWith(word)).length;

function document(tried: Tried[], megabytes: number): string {
  const runs = tried.length * pairs.length * modes.length;
  const attacks = [hostile.clobbers, hostile.oddHosts, hostile.nuisances, hostile.endless].flat().length;
  return `# Reliability

Written by \`npm run reliability\`; do not edit it.

${tried.length} faults of servers, each tried once and always, at ${positions.length} positions: the request for one
client's profile, for that client's list, for the facts of one page, and for its posts. In every run the fault acts on
three protocols together (Bluesky's, Mastodon's, and pages of a forum that a recipe reads) and at two positions, one of
a profile and one of a page. That makes ${runs} runs of
\`analyze\` against servers on this machine. Of each run it is checked that

- it ends by itself, and nothing is thrown;
- every other profile is read, and every other page has its clients and its verdict, as without the fault (Bluesky is
  asked for many profiles, and for the facts of many pages, in one request: these share what comes of it;
  a server that wants to be left alone for longer than a run waits is, with all that it holds);
- every profile is told of, and a run that did not reach one does not call itself complete (exit code 3);
- no address of this machine or of a network at home was asked.

| Result | Times | Meaning |
| --- | ---: | --- |
| right | ${count(tried, 'right')} | nothing was lost: the same report as without the fault |
| told | ${count(tried, 'told')} | the profile or the page is missing or in doubt, and the report says so |
| believed | ${count(tried, 'believed')} | an answer that cannot be told from a true one is in the report |
| wrong | ${count(tried, 'WRONG')} | anything else |

The most memory that a process had, with the servers in the same process: ${megabytes} MB.

## What else is tried, and where

| Kind | Tried | Tests |
| --- | --- | --- |
| Runs killed in every stage, then run again | the same bytes as undisturbed, no list asked for again | \`tests/pipeline/killed.test.ts\`, \`tests/unit/state/kill.test.ts\` |
| Damaged and foreign states | told, never a silently different output | \`tests/unit/state/file.test.ts\` |
| Addresses that are not public | refused, by name and by number | \`tests/unit/web\` |
| Texts from outside: fuzzed parsers, in linear time | nothing thrown but the program's own errors | \`tests/fuzz\` |
| Pages that attack what draws them | ${attacks} attacks; the page beside is read | \`tests/browser/hostile.ts\` |
| Pages and processes left behind | none | \`tests/browser/leftovers.test.ts\` |
| Aborted runs, at every stage | end with their reason | \`tests/pipeline/abort.test.ts\` |

A sample of the faults is part of the tests (\`tests/pipeline/faults.test.ts\`).

## Faults

Each cell: once, always.

| Kind | Fault | ${positions.map((position) => position.replace(/^./, (letter) => letter.toUpperCase())).join(' | ')} |
| --- | --- | ${positions.map(() => '---').join(' | ')} |
${tried.map(({ kind, name, results }) => `| ${kind} | ${name} | ${results.map(cell).join(' | ')} |`).join('\n')}
`;
}

const placeOf = ({ kind, name }: Tried): number =>
  catalogue.findIndex((fault) => fault.kind === kind && fault.name === name);

async function tryAll(): Promise<void> {
  const limit = pLimit(atOnce);
  const self = fileURLToPath(import.meta.url);
  const run = promisify(execFile);
  const all = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      limit(async () => {
        const { stdout } = await run(process.execPath, [...process.execArgv, self, String(part)]);
        return JSON.parse(stdout) as Part;
      }),
    ),
  );
  const tried = all.flatMap((part) => part.tried).toSorted((a, b) => placeOf(a) - placeOf(b));
  const written = document(tried, Math.max(...all.map(({ megabytes }) => megabytes)));
  writeFileSync(new URL('../docs/reliability.md', import.meta.url), written);
  process.exitCode = count(tried, 'WRONG') > 0 ? 1 : 0;
}

const [, , part] = process.argv;
if (part === undefined) await tryAll();
else process.stdout.write(JSON.stringify(await tryPart(Number(part))));
