import { fileOfState } from '../settings.ts';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { ProvisionalRanking } from '../types/provisional.ts';
import { provisionalPath } from './publish-provisional.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';
import { shapedJson } from './shaped-json.ts';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const rankingSchema: z.ZodType<ProvisionalRanking> = z.object({
  schema: z.literal(1),
  generator: z.string(),
  at: z.iso.datetime(),
  known: z.object({ profiles: count, of: count, share }),
  customersReadable: count,
  rows: z.array(
    z.object({
      place: count,
      network: z.string(),
      resourceId: z.string(),
      resource: z.string(),
      title: z.string().nullable(),
      url: z.string(),
      customers: count,
      customersAtMost: count,
      share,
    }),
  ),
});

/**
 * What the clients share as far as the run on the `state` has read their lists: counted by the run itself a few seconds
 * after it began, and again while it goes on. Neither opens the state, which the run holds, nor slows the run.
 * @returns at most 100 resources that at least two clients share, before they are examined; null where nothing was
 * counted yet, where a run has ended with its report, with `shareable`, and for a state in memory
 * @throws UserError setting, state_damaged
 */
export function provisionalRanking(settings: RunSettings): ProvisionalRanking | null {
  const path = provisionalPath(fileOfState(completeSettings(settings, 'status').settings));
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const ranking = shapedJson(text, rankingSchema);
  if (!ranking) throw new UserError('state_damaged', path, 'it is not a provisional ranking');
  return ranking;
}
