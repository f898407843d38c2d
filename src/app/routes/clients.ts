import { existsSync } from 'node:fs';
import { appendFile, rename, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { changeSettingsFile, ownSettings } from '../../index.ts';
import { customersFile, followsFile, inputFiles, settingsFile, settingsFrom } from '../../settings.ts';
import { type ClientList, routes } from '../api.ts';
import { jsonOf, uploadOf } from '../body.ts';
import type { Desk } from '../desk.ts';
import { conflict, toldOf } from '../failure.ts';
import { askingPage } from '../asking-page.ts';
import { storeUpload } from '../upload.ts';
import { versionOfFiles } from '../versions.ts';

const folder = 'input';
const pasted = join(folder, 'pasted.txt');

/** Endings of files that hold text: such a list stands where the command line looks by itself. */
const ofText = new Set(['.csv', '.tsv', '.txt', '']);

const pastedLines = z.object({ text: z.string().min(1) });
const columnRoles = z.object({ version: z.string(), roles: z.record(z.string(), z.string().nullable()) });

export function addClients(app: Hono, desk: Desk): void {
  app.get(routes.clients, async (context) => context.json(await clientList(desk)));

  app.put(routes.clients, async (context) => {
    const { body, name } = uploadOf(context);
    const ending = extname(name).toLowerCase();
    const path = ofText.has(ending) ? customersFile : join(folder, `customers${ending}`);
    await keepFormer(path);
    await storeUpload(body, folder, path.slice(folder.length + 1));
    takeAsList(path);
    return told(context, desk);
  });

  app.post(routes.pastedClients, async (context) => {
    const { text } = await jsonOf(context, pastedLines);
    const lines = text.endsWith('\n') ? text : `${text}\n`;
    if (settingsFrom({}).customers === pasted && existsSync(pasted)) await appendFile(pasted, lines);
    else {
      await keepFormer(pasted);
      await storeUpload(new Blob([lines]).stream(), folder, 'pasted.txt');
      takeAsList(pasted);
    }
    return told(context, desk);
  });

  app.put(routes.columns, async (context) => {
    const { version, roles } = await jsonOf(context, columnRoles);
    const list = await clientList(desk);
    if (list.version !== version) return conflict(context, list);
    const columns = new Map(inputFiles(settingsFrom({})).columns);
    for (const [heading, role] of Object.entries(roles)) {
      if (role === null) columns.delete(heading);
      else columns.set(heading, role.replace(/^network:/, ''));
    }
    const column = Array.from(columns, ([heading, role]) => `${heading}=${role}`);
    changeSettingsFile({ column: column.length > 0 ? column : null });
    return told(context, desk);
  });
}

async function told(context: Context, desk: Desk): Promise<Response> {
  desk.events.changed(['clients', 'plan', 'worksheet', 'settings'], askingPage(context));
  return context.json(await clientList(desk));
}

async function clientList({ ask }: Desk): Promise<ClientList> {
  const { customers } = settingsFrom({});
  const version = await versionOfFiles(customers, settingsFile);
  const nothing = { table: null, samples: [], roles: [], clients: null, problems: [], failure: null };
  try {
    return { version, file: customers, ...nothing, ...(await ask('clients')) };
  } catch (error) {
    const failure = error instanceof Error ? toldOf(error) : null;
    if (!failure) throw error;
    return { version, file: customers, ...nothing, failure };
  }
}

/** Makes a file the client list, of the command line too. What was said of another list's columns means nothing here. */
function takeAsList(path: string): void {
  const isUsual = path === customersFile && !('customers' in ownSettings()) && !('follows' in ownSettings());
  changeSettingsFile({
    ...(!isUsual && {
      customers: path,
      ...(existsSync(followsFile) && !('follows' in ownSettings()) && { follows: [followsFile] }),
    }),
    column: null,
  });
}

/** A list that stood there before is kept beside the new one. */
async function keepFormer(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const ending = extname(path);
  const day = (await stat(path)).mtime.toISOString().slice(0, 10);
  for (let number = 1; ; number++) {
    const kept = `${path.slice(0, -ending.length)}.until-${day}${number === 1 ? '' : `-${number}`}${ending}`;
    if (existsSync(kept)) continue;
    await rename(path, kept);
    return;
  }
}
