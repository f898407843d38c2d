import dns from 'node:dns';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunResult } from '../../src/index.ts';
import type { Report, Row } from '../../src/types/report.ts';
import { hurriedClock } from '../helpers/clock.ts';
import type { Fault } from './exchange.ts';
import {
  type OfPage,
  type OfProfile,
  type Position,
  type Scene,
  type SceneName,
  page,
  people,
  scenes,
} from './scenes.ts';
import { type Mode, type Seen, type Servers, openServers } from './servers.ts';

/** The program from its source, or as it was built. */
const { analyze } = (await import(
  process.env['PROGRAM'] ?? '../../src/index.ts'
)) as typeof import('../../src/index.ts');

export const modes = ['once', 'always'] as const satisfies Mode[];

/** What names resolve to: no server for names is asked. A word in capitals is the code of a failure. */
export type Names = ReadonlyMap<string, string>;

const usual: Names = new Map([
  ['router.example', '192.168.1.1'],
  ['inside.example', '10.0.0.1'],
]);
const systemLookup = dns.lookup;

function lookupIn(names: Names) {
  return (host: string, options: dns.LookupOptions, done: (...found: unknown[]) => void): void => {
    if (!host.endsWith('.example')) return systemLookup(host, options, done);
    const address = names.get(host) ?? 'ENOTFOUND';
    if (/^E[A-Z_]+$/.test(address)) return done(Object.assign(new Error('none'), { code: address }));
    const family = address.includes(':') ? 6 : 4;
    return options.all ? done(null, [{ address, family }]) : done(null, address, family);
  };
}

interface Way {
  connectTo: Record<string, string>;
  names?: Names;
  /** Answers are waited for less than half a minute. */
  isSlow?: boolean;
}

/** The client list of a scene. */
export const clientsOf = ({ doubles }: Scene): { customer: string; profile: string }[] =>
  people.map((name) => ({
    customer: name,
    profile: Object.values(doubles)
      .map((double) => double.addressOf(name))
      .join(' '),
  }));

/** One run of the scene's people over servers that stand already. */
export async function runThrough(scene: Scene, { connectTo, names = usual, isSlow = false }: Way) {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const { setTimeout } = globalThis;
  AbortSignal.timeout = (milliseconds) => timeout(milliseconds / (isSlow ? 40 : 1));
  // What a drawn page is waited for in vain would take half a minute, too.
  globalThis.setTimeout = Object.assign(
    (then: () => void, milliseconds = 0, ...rest: []) =>
      setTimeout(then, milliseconds > 20_000 ? milliseconds / 10 : milliseconds, ...rest),
    setTimeout,
  );
  dns.lookup = lookupIn(names) as typeof dns.lookup;
  syncBuiltinESMExports();
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-faults-'));
  const recipes = join(folder, 'sites.json');
  writeFileSync(recipes, JSON.stringify({ sites: scene.sites }));
  try {
    return await analyze(
      { customers: clientsOf(scene), connectTo, top: 20, sites: recipes },
      { clock: hurriedClock() },
    );
  } finally {
    rmSync(folder, { recursive: true });
    AbortSignal.timeout = timeout;
    globalThis.setTimeout = setTimeout;
    dns.lookup = systemLookup;
    syncBuiltinESMExports();
  }
}

/** How the servers of a run are opened: here, or in a process of their own. */
export type Open = (
  scene: SceneName,
  acting: { fault: Fault; pair: Position[]; mode: Mode } | null,
) => Promise<Servers>;

const openHere: Open = (scene, acting) => openServers(scenes[scene], acting);

async function runWith(
  scene: SceneName,
  open: Open,
  acting: Parameters<Open>[1],
): Promise<{ result: RunResult; seen: Seen }> {
  const servers = await open(scene, acting);
  try {
    const { connectTo } = servers;
    const result = await runThrough(scenes[scene], { connectTo, isSlow: acting?.fault.isSlow ?? false });
    return { result, seen: await servers.seen() };
  } finally {
    servers.close();
  }
}

const undisturbed = new Map<SceneName, Promise<RunResult>>();

/** The same run without any fault. */
export function cleanRun(scene: SceneName, open = openHere): Promise<RunResult> {
  const known = undisturbed.get(scene) ?? runWith(scene, open, null).then(({ result }) => result);
  undisturbed.set(scene, known);
  return known;
}

const incomplete = ['hidden', 'not_found', 'needs_login', 'truncated', 'not_reached'] as const;
const keyOf = ({ network, url }: Row): string => `${network} ${url}`;

