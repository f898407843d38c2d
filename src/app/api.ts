import type { Imported, LatestRun, Plan, ProvisionalRanking, Report, Results, Row, Worksheet } from '../index.ts';
import type { ClientsTold, Decision, InputTable, Problem } from '../types/input.ts';
import type { Notice, PageLanguage, Teaser } from '../types/report.ts';

/*
 * What the page and the local server say to each other. The page imports types, `routes` and limits from here, and
 * nothing else of the server's.
 *
 * - Every request goes to the origin that served the page; the cookie of the start travels by itself. Answers are JSON in
 *   UTF-8, except files and the event stream.
 * - Bodies are JSON (`content-type: application/json`, at most 1 MB) except uploads, which are the bytes of one file
 *   (`content-type: application/octet-stream`, at most `Workspace.largestUpload` bytes). There are no forms.
 * - What went wrong is a `ApiFailure`, with 400 (not understood), 401 (no cookie: ask for the address that the start printed),
 *   403 (another origin), 404, 409 (`Conflict`), 413 (too large), 415, 422 (the library refuses: read `error`), 500.
 * - Whatever can be edited has a `version`, a text that says nothing. It is sent back with the edit; where somebody else
 *   (another page, the command line, a spreadsheet) was faster, the answer is 409 with what is there now.
 * - Names, titles, quotes and notes are text of strangers: put them into the page as text.
 * - Sentences of the library are English; the page translates them as `report.html` does.
 */

/** Every route, with `:name` for a part that the page fills in with `encodeURIComponent`. */
export const routes = {
  /** GET: `Workspace`. */
  workspace: '/api/workspace',
  /** POST: works in the shipped example, in a folder of its own, until the program ends; `Workspace`, 409 where there is a client list. */
  demo: '/api/demo',
  /** GET: an event stream of `AppEvent`; see there. */
  events: '/api/events',

  /** GET: `ClientList`. PUT `?name=FILE` with a file: it becomes the client list; `ClientList`. */
  clients: '/api/clients',
  /** POST `PastedLines`: they become the client list, or are added to one that was pasted before; `ClientList`. */
  pastedClients: '/api/clients/lines',
  /** PUT `ColumnRoles`: `ClientList`. */
  columns: '/api/clients/columns',
  /** GET: `PlanAnswer`. */
  plan: '/api/plan',
  /** PUT `{ token }`, DELETE; `:variable` as in `TokenState`: `TokenState`. The token itself is never answered. */
  token: '/api/tokens/:variable',
  /** GET: `SettingsAnswer`. PATCH `SettingsChange`: `SettingsAnswer`. */
  settings: '/api/settings',

  /** GET: `RunState`. */
  run: '/api/run',
  /** POST: starts, or goes on where the last run stopped; `RunState`, 409 where one is going on. */
  startRun: '/api/run/start',
  /** POST: ends the run and keeps what was read; `RunState`. */
  pauseRun: '/api/run/pause',

  /** GET: `ProvisionalAnswer`, what clients share as far as a run has read their lists. */
  provisional: '/api/provisional',

  /** GET: `WorksheetAnswer`. */
  worksheet: '/api/worksheet',
  /** PUT `?name=FILE` with a file of anybody's: `Dropped`. Nothing is read yet. */
  intake: '/api/intake',
  /** POST `PastedText`, the text of a screen or a list: `Dropped`. */
  pastedIntake: '/api/intake/text',
  /** POST `ReadIntake`: reads what was dropped, all at once: `IntakeAnswer`. */
  readIntake: '/api/intake/read',

  /** GET: `RankingSummary`; 404 with the code `state_empty` where nothing was read yet. */
  ranking: '/api/ranking',
  /** GET with `RowsQuery` as the query: `RowsPage`. */
  rows: '/api/rows',
  /** PUT `VerdictChange`: `VerdictState`, and the ranking is made anew; 409 is `Conflict<VerdictState>`. */
  verdict: '/api/verdict',

  /** GET: `PlacingAnswer`. */
  placing: '/api/placing',
  /** GET `?url=ADDRESS`: `PlaceDetail`. PUT `OutreachChange`: `OutreachState`; 409 is `Conflict<OutreachState>`. */
  place: '/api/place',
  /** PUT `NoteChange`: `NoteState`; 409 is `Conflict<NoteState>`. */
  note: '/api/note',
  /** PUT `WordingChange`: `WordingState`; 409 is `Conflict<WordingState>`. */
  wording: '/api/wording',
  /** POST `TextToMeasure`: `MeasuredText`. */
  measure: '/api/measure',

  /** GET: `ResultsAnswer`. PUT `?name=FILE` with an export: it is read with those before; `ResultsAnswer`. */
  results: '/api/results',

  /** GET: `FilesAnswer`. */
  files: '/api/files',
  /** GET: the bytes, to be saved. `:name` as in `OutputFileTold`. */
  file: '/api/files/:name',
  /** POST: makes the version to pass on; `FilesAnswer`. */
  shareable: '/api/shareable',
  /** GET: the bytes of a file of the version to pass on. */
  shareableFile: '/api/shareable/:name',
  /** GET: report.html, to be looked at in a frame or a window of its own; its scripts cannot reach this program. */
  reportPage: '/api/report-page',
} as const;

