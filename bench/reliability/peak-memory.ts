import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes that this process had at most while it did the work; where the system does not say, since it started. */
export async function peakMemoryOf(work: () => Promise<unknown>): Promise<number> {
  collectGarbage();
  forgetPeak();
  await work();
  return peakMemory();
}

/** proc(5): the value 5 resets the peak of the resident set, VmHWM. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Not on this system: what is measured is then more than what the work took.
  }
}

const peakMemory = (): number => peakMemoryIn('self') ?? Math.round(process.resourceUsage().maxRSS / 1024);

/** Megabytes that a process had at most; null where the system does not say, or no longer. proc(5): VmHWM. */
export function peakMemoryIn(id: number | 'self'): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
