import { basename, dirname } from 'node:path';
import { urlOf } from '../text/web-address.ts';
import type { OutputFile } from '../files/replace.ts';
import { type ExcludedResource, readExcludedResources } from '../inputs/excluded-resources.ts';
import { networkAt } from '../networks/index.ts';
import { toCsv } from '../outputs/csv.ts';
import { acceptanceColumns, acceptanceFile, acceptanceOf } from '../outreach/acceptance.ts';
import { adviseOn } from '../outreach/advice.ts';
import { outreachColumns, ownColumns } from '../outreach/columns.ts';
import { crmRows, formatColumns, formatFile } from '../outreach/crm-formats.ts';
import { type MergeOptions, mergeOutreach, withMentioned } from '../outreach/merge.ts';
import { noteKey, noteOf } from '../outreach/note.ts';
import { notesFolder, planNotes } from '../outreach/notes-folder.ts';
import { type WantedLink, addressIn, isLost, placedNow } from '../outreach/placed.ts';
import { hasOutreach, outreachFile, readOutreach } from '../outreach/read-outreach.ts';
import type { OutreachRow } from '../outreach/row.ts';
import { statusOf } from '../outreach/status-words.ts';
import type { Settings } from '../settings.ts';
import { resourceFinder } from '../stages/decisions.ts';
import type { AnyNetwork } from '../types/network.ts';
import { outreachFormats } from '../types/outreach.ts';
import { strangerAmong } from './text-language.ts';
import type { SeenPlacement } from '../types/published.ts';
import type { AuthorPage } from '../types/author-page.ts';
import type { Drafts } from '../types/draft.ts';
import type { Notice, Report, Row } from '../types/report.ts';
import type { RankedState } from './from-state.ts';
import { noticeOf } from './notices.ts';

/** What is written for the contact with each resource, and what must not be there afterwards. */
export interface OutreachFiles {
  files: OutputFile[];
  absent: string[];
  notices: Notice[];
}

/** What one writes of the people behind a page is for nobody else: what is handed on has nothing of it. */
const folderOf = ({ output, shareable }: Settings): string | null => (shareable ? null : output);

/**
 * Makes sure, before anything is asked, that what a person wrote into `outreach.csv` can be read back, and whom not to
 * contact is understood.
 * @returns the addresses of what was published
 * @throws UserError outreach_file, exclude_resources, and like `openTable`
 */
export async function checkOutreach(settings: Settings, networks: readonly AnyNetwork[]): Promise<string[]> {
  const folder = folderOf(settings);
  if (folder === null) return [];
  await excludedIn(settings, networks);
  const { entries } = await readOutreach(folder, settings.encoding);
  return entries.map(({ cells }) => addressIn(cells.get('placement') ?? '')).filter((address) => address !== '');
}

/** What is known of the pages beside the report. */
interface OutreachPlaces {
  /** Milliseconds. */
  now: number;
  lawfulOn: MergeOptions['lawfulOn'];
  draftsOf: (row: Row) => Drafts | null;
  authorPageOf: (row: Row) => AuthorPage | null;
}

/**
 * Makes the worksheet and the notes: what a person wrote is taken over, and what the pages tell is added.
 * @throws UserError like `checkOutreach`
 */
export async function planOutreach(
  { date, rows, teasers, totals }: Report,
  settings: Settings,
  { networks, topic, evidence, seen, candidates }: RankedState,
  { now, lawfulOn, draftsOf, authorPageOf }: OutreachPlaces,
): Promise<OutreachFiles> {
  const folder = folderOf(settings);
  if (folder === null) return { ...nothing, notices: await staysNotice(settings) };
  const past = await readOutreach(folder, settings.encoding);
  const excludedAs = excludedFinder(await excludedIn(settings, networks));
  const known = totals.resources > rows.length ? withMentioned(rows, candidates, past) : rows;
  const ranked = new Map(rows.flatMap((row) => (row.rank === null ? [] : [[row.rank, row] as const])));
  const merged = mergeOutreach(known, past, { today: date, excludedAs, lawfulOn }).map((row): OutreachRow => {
    const of = row.rank === null || isShut(row) ? undefined : ranked.get(row.rank);
    if (!of) return row;
    const posts = evidence({ ...of, id: of.resourceId, name: of.resource })?.posts ?? [];
    return {
      ...row,
      advice: adviseOn(of, posts, settings, {
        topic,
        now,
        draft: draftsOf(of)?.pitch ?? null,
        authorPage: authorPageOf(of),
        strangerAmong,
      }),
    };
  });
  const texts = new Map(merged.flatMap((row) => (row.advice ? [[row, noteOf(row, row.advice)] as const] : [])));
  const notes = await planNotes(folder, texts, merged);
  const shown = merged.map((row): OutreachRow => {
    const own = teasers.filter(({ network, resource }) => network === row.network && resource === row.resource);
    const published = withPlaced(row, seen, { link: settings.link, teasers: own }, date);
    return { ...published, note: notes.places.get(noteKey(row)) ?? null };
  });
  const acceptance = acceptanceOf(shown);
  const columns = [...outreachColumns, ...ownColumns(past.ownHeadings)];
  const formats = formatFiles(shown, [...new Set(settings.outreachFormat)], networks);
  return {
    files: [
      { name: outreachFile, chunks: toCsv(columns, shown, settings.csv) },
      ...(acceptance.length > 0
        ? [{ name: acceptanceFile, chunks: toCsv(acceptanceColumns, acceptance, settings.csv) }]
        : []),
      ...formats.files,
      ...notes.files,
    ],
    absent: [
      ...(acceptance.length > 0 ? [] : [acceptanceFile]),
      ...outreachFormats.filter((format) => !settings.outreachFormat.includes(format)).map(formatFile),
      ...notes.absent,
    ],
    notices: [
      ...counted('notes_kept', shown.filter(({ note }) => note?.isEdited).length),
      ...counted('no_own_site', formats.withoutSite),
      ...counted('placements_lost', shown.filter(({ placed }) => placed && isLost(placed)).length),
    ],
  };
}

