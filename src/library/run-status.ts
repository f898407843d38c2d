import { fileOfState } from '../settings.ts';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { isRunning } from '../files/processes.ts';
import type { LatestRun, RunStatus } from '../types/run-status.ts';
import { statusPath } from '../watching/watch-run.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';
import { shapedJson } from './shaped-json.ts';

const count = z.number().int().nonnegative();
const statusSchema: z.ZodType<RunStatus> = z.object({
  schema: z.literal(1),
  generator: z.string(),
  process: count,
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  exitCode: z.number().int().nullable(),
  work: z.array(
    z.object({
      network: z.string(),
      stage: z.enum(['collect', 'examine', 'shorten', 'draft']),
      done: count,
      read: count,
      total: count,
    }),
  ),
  hosts: z
    .array(
      z.object({
        network: z.string(),
        host: z.string(),
        done: count,
        total: count,
        since: z.iso.datetime(),
        finishAt: z.iso.datetime().nullable(),
      }),
    )
    .default([]),
  waits: z.array(z.object({ host: z.string(), until: z.iso.datetime(), why: z.string() })),
});

/**
 * How the run on the `state` stands, or how the latest one ended. Does not open the state, which the run holds.
 * @throws UserError state_empty where no run has kept its status there, state_damaged, setting
 */
export function readRunStatus(settings: RunSettings): LatestRun {
  const path = statusPath(fileOfState(completeSettings(settings, 'status').settings));
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UserError('state_empty', path, '', { cause });
  }
  const status = shapedJson(text, statusSchema);
  if (!status) throw new UserError('state_damaged', path, 'it is not the status of a run');
  const phase = status.endedAt !== null ? 'ended' : isRunning(status.process) ? 'running' : 'killed';
  return { ...status, phase };
}
