import { Unreadable, UserError, WebError } from '../errors.ts';
import { unforeseen } from '../text/unforeseen.ts';
import type { MissingProfile } from '../types/resource.ts';

/** What a failed attempt says about what was asked for. What a person must put right first ends the run, and so does an abort. */
export function failure(error: unknown, signal: AbortSignal): MissingProfile & { host?: string } {
  signal.throwIfAborted();
  if (error instanceof Unreadable) return { status: error.status, note: error.message };
  if (error instanceof WebError) {
    const { why, remedy, retryAt, host } = error;
    return { status: 'not_reached', note: why, remedy, retryAt, ...(host && { host }) };
  }
  if (error instanceof UserError) throw error;
  return { status: 'not_reached', note: unforeseen(error) };
}
