import { readFileSync, readdirSync } from 'node:fs';

interface Process {
  id: number;
  parent: number;
  command: string;
}

/** Whether this system tells about processes as Linux does. */
export const canSeeProcesses: boolean = process.platform === 'linux';

/** All processes under this one, with their command lines. Linux only. */
export function processesUnder(root: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const found: Process[] = [];
  const parents = new Set([root]);
  for (let before = -1; before !== found.length;) {
    before = found.length;
    for (const each of all) {
      if (!parents.has(each.parent) || parents.has(each.id)) continue;
      parents.add(each.id);
      found.push(each);
    }
  }
  return found;
}

/** The browsers that this process started. */
export const browsers = (root = process.pid): number[] =>
  processesUnder(root)
    .filter(({ parent, command }) => parent === root && command.includes('--remote-debugging-pipe'))
    .map(({ id }) => id);

/** Whether a process still runs. */
export const runs = (id: number): boolean => readProcess(id).length > 0;

function readProcess(id: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return [];
    return [{ id, parent: Number(parent), command: readFileSync(`/proc/${id}/cmdline`, 'utf8') }];
  } catch {
    return [];
  }
}
