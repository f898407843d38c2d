import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** What a process and all that it started take, in bytes; null where the system does not say. */
export type MeasureTree = (root: number) => Promise<number | null>;

/** Milliseconds between two looks: at files, or at what a program of its own prints. */
const pauses = { linux: 50, other: 500 };

const onLinux = process.platform === 'linux';

/**
 * What a browser may take, so that it stays below 2 GB together with the program: elsewhere than on Linux, the 700 MB or
 * so that its processes share are counted once for each of them (measured 2026-11).
 */
export const usualMemoryBytes = (onLinux ? 900 : 1600) * 2 ** 20;

/** @param exceeded called once; nothing is measured after it */
export function watchMemory(
  root: number,
  limit: number,
  exceeded: () => void,
  measure: MeasureTree = onLinux ? memoryUnder : fromPs,
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

/** On Linux. A process that ended meanwhile counts nothing. */
export function memoryUnder(root: number): Promise<number | null> {
  let bytes = 0;
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const [, kilobytes] of read(`/proc/${id}/status`).matchAll(/^Rss(?:Anon|Shmem):\s*(\d+)/gm)) {
      bytes += 1024 * Number(kilobytes);
    }
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
    sizes.delete(id);
  }
  return bytes;
}
