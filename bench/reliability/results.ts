import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import pLimit from 'p-limit';
import { memoryUnder } from '../../src/web/browser/memory.ts';
import { type ResultOf, type Work, inProcess, parts, works } from './works.ts';

/** What a kind of work gave. */
export interface Results<Kind extends Work> {
  results: ResultOf<Kind>[];
  /** The most memory that a process of it had with all processes under it: servers and browser. */
  megabytesInAll: number;
  /** The day it was done, as ISO 8601. */
  day: string;
  machine: string;
}

type Piece<Kind extends Work> = Pick<Results<Kind>, 'results' | 'megabytesInAll'>;

const folder = new URL('../../.reliability/', import.meta.url);
const fileOf = (work: Work): URL => new URL(`${work}.json`, folder);

/** One part of a kind of work, done in this process. */
export async function doPart<Kind extends Work>(work: Kind, part: number): Promise<Piece<Kind>> {
  let most = 0;
  const look = async (): Promise<void> => {
    most = Math.max(most, (await memoryUnder(process.pid)) ?? 0);
  };
  const watch = setInterval(() => void look(), 200);
  const results = (await works[work](part)) as ResultOf<Kind>[];
  clearInterval(watch);
  return { results, megabytesInAll: Math.round(most / 2 ** 20) };
}

/** Does all of a kind of work, a part in each of several processes, and keeps what it gave. */
export async function doAll(work: Work): Promise<void> {
  const limit = pLimit(availableParallelism());
  const pieces = await Promise.all(
    Array.from({ length: parts }, (_, part) => limit(() => inProcess<Piece<Work>>(work, String(part)))),
  );
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const kept: Results<Work> = {
    results: pieces.flatMap(({ results }) => results),
    megabytesInAll: Math.max(...pieces.map(({ megabytesInAll }) => megabytesInAll)),
    day: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores (${process.arch}), ${memory}, ${process.platform}, Node ${process.versions.node}`,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(work), JSON.stringify(kept));
}

/** What a kind of work gave when it was done last. */
export function keptResults<Kind extends Work>(work: Kind): Results<Kind> {
  return JSON.parse(readFileSync(fileOf(work), 'utf8')) as Results<Kind>;
}

/** The kinds of work that were never done here. */
export const missingWorks = (): Work[] => (Object.keys(works) as Work[]).filter((work) => !existsSync(fileOf(work)));
