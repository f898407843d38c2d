import { batch, signal } from '@preact/signals';
import {
  type AppEvent,
  type ChangedThing,
  type ClientList,
  type FilesAnswer,
  type PlacingAnswer,
  type PlanAnswer,
  type ProvisionalAnswer,
  type RankingSummary,
  type ResultsAnswer,
  type RunState,
  type SettingsAnswer,
  type WorksheetAnswer,
  type Workspace,
  routes,
} from '../api.ts';
import { pageName } from './ask.ts';
import { type Kept, kept } from './kept.ts';
import { isWord, say } from './language.ts';
import { isSilent } from './told.ts';

export const workspace = kept<Workspace>(routes.workspace);
export const clients = kept<ClientList>(routes.clients);
export const planAnswer = kept<PlanAnswer>(routes.plan);
export const settings = kept<SettingsAnswer>(routes.settings);
export const runState = kept<RunState>(routes.run);
export const handSheet = kept<WorksheetAnswer>(routes.worksheet);
export const ranking = kept<RankingSummary>(routes.ranking);
export const provisional = kept<ProvisionalAnswer>(routes.provisional);
export const placing = kept<PlacingAnswer>(routes.placing);
export const results = kept<ResultsAnswer>(routes.results);
export const files = kept<FilesAnswer>(routes.files);

/** The ranking is being made anew. */
export const isRanking = signal(false);

/** Grows with everything that may have changed what rows of the ranking say. */
export const rowsVersion = signal(0);

const changes: Record<ChangedThing, readonly Pick<Kept<unknown>, 'refresh'>[]> = {
  provisional: [provisional],
  clients: [clients, workspace],
  plan: [planAnswer],
  settings: [settings],
  worksheet: [handSheet],
  ranking: [ranking, workspace],
  verdicts: [],
  placing: [placing],
  results: [results],
  files: [files],
};

/** What people call a network, in the language of the page where it has a word for it. */
export function networkTitle(network: string): string {
  const key = `app.network.${network}`;
  if (isWord(key)) return say(key);
  return workspace.value.value?.networks.find(({ id }) => id === network)?.title ?? network;
}

/** Asks for the ranking, where there is one. */
export function loadRanking(): void {
  if (workspace.value.value?.hasRanking === true) void ranking.load();
}

/** Listens to the program as long as the page is open. */
export function listen(): void {
  const stream = new EventSource(routes.events);
  stream.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as AppEvent));
  stream.addEventListener('open', () => (isSilent.value = false));
  stream.addEventListener('error', () => (isSilent.value = true));
}

/** A run that has ended may have left a ranking. */
function hearRun(next: RunState): void {
  const hasEnded = next.phase !== runState.value.value?.phase && next.phase !== 'running';
  runState.set(next);
  if (hasEnded) void workspace.load();
}

function hear(event: AppEvent): void {
  batch(() => {
    if (event.kind === 'run') hearRun(event.run);
    else if (event.kind === 'ranking') {
      isRanking.value = event.isBusy;
      if (!event.isBusy) {
        void workspace.load();
        ranking.refresh();
        rowsVersion.value += 1;
      }
    } else if (event.by !== pageName || event.what.some((what) => what === 'ranking' || what === 'plan')) {
      for (const each of new Set(event.what.flatMap((what) => changes[what]))) each.refresh();
      if (event.what.some((what) => what === 'ranking' || what === 'verdicts')) rowsVersion.value += 1;
    }
  });
}