/** What went wrong: what happened, where, what to do now. */
export interface ApiFailure {
  error: {
    /** Of `errors.ts` of the library, or one of the server's: `unauthorised`, `foreign`, `not_found`, `too_large`, `not_understood`, `conflict`, `run_goes_on`, `not_empty`, `bug`. */
    code: string;
    /** One sentence in English with all of it. */
    message: string;
  };
}

/** Somebody else changed it first: what stands there now, with its version. */
export interface Conflict<Present> extends ApiFailure {
  present: Present;
}

// The workspace

/** The folder that is worked in, and what is there. */
export interface Workspace {
  /** Its own name, without the folders above. */
  folder: string;
  /** Of the program. */
  version: string;
  /** What the settings file says of the language, for where the person chose none on the page; null where it says nothing. */
  language: PageLanguage | null;
  /** The shipped example, with fictional networks on this machine. */
  isDemo: boolean;
  /** Bytes of one uploaded file at most. */
  largestUpload: number;
  /** The client list; null where there is none yet. */
  clients: string | null;
  hasRanking: boolean;
  run: RunState;
  networks: { id: string; title: string; isOpen: boolean }[];
}

// Clients

/** How the client list was read. */
export interface ClientList {
  /** Changes with the list and with what was said of its columns. */
  version: string;
  /** The path in the workspace; null where there is none yet, and then all below is empty. */
  file: string | null;
  /** Every column with the role it got and why, of the client list alone. */
  table: InputTable | null;
  /** The first cells of each column, at most five, in the order of `table.columns`. */
  samples: string[][];
  /** Roles that a column may have; `network:ID` for handles of a network. */
  roles: string[];
  clients: ClientsTold | null;
  /** Rows that cannot be used. */
  problems: Problem[];
  /** Why the file as a whole cannot be read; null where it can. */
  failure: ApiFailure['error'] | null;
}

/** Lines as somebody copied them: addresses, names with addresses, cells of a spreadsheet. */
export interface PastedLines {
  text: string;
}

/** What columns are, by heading; null takes back what was said of one. `ignore` leaves a column out. */
export interface ColumnRoles {
  version: string;
  roles: Record<string, string | null>;
}

/** What a run would ask, what that costs, and which tokens it wants. */
export interface PlanAnswer extends Plan {
  tokens: TokenState[];
}

/** A token that a network or a service wants. What it is nobody is told. */
export interface TokenState {
  /** The variable, as in `.env`. */
  variable: string;
  /** The id of the network or service. */
  of: string;
  title: string;
  /** The address where a person gets one. */
  where: string;
  needed: boolean;
  isSet: boolean;
  /** It stands in the environment of the program, and cannot be changed here. */
  isFromEnvironment: boolean;
}

/** The settings file, and what it leaves open. */
export interface SettingsAnswer {
  version: string;
  /** What the file says; null where it says nothing of a setting. */
  own: Record<string, unknown>;
  /** What holds, defaults included; files are paths in the workspace. */
  effective: Record<string, unknown>;
}

/** Settings to be changed; null takes one out of the file. */
export interface SettingsChange {
  version: string;
  change: Record<string, unknown>;
}

// Reading

