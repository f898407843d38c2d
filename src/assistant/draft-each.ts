import type { Drafts } from '../types/draft.ts';
import type { Clock, Progress } from '../types/run.ts';
import type { Assistant } from './complete.ts';
import { type DraftMaterial, digestOf, draftTexts } from './draft.ts';

/** One resource, and what is sent for it. */
export interface DraftWish {
  resource: { network: string; id: string };
  material: DraftMaterial;
}

/** Where drafts are kept. */
interface DraftStore {
  drafts(resource: DraftWish['resource']): Drafts | null;
  saveDrafts(resource: DraftWish['resource'], drafts: Drafts, now: number): void;
}

/** Resources that are asked about in one run. */
const mostAsked = 50;

/** Has texts drafted for each resource whose material has changed since, the first ones first. */
export async function draftEach(
  wishes: readonly DraftWish[],
  assistant: Assistant,
  { store, clock, progress, signal }: { store: DraftStore; clock: Clock; progress: Progress; signal: AbortSignal },
): Promise<void> {
  const open = wishes
    .filter(({ resource, material }) => store.drafts(resource)?.digest !== digestOf(material))
    .slice(0, mostAsked);
  let read = 0;
  for (const [at, { resource, material }] of open.entries()) {
    const drafts = await draftTexts(assistant, material, signal);
    if (drafts) store.saveDrafts(resource, drafts, clock.now());
    if (drafts) read += 1;
    progress({ stage: 'draft', network: 'assistant', done: at + 1, read, total: open.length });
  }
}
