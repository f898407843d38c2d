import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { onTestFinished } from 'vitest';
import { type RunResult, type RunSettings, analyze, writeReport } from '../../src/index.ts';
import { dayMs } from '../../src/types/run.ts';
import type { Double, DoubleAnswer, Graph, Media, Question } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';
import { hurriedClock } from '../helpers/clock.ts';

const dead = 'http://127.0.0.1:9';
/** The day of the first run. */
const start = Date.parse('2026-11-22T06:00:00Z');

/** What is different in one run. */
interface Change {
  /** Hosts that nobody reaches. */
  down?: string[];
  /** Answers in the place of the servers' own. */
  instead?: (question: Question) => DoubleAnswer | null;
  settings?: RunSettings;
  tokens?: Record<string, string>;
}

export type Cells = Record<string, string>;

/** A job that runs on some days with one state and one folder, over servers of which `servers` says what they are that day. */
export async function schedule(servers: () => Double[]) {
  const folder = mkdtempSync(join(tmpdir(), 'schedule-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let change: Change = {};
  const hosts = servers().map((server, index): Double => ({
    hosts: server.hosts,
    addressOf: (name) => server.addressOf(name),
    answer: (question) => change.instead?.(question) ?? servers()[index]?.answer(question) ?? { status: 500, body: '' },
  }));
  const served = await serve(hosts);
  onTestFinished(() => served.close());
  const places = { state: join(folder, 'state.sqlite'), output: join(folder, 'output') };
  const settings = { thirdParty: 'ignore', ...places } as const;
  const contextOn = (day: number) => ({
    clock: hurriedClock(start + day * dayMs),
    tokens: new Map(Object.entries(change.tokens ?? {})),
  });

  return {
    /** The exit code of a run of the command line that ended so. */
    exitCodeOf: (ended: RunResult | { code: string }): number =>
      'code' in ended ? (ended.code === 'offline' ? 4 : 2) : ended.complete ? 0 : 3,

    async run(day: number, customers: Cells[], changed: Change = {}): Promise<RunResult> {
      change = changed;
      const away = Object.fromEntries((changed.down ?? []).map((host) => [host, dead]));
      const connectTo = { ...served.connectTo, ...away };
      return analyze({ ...settings, customers, connectTo, ...changed.settings }, contextOn(day));
    },

    report: (day: number, more: RunSettings = {}): Promise<RunResult> =>
      writeReport({ ...settings, ...more }, contextOn(day)),

    /** One of the tables that were written. */
    table: (name: string): Cells[] =>
      Papa.parse<Cells>(readFileSync(join(places.output, name), 'utf8'), { header: true, skipEmptyLines: true }).data,

    text: (name: string): string => readFileSync(join(places.output, name), 'utf8'),

    /** What the file of each day in `history/` ranks: names and clients. */
    history: (): Record<string, [string, number][]> => {
      const at = join(places.output, 'history');
      const names = existsSync(at) ? readdirSync(at).toSorted() : [];
      return Object.fromEntries(
        names.map((name) => {
          const past = JSON.parse(readFileSync(join(at, name), 'utf8')) as {
            resources: { title: string; resource: string; customers: number }[];
          };
          return [name.slice(0, 10), past.resources.map(({ title, customers }) => [title, customers])];
        }),
      );
    },
  };
}

/** A page that people follow, with enough subscribers. */
const media = (name: string, subscribers = 9000): Media => ({
  name,
  title: name,
  subscribers,
  outside: 2,
  own: 0,
});

/** People of whom each follows the media named for the first so many of them. */
export function graphOf(shares: Record<string, number>, people: number): Graph {
  return {
    people: Array.from({ length: people }, (_, index) => ({
      name: `person${index}`,
      follows: Object.entries(shares).flatMap(([name, count]) => (index < count ? [name] : [])),
      state: 'open',
    })),
    media: Object.keys(shares).map((name) => media(name)),
  };
}

/** Who is ranked, with clients and change. */
export const ranking = ({ report }: RunResult): [string | null, number, string | null][] =>
  report.rows
    .filter(({ rank }) => rank !== null)
    .map(({ title, customers, rankChange }) => [title, customers, rankChange]);