/** How reading stands. */
export interface RunState {
  /**
   * `none` never ran here. `running` and `pausing` ask for a pause or for patience. `paused`, `killed` and `incomplete` go
   * on with `startRun`. `failed` says why in `failure`.
   */
  phase: 'none' | 'running' | 'pausing' | 'paused' | 'complete' | 'incomplete' | 'failed' | 'killed';
  /** By network and host: done, total, waits with reasons and instants; null where nothing was asked yet. */
  status: LatestRun | null;
  /** Seconds that are left by what was done so far, by network; a network of which nothing is known is not there. */
  secondsLeft: Record<string, number>;
  /** Started by the command line or another program: it is watched, and can be paused, too. */
  isForeign: boolean;
  failure: ApiFailure['error'] | null;
}

/**
 * One message of the event stream; `data` is this as JSON, there is no `event:` line. The stream begins with `run` and
 * `changed` for all things, so that a page that comes back asks anew.
 */
export type AppEvent =
  | { kind: 'run'; run: RunState }
  /** Something is to be asked for anew. `by` is the `x-page` header of the request that did it, so that a page knows its own. */
  | { kind: 'changed'; what: ChangedThing[]; by: string | null }
  /** The ranking is being made anew, or that ended; `version` as in `RankingSummary`. */
  | { kind: 'ranking'; isBusy: boolean; version: string | null; failure: ApiFailure['error'] | null };

export type ChangedThing =
  | 'provisional'
  | 'clients'
  | 'plan'
  | 'settings'
  | 'worksheet'
  | 'ranking'
  | 'verdicts'
  | 'placing'
  | 'results'
  | 'files';

/** Null where nothing was counted yet, and where the last run has ended with its report. */
export interface ProvisionalAnswer {
  ranking: ProvisionalRanking | null;
}

// By hand

export interface WorksheetAnswer extends Worksheet {
  /** The folder for what comes in, in the workspace. */
  intake: string;
}

/** A file that lies in the intake folder and waits to be read. */
export interface Dropped {
  /** The name it got; to be given to `ReadIntake`. */
  name: string;
  bytes: number;
}

/** Text that was copied from a screen, and what it is to be called. */
export interface PastedText {
  text: string;
  name?: string;
}

/** Names of `Dropped`, and whose they are where a question was answered. */
export interface ReadIntake {
  files: { name: string; customer?: string }[];
}

/** What the files brought, and what nobody could tell. */
export interface IntakeAnswer {
  imported: Imported;
  /** Files of which nobody knows whose they are: to be asked in one go, and answered with `ReadIntake`. */
  questions: { name: string; what: string | null; problem: string; whatToDo: string }[];
  /** Clients to choose from, as the client list calls them. */
  customers: string[];
}

// Deciding

/** The ranking but for its rows, teasers and problems. */
export interface RankingSummary extends Omit<Report, 'rows' | 'teasers' | 'expenses' | 'problems'> {
  /** Changes whenever the ranking does. */
  version: string;
  /** A run is under way, and what it reads is not in here yet: see `routes.provisional`. */
  isProvisional: boolean;
  /** A newer one is being made. */
  isBusy: boolean;
  /** How many rows there are by verdict, block, network, strength and family. */
  counts: Record<'verdict' | 'block' | 'network' | 'strength', Record<string, number>>;
  problems: number;
}

/** Which rows; each part narrows them. All values are texts in the address. */
export interface RowsQuery {
  offset?: number | undefined;
  /** At most 200; 50 where it is left out. */
  limit?: number | undefined;
  verdict?: string | undefined;
  block?: string | undefined;
  network?: string | undefined;
  strength?: string | undefined;
  reason?: string | undefined;
  family?: string | undefined;
  /** Rows that this segment of clients shares, in its order. */
  segment?: string | undefined;
  /** Words that title, name, address or description hold. */
  text?: string | undefined;
  /** `true`: those that are sensitive for their readers. */
  sensitive?: string | undefined;
}

/** Rows in the order of the ranking. */
export interface RowsPage {
  /** Of the ranking: another one than before means that offsets have moved. */
  version: string;
  total: number;
  offset: number;
  rows: DecidedRow[];
}

/** A row, and what a person decided of it. */
export interface DecidedRow extends Row {
  decision: VerdictState;
}

/** What `verdicts.csv` says of a resource. */
export interface VerdictState {
  url: string;
  /** Null where it says nothing. */
  verdict: Decision['verdict'];
  note: string;
  version: string;
}

