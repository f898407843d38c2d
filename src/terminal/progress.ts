import { sanitizeLines } from '../text/sanitize.ts';
import type { Problem } from '../types/input.ts';
import type { Progress, ProgressEvent } from '../types/run.ts';
import { jsonText, sanitize } from '../text/sanitize.ts';
import { duration } from './duration.ts';
import { tablesText } from './input-tables.ts';

export interface Stderr {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** How a run is told; `end` wipes what should not stay. */
export interface ProgressReporter {
  progress: Progress;
  end: () => void;
}

/** Milliseconds between two lines about the same stage where nobody watches. */
const plainLineMs = 5_000;
/** Milliseconds between two drawings where somebody does. */
const redrawMs = 100;

/**
 * Tells what a run does: on a terminal a board with a line for each network and each wait, plain lines elsewhere, JSON
 * lines on request.
 */
export function createProgressReporter(stderr: Stderr, log: 'auto' | 'json', now: () => number): ProgressReporter {
  if (log === 'json') {
    const write = (event: ProgressEvent): void => void stderr.write(`${jsonText({ at: iso(now()), ...event })}\n`);
    return { progress: write, end: () => undefined };
  }
  return stderr.isTTY ? board(stderr, now) : lines(stderr, now);
}

function lines(stderr: Stderr, now: () => number): ProgressReporter {
  const since = new Map<string, Start>();
  const last = new Map<string, number>();
  const progress = (event: ProgressEvent): void => {
    if (event.stage === 'written') return;
    if (event.stage === 'input' || event.stage === 'damage' || event.stage === 'article') {
      stderr.write(toldText(event));
      return;
    }
    if (event.stage === 'wait' || event.stage === 'provisional') {
      stderr.write(`${event.stage === 'wait' ? waiting(event) : provisionally(event)}\n`);
      return;
    }
    const key = `${event.stage} ${event.network}`;
    const start = startOf(since, event, now());
    const due = now() - (last.get(key) ?? -Infinity) >= plainLineMs;
    if (!due && event.done < event.total) return;
    last.set(key, now());
    stderr.write(`${sentence(event)}${pace(event, start, now())}\n`);
  };
  return { progress, end: () => undefined };
}

/** A line for each network under way and for each host that is waited for, drawn over the lines before. */
function board(stderr: Stderr, now: () => number): ProgressReporter {
  const since = new Map<string, Start>();
  const running = new Map<string, Counting>();
  const waits = new Map<string, Waiting>();
  let provisional: Provisional | null = null;
  let drawn = 0;
  let last = -Infinity;
  const wipe = (): string => (drawn > 0 ? `\r\u001B[${drawn}A\u001B[J` : '');
  const draw = (): void => {
    for (const [host, { until }] of waits) if (until <= now()) waits.delete(host);
    const counts = [...running.values()].map(
      (event) => `${sentence(event)}${pace(event, startOf(since, event, now()), now())}`,
    );
    const known = provisional && counts.length > 0 ? [provisionally(provisional)] : [];
    const shown = [...counts, ...[...waits.values()].map(waiting), ...known];
    const width = Math.max(20, (stderr.columns ?? 80) - 1);
    stderr.write(wipe() + shown.map((line) => `${line.slice(0, width)}\n`).join(''));
    drawn = shown.length;
    last = now();
  };
  const progress = (event: ProgressEvent): void => {
    if (event.stage === 'written') return;
    if (event.stage === 'input' || event.stage === 'damage' || event.stage === 'article') {
      stderr.write(wipe() + toldText(event));
      drawn = 0;
      return;
    }
    if (event.stage === 'wait') waits.set(event.host, event);
    else if (event.stage === 'provisional') provisional = event;
    else {
      startOf(since, event, now());
      if (event.done < event.total) running.set(event.network, event);
      else running.delete(event.network);
    }
    const ended = 'done' in event && event.done === event.total;
    if (ended || event.stage === 'wait' || now() - last >= redrawMs) draw();
  };
  const end = (): void => {
    stderr.write(wipe());
    drawn = 0;
  };
  return { progress, end };
}

type Counting = Extract<ProgressEvent, { done: number }>;
/** What is told at once and stays. */
function toldText(event: Extract<ProgressEvent, { stage: 'input' | 'damage' | 'article' }>): string {
  if (event.stage === 'input') return tablesText(event.tables);
  return event.stage === 'damage' ? damageText(event.problem) : `${event.text}\n`;
}

type Provisional = Extract<ProgressEvent, { stage: 'provisional' }>;
type Waiting = Extract<ProgressEvent, { stage: 'wait' }>;

/** When a stage of a network was first heard of, and how much was done by then. */
interface Start {
  at: number;
  done: number;
}

function startOf(since: Map<string, Start>, { stage, network, done }: Counting, now: number): Start {
  const key = `${stage} ${network}`;
  const start = since.get(key) ?? { at: now, done: done - 1 };
  since.set(key, start);
  return start;
}

function sentence({ stage, network, done, read, total }: Counting): string {
  if (stage === 'shorten') return `${network}: ${read} of ${total} short links made`;
  if (stage === 'draft') return `${network}: drafts for ${read} of ${total} resources`;
  const missed = done > read ? `, ${done - read} not read` : '';
  return stage === 'collect'
    ? `${network}: ${read} of ${total} profiles read${missed}`
    : `${network}: ${read} of ${total} resources examined${missed}`;
}

const damageText = ({ file, value, problem, whatToDo }: Problem): string =>
  sanitizeLines(`${file}: ${problem}: ${value}\n  what to do: ${whatToDo}\n`);

const waiting = ({ host, until, why }: Waiting): string =>
  sanitize(`waiting for ${host} until ${clock(until)}: ${why}`);

/** What most clients share so far. */
function provisionally({ known, total, top }: Provisional): string {
  const share = Math.floor((100 * known) / Math.max(1, total));
  const shown = top.map(({ title, customers }, index) => `${index + 1}. ${title} (${customers})`).join(', ');
  return sanitize(`${share} % known: ${shown || 'nothing is shared by two clients yet'}`);
}

/** How many a minute, and how long the rest takes at that rate. */
function pace({ done, total }: Counting, start: Start, now: number): string {
  const [elapsed, since] = [now - start.at, done - start.done];
  if (elapsed <= 0 || since <= 0 || done === total) return '';
  const rate = (since / elapsed) * 60_000;
  return `, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a minute, ${duration(Math.round(((total - done) / rate) * 60))} left`;
}

const iso = (at: number): string => new Date(at).toISOString();
const clock = (at: number): string => iso(at).slice(11, 19) + ' UTC';
