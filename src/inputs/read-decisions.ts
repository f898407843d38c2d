import type { Decision, ResourceName } from '../types/input.ts';
import { isUnresolved } from '../text/bare-name.ts';
import type { Role } from '../tables/headings.ts';
import { cellOf } from './cells.ts';
import { handCountIn, countRoles, dayOfFile } from './hand-count.ts';
import { identifyResource } from './identify.ts';
import { type RowReading, type TableInput, fileNameOf, readRows } from './read-rows.ts';
import { verdictOf } from './verdict-words.ts';
import { followedIn, notAResource } from './read-follows.ts';

/** What the columns of a table of decisions may be. */
export const decisionRoles: Role[] = ['resource', 'verdict', 'note', 'means', 'same_as', 'network', ...countRoles];

export async function readDecisions(input: TableInput, reading: RowReading): Promise<Decision[]> {
  const file = fileNameOf(input);
  const { networks, problems } = reading;
  const decisions: Decision[] = [];
  const savedOn = await dayOfFile(input);
  const telling: Role[] = ['verdict', 'means', 'same_as', ...countRoles];
  await readRows(input, decisionRoles, [['resource'], telling], reading, (row, columns) => {
    const { line, cells } = row;
    const { named, wrong } = followedIn(row, columns, networks);
    for (const { text, none } of wrong) problems.push({ file, line, ...notAResource(text, none) });
    if (named.length === 0) {
      if (wrong.length === 0) problems.push({ file, line, ...notAResource('', null) });
      return;
    }
    const addressIn = (role: Role): ResourceName | null | undefined => {
      const address = cellOf(columns, cells, role);
      if (address === '') return null;
      const found = identifyResource(address, networks);
      if (found && !('reason' in found)) return found;
      problems.push({ file, line, ...notAResource(address, found) });
      return undefined;
    };
    const [means, other] = [addressIn('means'), addressIn('same_as')];
    if (means === undefined || other === undefined) return;
    const word = cellOf(columns, cells, 'verdict');
    const counted = other ? null : handCountIn(row, columns, file, savedOn, problems);
    // A row of review.csv that nobody has decided yet.
    if (word === '' && !means && !counted) return;
    const verdict = word === '' ? null : verdictOf(word);
    if (verdict === undefined) {
      problems.push({
        file,
        line,
        value: word,
        problem: 'this is not a verdict',
        whatToDo: 'write keep, drop or review',
      });
      return;
    }
    const note = cellOf(columns, cells, 'note');
    for (const { resource } of named) {
      if (other) {
        const sister = { page: other, isSame: verdict === 'keep' };
        if (verdict === 'keep' || verdict === 'drop')
          decisions.push({ resource, verdict: null, note, means: null, sister });
        continue;
      }
      const decision = { resource, verdict, note, ...(counted && { counted }) };
      if (means && !isBareName(resource))
        decisions.push({ ...decision, means: null, sister: { page: means, isSame: true } });
      else decisions.push({ ...decision, means });
    }
  });
  return decisions;
}

const isBareName = ({ id }: ResourceName): boolean => id !== null && isUnresolved({ id });
