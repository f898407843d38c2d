import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process of this machine runs; one that may not be signalled does, too. */
export function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * What a process of this machine was started with; null where that cannot be told: it has ended, is another user's, or
 * the system has neither `/proc` nor `ps`.
 */
export function argumentsOf(id: number): string[] | null {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0').filter(Boolean);
  } catch {
    const { status, stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(id)], { encoding: 'utf8' });
    return status === 0 ? stdout.trim().split(/\s+/) : null;
  }
}
