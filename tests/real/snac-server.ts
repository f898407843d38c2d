import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installPackage, isInstalled } from './debian.ts';
import { freePort } from './ports.ts';

export interface SnacSeed {
  /** `showsCounts`: whether the numbers of followers and follows are told; snac's own default is not to. */
  users: { name: string; showsCounts: boolean }[];
  follows: { from: string; to: string[] }[];
  notes: { by: string; text: string }[];
}

export interface Snac {
  /** Host and port, as in `@user@host`. */
  host: string;
  origin: string;
  stop(): Promise<void>;
}

/** A real snac, an ActivityPub server that shows nobody's follows, with this seed in it. @throws NotAvailable */
export async function startSnac({ users, follows, notes }: SnacSeed): Promise<Snac> {
  if (!isInstalled('snac')) installPackage('snac2', 'bookworm-backports');
  const scratch = mkdtempSync(join(tmpdir(), 'snac-'));
  const data = join(scratch, 'data');
  const port = await freePort();
  const host = `localhost:${port}`;
  const actor = (name: string): string => `http://${host}/${name}`;
  const snac = (command: string, args: string[], input = ''): string =>
    execFileSync('snac', [command, data, ...args], { input, stdio: ['pipe', 'pipe', 'ignore'], encoding: 'utf8' });

  snac('init', [], `127.0.0.1\n${port}\n${host}\n\n\n`);
  // It delivers to itself: with its usual four threads it waits for them until they give up.
  change(join(data, 'server.json'), { protocol: 'http', num_threads: 16 });
  for (const { name, showsCounts } of users) {
    snac('adduser', [name], '\n');
    change(join(data, 'user', name, 'user.json'), { name, show_contact_metrics: showsCounts });
  }

  const server = spawn('snac', ['httpd', data], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    rmSync(scratch, { recursive: true });
  };
  try {
    await until('snac answers', () => answers(`http://127.0.0.1:${port}/`));
    for (const { by, text } of notes) snac('note', [by, text]);
    for (const { from, to } of follows) for (const name of to) snac('follow', [from, actor(name)]);
    const followerFiles = follows.flatMap(({ from, to }) =>
      to.map((name) => join(data, 'user', name, 'followers', `${md5(actor(from))}.json`)),
    );
    await until('every follow has arrived', () => followerFiles.every((file) => existsSync(file)));
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, origin: `http://127.0.0.1:${port}`, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const patience = 60_000;
  for (const begun = Date.now(); Date.now() - begun < patience; await sleep(100)) if (await isSo()) return;
  throw new Error(`waited in vain until ${what}`);
}

function change(file: string, fields: Record<string, unknown>): void {
  const known: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...known, ...fields }));
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
