import { signal } from '@preact/signals';
import {
  type ClientList,
  type Dropped,
  type IntakeAnswer,
  type PastedLines,
  type PastedText,
  type ReadIntake,
  type ResultsAnswer,
  routes,
} from '../api.ts';
import { ask, pathOf } from './ask.ts';
import { say } from './language.ts';
import { goTo } from './steps.ts';
import { clients, planAnswer, results, workspace, handSheet } from './things.ts';
import { attempt, tell } from './told.ts';

/** Files on their way to the program. */
export const sending = signal(0);

/** What the files of this visit brought, the latest first. */
export const brought = signal<IntakeAnswer[]>([]);

/** Questions that are still open, with the clients to choose from. */
export const questions = signal<Pick<IntakeAnswer, 'questions' | 'customers'>>({ questions: [], customers: [] });

/** The zone of the page in which something was dropped: each makes of it what it is for. */
export type Zone = 'clients' | 'intake' | 'results';

export async function takeFiles(zone: Zone, files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  sending.value += files.length;
  await attempt(async () => {
    if (zone === 'clients') await takeClients(files[0]);
    else if (zone === 'results') await takeResults(files);
    else await takeHanded(files);
  });
  sending.value -= files.length;
}

async function takeClients(file: File | undefined): Promise<void> {
  if (!file) return;
  showClients(await ask<ClientList>('PUT', pathOf(routes.clients, {}, { name: file.name }), file));
}

export async function takeLines(text: string): Promise<void> {
  await attempt(async () =>
    showClients(await ask<ClientList>('POST', routes.pastedClients, { text } satisfies PastedLines)),
  );
}

/** Shows a client list that has just come. */
function showClients(list: ClientList): void {
  clients.set(list);
  void workspace.load();
  void planAnswer.load();
  goTo('clients');
}

async function takeResults(files: readonly File[]): Promise<void> {
  for (const file of files)
    results.set(await ask<ResultsAnswer>('PUT', pathOf(routes.results, {}, { name: file.name }), file));
  tell(say('app.results.taken', { n: files.length }));
}

/** What clients handed over, or a person saved: everything is read once all of it is there. */
async function takeHanded(files: readonly File[]): Promise<void> {
  const dropped: Dropped[] = [];
  for (const file of files)
    dropped.push(await ask<Dropped>('PUT', pathOf(routes.intake, {}, { name: file.name }), file));
  await readDropped(dropped.map(({ name }) => ({ name })));
}

/** The text of a screen. */
export async function takeText(text: string): Promise<void> {
  await attempt(async () => {
    const { name } = await ask<Dropped>('POST', routes.pastedIntake, { text } satisfies PastedText);
    await readDropped([{ name }]);
  });
}

export async function readDropped(files: ReadIntake['files']): Promise<void> {
  const answer = await ask<IntakeAnswer>('POST', routes.readIntake, { files } satisfies ReadIntake);
  brought.value = [answer, ...brought.value];
  const asked = new Set(files.map(({ name }) => name));
  const left = questions.value.questions.filter(({ name }) => !asked.has(name));
  questions.value = { questions: [...left, ...answer.questions], customers: answer.customers };
  void handSheet.load();
  tell(say('app.hand.read', { n: answer.imported.files.length, added: answer.imported.added }));
  if (answer.questions.length > 0) goTo('hand');
}
