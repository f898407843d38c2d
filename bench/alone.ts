import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What a piece of work cost the process that did nothing else. */
export interface Cost {
  /** Processor time, user and system, of all its threads; and time on the clock. */
  seconds: number;
  wall: number;
  /** The most memory that the process ever had. */
  megabytes: number;
  /** What came out, to be compared. */
  found: number;
}

/**
 * Runs this program again in a process of its own, for what `tellCost` tells there; what it prints is not shown.
 * @throws Error where it ends before
 */
export async function costAlone(program: string, args: readonly string[]): Promise<Cost> {
  const child = fork(program, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let cost: Cost | undefined;
  child.once('message', (told) => (cost = told as Cost));
  await Promise.all([once(child, 'disconnect'), once(child, 'exit')]);
  if (cost === undefined) throw new Error(`${args.join(' ')} ended before it told what it cost`);
  return cost;
}

/** Measures the work, which is all that the process does from here on, and tells whoever started it. */
export async function tellCost(work: () => number | Promise<number>): Promise<void> {
  const began = performance.now();
  const before = process.cpuUsage();
  const found = await work();
  const { user, system } = process.cpuUsage(before);
  const cost: Cost = {
    seconds: (user + system) / 1e6,
    wall: (performance.now() - began) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    found,
  };
  process.send?.(cost);
  process.disconnect();
}

/** A line of the table: what was measured, what it costs here, what it costs the peer. */
export function printRow(measure: string, ours: Cost, peer: { name: string; cost: Cost } | null, goal: string): void {
  const ratio = (of: (cost: Cost) => number): string => (peer ? (of(ours) / of(peer.cost)).toFixed(2) : '');
  const lines = [
    `${measure}: ${shown(ours)}`,
    ...(peer ? [`  ${peer.name}: ${shown(peer.cost)}`] : []),
    ...(peer
      ? [
          `  ratio: ${ratio(({ seconds }) => seconds)} processor, ${ratio(({ wall }) => wall)} clock, ${ratio(({ megabytes }) => megabytes)} memory`,
        ]
      : []),
    `  goal: ${goal}`,
  ];
  console.log(lines.join('\n'));
}

const shown = ({ seconds, wall, megabytes }: Cost): string =>
  `${seconds.toFixed(2)} s of processor time, ${wall.toFixed(2)} s by the clock, ${megabytes.toFixed(0)} MB`;
