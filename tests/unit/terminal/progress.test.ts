import { expect, test } from 'vitest';
import { duration } from '../../../src/terminal/duration.ts';
import { createProgressReporter } from '../../../src/terminal/progress.ts';
import type { ProgressEvent } from '../../../src/types/run.ts';

const counted = (done: number, total = 10, read = done): ProgressEvent => ({
  stage: 'collect',
  network: 'bluesky',
  done,
  read,
  total,
});

function told(events: [number, ProgressEvent][], about: { isTTY?: boolean; log?: 'json' } = {}): string {
  let [now, text] = [0, ''];
  const stderr = { write: (more: string) => (text += more), isTTY: about.isTTY ?? false, columns: 200 };
  const { progress, end } = createProgressReporter(stderr, about.log ?? 'auto', () => now);
  for (const [at, event] of events) {
    now = at;
    progress(event);
  }
  end();
  return text;
}

test('plain lines: the first, then one every five seconds, and the last', () => {
  const events = Array.from({ length: 10 }, (_, index): [number, ProgressEvent] => [index * 1000, counted(index + 1)]);
  expect(told(events)).toBe(
    'bluesky: 1 of 10 profiles read\nbluesky: 6 of 10 profiles read, 72 a minute, 3 s left\nbluesky: 10 of 10 profiles read\n',
  );
});

test('waits say for whom, until when and why', () => {
  const until = Date.parse('2026-11-22T12:00:05Z');
  expect(told([[0, { stage: 'wait', host: 'a.example', until, why: 'the allowance is used up' }]])).toBe(
    'waiting for a.example until 12:00:05 UTC: the allowance is used up\n',
  );
});

const provisional = (known: number, top: { title: string; customers: number }[]): ProgressEvent => ({
  stage: 'provisional',
  known,
  total: 12,
  top,
});

test('what most clients share so far', () => {
  const pages = [
    { title: 'The\u001B[31m Herald', customers: 9 },
    { title: 'Digest', customers: 4 },
  ];
  expect(told([[0, provisional(11, pages)]])).toBe('91 % known: 1. The[31m Herald (9), 2. Digest (4)\n');
  expect(told([[0, provisional(0, [])]])).toBe('0 % known: nothing is shared by two clients yet\n');
  const frames = told(
    [
      [0, counted(1)],
      [10, provisional(1, pages)],
      [500, counted(2)],
      [600, counted(10)],
    ],
    { isTTY: true },
  ).split('\u001B[J');
  expect(frames.at(-2)).toContain('8 % known: 1. The');
  expect(frames.at(-1)).toBe('');
});

test('a board on a terminal has a line for each network and each wait, drawn over the last one and wiped at the end', () => {
  const drawn = told(
    [
      [0, counted(1)],
      [4000, counted(5)],
      [4010, { stage: 'examine', network: 'mastodon', done: 1, read: 1, total: 3 }],
      [5000, { stage: 'wait', host: 'a.example', until: 9000, why: 'used up' }],
      [8000, counted(6)],
      [9000, counted(10)],
    ],
    { isTTY: true },
  );
  const frames = drawn.split('\u001B[J').map((frame) => frame.replace(/\r\S+$/, ''));
  expect(frames).toEqual([
    'bluesky: 1 of 10 profiles read\n',
    'bluesky: 5 of 10 profiles read, 75 a minute, 4 s left\n',
    'bluesky: 5 of 10 profiles read, 60 a minute, 5 s left\nmastodon: 1 of 3 resources examined, 61 a minute, 2 s left\nwaiting for a.example until 00:00:09 UTC: used up\n',
    'bluesky: 6 of 10 profiles read, 45 a minute, 5 s left\nmastodon: 1 of 3 resources examined, 15 a minute, 8 s left\nwaiting for a.example until 00:00:09 UTC: used up\n',
    'mastodon: 1 of 3 resources examined, 12 a minute, 10 s left\n',
    '',
  ]);
});

test('many events at once are not many drawings', () => {
  const drawn = told(
    Array.from({ length: 1000 }, (_, done): [number, ProgressEvent] => [done, counted(done, 2000)]),
    { isTTY: true },
  );
  expect(drawn.split('\u001B[J').length).toBeLessThan(15);
});

test('JSON lines hold every event with its instant', () => {
  const lines = told([[1000, counted(1)]], { log: 'json' })
    .trim()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ at: '1970-01-01T00:00:01.000Z', ...counted(1) }]);
});

test.each([
  [45, '45 s'],
  [720, '12 min'],
  [12_000, '3 h 20 min'],
])('%i seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
