import { signal } from '@preact/signals';
import { say } from './language.ts';
import { files, placing, ranking, runState, workspace, handSheet } from './things.ts';

/** The way from a list to a placement, in its order; each has a screen. */
export const stepNames = ['clients', 'reading', 'hand', 'deciding', 'placing', 'files'] as const;
export type StepName = (typeof stepNames)[number];

const stepIn = (hash: string): StepName => stepNames.find((name) => `#${name}` === hash) ?? 'clients';

/** Where one is; the address says it, so that going back works. */
export const step = signal<StepName>(stepIn(location.hash));

addEventListener('hashchange', () => (step.value = stepIn(location.hash)));

export function goTo(name: StepName): void {
  location.hash = name;
}

/** How far each step is, in a word or a number; empty where it has not begun. */
const progress: Record<StepName, () => string> = {
  clients: () => (workspace.value.value?.clients == null ? '' : '✓'),
  reading: () => {
    const phase = runState.value.value?.phase ?? 'none';
    return phase === 'none' ? '' : phase === 'complete' ? '✓' : say(`app.phase.${phase}`);
  },
  hand: () => positive(handSheet.value.value?.work.pages),
  deciding: () => positive(ranking.value.value?.counts.verdict['review']),
  placing: () => {
    const places = placing.value.value?.places ?? [];
    const begun = places.filter(({ outreach }) => outreach.status !== '').length;
    return places.length > 0 ? `${begun}/${places.length}` : '';
  },
  files: () => ((files.value.value?.files.length ?? 0) > 0 ? '✓' : ''),
};

const positive = (count = 0): string => (count > 0 ? String(count) : '');

export const progressOf = (name: StepName): string => progress[name]();

/** Whether there is anything to do in it yet. */
export function isOpen(name: StepName): boolean {
  const known = workspace.value.value;
  if (name === 'clients') return true;
  if (known === null) return false;
  // A survey alone makes a ranking, too.
  return known.hasRanking || ((name === 'reading' || name === 'hand') && known.clients !== null);
}
