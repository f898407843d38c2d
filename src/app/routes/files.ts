import { createReadStream } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import { settingsFrom } from '../../settings.ts';
import { type FilesAnswer, type OutputFileTold, routes } from '../api.ts';
import { askingPage } from '../asking-page.ts';
import type { Notice } from '../../types/report.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../failure.ts';

/** The folder of the version to pass on, beside the output folder. */
const shareableFolder = 'shareable';
const auditFile = 'report.json';

/** The report as a page of its own: its scripts run, without an origin, and reach nobody. */
const reportPolicy =
  "sandbox allow-scripts allow-downloads allow-popups; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

const outputFolder = (): string => settingsFrom({}).output ?? '.';

export function addFiles(app: Hono, { ask, events }: Desk): void {
  app.get(routes.files, async (context) => context.json(await filesAnswer(outputFolder())));
  app.get(routes.file, async (context) => sent(context, outputFolder(), context.req.param('name')));
  app.get(routes.shareableFile, async (context) => sent(context, shareableFolder, context.req.param('name')));
  app.get(routes.reportPage, async (context) => {
    const page = await readFile(join(outputFolder(), 'report.html')).catch(() => null);
    if (!page) throw new Refusal(404, 'state_empty', 'there is no report yet: start the reading');
    return context.body(new Uint8Array(page), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': reportPolicy,
      'x-frame-options': 'SAMEORIGIN',
    });
  });
  app.post(routes.shareable, async (context) => {
    await ask('shareable', shareableFolder);
    events.changed(['files'], askingPage(context));
    return context.json(await filesAnswer(outputFolder()));
  });
}

/** A file of a folder, by its path in it: only what the folder lists is opened, whatever is asked for. */
async function sent(context: Context, folder: string, name: string): Promise<Response> {
  const file = (await filesIn(folder)).find((each) => each.name === name);
  if (!file) throw new Refusal(404, 'not_found', 'there is no such file');
  const bytes = Readable.toWeb(createReadStream(join(folder, file.name))) as ReadableStream;
  return context.body(bytes, 200, {
    'content-type': 'application/octet-stream',
    'content-length': String(file.bytes),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name.split('/').at(-1) ?? '')}`,
  });
}

const endings = new Set(['.csv', '.xlsx', '.html', '.json', '.md']);

/** What a run has written, but for its history; no link is followed out of the folder. */
async function filesIn(folder: string): Promise<OutputFileTold[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files: OutputFileTold[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll('\\', '/');
    if (!entry.isFile() || name.split('/').some((part) => part.startsWith('.') || part === 'history')) continue;
    if (!endings.has(extname(name))) continue;
    const { size, mtime } = await stat(path);
    files.push({ name, bytes: size, writtenAt: mtime.toISOString() });
  }
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function filesAnswer(folder: string): Promise<FilesAnswer> {
  const shared = await filesIn(shareableFolder);
  return {
    folder,
    files: await filesIn(folder),
    shareable: shared.length === 0 ? null : { folder: shareableFolder, files: shared, audit: await auditOf() },
  };
}

/** What the version to pass on says of what was checked and left out. */
async function auditOf(): Promise<Notice[]> {
  const text = await readFile(join(shareableFolder, auditFile), 'utf8').catch(() => '{}');
  const { notices = [] } = JSON.parse(text) as { notices?: Notice[] };
  return notices;
}