const nothing: OutreachFiles = { files: [], absent: [], notices: [] };

const isShut = ({ excluded, person }: OutreachRow): boolean =>
  excluded !== null || statusOf(person.status) === 'do_not_contact';

/** Programs read plain CSV, whatever the spreadsheet of the person does. */
function formatFiles(
  rows: readonly OutreachRow[],
  formats: Settings['outreachFormat'],
  networks: readonly AnyNetwork[],
): { files: OutputFile[]; withoutSite: number } {
  const open = rows.filter((row) => !isShut(row));
  const domains = new Map(open.map((row) => [row, ownDomain(row, networks)]));
  const files = formats.map((format): OutputFile => {
    const contacts = crmRows(open, format, (row) => domains.get(row) ?? null);
    return { name: formatFile(format), chunks: toCsv(formatColumns[format], contacts, 'plain') };
  });
  const missing = open.filter((row) => domains.get(row) === null).length;
  return { files, withoutSite: formats.includes('buzzstream') ? missing : 0 };
}

/** The host of a resource that is a site, or of the site that a page gives as its own. */
function ownDomain({ network, url, contact }: OutreachRow, networks: readonly AnyNetwork[]): string | null {
  const places = network === 'web' || network === 'feed' ? [url] : (contact?.match(/https?:\/\/[^\s;,<>"]+/gi) ?? []);
  const sites = places.flatMap((place) => urlOf(place) ?? []);
  // An account of the fediverse lies under any host.
  const own = sites.find(({ host, pathname }) => !networkAt(host, networks) && !pathname.startsWith('/@'));
  return own?.host.replace(/^www\./, '') ?? null;
}

/** Files to be handed on may come to lie beside what an earlier run wrote for the person alone. */
async function staysNotice({ output, shareable }: Settings): Promise<Notice[]> {
  const isBeside = shareable && output !== null && (await hasOutreach(output));
  return isBeside ? [noticeOf('outreach_stays')] : [];
}

const counted = (code: Notice['code'], count: number): Notice[] => (count === 0 ? [] : [noticeOf(code, [], count)]);

function withPlaced(
  row: OutreachRow,
  seen: ReadonlyMap<string, SeenPlacement>,
  wanted: WantedLink,
  today: string,
): OutreachRow {
  if (!row.placed) return row;
  const placed = placedNow(row.placed, seen.get(addressIn(row.person.placement)), wanted, today);
  const next = isLost(placed) ? { text: `write to them about the placement: ${placed.note}`, date: null } : row.next;
  return { ...row, placed, next };
}

const excludedIn = async (
  { excludeResources }: Settings,
  networks: readonly AnyNetwork[],
): Promise<ExcludedResource[]> => (excludeResources === null ? [] : readExcludedResources(excludeResources, networks));

function excludedFinder(excluded: readonly ExcludedResource[]): MergeOptions['excludedAs'] {
  const find = resourceFinder(excluded.map(({ resource, why }) => [resource, why]));
  return ({ network, resourceId: id, resource: name, url }) => find({ network, id, name, url }) ?? null;
}

/** The paths that were written, the notes as their folder. */
export function shownPaths(paths: readonly string[]): string[] {
  const folders = paths.map((path) => (basename(dirname(path)) === notesFolder ? dirname(path) : path));
  return [...new Set(folders)];
}
