import type { Reason } from './types/report.ts';

/**
 * Something a person can mend: a file, a flag, a token, a locked output. Nothing was written.
 * The message says what happened, where, and what to do now.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: keyof typeof messages;
  readonly where: string;

  constructor(code: keyof typeof messages, where: string, detail = '', options?: ErrorOptions) {
    const [what, whatToDo] = messages[code];
    super(`${what}${detail && `: ${detail}`}\n  where: ${where}\n  what to do: ${whatToDo}`, options);
    this.code = code;
    this.where = where;
  }
}

/** A request that brought no usable answer. Addresses are shown without their query, which may hold a token. */
export abstract class WebError extends Error {
  readonly host: string;

  constructor(url: string, what: string, options?: ErrorOptions) {
    super(`${what} (${withoutQuery(url)})`, options);
    this.host = URL.canParse(url) ? new URL(url).host : '';
  }
}

/** The server answered, with a 4xx status that another try would not change. */
export class Refused extends WebError {
  override readonly name = 'Refused';
  readonly status: number;
  /** The body as JSON, or null where it is not JSON. */
  readonly body: unknown;

  constructor(url: string, status: number, body: unknown) {
    super(url, `the server answered ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** No answer worth having, also after retries: down, too slow, too busy, not allowed to be asked. */
export class Unreachable extends WebError {
  override readonly name = 'Unreachable';
}

/** Nothing more is asked of this network in this run: its token, its quota or its budget does not allow it. */
export class Stopped extends WebError {
  override readonly name = 'Stopped';
}

/** An answer of another shape than documented. */
export class UnexpectedAnswer extends WebError {
  override readonly name = 'UnexpectedAnswer';
}

/** A profile's list, or a resource's posts, that the network does not show, although it answered. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly status: 'hidden' | 'not_found' | 'needs_login';

  constructor(status: 'hidden' | 'not_found' | 'needs_login', note: string) {
    super(note);
    this.status = status;
  }
}

function withoutQuery(url: string): string {
  if (!URL.canParse(url)) return url;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** What happened and what to do now, for everything that stops a run. */
export const messages = {
  file_missing: ['there is no such file', 'check the path, or run `target-resources demo` to see an example'],
  file_unreadable: ['the file cannot be read', 'check that it is a file and that you may open it'],
  nothing_to_read: [
    'there is no client list and no follows to read',
    'name a client list (`target-resources analyze clients.csv`), follows (`--follows follows.csv`), or both',
  ],
  no_usable_rows: [
    'no row of the input could be used',
    'see the problems below; the first column should name the client, another one hold a link to a profile',
  ],
  encoding: [
    'how the file is encoded is not sure',
    'say it, e.g. --encoding windows-1251, or look at that line and save the file as "CSV UTF-8" in your spreadsheet',
  ],
  delimiter: ['what stands between the cells is not sure', 'say it, e.g. --delimiter ";"'],
  not_a_table: ['this kind of file is not read', 'open it in your spreadsheet and save it as XLSX or "CSV UTF-8"'],
  broken_workbook: [
    'the workbook cannot be read safely',
    'open it in your spreadsheet and save it again as XLSX, or as "CSV UTF-8"',
  ],
  broken_csv: [
    'the file is not a table that can be read safely',
    'mend the line: usually a quote that is not closed, or a file that is damaged',
  ],
  broken_page: ['the page cannot be read safely', 'open it in a browser and save it from there'],
  column_unknown: ['no such column', 'use a heading of the file, as --column "Heading=role"'],
  column_missing: [
    'a column that is needed was not recognised',
    'rename its heading, or say which one it is: --column "Heading=role"',
  ],
  export_folder: [
    'this looks like one unpacked export, not like a folder with one folder a client',
    "say whose it is with --customer, or put it into a folder with the client's name and import the folder above",
  ],
  follows_file: ['the follows file cannot take what was read', 'mend it as said and import again; it was not changed'],
  setting: ['a setting cannot be used', 'correct it; `target-resources analyze --help` lists the settings'],
  settings_file: ['the settings file cannot be used', 'correct the field it names, or delete the file'],
  sites_file: [
    'the recipes of sites cannot be used',
    'correct the fields it names; `target-resources sites check FILE` tries them',
  ],
  site_unknown: [
    'the state holds resources of a site that no recipe describes',
    'name the file that describes it with --sites, or run `target-resources analyze` again',
  ],
  link: ['the link cannot be tagged', 'give the full address of your article, with https://'],
  state_locked: ['another run is using this state', 'wait until it has ended, or give this run its own --state'],
  state_newer: [
    'the state was written by a newer version of target-resources',
    'update target-resources, or give this run its own --state',
  ],
  state_damaged: [
    'the state file is damaged',
    'move it away and run again: only what was already read is asked anew; your input files are untouched',
  ],
  state_unwritable: [
    'the state cannot be read or written',
    'check that there is room on the disk and that you may write there, or name another place with --state',
  ],
  state_empty: ['the state holds no run to report on', 'run `target-resources analyze` first'],
  output_locked: ['an output file cannot be written', 'close it in the program that has it open, and run again'],
  resource_unknown: ['no such resource was counted', 'use an address, a name or an id from candidates.csv'],
  browser_missing: [
    'a browser is needed for pages that are drawn by scripts, and none was found',
    'install Chrome or Chromium, run `npx playwright install chromium`, or name one with --browser',
  ],
  browser_broken: [
    'the browser cannot be started',
    'start it once by hand to see whether it works, update it, or name another one with --browser',
  ],
  customer_unknown: ['no such customer is in the state', 'write the customer as in your client list'],
  demo_missing: ['the shipped example is not complete', 'install target-resources again'],
} as const satisfies Record<string, readonly [string, string]>;

/** A sentence for each reason of a verdict, for reports and `explain`. */
export const reasons: Record<Reason, string> = {
  third_party_evidence: 'publishes outside authors and has enough subscribers',
  third_party_not_asked: 'has enough subscribers; outside authors were not asked for (--third-party ignore)',
  your_decision: 'decided by you in verdicts.csv',
  below_floor: 'has fewer subscribers than the floor',
  own_posts_only: 'its latest posts are all its own',
  too_few_outside_authors: 'fewer than two outside authors in its latest posts',
  outside_posts_too_old: 'its last outside post is more than 180 days old',
  gone: 'the network says that it no longer exists',
  unresolved: 'only its name is known: find its page and write the address into the column means of verdicts.csv',
  subscribers_unknown: 'the number of subscribers is hidden or unknown: look it up and decide in verdicts.csv',
  third_party_unknown: 'whether it publishes outside authors is unknown: look at it and decide in verdicts.csv',
  paid_placements_only: 'sells placements; no unpaid outside authors were seen',
  not_reached: 'its network could not be reached: run again',
  not_needed: 'enough resources with more shared clients were found first (--top)',
  not_asked_yet: 'nothing was asked about it yet: run `target-resources analyze`',
};