/** A decision; a verdict of null takes it back, so undo is the former state once more. */
export interface VerdictChange {
  /** As in `Row.url`. */
  url: string;
  verdict: VerdictState['verdict'];
  note: string;
  version: string;
}

// Placing

/** A board of the kept resources. */
export interface PlacingAnswer {
  /** Words of `status`; blank is open. */
  statuses: string[];
  /** Steps before and after a pitch, in their order. */
  steps: string[];
  places: Placing[];
}

export interface Placing {
  rank: number | null;
  title: string | null;
  network: string;
  resource: string;
  url: string;
  customers: number | null;
  subscribers: number | null;
  contact: string | null;
  /** What to do next, and from which day on; null where at once, or nothing. Made by the program of status and steps. */
  next: { text: string; date: string | null };
  outreach: OutreachState;
}

/** What a person wrote into the row of `outreach.csv`. */
export interface OutreachState {
  url: string;
  version: string;
  status: string;
  /** By step: `done` or whatever a person writes; days as they were typed. */
  steps: Record<string, { state: string; date: string }>;
  /** The address of what was published. */
  placement: string;
  note: string;
}

/** Cells to be changed; what is left out stays. */
export interface OutreachChange {
  url: string;
  version: string;
  status?: string;
  steps?: Record<string, { state: string; date: string }>;
  placement?: string;
  note?: string;
}

/** All for publishing on one resource. */
export interface PlaceDetail {
  place: Placing;
  row: Row;
  /** Posts to comment on, and why. */
  posts: { url: string; why: string }[];
  questions: string;
  authorRules: string;
  authorPage: string | null;
  /** What is to be known of publishing there in the countries that were named. */
  lawful: string;
  /** Holds the pitch; where there is none `pitchLacks` says why. */
  note: NoteState;
  pitchLacks: string | null;
  /** None without the setting `link`; with what a person wrote into `wordings.csv`, by variant. */
  teasers: { teaser: Teaser; wording: WordingState }[];
}

/** The note about a resource in `pitches/`. */
export interface NoteState {
  url: string;
  version: string;
  /** Its path in the output folder; null where there is none. */
  file: string | null;
  /** All of it, in Markdown; null where there is none. */
  text: string | null;
  /** Somebody made it their own, and no run writes over it. */
  isOwn: boolean;
}

/** A note to be written; null removes it, and the ranking that follows writes a fresh one. */
export interface NoteChange {
  url: string;
  version: string;
  text: string | null;
}

/** What `wordings.csv` says of one teaser. */
export interface WordingState {
  url: string;
  variant: number;
  version: string;
  /** The path of the table in the workspace. */
  file: string;
  /** With the link in its place; null where the program's own text stands. */
  text: string | null;
}

/** A text with its link as it is shown; null takes it back. */
export interface WordingChange {
  url: string;
  variant: number;
  version: string;
  text: string | null;
}

/** Signs that a wording has at most: more than any network takes for one, but few. */
export const longestWording = 4000;

/** A text that is being written for a resource. */
export interface TextToMeasure {
  /** As in `Row.url`. */
  url: string;
  text: string;
}

/** How long the network takes it to be. */
export interface MeasuredText {
  length: number;
  unit: Teaser['unit'];
  limit: number | null;
  limitWithPicture: number | null;
  limitPaidAccount: number | null;
  /** Null where no limit is known. */
  fits: boolean | null;
}

// Results and files

/** What exports of analytics tell of the links, beside the shares. */
export interface ResultsAnswer {
  /** What the exports tell; null before the first one. */
  results: Results | null;
  /** Kept resources with their share and what `results.csv` tells. */
  rows: Pick<Row, 'title' | 'url' | 'share' | 'shareLow' | 'shareHigh' | 'results'>[];
}

export interface OutputFileTold {
  /** Path in the output folder, with `/`. */
  name: string;
  bytes: number;
  /** ISO 8601. */
  writtenAt: string;
}

export interface FilesAnswer {
  /** The output folder, in the workspace. */
  folder: string;
  files: OutputFileTold[];
  /** The version to pass on; null where none was made. */
  shareable: { folder: string; files: OutputFileTold[]; audit: Notice[] } | null;
}
