import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import { browser } from '../tests/browser/available.ts';
import * as hostile from '../tests/browser/hostile.ts';
import { forkServers } from '../tests/faults/apart.ts';
import { catalogue } from '../tests/faults/catalogue.ts';
import { hostFaults, networksWithHosts, resultOfHost } from '../tests/faults/hosts.ts';
import { openGarden } from '../tests/faults/killed.ts';
import { modes, resultOf } from '../tests/faults/run.ts';
import { type SceneName, scenes } from '../tests/faults/scenes.ts';
import { memoryUnder } from '../src/web/browser/memory.ts';

/** What came of one fault: for each position, once and always. */
interface Tried {
  kind: string;
  name: string;
  results: string[][];
}

/** What came of runs that were ended from outside and started again. */
interface EndedRuns {
  signal: string;
  runs: number;
  inTime: number;
  /** Started again, they wrote other bytes, asked for a list twice or ended otherwise. */
  wrong: number;
}

/** What a process of its own did: a part of one kind of work. */
interface Piece<Result> {
  results: Result[];
  /** The most memory that the program had, its servers apart. */
  megabytes: number;
  /** The most memory that it had with all processes under it: browser and servers. */
  megabytesInAll: number;
}

const parts = 12;
/** A browser takes seconds for a run: of the faults of drawn pages every fourth is tried. */
const everyOf: Record<SceneName, number> = { protocols: 1, drawn: 4 };
const kills = 200;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
const atOnce = availableParallelism();
const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const positions = (scene: SceneName): string[] => scenes[scene].pairs.flat();

const mine = <Item>(items: readonly Item[], part: number): Item[] => items.filter((_, index) => index % parts === part);

async function tryScene(scene: SceneName, part: number): Promise<Tried[]> {
  const servers = forkServers();
  const tried: Tried[] = [];
  const sample = catalogue.filter((_, index) => index % everyOf[scene] === 0);
  for (const fault of mine(sample, part)) {
    const results: string[][] = [];
    for (const pair of scenes[scene].pairs) {
      const [ofProfile, ofPage]: [string[], string[]] = [[], []];
      for (const mode of modes) {
        const [first, second] = await resultOf(fault, pair, mode, { scene, open: servers.open });
        ofProfile.push(first);
        ofPage.push(second);
      }
      results.push(ofProfile, ofPage);
    }
    tried.push({ kind: fault.kind, name: fault.name, results });
  }
  servers.end();
  return tried;
}

async function tryHosts(part: number): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const fault of mine(hostFaults, part)) {
    const results: string[][] = [];
    for (const network of networksWithHosts) results.push([await resultOfHost(fault, network)]);
    tried.push({ kind: fault.kind, name: fault.name, results });
  }
  return tried;
}

async function endRuns(part: number): Promise<EndedRuns[]> {
  const garden = await openGarden(program);
  const ended: EndedRuns[] = [];
  for (const signal of ['SIGKILL', ...signals] as const) {
    const moments = mine(garden.moments(signal === 'SIGKILL' ? kills : parts), part);
    const told: EndedRuns = { signal, runs: moments.length, inTime: 0, wrong: 0 };
    for (const [round, moment] of moments.entries()) {
      const { inTime, again, differing, askedTwice } = await garden.endAfter(moment, `${signal}-${round}`, signal);
      if (inTime) told.inTime += 1;
      if (again !== 0 || differing.length > 0 || askedTwice > 0) told.wrong += 1;
    }
    ended.push(told);
  }
  await garden.close();
  return ended;
}

/** A part of each kind of work, by the word that the process for it is given. */
const works = {
  protocols: (part: number) => tryScene('protocols', part),
  drawn: (part: number) => tryScene('drawn', part),
  hosts: tryHosts,
  ended: endRuns,
} as const;
type Work = keyof typeof works;
type ResultOf<Kind extends Work> = Awaited<ReturnType<(typeof works)[Kind]>>[number];

async function doPart(work: Work, part: number): Promise<Piece<unknown>> {
  let most = 0;
  const look = async (): Promise<void> => {
    most = Math.max(most, (await memoryUnder(process.pid)) ?? 0);
  };
  const watch = setInterval(() => {
    void look();
  }, 100);
  const results = await works[work](part);
  clearInterval(watch);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { results, megabytes, megabytesInAll: Math.max(megabytes, Math.round(most / 2 ** 20)) };
}

const limit = pLimit(atOnce);
const self = fileURLToPath(import.meta.url);
const run = promisify(execFile);

async function doAll<Kind extends Work>(work: Kind): Promise<Piece<ResultOf<Kind>>> {
  const pieces = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      limit(async () => {
        const { stdout } = await run(process.execPath, [...process.execArgv, self, work, String(part)]);
        return JSON.parse(stdout) as Piece<ResultOf<Kind>>;
      }),
    ),
  );
  return {
    results: pieces.flatMap(({ results }) => results),
    megabytes: Math.max(...pieces.map(({ megabytes }) => megabytes)),
    megabytesInAll: Math.max(...pieces.map(({ megabytesInAll }) => megabytesInAll)),
  };
}

const cell = (results: string[]): string => results.join(', ');
const count = (tried: Tried[], word: string): number =>
  tried.flatMap(({ results }) => results.flat()).filter((result) => result.startsWith(word)).length;
const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

