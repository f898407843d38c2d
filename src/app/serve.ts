import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { answerTo, refuse } from './failure.ts';
import { guard, makeKeys, secureHeaders } from './guard.ts';
import type { OpenedDesk } from './open-desk.ts';
import { readPageFiles } from './page-files.ts';
import type { Ask } from './work.ts';

/** What the server needs of whoever starts it. The folder that is worked in is the current one. */
export interface ServeOptions {
  /** 0 for any free one. */
  port: number;
  /** The program's own script, which does the reading. */
  program: string;
  /** The folder of the built page. */
  pageFolder: string;
  /** Has the library's work done, in another thread as a rule. */
  ask: Ask;
  /** Makes the folder of the shipped example, with its networks. */
  makeDemo: () => Promise<{ folder: string; close: () => Promise<void> }>;
  startsInDemo: boolean;
  now: () => number;
}

export interface Served {
  /** With the token: whoever has it may do what the page may. */
  address: string;
  /** Stops answering. A run goes on. */
  close: () => Promise<void>;
}

/**
 * Serves the page and its routes on the loopback address of this machine. The library loads once the server listens: the
 * page is there meanwhile, and its questions wait.
 */
export async function serveApp(options: ServeOptions): Promise<Served> {
  const { program, now, ask } = options;
  const files = readPageFiles(options.pageFolder);
  const keys = makeKeys();
  let demo: { close: () => Promise<void> } | null = null;
  const isDemo = (): boolean => demo !== null;
  const enterDemo = async (): Promise<void> => {
    const made = await options.makeDemo();
    process.chdir(made.folder);
    demo = made;
  };
  if (options.startsInDemo) await enterDemo();

  let opening: Promise<OpenedDesk> | null = null;
  const desk = (): Promise<OpenedDesk> =>
    (opening ??= import('./open-desk.ts').then(({ openDesk }) => openDesk({ program, ask, now, isDemo, enterDemo })));

  const app = new Hono();
  app.use(secureHeaders);
  let port = options.port;
  app.use(guard(keys, () => port));
  app.all('/api/*', async ({ req, env }) => (await desk()).answer(req.raw, env));
  app.get('/*', (context) => {
    const file = files.get(context.req.path === '/' ? '/index.html' : context.req.path);
    if (!file) return refuse(context, 404, 'not_found', 'there is nothing here');
    return context.body(file.bytes, 200, { 'content-type': file.type });
  });
  app.notFound((context) => refuse(context, 404, 'not_found', 'there is nothing here'));
  app.onError(answerTo);

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  port = await listen(server, options.port);
  void desk();
  return {
    address: `http://127.0.0.1:${port}/?token=${keys.token}`,
    async close() {
      const { close } = await desk();
      close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await demo?.close();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
