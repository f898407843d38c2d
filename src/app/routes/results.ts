import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Results } from '../../index.ts';
import { type ResultsAnswer, routes } from '../api.ts';
import { askingPage } from '../asking-page.ts';
import { uploadOf } from '../body.ts';
import type { Desk } from '../desk.ts';
import { storeUpload } from '../upload.ts';

/** Exports of analytics tools that were dropped. */
const folder = 'analytics';

export function addResults(app: Hono, { ask, ranking, events, inTurn }: Desk): void {
  const answer = async (results: Results | null): Promise<ResultsAnswer> => {
    const { report } = await ranking.current();
    const rows = report.rows
      .filter(({ verdict }) => verdict === 'keep')
      .map(({ title, url, share, shareLow, shareHigh, results: brought }) => ({
        title,
        url,
        share,
        shareLow,
        shareHigh,
        results: brought,
      }));
    return { results, rows };
  };
  const readAll = async (): Promise<Results | null> => {
    const names = await readdir(folder).catch(() => []);
    const files = names.filter((name) => !name.startsWith('.')).toSorted();
    return files.length === 0
      ? null
      : ask(
          'readExports',
          files.map((name) => join(folder, name)),
        );
  };

  app.get(routes.results, async (context) => context.json(await answer(await readAll())));

  app.put(routes.results, async (context) => {
    const { body, name } = uploadOf(context);
    await storeUpload(body, folder, name);
    return inTurn(async () => {
      const results = await readAll();
      events.changed(['results', 'files'], askingPage(context));
      ranking.makeAnew();
      return context.json(await answer(results));
    });
  });
}
