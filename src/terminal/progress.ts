import type { Progress, ProgressEvent } from '../types.ts';

export interface Stderr {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** How a run is told; `end` wipes what should not stay. */
export interface Telling {
  progress: Progress;
  end: () => void;
}

/** Milliseconds between two lines about the same stage where nobody watches a bar. */
const quiet = 5_000;

/**
 * Tells what a run does: a bar with counts and remaining time on a terminal, plain lines elsewhere, JSON lines on
 * request.
 */
export function progressTo(stderr: Stderr, log: 'auto' | 'json', now: () => number): Telling {
  if (log === 'json') {
    const write = (event: ProgressEvent): void =>
      void stderr.write(`${JSON.stringify({ at: iso(now()), ...event })}\n`);
    return { progress: write, end: () => undefined };
  }
  return stderr.isTTY ? bar(stderr, now) : lines(stderr, now);
}

function lines(stderr: Stderr, now: () => number): Telling {
  const last = new Map<string, number>();
  const progress = (event: ProgressEvent): void => {
    if (event.stage === 'written') return;
    if (event.stage === 'wait') {
      stderr.write(`waiting for ${event.host} until ${clock(event.until)}: ${event.why}\n`);
      return;
    }
    const key = `${event.stage} ${event.network}`;
    const due = now() - (last.get(key) ?? -Infinity) >= quiet;
    if (!due && event.done < event.total) return;
    last.set(key, now());
    stderr.write(`${sentence(event)}\n`);
  };
  return { progress, end: () => undefined };
}

function bar(stderr: Stderr, now: () => number): Telling {
  const running = new Map<string, { event: Counting; since: number }>();
  let waiting = '';
  const draw = (): void => {
    const parts = [...running.values()].map(
      ({ event, since }) => `${sentence(event)}${remaining(event, since, now())}`,
    );
    const text = [...parts, waiting].filter(Boolean).join(' | ');
    stderr.write(`\r\u001B[2K${text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1))}`);
  };
  const progress = (event: ProgressEvent): void => {
    if (event.stage === 'written') return;
    if (event.stage === 'wait') {
      waiting = `${event.host} wants a pause until ${clock(event.until)}`;
    } else {
      const known = running.get(event.network);
      const since = known && known.event.stage === event.stage ? known.since : now();
      waiting = '';
      if (event.done < event.total) running.set(event.network, { event, since });
      else running.delete(event.network);
    }
    draw();
  };
  return { progress, end: () => stderr.write('\r\u001B[2K') };
}

type Counting = Extract<ProgressEvent, { done: number }>;

const sentence = ({ stage, network, done, total }: Counting): string =>
  stage === 'collect'
    ? `${network}: ${done} of ${total} profiles read`
    : `${network}: ${done} of ${total} resources examined`;

function remaining({ done, total }: Counting, since: number, now: number): string {
  if (done === 0 || now <= since) return '';
  const seconds = Math.round((((now - since) / done) * (total - done)) / 1000);
  return `, ${duration(seconds)} left`;
}

/** `45 s`, `12 min`, `3 h 20 min`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const iso = (at: number): string => new Date(at).toISOString();
const clock = (at: number): string => iso(at).slice(11, 19) + ' UTC';
