import type { Role } from '../tables/headings.ts';
import type { HandCount, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { WrittenAnswer } from '../types/report.ts';
import { cellOf } from './cells.ts';
import { countRoles, dayOfFile, handCountIn } from './hand-count.ts';
import { identifyResource } from './identify.ts';
import { followedIn } from './read-follows.ts';
import { readRows } from './read-rows.ts';

/** What a person wrote into a row of `review.csv`. */
export interface ReviewAnswer {
  resource: ResourceName;
  title: string;
  counted: HandCount | null;
  written: WrittenAnswer;
  /** Nothing but a number of subscribers, which the program may have written itself. */
  isNumberAlone: boolean;
}

/**
 * The rows of a `review.csv` into which somebody wrote, in its order.
 * @throws UserError like `openTable`
 */
export async function readReviewAnswers(file: string, networks: readonly AnyNetwork[]): Promise<ReviewAnswer[]> {
  const roles: Role[] = ['resource', 'verdict', 'note', 'means', 'same_as', 'network', 'title', ...countRoles];
  const savedOn = await dayOfFile(file);
  const answers: ReviewAnswer[] = [];
  const overrides = { roles: new Map<string, string>(), found: new Set<string>() };
  const reading = { networks, overrides, encoding: null, delimiter: null, tables: [], problems: [] };
  await readRows(
    file,
    roles,
    [['resource'], ['verdict', 'means', 'same_as', ...countRoles]],
    reading,
    (row, columns) => {
      const [named] = followedIn(row, columns, networks).named;
      if (!named) return;
      const textIn = (role: Role): string => cellOf(columns, row.cells, role);
      const counted = handCountIn(row, columns, file, savedOn, []);
      const [verdict, note, means] = [textIn('verdict'), textIn('note'), textIn('means')];
      const [outsideAuthors, evidence] = [textIn('outside_authors'), textIn('evidence')];
      const countedOn = textIn('counted_on');
      const isNumberAlone = [verdict, note, means, outsideAuthors, evidence, countedOn].every((text) => text === '');
      if (isNumberAlone && counted?.subscribers == null) return;
      const other = identifyResource(textIn('same_as'), networks);
      const sameAs = other && 'url' in other ? other.url : null;
      const written = { verdict, note, means, outsideAuthors, evidence, countedOn, sameAs };
      answers.push({ resource: named.resource, title: textIn('title'), counted, written, isNumberAlone });
    },
  );
  return answers;
}
