import { mkdir, rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Hono } from 'hono';
import { z } from 'zod';
import { type Imported, changeSettingsFile, ownSettings } from '../../index.ts';
import { followsFile } from '../../settings.ts';
import { type Dropped, type IntakeAnswer, type WorksheetAnswer, routes } from '../api.ts';
import { askingPage } from '../asking-page.ts';
import { jsonOf, uploadOf } from '../body.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../failure.ts';
import { fileNameFor, storeUpload } from '../upload.ts';

/** The folder of the command `worksheet` for what comes in. */
const intake = 'intake';

const pastedText = z.object({ text: z.string().min(1), name: z.string().max(200).optional() });
const readIntake = z.object({
  files: z
    .array(z.object({ name: z.string(), customer: z.string().trim().min(1).max(500).optional() }))
    .min(1)
    .max(10_000),
});

export function addIntake(app: Hono, { ask, events, ranking, inTurn }: Desk): void {
  app.get(routes.worksheet, async (context) =>
    context.json({ ...(await ask('worksheet')), intake } satisfies WorksheetAnswer),
  );

  app.put(routes.intake, async (context) => {
    const { body, name } = uploadOf(context);
    return context.json(await drop(body, name));
  });

  app.post(routes.pastedIntake, async (context) => {
    const { text, name = 'pasted' } = await jsonOf(context, pastedText);
    const plain = fileNameFor(name);
    return context.json(
      await drop(new Blob([text]).stream(), extname(plain).toLowerCase() === '.txt' ? plain : `${plain}.txt`),
    );
  });

  app.post(routes.readIntake, async (context) => {
    const { files } = await jsonOf(context, readIntake);
    for (const { name } of files)
      if (name !== fileNameFor(name) || !existsSync(join(intake, name)))
        throw new Refusal(404, 'not_found', `no file ${name} was dropped`);
    return inTurn(async () => {
      const named = files.filter(({ customer }) => customer !== undefined);
      const others = files.filter(({ customer }) => customer === undefined);
      const parts: Imported[] = [];
      if (others.length > 0)
        parts.push(
          await ask(
            'importFiles',
            others.map(({ name }) => join(intake, name)),
            null,
          ),
        );
      for (const { name, customer = '' } of named)
        parts.push(await ask('importFiles', [await underCustomer(name, customer)], customer));
      nameFollows();
      events.changed(['worksheet', 'plan', 'clients'], askingPage(context));
      const imported = joined(parts);
      if (imported.resources > 0) ranking.makeAnew();
      return context.json({
        imported,
        questions: imported.files.flatMap(({ file, what, problem, whatToDo, asks }) =>
          asks === undefined
            ? []
            : [{ name: droppedName(file), what, problem: problem ?? '', whatToDo: whatToDo ?? '' }],
        ),
        customers: await ask('clientNames'),
      } satisfies IntakeAnswer);
    });
  });
}

/** Keeps what was dropped under a name that no other file there has. */
async function drop(body: ReadableStream<Uint8Array> | null, name: string): Promise<Dropped> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  let free = name;
  for (let number = 2; existsSync(join(intake, free)); number++) free = `${stem} ${number}${ending}`;
  return { name: free, bytes: await storeUpload(body, intake, free) };
}

/**
 * Moves a file into the folder of its client, where `import` finds it for that client. A name that no folder may have
 * leaves the file where it is.
 */
async function underCustomer(name: string, customer: string): Promise<string> {
  if (fileNameFor(customer) !== customer) return join(intake, name);
  const folder = join(intake, customer);
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await rename(join(intake, name), path);
  return path;
}

/** The dropped file that a path of an import lies in; behind a colon stands the file within an archive. */
const droppedName = (file: string): string =>
  file.replaceAll('\\', '/').split('/').slice(1).join('/').split(': ')[0] ?? '';

/** A settings file that names the client list must name the follows, too: else no run would read them. */
function nameFollows(): void {
  const own = ownSettings();
  if (own['customers'] != null && own['follows'] === undefined && existsSync(followsFile))
    changeSettingsFile({ follows: [followsFile] });
}

/** What several imports brought together. */
function joined(parts: readonly Imported[]): Imported {
  const [first, ...others] = parts;
  if (!first) throw new Error('nothing was imported');
  return others.reduce(
    (all, part) => ({
      ...all,
      files: [...all.files, ...part.files],
      customers: [...all.customers, ...part.customers],
      read: all.read + part.read,
      added: all.added + part.added,
      asked: all.asked + part.asked,
      resources: all.resources + part.resources,
      before: all.before + part.before,
      complete: all.complete && part.complete,
    }),
    first,
  );
}
