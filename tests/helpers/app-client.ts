import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// oxlint-disable-next-line import/no-unassigned-import -- the routes load here, and not within the time of the first test
import '../../src/app/open-desk.ts';
import { type Served, serveApp } from '../../src/app/serve.ts';
import { type Ask, libraryWork } from '../../src/app/work.ts';

/** The library's work, in this thread. */
export const askHere = ((name: keyof typeof libraryWork, ...args: never[]) =>
  (libraryWork[name] as (...given: never[]) => Promise<unknown>)(...args)) as Ask;

/** The app's server over the current folder, with a page of one line and no example. */
export async function serveHere(ask: Ask = askHere): Promise<Served> {
  const pageFolder = mkdtempSync(join(tmpdir(), 'app-page-'));
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>page</title>');
  const served = await serveApp({
    port: 0,
    program: '',
    pageFolder,
    ask,
    makeDemo: () => Promise.reject(new Error('no example here')),
    startsInDemo: false,
    now: Date.now,
  });
  rmSync(pageFolder, { recursive: true });
  return served;
}

export interface AppAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Asks as anybody could who writes every header themselves. */
export function askPlainly(
  origin: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<AppAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ host: hostname, port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

type Told = Record<string, unknown>;

/** The page's side of a server: it has the cookie, and says where it comes from. */
export interface AppClient {
  origin: string;
  cookie: string;
  get: (path: string) => Promise<Told>;
  send: (method: string, path: string, body?: object) => Promise<{ status: number; answer: Told }>;
  upload: (path: string, bytes: string | Buffer) => Promise<{ status: number; answer: Told }>;
}

/** Opens the address that the program printed, as a browser does. */
export async function openApp(address: string): Promise<AppClient> {
  const { origin, pathname, search } = new URL(address);
  const { headers } = await askPlainly(origin, pathname + search);
  const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
  const own = { cookie, origin };
  const send = async (method: string, path: string, type: string, body?: string | Buffer) => {
    const { status, text } = await askPlainly(origin, path, {
      method,
      headers: { ...own, 'content-type': type },
      ...(body !== undefined && { body }),
    });
    return { status, answer: JSON.parse(text) as Told };
  };
  return {
    origin,
    cookie,
    async get(path) {
      const { text } = await askPlainly(origin, path, { headers: own });
      return JSON.parse(text) as Told;
    },
    send: (method, path, body) => send(method, path, 'application/json', body && JSON.stringify(body)),
    upload: (path, bytes) => send('PUT', path, 'application/octet-stream', bytes),
  };
}
