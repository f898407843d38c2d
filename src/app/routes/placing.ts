import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { type Report, isEditedNote, measureText, openOutreach, openWordings, outreachWords } from '../../index.ts';
import { settingsFrom } from '../../settings.ts';
import {
  type MeasuredText,
  type NoteState,
  type OutreachState,
  type PlaceDetail,
  type Placing,
  type PlacingAnswer,
  type WordingState,
  longestWording,
  routes,
} from '../api.ts';
import type { Teaser } from '../../types/report.ts';
import { askingPage } from '../asking-page.ts';
import { jsonOf } from '../body.ts';
import type { Desk } from '../desk.ts';
import { Refusal, conflict } from '../failure.ts';
import { rankedRow } from '../rows.ts';
import { versionOf } from '../versions.ts';

type Cells = ReadonlyMap<string, string>;

const cellText = z.string().max(4000);
const outreachChange = z.object({
  url: z.string(),
  version: z.string(),
  status: cellText.optional(),
  placement: cellText.optional(),
  note: cellText.optional(),
  steps: z.partialRecord(z.enum(outreachWords.steps), z.object({ state: cellText, date: cellText })).optional(),
});
const noteChange = z.object({ url: z.string(), version: z.string(), text: z.string().min(1).max(200_000).nullable() });
const wordingChange = z.object({
  url: z.string(),
  variant: z.number().int(),
  version: z.string(),
  text: z.string().trim().min(1).max(longestWording).nullable(),
});
const textToMeasure = z.object({ url: z.string(), text: z.string().max(200_000) });

export function addPlacing(app: Hono, { ranking, events, inTurn, outputsInTurn }: Desk): void {
  const told = (context: Context, state: object): Response => {
    events.changed(['placing'], askingPage(context));
    ranking.makeAnew();
    return context.json(state);
  };

  app.get(routes.placing, async (context) => {
    const { rows } = await outreach();
    return context.json({
      statuses: ['', ...outreachWords.statuses],
      steps: [...outreachWords.steps],
      places: rows.map(placingOf),
    } satisfies PlacingAnswer);
  });

  app.get(routes.place, async (context) => {
    const url = context.req.query('url') ?? '';
    const { report } = await ranking.current();
    const table = await outreach();
    const cells = cellsAt(table.rows, url);
    const row = rankedRow(report, url);
    const wordings = await openWordings(settingsFrom({}));
    return context.json({
      place: placingOf(cells),
      row,
      posts: [1, 2].flatMap((number) => {
        const post = cells.get(`post_${number}`) ?? '';
        return post === '' ? [] : [{ url: post, why: cells.get(`post_${number}_why`) ?? '' }];
      }),
      questions: cells.get('questions') ?? '',
      authorRules: cells.get('author_rules') ?? '',
      authorPage: cells.get('author_page') || null,
      lawful: cells.get('lawful') ?? '',
      note: noteStateOf(url, await table.noteOf(url)),
      pitchLacks: cells.get('pitch_lacks') || null,
      teasers: teasersOf(report, url).map((teaser) => ({
        teaser,
        wording: wordingStateOf(teaser, wordings.path, wordings.of(row, teaser.variant)),
      })),
    } satisfies PlaceDetail);
  });

  app.put(routes.note, async (context) => {
    const { url, version, text } = await jsonOf(context, noteChange);
    return outputsInTurn(async () => {
      const table = await outreach();
      const present = noteStateOf(url, await table.noteOf(url));
      if (present.version !== version) return conflict(context, present);
      await table.keepNote(url, text);
      return told(context, noteStateOf(url, await table.noteOf(url)));
    });
  });

  app.put(routes.wording, async (context) => {
    const { url, variant, version, text } = await jsonOf(context, wordingChange);
    const { report } = await ranking.current();
    const row = rankedRow(report, url);
    const teaser = teasersOf(report, url).find((each) => each.variant === variant);
    if (!teaser) throw new Refusal(404, 'not_found', 'there is no such teaser');
    return inTurn(async () => {
      const file = await openWordings(settingsFrom({}));
      const present = wordingStateOf(teaser, file.path, file.of(row, variant));
      if (present.version !== version) return conflict(context, present);
      const said = text === null ? null : withoutLinks(text, teaser);
      await file.keep(row, variant, said);
      return told(context, wordingStateOf(teaser, file.path, said));
    });
  });

  app.put(routes.place, async (context) => {
    const { url, version, steps = {}, ...cells } = await jsonOf(context, outreachChange);
    return outputsInTurn(async () => {
      const table = await outreach();
      const present = stateOf(cellsAt(table.rows, url));
      if (present.version !== version) return conflict(context, present);
      const said = Object.entries({
        ...cells,
        ...Object.fromEntries(
          Object.entries(steps).flatMap(([step, { state, date }]) => [
            [step, state],
            [`${step}_date`, date],
          ]),
        ),
      }).filter((each): each is [string, string] => typeof each[1] === 'string');
      await table.keep(url, Object.fromEntries(said.map(([name, text]) => [name, text.trim()])));
      return told(context, stateOf(cellsAt((await outreach()).rows, url)));
    });
  });

  app.post(routes.measure, async (context) => {
    const { url, text } = await jsonOf(context, textToMeasure);
    const { report } = await ranking.current();
    const { network } = rankedRow(report, url);
    const known = report.teasers.find((teaser) => teaser.url === url);
    const usual = measureText(text, network);
    // A server may allow more than its network does: the teaser has its limit.
    const isOwn = known != null && known.limit !== null && known.limit !== usual.limit;
    const server = isOwn ? { max: known.limit ?? 0, perAddress: null } : null;
    const measured = measureText(text, network, { server });
    return context.json({
      ...measured,
      unit: known?.unit ?? null,
      limitWithPicture: known?.limitWithPicture ?? null,
      limitPaidAccount: known?.limitPaidAccount ?? null,
    } satisfies MeasuredText);
  });
}

