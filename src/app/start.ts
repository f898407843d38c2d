import { fileURLToPath } from 'node:url';
import { openBrowser } from './open-browser.ts';
import { type ServeOptions, type Served, serveApp } from './serve.ts';
import { startWorkThread } from './work-thread.ts';

export { openBrowser };

/** The built page, as it lies beside the compiled server. */
const pageFolder = fileURLToPath(new URL('page/', import.meta.url));

/** Serves the page, with a thread of its own for the library's work. */
export async function startApp(options: Omit<ServeOptions, 'ask' | 'pageFolder'>): Promise<Served> {
  const thread = startWorkThread(new URL('thread.js', import.meta.url));
  const served = await serveApp({ ...options, pageFolder, ask: thread.ask });
  return {
    address: served.address,
    async close() {
      await served.close();
      await thread.close();
    },
  };
}