const table = (heads: string[], rows: (string | number)[][]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Fault by fault; each cell: once, always. */
const faultTable = (scene: SceneName, tried: Tried[]): string =>
  table(
    ['Kind', 'Fault', ...positions(scene).map(capital)],
    tried
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map(({ kind, name, results }) => [kind, name, ...results.map(cell)]),
  );

const placeOf = ({ kind, name }: Tried): number =>
  catalogue.findIndex((fault) => fault.kind === kind && fault.name === name);

const summed = (ended: EndedRuns[]): (string | number)[][] =>
  ['SIGKILL', ...signals].map((signal) => {
    const those = ended.filter((each) => each.signal === signal);
    const sum = (of: 'runs' | 'inTime' | 'wrong'): number => those.reduce((all, each) => all + each[of], 0);
    return [signal, sum('runs'), sum('inTime'), sum('wrong')];
  });

async function writeDocument(): Promise<void> {
  const faults = await doAll('protocols');
  const hosts = await doAll('hosts');
  const drawn = browser === null ? null : await doAll('drawn');
  const ended = await doAll('ended');
  const tried = [...faults.results, ...(drawn?.results ?? [])];
  const attacks = [hostile.clobbers, hostile.oddHosts, hostile.nuisances, hostile.endless].flat().length;
  const runs = faults.results.length * scenes.protocols.pairs.length * modes.length;
  const drawnRuns = (drawn?.results.length ?? 0) * modes.length;
  const text = `# Reliability

Written by \`npm run reliability\`; do not edit it.

${catalogue.length} faults of servers, each tried once and always, at ${positions('protocols').length} positions: the request for one
client's profile, for that client's list, for the facts of one page, and for its posts. In every run the fault acts on
three protocols together (Bluesky's, Mastodon's, and pages of a forum that a recipe reads) and at two positions, one of
a profile and one of a page: ${runs} runs of \`analyze\` against servers on this machine. ${drawnRuns} further runs
try every fourth of them on a site whose pages a browser draws. Of each run it is checked that

- it ends by itself, and nothing is thrown;
- every other profile is read, and every other page has its clients and its verdict, as without the fault (Bluesky is
  asked for many profiles, and for the facts of many pages, in one request: these share what comes of it;
  a server that wants to be left alone for longer than a run waits is, with all that it holds);
- every profile is told of, and a run that did not reach one does not call itself complete (exit code 3);
- no address of this machine or of a network at home was asked.

${table(
  ['Result', 'Times', 'Meaning'],
  [
    ['right', count(tried, 'right'), 'nothing was lost: the same report as without the fault'],
    ['told', count(tried, 'told'), 'the profile or the page is missing or in doubt, and the report says so'],
    ['believed', count(tried, 'believed'), 'an answer that cannot be told from a true one is in the report'],
    ['wrong', count(tried, 'WRONG'), 'anything else'],
  ],
)}

The most memory that the program had in any of these runs: ${faults.megabytes} MB without a browser; ${drawn?.megabytesInAll ?? '-'} MB with
the browser and the process of the servers.

## Hosts that fail before they are asked

${hostFaults.length} faults of names, connections and certificates, each at all hosts of one network. Every profile there is
not reached, with its reason; the ranking of the other networks is as without the fault.

${table(
  ['Kind', 'Fault', ...networksWithHosts.map(capital)],
  hosts.results.map(({ kind, name, results }) => [kind, name, ...results.map(cell)]),
)}

## Runs that are ended from outside

Ended at moments from the first request to the last and started again. Wrong are runs that then wrote other bytes than
an undisturbed run, asked again for a list that the state held, or ended with another code than 0.

${table(['Signal', 'Runs', 'Ended in time', 'Wrong'], summed(ended.results))}

## What else is tried, and where

${table(
  ['Kind', 'Tried', 'Tests'],
  [
    ['Full and read-only disks', 'told, and nothing written before is lost', '`tests/real/disk.test.ts`'],
    ['Stores killed while they write', 'nothing is stored in part', '`tests/unit/state/kill.test.ts`'],
    ['Damaged and foreign states', 'told, never a silently different output', '`tests/unit/state/file.test.ts`'],
    ['Addresses that are not public', 'refused, by name and by number', '`tests/unit/web`'],
    [
      'Texts from outside: fuzzed parsers, in linear time',
      "nothing thrown but the program's own errors",
      '`tests/fuzz`',
    ],
    ['Pages that attack what draws them', `${attacks} attacks; the page beside is read`, '`tests/browser/hostile.ts`'],
    ['Pages and processes left behind', 'none', '`tests/browser/leftovers.test.ts`'],
    ['Aborted runs, at every stage', 'end with their reason', '`tests/pipeline/abort.test.ts`'],
  ],
)}

A sample of the faults and of the ended runs is part of the tests (\`tests/pipeline/faults.test.ts\`,
\`tests/pipeline/killed.test.ts\`).

## Faults

Each cell: once, always.

${faultTable('protocols', faults.results)}

## Faults of pages that a browser draws

Each cell: once, always.

${drawn ? faultTable('drawn', drawn.results) : 'No browser was there.'}
`;
  writeFileSync(new URL('../docs/reliability.md', import.meta.url), text);
  const wrongEnds = ended.results.reduce((sum, { wrong }) => sum + wrong, 0);
  process.exitCode = count([...tried, ...hosts.results], 'WRONG') + wrongEnds > 0 ? 1 : 0;
}

const [, , work, part] = process.argv;
if (work !== undefined && work in works) process.stdout.write(JSON.stringify(await doPart(work as Work, Number(part))));
else await writeDocument();