async function outreach() {
  const table = await openOutreach(settingsFrom({}));
  if (!table) throw new Refusal(404, 'state_empty', 'nothing was ranked yet: start the reading');
  return table;
}

function cellsAt(rows: readonly Cells[], url: string): Cells {
  const cells = rows.find((each) => each.get('url') === url);
  if (!cells) throw new Refusal(404, 'not_found', 'outreach.csv has no such resource');
  return cells;
}

const teasersOf = ({ teasers }: Report, url: string): Teaser[] => teasers.filter((teaser) => teaser.url === url);

const noteStateOf = (url: string, note: { name: string; text: string } | null): NoteState => ({
  url,
  version: versionOf(note && note.text),
  file: note && note.name,
  text: note && note.text,
  isOwn: note !== null && isEditedNote(note.text),
});

/** Where its link goes the table has `{link}`, so that another campaign's link takes its place. */
const withoutLinks = (text: string, { link, shortLink }: Teaser): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(shortLink ?? link, '{link}')
    .replaceAll(link, '{link}')
    .trim();

const wordingStateOf = (
  { url, variant, link, shortLink }: Teaser,
  file: string,
  wording: string | null,
): WordingState => ({
  url,
  variant,
  version: versionOf(wording),
  file,
  text: wording?.replaceAll('{link}', () => shortLink ?? link) ?? null,
});

const numberIn = (cell: string | undefined): number | null =>
  cell !== undefined && /^\d+$/.test(cell) ? Number(cell) : null;

const placingOf = (cells: Cells): Placing => ({
  rank: numberIn(cells.get('rank')),
  title: cells.get('title') || null,
  network: cells.get('network') ?? '',
  resource: cells.get('resource') ?? '',
  url: cells.get('url') ?? '',
  customers: numberIn(cells.get('customers')),
  subscribers: numberIn(cells.get('subscribers')),
  contact: cells.get('contact') || null,
  next: { text: cells.get('next_step') ?? '', date: cells.get('next_date') || null },
  outreach: stateOf(cells),
});

function stateOf(cells: Cells): OutreachState {
  const [status, placement, note] = ['status', 'placement', 'note'].map((name) => cells.get(name) ?? '');
  const steps = Object.fromEntries(
    outreachWords.steps.map((step) => [step, { state: cells.get(step) ?? '', date: cells.get(`${step}_date`) ?? '' }]),
  );
  const written = { status: status ?? '', placement: placement ?? '', note: note ?? '', steps };
  return { url: cells.get('url') ?? '', version: versionOf(JSON.stringify(written)), ...written };
}
