import { type DecidedRow, type VerdictChange, type VerdictState, routes } from '../api.ts';
import { ask } from './ask.ts';
import { writeEdit } from './conflict.tsx';
import { say } from './language.ts';
import { replaceRow } from './row-pages.ts';
import { tell } from './told.ts';

type Decision = Pick<VerdictState, 'verdict' | 'note'>;

/** Writes what a person decided, and offers to take it back. */
export async function decide(row: DecidedRow, next: Decision): Promise<void> {
  const { decision: former } = row;
  if (next.verdict === former.verdict && next.note === former.note) return;
  const now = await write(row, next);
  if (now === null || now.verdict !== next.verdict || now.note !== next.note) return;
  const title = row.title ?? row.resource;
  const text =
    next.verdict === null
      ? say('app.decided.back', { title })
      : say('app.decided', { title, verdict: say(`verdict.${next.verdict}`) });
  tell(text, () => void write({ ...row, decision: now }, former));
}

async function write(row: DecidedRow, { verdict, note }: Decision): Promise<VerdictState | null> {
  const now = await writeEdit<VerdictState>({
    write: (over) => {
      const change: VerdictChange = { url: row.url, verdict, note, version: (over ?? row.decision).version };
      return ask('PUT', routes.verdict, change);
    },
    describe,
    mine: describe({ verdict, note }),
  });
  if (now !== null)
    replaceRow({ ...row, decision: now, verdict: now.verdict ?? row.ruleVerdict ?? row.verdict, note: now.note });
  return now;
}

const describe = ({ verdict, note }: Decision): string =>
  [verdict === null ? say('app.undecided') : say(`verdict.${verdict}`), note].filter((each) => each !== '').join('\n');
