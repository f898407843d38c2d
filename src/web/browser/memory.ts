import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** Of a process and all that it started, in bytes; null where the system does not say. */
export type MeasureTree = (root: number) => Promise<number | null>;

/** Milliseconds between two looks: at files, or at what a program of its own prints. */
const pauses = { linux: 50, other: 500 };

const onLinux = process.platform === 'linux';

/** @param exceeded called once; nothing is measured after it */
export function watchMemory(
  root: number,
  limit: number,
  exceeded: () => void,
  measure: MeasureTree = onLinux ? fromProc : fromPs,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    const bytes = await measure(root);
    if (stopped || bytes === null) return;
    if (bytes > limit) exceeded();
    else wait();
  }

  function wait(): void {
    timer = setTimeout(() => void look(), onLinux ? pauses.linux : pauses.other);
    timer.unref();
  }

  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** A process that ended meanwhile counts nothing. */
function fromProc(root: number): Promise<number | null> {
  let bytes = 0;
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    bytes += 1024 * Number(/^VmRSS:\s*(\d+)/m.exec(read(`/proc/${id}/status`))?.[1] ?? 0);
    open.push(...childrenOf(id));
  }
  return Promise.resolve(bytes);
}

/** Of all threads: a browser starts processes from several of its own. */
const childrenOf = (id: number): number[] =>
  threadsOf(id).flatMap((thread) => read(`/proc/${id}/task/${thread}/children`).split(' ').filter(Boolean).map(Number));

function threadsOf(id: number): string[] {
  try {
    return readdirSync(`/proc/${id}/task`);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function fromPs(root: number): Promise<number | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-A', '-o', 'pid=,ppid=,rss='], (error, printed) => {
      resolve(error ? null : bytesUnder(root, printed));
    });
  });
}

/** Lines of a process, its parent and its kilobytes. */
export function bytesUnder(root: number, printed: string): number {
  const rows = printed.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const children = new Map<number, number[]>();
  const sizes = new Map<number, number>();
  for (const [id = 0, parent = 0, kilobytes = 0] of rows) {
    children.set(parent, [...(children.get(parent) ?? []), id]);
    sizes.set(id, kilobytes);
  }
  let bytes = 0;
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    bytes += 1024 * (sizes.get(id) ?? 0);
    open.push(...(children.get(id) ?? []));
    children.delete(id);
  }
  return bytes;
}