/** At the two positions. */
export type Result = [string, string];

/**
 * What came of a fault at each of two positions: `right`, nothing was lost; `told`, the profile or page it was for is
 * missing or in doubt, and the report says so; `believed`, an answer that cannot be told from a true one; anything else
 * says what is wrong.
 */
export async function resultOf(
  fault: Fault,
  pair: [OfProfile, OfPage],
  mode: Mode,
  { scene = 'protocols', open = openHere }: { scene?: SceneName; open?: Open } = {},
): Promise<Result> {
  const clean = await cleanRun(scene, open);
  const { doubles } = scenes[scene];
  try {
    const { result, seen } = await runWith(scene, open, { fault, pair, mode });
    const unacted = pair.filter(
      (position) => !Object.values(doubles).some(({ hosts }) => seen.acts.includes(`${position} ${hosts[0]}`)),
    );
    if (unacted.length > 0 && !fault.isLongWait)
      return both(`WRONG: the fault did not act at ${unacted.join(' and ')}`);
    if (seen.trespasses > 0) return both('WRONG: an address was asked that nothing may ask');
    const ids = Object.keys(doubles);
    const wrong = fault.isLongWait ? wrongInCounts(result, ids, pair, true) : wrongIn(result, clean.report, ids, pair);
    return wrong === null ? kindsOf(result.report, clean.report) : both(wrong);
  } catch (error) {
    return both(`WRONG: the run ended with ${String(error)}`);
  }
}

const both = (result: string): Result => [result, result];

const countsOf = ({ rows }: Report): string =>
  JSON.stringify(rows.map((row) => `${keyOf(row)} ${row.customers}`).toSorted());
const verdictOf = ({ verdict, reason }: Row): string => `${verdict} ${reason}`;

function kindsOf(report: Report, clean: Report): Result {
  const isTold = report.coverage.some((each) => incomplete.some((status) => Number(each[status]) > 0));
  const ofProfile = isTold ? 'told' : countsOf(report) === countsOf(clean) ? 'right' : 'believed';
  const rows = new Map(report.rows.map((row) => [keyOf(row), row]));
  let ofPage = 'right';
  for (const right of clean.rows.filter(({ url }) => url.includes(page))) {
    const row = rows.get(keyOf(right));
    if (!row) continue;
    if (verdictOf(row) !== verdictOf(right)) ofPage = 'told';
    else if (ofPage === 'right' && row.subscribers !== right.subscribers) ofPage = 'believed';
  }
  return [ofProfile, ofPage];
}

/** Bluesky is asked for many profiles, and for the facts of many pages, in one request: they share its fault. */
const isShared = (network: string, pair: Position[]): boolean =>
  network === 'bluesky' && (pair.includes('profile') || pair.includes('facts'));

/** @param isAll whether a network may lose all its lists */
function wrongInCounts(
  { report, complete }: RunResult,
  ids: string[],
  pair: Position[],
  isAll: boolean,
): string | null {
  for (const network of ids) {
    const told = report.coverage.find((each) => each.network === network);
    if (!told) return `WRONG: nothing is told of ${network}`;
    const lost = incomplete.reduce((sum, status) => sum + Number(told[status]), 0);
    const all = Number(told.read) + lost;
    if (all !== people.length) return `WRONG: ${network} tells of ${all} profiles`;
    const isBatch = network === 'bluesky' && pair.includes('profile');
    if (lost > 1 && !isBatch && !isAll) return `WRONG: ${network} lost ${lost} lists`;
  }
  const isLost = report.coverage.some(({ not_reached }) => Number(not_reached) > 0);
  return isLost && complete ? 'WRONG: a run that did not reach a profile calls itself complete' : null;
}

function wrongIn(result: RunResult, clean: Report, ids: string[], pair: Position[]): string | null {
  const { report } = result;
  const rows = new Map(report.rows.map((row) => [keyOf(row), row]));
  for (const right of clean.rows) {
    if (isShared(right.network, pair)) continue;
    const row = rows.get(keyOf(right));
    if (!row) return `WRONG: ${right.url} is missing`;
    if (right.customers - row.customers > 1) return `WRONG: ${right.url} has ${row.customers} clients`;
    if (row.verdict !== right.verdict && !right.url.includes(page)) {
      return `WRONG: ${right.url} is ${row.verdict} (${row.reason})`;
    }
  }
  return wrongInCounts(result, ids, pair, false);
}
