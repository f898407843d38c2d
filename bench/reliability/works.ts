import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { catalogue } from '../../tests/faults/catalogue.ts';
import { forkServers } from '../../tests/faults/apart.ts';
import { hostFaults, networksWithHosts, resultOfHost } from '../../tests/faults/hosts.ts';
import { openGarden } from '../../tests/faults/killed.ts';
import { type Open, modes, resultOf } from '../../tests/faults/run.ts';
import { type SceneName, scenes } from '../../tests/faults/scenes.ts';
import type { Mode } from '../../tests/faults/servers.ts';
import { holders } from '../../tests/fuzz/files.ts';
import { parsers, pieces } from '../../tests/fuzz/parsers.ts';
import { fourfoldGrowth } from '../../tests/helpers/growth.ts';
import { peakMemoryOf } from './peak-memory.ts';
import { programMemory } from './program-memory.ts';
import { type SuiteResult, resultOfSuite, suites } from './suites.ts';

/** What came of one fault: for each position, once and always. */
export interface Tried {
  kind: string;
  name: string;
  results: string[][];
  /** The most memory that the program had in one of the runs. */
  megabytes: number;
}

/** What came of runs that were ended from outside and started again. */
export interface EndedRuns {
  signal: string;
  runs: number;
  inTime: number;
  /** Started again, they wrote other bytes, asked for a list twice or ended otherwise. */
  wrong: number;
}

/** How many times the time for 5,000 characters is needed for 20,000 of the piece that takes most. */
export interface Growth {
  parser: string;
  growth: number;
  piece: string;
}

export const parts = 12;
/** A browser takes seconds for a run: of the faults of drawn pages every fourth is tried. */
const everyOf: Record<SceneName, number> = { protocols: 1, drawn: 4 };
const kills = 200;
export const signals = ['SIGKILL', 'SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
/** More than that is measured again with the program alone: what tries it, and what earlier runs left, is not the run's. */
export const suspectMegabytes = 250;
/** Growth that is refused. */
export const tooMuchGrowth = 6;

const run = promisify(execFile);
/** What is tried is the program as it is shipped. */
const environment = { ...process.env, PROGRAM: new URL('../../dist/index.js', import.meta.url).href };
const command = fileURLToPath(new URL('../reliability.ts', import.meta.url));

/** The JSON that this command prints for such words, in a process of its own. */
export async function inProcess<Result>(...words: string[]): Promise<Result> {
  const { stdout } = await run(process.execPath, [...process.execArgv, command, ...words], {
    env: environment,
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(stdout) as Result;
}

const mine = <Item>(items: readonly Item[], part: number): Item[] => items.filter((_, index) => index % parts === part);

/** One run, by its numbers in the lists of scenes, faults and positions. */
interface Numbered {
  scene: SceneName;
  fault: number;
  pair: number;
  mode: Mode;
}

async function tryOne({ scene, fault, pair, mode }: Numbered, open: Open) {
  const [what, where] = [catalogue[fault], scenes[scene].pairs[pair]];
  if (!what || !where) throw new Error(`there is no fault ${fault}, or no position ${pair}`);
  let results: [string, string] = ['', ''];
  const megabytes = await peakMemoryOf(async () => {
    results = await resultOf(what, where, mode, { scene, open });
  });
  return { results, megabytes };
}

/** The most memory that the program takes where nothing else is in its process. */
async function megabytesAlone({ scene, fault, pair, mode }: Numbered, open: Open): Promise<number> {
  const [what, where] = [catalogue[fault], scenes[scene].pairs[pair]];
  if (!what || !where) return Infinity;
  const servers = await open(scene, { fault: what, pair: where, mode });
  const megabytes = await programMemory(scenes[scene], servers.connectTo);
  servers.close();
  return megabytes ?? Infinity;
}

async function tryScene(scene: SceneName, part: number): Promise<Tried[]> {
  const servers = forkServers();
  const tried: Tried[] = [];
  const sample = catalogue.filter((_, index) => index % everyOf[scene] === 0);
  for (const { kind, name } of mine(sample, part)) {
    const told: Tried = { kind, name, results: [], megabytes: 0 };
    const fault = catalogue.findIndex((each) => each.kind === kind && each.name === name);
    for (const pair of scenes[scene].pairs.keys()) {
      const [ofProfile, ofPage]: [string[], string[]] = [[], []];
      for (const mode of modes) {
        const numbered = { scene, fault, pair, mode };
        const { results, megabytes } = await tryOne(numbered, servers.open);
        ofProfile.push(results[0]);
        ofPage.push(results[1]);
        const isSuspect = scene === 'protocols' && megabytes > suspectMegabytes;
        const own = isSuspect ? await megabytesAlone(numbered, servers.open) : megabytes;
        told.megabytes = Math.max(told.megabytes, Math.min(megabytes, own));
      }
      told.results.push(ofProfile, ofPage);
    }
    tried.push(told);
  }
  servers.end();
  return tried;
}

async function tryHosts(part: number): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const fault of mine(hostFaults, part)) {
    const told: Tried = { kind: fault.kind, name: fault.name, results: [], megabytes: 0 };
    for (const network of networksWithHosts) {
      const megabytes = await peakMemoryOf(async () => {
        told.results.push([await resultOfHost(fault, network)]);
      });
      told.megabytes = Math.max(told.megabytes, megabytes);
    }
    tried.push(told);
  }
  return tried;
}

async function endRuns(part: number): Promise<EndedRuns[]> {
  const garden = await openGarden(fileURLToPath(new URL('../../dist/cli.js', import.meta.url)));
  const ended: EndedRuns[] = [];
  for (const signal of signals) {
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

async function measureGrowth(part: number): Promise<Growth[]> {
  const measured: Growth[] = [];
  for (const [parser, read] of mine([...parsers, ...holders], part)) {
    let most: Growth = { parser, growth: 0, piece: '' };
    for (const piece of pieces) {
      const growth = await fourfoldGrowth(tooMuchGrowth, read, piece);
      if (growth > most.growth) most = { parser, growth, piece };
    }
    measured.push(most);
  }
  return measured;
}

async function runSuites(part: number): Promise<SuiteResult[]> {
  const results: SuiteResult[] = [];
  for (const suite of mine(suites, part)) results.push(await resultOfSuite(suite));
  return results;
}

/** A part of each kind of work. */
export const works = {
  protocols: (part: number) => tryScene('protocols', part),
  hosts: tryHosts,
  drawn: (part: number) => tryScene('drawn', part),
  ended: endRuns,
  growth: measureGrowth,
  suites: runSuites,
} as const;

export type Work = keyof typeof works;
export type ResultOf<Kind extends Work> = Awaited<ReturnType<(typeof works)[Kind]>>[number];

export const isWork = (word: string): word is Work => Object.hasOwn(works, word);
