import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type ReviewAnswer, readReviewAnswers } from '../inputs/review-answers.ts';
import type { Settings } from '../settings.ts';
import { resourceFinder } from '../stages/decisions.ts';
import type { Decision, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { AnsweredRow, Row } from '../types/report.ts';

/** What a person wrote into the `review.csv` that is about to be replaced. */
export interface KeptAnswers {
  rows: AnsweredRow[];
  /** How many of them this run was not given. */
  unread: number;
}

/**
 * The answers that stay in `review.csv`: all of it where it is what the run was given as verdicts, else those on which
 * the run was given none.
 * @throws UserError where the file cannot be read back
 */
export async function answersKept(
  { output, verdicts, shareable }: Settings,
  rows: readonly Row[],
  decisions: readonly Decision[],
  networks: readonly AnyNetwork[],
): Promise<KeptAnswers> {
  const file = output === null || shareable ? null : join(output, 'review.csv');
  if (file === null || !existsSync(file)) return { rows: [], unread: 0 };
  const isGiven = verdicts !== null && existsSync(verdicts) && realpathSync(verdicts) === realpathSync(file);
  const decisionOn = resourceFinder(decisions.map((decision) => [decision.resource, decision] as const));
  const rowOn = resourceFinder(rows.map((row) => [nameOf(row), row] as const));
  const isDecided = (resource: ResourceName): boolean => decisionOn(spelt(resource)) !== undefined;
  const kept = (await readReviewAnswers(file, networks))
    .filter(({ resource }) => isGiven || !isDecided(resource))
    .map((answer) => ({ answer, row: rowOn(spelt(answer.resource)) ?? null }))
    .filter(({ answer, row }) => isWritten(answer, row));
  return { rows: kept.map(answeredRow), unread: isGiven ? 0 : kept.length };
}

const nameOf = ({ network, resourceId: id, resource: name, url, host }: Row): ResourceName => ({
  network,
  id,
  name,
  url,
  host,
});

const spelt = (resource: ResourceName) => ({ ...resource, id: resource.id ?? '' });

/** A number that nobody knew, or that was taken as counted by hand, is a person's; any other may be the program's own. */
const isCounted = (row: Row | null): boolean => row !== null && (row.subscribers === null || row.factsFrom === 'hand');

const isWritten = ({ isNumberAlone }: ReviewAnswer, row: Row | null): boolean => !isNumberAlone || isCounted(row);

function answeredRow({ answer, row }: { answer: ReviewAnswer; row: Row | null }): AnsweredRow {
  const { counted, written, title, resource } = answer;
  const isCount = counted !== null && (counted.outside !== null || isCounted(row));
  const countedOn = written.countedOn || (isCount ? (counted.on ?? '') : '');
  return {
    row,
    title,
    network: resource.network,
    resource: resource.url || resource.name,
    subscribers: counted?.subscribers ?? null,
    written: { ...written, countedOn },
  };
}
