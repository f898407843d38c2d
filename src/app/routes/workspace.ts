import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Hono } from 'hono';
import { networks, ownSettings } from '../../index.ts';
import { settingsFrom, version } from '../../settings.ts';
import { type AppEvent, type Workspace, routes } from '../api.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../failure.ts';
import { largestUpload } from '../upload.ts';

/** What a page that has just opened, or has come back, must ask for. */
const everything: AppEvent = {
  kind: 'changed',
  what: ['clients', 'plan', 'settings', 'worksheet', 'ranking', 'verdicts', 'placing', 'results', 'files'],
  by: null,
};

export function addWorkspace(app: Hono, { events, runner, isDemo, enterDemo }: Desk): void {
  const workspace = (): Workspace => {
    const { customers, language, output } = settingsFrom({});
    const isSaid = ownSettings()['language'] !== undefined;
    return {
      folder: basename(resolve('.')),
      version,
      language: isSaid ? language : null,
      isDemo: isDemo(),
      largestUpload,
      clients: customers,
      hasRanking: existsSync(join(output ?? '.', 'report.json')),
      run: runner.state(),
      networks: networks.map(({ id, title, closed }) => ({ id, title, isOpen: !closed })),
    };
  };
  app.get(routes.workspace, (context) => context.json(workspace()));
  app.post(routes.demo, async (context) => {
    if (settingsFrom({}).customers !== null)
      throw new Refusal(409, 'not_empty', 'there is a client list in this folder: start the example in an empty one');
    await enterDemo();
    events.tell(everything);
    return context.json(workspace());
  });
  app.get(routes.events, ({ req }) =>
    events.listen([{ kind: 'run', run: runner.state() }, everything], req.raw.signal),
  );
}
