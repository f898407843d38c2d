import { expect, test } from 'vitest';
import { runStatusText } from '../../../src/terminal/run-status.ts';
import type { ProgressEvent } from '../../../src/types/run.ts';
import type { RunStatus } from '../../../src/types/run-status.ts';
import { beginStatus, statusAfter, statusAtEnd } from '../../../src/watching/follow-run.ts';

const start = Date.parse('2026-11-22T12:00:00Z');
const at = (seconds: number): number => start + seconds * 1000;
const iso = (seconds: number): string => new Date(at(seconds)).toISOString();

const tried = (host: string, done: number, total: number): ProgressEvent => ({
  stage: 'collect',
  network: 'mastodon',
  done,
  read: done,
  total: 1000,
  place: { host, done, total },
});

const after = (events: [number, ProgressEvent][]): RunStatus =>
  events.reduce<RunStatus>(
    (status, [seconds, event]) => statusAfter(status, event, at(seconds)),
    beginStatus(start, '1.2.3', 77),
  );

test('each host has the time at which it will be done at its own rate, the last one first', () => {
  const { hosts } = after([
    [10, tried('meadow.example', 1, 11)],
    [11, tried('ridge.example', 1, 3)],
    [12, tried('quarry.example', 1, 1)],
    [20, tried('meadow.example', 2, 11)],
    [21, tried('ridge.example', 2, 3)],
    [30, tried('meadow.example', 3, 11)],
  ]);
  expect(hosts).toEqual([
    { network: 'mastodon', host: 'meadow.example', done: 3, total: 11, since: iso(10), finishAt: iso(110) },
    { network: 'mastodon', host: 'ridge.example', done: 2, total: 3, since: iso(11), finishAt: iso(31) },
  ]);
});

test('nobody knows it after one profile, and a host is not done before its wait is over', () => {
  const events: [number, ProgressEvent][] = [[10, tried('meadow.example', 1, 4)]];
  expect(after(events).hosts).toMatchObject([{ finishAt: null }]);
  events.push([11, { stage: 'wait', host: 'meadow.example', until: at(300), why: 'used up' }]);
  expect(after(events).hosts).toMatchObject([{ finishAt: iso(300) }]);
  events.push([12, tried('meadow.example', 2, 4)]);
  expect(after(events).hosts).toMatchObject([{ done: 2, finishAt: iso(300) }]);
  events.push([310, tried('meadow.example', 4, 4)]);
  expect(after(events).hosts).toEqual([]);
  expect(statusAtEnd(after(events.slice(0, 3)), 0, at(400)).hosts).toEqual([]);
});

test('a person is shown the five that are done last', () => {
  const events = Array.from({ length: 7 }, (_, number): [number, ProgressEvent][] => [
    [0, tried(`host${number}.example`, 1, 10)],
    [60 + number, tried(`host${number}.example`, 2, 10)],
  ]).flat();
  const text = runStatusText({ ...after(events), phase: 'running' }, null);
  expect(text.match(/^host\d\.example {2}8 of 10 left {2}done about 2026-11-22 12:0\d UTC$/gm)).toHaveLength(5);
  expect(text).not.toContain('host0.example');
});
