import type { Hono } from 'hono';
import { z } from 'zod';
import { type KeptVerdict, openVerdicts, provisionalRanking } from '../../index.ts';
import { settingsFrom } from '../../settings.ts';
import { decisionVerdicts } from '../../types/input.ts';
import {
  type DecidedRow,
  type ProvisionalAnswer,
  type RankingSummary,
  type RowsPage,
  type VerdictState,
  routes,
} from '../api.ts';
import { jsonOf } from '../body.ts';
import type { Desk } from '../desk.ts';
import { Refusal, conflict } from '../failure.ts';
import { askingPage } from '../asking-page.ts';
import { countsOf, rankedRow, rowsFor } from '../rows.ts';
import { isGoingOn } from '../runner.ts';
import { versionOf } from '../versions.ts';

const whole = z.coerce.number().int().nonnegative();
const word = z.string().max(2000).optional();
const rowsQuery = z.object({
  offset: whole.default(0),
  limit: whole.max(200).default(50),
  verdict: word,
  block: word,
  network: word,
  strength: word,
  reason: word,
  family: word,
  segment: word,
  text: word,
  sensitive: word,
});

const verdictChange = z.object({
  url: z.string(),
  verdict: z.enum(decisionVerdicts).nullable(),
  note: z.string().max(4000),
  version: z.string(),
});

export function addRanking(app: Hono, { ranking, runner, events, inTurn }: Desk): void {
  app.get(routes.ranking, async (context) => {
    const { report, version } = await ranking.current();
    const { rows, teasers: _teasers, expenses: _expenses, problems, ...summary } = report;
    return context.json({
      ...summary,
      version,
      isProvisional: isGoingOn(runner.state()),
      isBusy: ranking.isBusy(),
      counts: countsOf(rows),
      problems: problems.length,
    } satisfies RankingSummary);
  });

  app.get(routes.provisional, (context) =>
    context.json({ ranking: provisionalRanking(settingsFrom({})) } satisfies ProvisionalAnswer),
  );

  app.get(routes.rows, async (context) => {
    const { data: query, error } = rowsQuery.safeParse(context.req.query());
    if (!query) throw new Refusal(400, 'not_understood', z.prettifyError(error));
    const { report, version } = await ranking.current();
    const wanted = rowsFor(report, query);
    const verdicts = await openVerdicts(settingsFrom({}));
    const rows = wanted
      .slice(query.offset, query.offset + query.limit)
      .map((row): DecidedRow => ({ ...row, decision: stateOf(row.url, verdicts.of(row)) }));
    return context.json({ version, total: wanted.length, offset: query.offset, rows } satisfies RowsPage);
  });

  app.put(routes.verdict, async (context) => {
    const { url, verdict, note, version } = await jsonOf(context, verdictChange);
    const row = rankedRow((await ranking.current()).report, url);
    return inTurn(async () => {
      const file = await openVerdicts(settingsFrom({}));
      const present = stateOf(url, file.of(row));
      if (present.version !== version) return conflict(context, present);
      const said = { verdict, note: verdict === null ? '' : note.replaceAll(/\s+/g, ' ').trim() };
      await file.keep(row, said);
      events.changed(['verdicts'], askingPage(context));
      ranking.makeAnew();
      return context.json(stateOf(url, said));
    });
  });
}

const stateOf = (url: string, { verdict, note }: KeptVerdict): VerdictState => ({
  url,
  verdict,
  note,
  version: versionOf(verdict ?? '', note),
});
