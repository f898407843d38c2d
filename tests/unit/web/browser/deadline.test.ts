import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDeadline } from '../../../../src/web/browser/deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is reached once, when its time has passed', () => {
  const reached = vi.fn<() => void>();
  createDeadline(3, reached);
  vi.advanceTimersByTime(2999);
  expect(reached).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(reached).toHaveBeenCalledTimes(1);
});

it('stands still while it is paused, however many wait', () => {
  const reached = vi.fn<() => void>();
  const deadline = createDeadline(3, reached);
  vi.advanceTimersByTime(1000);
  deadline.pause();
  vi.advanceTimersByTime(60_000);
  deadline.pause();
  deadline.resume();
  vi.advanceTimersByTime(60_000);
  deadline.resume();
  vi.advanceTimersByTime(1999);
  expect(reached).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(reached).toHaveBeenCalledTimes(1);
});

it('is never reached once it has ended, also where somebody still waited', () => {
  const reached = vi.fn<() => void>();
  const deadline = createDeadline(3, reached);
  deadline.pause();
  deadline.end();
  deadline.resume();
  vi.advanceTimersByTime(60_000);
  expect(reached).not.toHaveBeenCalled();
});
