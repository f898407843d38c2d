import { canParseUrl, urlOf } from './text/web-address.ts';
import { type Instruction, asInstruction, instruct, setting } from './types/instruction.ts';
import type { Activity, LawCode, HintWay, Notice, Reason } from './types/report.ts';
import type { IncompleteStatus, Remedy, UnreadableStatus } from './types/resource.ts';

/**
 * Something a person can fix: a file, a flag, a token, a locked output. Nothing was written.
 * The message says what happened, where, and what to do now.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: keyof typeof messages;
  readonly where: string;
  /** The same with settings named as the flags of the command line. */
  readonly typed: { message: string; where: string; whatToDo: string };

  constructor(
    code: keyof typeof messages,
    where: Instruction | string,
    detail: Instruction | string = '',
    options?: ErrorOptions,
  ) {
    const [what, whatToDo] = messages[code];
    const place = asInstruction(where);
    const end = instruct`\n  where: ${place}\n  what to do: ${whatToDo}`;
    const { typed, given } = detail === '' ? instruct`${what}${end}` : instruct`${what}: ${detail}${end}`;
    super(given, options);
    this.code = code;
    this.where = place.given;
    this.typed = { message: typed, where: place.typed, whatToDo: asInstruction(whatToDo).typed };
  }
}

interface WebErrorOptions extends ErrorOptions {
  why?: string;
  remedy?: Remedy;
  /** The instant from which another try may do better. */
  retryAt?: number;
}

/** The exit code of a run that such an error ended: it did nothing (2), or nothing because nobody answered (4). */
export const exitCodeAfter = ({ code }: UserError): number => (code === 'offline' ? 4 : 2);

/** A request that brought no usable answer. Addresses are shown without their query, which may hold a token. */
export abstract class WebError extends Error {
  readonly host: string;
  /** What happened, in words that are the same for everybody at the host: no address, which may name somebody. */
  readonly why: string;
  readonly remedy: Remedy | undefined;
  readonly retryAt: number | undefined;

  constructor(url: string, what: string, { why = what, remedy, retryAt, ...options }: WebErrorOptions = {}) {
    super(`${what} (${withoutQuery(url)})`, options);
    this.why = why;
    this.remedy = remedy;
    this.retryAt = retryAt;
    this.host = urlOf(url)?.host ?? '';
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

/** No usable answer, even after retries: down, too slow, too busy, or off limits. */
export class Unreachable extends WebError {
  override readonly name = 'Unreachable';
}

/** Nothing more is asked of this network in this run: its token, its quota or its budget does not allow it. */
export class Stopped extends WebError {
  override readonly name = 'Stopped';
}

/** An answer whose shape differs from the documented one. */
export class UnexpectedAnswer extends WebError {
  override readonly name = 'UnexpectedAnswer';
}

/** A profile's list, or a resource's posts, that the network does not show, although it answered. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly status: UnreadableStatus;

  constructor(status: UnreadableStatus, note: string) {
    super(note);
    this.status = status;
  }
}

function withoutQuery(url: string): string {
  if (!canParseUrl(url)) return url;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** What happened and what to do now, for everything that stops a run. */
const messages = {
  file_missing: ['there is no such file', 'check the path, or run `target-resources demo` to see an example'],
  file_unreadable: ['the file cannot be read', 'check that it is a file and that you have permission to open it'],
  nothing_to_read: [
    'there is neither a client list nor a follows file to read',
    {
      typed:
        'name a client list (`target-resources analyze clients.csv`), a follows file (`--follows follows.csv`), or both',
      given: 'give a client list (customers), follows, or both',
    },
  ],
  no_usable_rows: [
    'no row of the input could be used',
    'fix the problems listed above; each row needs a column that names the client and one with a link to a profile',
  ],
  encoding: [
    'the encoding of the file could not be determined',
    instruct`name it, e.g. ${setting('encoding', 'windows-1251')}, or check that line and save the file as "CSV UTF-8" in your spreadsheet`,
  ],
  delimiter: [
    'the delimiter of the file could not be determined',
    instruct`name it, e.g. ${setting('delimiter', '";"')}`,
  ],
  not_a_table: ['this kind of file is not supported', 'open it in your spreadsheet and save it as XLSX or "CSV UTF-8"'],
  broken_workbook: [
    'the workbook cannot be read safely',
    'open it in your spreadsheet and save it again as XLSX, or as "CSV UTF-8"',
  ],
  broken_csv: [
    'the file is not a table that can be read safely',
    'fix that line: usually a quote is not closed, or the file is damaged',
  ],
  broken_page: ['the page cannot be read safely', 'open it in a browser and save it again from there'],
  column_unknown: [
    'there is no such column',
    instruct`use a heading from the file, as in ${setting('column', '"Heading=role"')}`,
  ],
  column_missing: [
    'a required column was not recognised',
    instruct`rename its heading, or say which column it is: ${setting('column', '"Heading=role"')}`,
  ],
  follows_file: [
    'the follows file cannot take what was read',
    'fix the problem described above and import again; the file was not changed',
  ],
  table_edited: [
    'a row of the table cannot be changed',
    'mend what is named, or change the row in the file itself; the file is as it was',
  ],
  exclude_list: [
    'an entry of the opt-out list cannot be understood',
    'correct that line; nobody is asked before every entry of the list is understood',
  ],
  exclude_resources: [
    'an entry of the list of resources not to contact cannot be understood',
    'write the full address of the page there; no pitch is made before every entry of the list is understood',
  ],
  outreach_file: [
    'outreach.csv cannot be read back, and is left as it is',
    'mend what is named, or move the file away: it holds what you wrote of each resource, and nothing is written over it',
  ],
  setting: [
    'a setting is not valid',
    {
      typed: 'correct it; `target-resources analyze --help` lists the settings',
      given: 'correct it; the README lists the settings',
    },
  ],
  settings_file: ['the settings file is not valid', 'correct the field it names, or delete the file'],
  sites_file: [
    'the site recipes are not valid',
    'correct the fields listed above; `target-resources sites check FILE` tries them out',
  ],
  site_unknown: [
    'the state holds resources of a site that no recipe describes',
    instruct`name the file that describes it with ${setting('sites')}, or run \`target-resources analyze\` again`,
  ],
  topic: [
    'no word of the topic can be used',
    instruct`name words, or a file with a line for each language: ${setting('topic', `'en: vat, payroll, "late invoice", -band'`)}`,
  ],
  template: [
    'the templates of teasers are not valid',
    'write paragraphs with {problem}, {solution}, {link} and {upgrade}, and a line --- between templates',
  ],
  link: ['the link cannot be tagged', 'give the full address of your article, starting with https://'],
  link_tags: [
    'the link already carries tags, so that clicks on different resources could not be told apart',
    instruct`take them out of the link, or say ${setting('utm', 'replace')} to overwrite them, or ${setting('utm', 'keep')} to add only those it lacks`,
  ],
  teasers_file: [
    'no published link stands in the list of teasers',
    instruct`name a teasers.csv that \`target-resources analyze --link URL\` wrote: ${setting('teasers', 'FILE')}`,
  ],
  state_locked: [
    'another run is using this state',
    instruct`wait until it has finished, or give this run its own ${setting('state')}`,
  ],
  state_newer: [
    'the state was written by a newer version of target-resources',
    instruct`update target-resources, or give this run its own ${setting('state')}`,
  ],
  state_damaged: [
    'the state file is damaged',
    'move it away and run again: what had been read is read again; your input files are not affected',
  ],
  state_unwritable: [
    'the state cannot be read or written',
    instruct`check for free disk space and write permission, or choose another place with ${setting('state')}`,
  ],
  state_missing: ['there is no such state', 'name the state file of the other machine, e.g. copied/state.sqlite'],
  state_other_salt: [
    'it was begun with another salt, so that nobody in it would be recognised',
    'take a state that shares the salt, or a new one, which takes the salt over',
  ],
  database_address: [
    'the address of the database cannot be used',
    'write it as postgres://user@host:5432/name?sslmode=verify-full, without a password',
  ],
  database_password: [
    'the address of the database holds a password, and everybody on the machine can see a command line',
    'take it out, change it, and put the new one into PGPASSWORD, ~/.pgpass, or a file of mode 0600: --state-password-file FILE',
  ],
  database_secret: [
    'the secret that the machines share cannot be used',
    'put the same 16 or more characters on every machine into TARGET_RESOURCES_SECRET, or a file of mode 0600: --state-secret-file FILE',
  ],
  database_unreachable: [
    'the database cannot be used',
    'check that it runs, its address, and the rights of the user; what was read is kept, so run again afterwards',
  ],
  database_needed: [
    'there is nothing to share work over',
    'name the database of the coordinator: --state postgres://user@host/name',
  ],
  secret_file: [
    'a file with a secret cannot be used',
    'write the secret into its first line, and make it yours alone: chmod 600 FILE',
  ],
  state_empty: ['the state holds no run to report on', 'run `target-resources analyze` first'],
  output_locked: ['an output file cannot be written', 'close it in the program that has it open, and run again'],
  output_unwritable: [
    'an output file cannot be written',
    instruct`make room on the disk, or write elsewhere with ${setting('output')}`,
  ],
  offline: [
    'no host answered: nothing was written, and what stood there before stays',
    'check the connection to the internet, and run again',
  ],
  resource_unknown: ['no such resource was counted', 'use an address, a name or an id from candidates.csv'],
  browser_missing: [
    'no browser was found for pages that are rendered by scripts',
    instruct`install Chrome or Chromium, run \`npx playwright install chromium\`, or name a browser with ${setting('browser')}`,
  ],
  browser_broken: [
    'the browser cannot be started',
    instruct`start it by hand to see whether it works, update it, or name another one with ${setting('browser')}`,
  ],
  customer_unknown: ['there is no such customer in the state', 'write the customer as in your client list'],
  demo_missing: ['the bundled example is incomplete', 'reinstall target-resources'],
} as const satisfies Record<string, readonly [string, Instruction | string]>;

/** How two pages that may be one publisher's name each other, before the address of the other one. */
export const hintWords: Record<HintWay, string> = {
  names: 'names',
  named_by: 'is named by',
  each_other: 'names, and is named by,',
};

/** A sentence for each reason of a verdict, for reports and `explain`. */
export const reasons: Record<Reason, string> = {
  third_party_evidence: 'publishes outside authors and has enough subscribers',
  third_party_not_asked: 'has enough subscribers; outside authors were not checked (--third-party ignore)',
  your_decision: 'your decision in verdicts.csv',
  below_floor: 'has fewer subscribers than the floor',
  own_posts_only: 'its latest posts are all its own',
  too_few_outside_authors: 'has fewer than two outside authors in its latest posts',
  outside_posts_too_old: 'its most recent outside post is more than 180 days old',
  gone: 'no longer exists, according to the network',
  moved: 'has moved, and is counted at its new address',
  unresolved: 'only its name is known: find its page and enter the address in the "means" column of verdicts.csv',
  subscribers_unknown: 'the number of subscribers is hidden or unknown: look it up and decide in verdicts.csv',
  third_party_unknown: 'it is not known whether it publishes outside authors: take a look and decide in verdicts.csv',
  texts_refused: 'says that it takes no texts from outside',
  class_not_chosen: 'publishes outsiders, though not in a way that --third-party-classes names',
  signs_contradict: 'refuses texts and yet shows outsiders: take a look and decide in verdicts.csv',
  by_assistant: 'the rules left it open; the assistant decided, see the note',
  off_topic: 'neither its description nor its latest posts are of your topic',
  topic_doubtful: 'uses two ideas of your topic and no third: they may mean something else',
  topic_few_texts: 'shows fewer than ten texts, and its description does not name your topic: take a look and decide',
  topic_language: 'is in a language that your topic has no words for: add a line, or decide in verdicts.csv',
  sensitive_subject: 'shows something sensitive about its readers: decide in verdicts.csv whether to use it',
  language_unknown: 'is in a language the rules do not know: take a look and decide in verdicts.csv',
  paid_placements_only: 'sells placements; no unpaid outside authors were found',
  not_reached: 'its network could not be reached: run again',
  not_needed: 'enough resources with more shared clients were found first (--top)',
  not_asked_yet: 'not looked up yet: run `target-resources analyze`',
};

/** What to do about what was not read, for reports and the terminal. */
export const remedyTexts: Record<Remedy, string> = {
  check_spelling: 'check the spelling in your client list: it may have been renamed or deleted',
  survey: 'respect it; what the client tells you can go into follows.csv',
  export: 'ask the client for an export and import it, or write what they tell you into follows.csv',
  consent: 'ask the client, and write yes into the consent column',
  none: 'nothing: shares may be slightly too low',
  set_token: 'put the token into .env or the environment, and run again',
  renew_token: 'put a valid token into .env or the environment, and run again',
  change_plan: 'change your plan, or the access of your app, at the network, and run again',
  raise_budget: 'raise the limit in your settings, or run again when it counts anew',
  wait: 'run again later',
  run_again: 'run again: what was read is kept',
};

/** What to do where nobody knows better than the status. */
export const remedyOf: Record<IncompleteStatus, Remedy> = {
  hidden: 'survey',
  not_found: 'check_spelling',
  needs_login: 'export',
  truncated: 'none',
  not_reached: 'run_again',
  not_asked: 'consent',
};

/** A sentence for each notice of a report; `phrase` puts the values in. */
export const notices: Record<Notice['code'], string> = {
  shareable:
    'Made to be passed on: numbers of clients are rounded down to multiples of 5, and what concerns fewer than 5 (rows, cells, pairs, and problems of the input) is left out, so that nobody can be singled out.',
  excluded: 'Left out as the opt-out list says: {count} {count|client|clients}, neither asked, counted nor kept.',
  excluded_some: 'Clients on the opt-out list are left out: neither asked, counted nor kept.',
  apart: 'Ranked by themselves, with ranks and reach of their own: {networks}.',
  outreach_stays:
    'In the same folder lie outreach.csv and pitches/ of an earlier run, which are not made to be passed on: leave them out, or write to a folder of its own with --output.',
  no_own_site:
    '{count} {count|resource stands|resources stand} in no row of outreach-buzzstream.csv: BuzzStream keeps partners by the domain of their site, and none is known here.',
  placements_lost:
    '{count} {count|placement is|placements are} gone, or without your link or its tags: see placement_state in outreach.csv.',
  drafts:
    'Drafts by the assistant for {count} {count|resource|resources} stand in pitches/ and in the column draft of teasers.csv, marked as such. Numbers, names, quotations and addresses in them are of the page or yours; check all the rest.',
  review_kept:
    '{count} {count|row of review.csv has|rows of review.csv have} answers of yours that this run was not given: they stay there, and count once you run again with --verdicts and that file.',
  notes_kept:
    '{count} {count|note|notes} in pitches/ {count|was|were} changed by you and {count|stays as it is|stay as they are}: delete a note to get a fresh one.',
  mixed:
    'Ranked together with other networks, which the terms of these do not allow: {networks}. Say --apart to rank each by itself.',
  left_out:
    '{count} {count|resource|resources} that a single client follows, and that the asked top did not need, {count|stands|stand} in no file. With --min-customers 1 candidates.csv has them, too.',
  left_out_few:
    '{count} {count|resource|resources} that fewer clients share than --min-customers asks for {count|stands|stand} in no file.',
  only_in_csv:
    '{count} {count|resource|resources} more {count|stands|stand} in candidates.csv alone: the asked top did not need them.',
  segments_none: 'No segment has a table: each has fewer than 5 readable clients.',
  segments_left:
    '{count} {count|client is|clients are} in no segment that has a table; one of fewer than 5 readable clients has none.',
  segments_private:
    'Keep these files to yourself: {count} {count|client is|clients are} in no segment that has a table, and whoever takes the segments from the whole learns what they follow. With --shareable that cannot be done.',
  segments_some:
    'Some clients are in no segment that has a table. So that they are not too few, the smallest segment may have none, either.',
  article_missing: 'The link answers that there is no such page: nobody should publish it before there is one.',
  article_moved: 'The link leads to another address: publish that one, which report.json names.',
  article_drops_tags: 'The page drops what stands behind the question mark of its address: no visit will carry tags.',
  article_unread: 'The page behind the link could not be read; report.json says why. Teasers use your own texts alone.',
  article_proposed:
    'Parts of the teasers are proposed from the article; the column proposed names them. Look at them before they go out.',
};

/** What chance is reckoned with on a network. */
export function baseText({ factor, pages, control }: Activity): string {
  if (control !== null) return `what ${control} people of your control list follow, as far as so many can tell`;
  const basis = pages > 0 ? `taken of the ${pages} largest pages` : 'assumed: too few large pages tell';
  return `your clients follow ${(factor ?? 1).toFixed(1)} times as much as an average account (${basis})`;
}

/** Why a plan is no greedy one. */
export const rankOrderStays =
  'With fewer than 30 readable clients a plan that reaches all of them says little about new ones: it keeps the order of the ranking.';

/** A sentence for each rule on publishing; no advice of a lawyer. */
export const lawTexts: Record<LawCode, string> = {
  ru_banned:
    'Advertising there is forbidden in Russia (law 72-FZ of 2025): its owner is a banned organisation. It makes no difference whether anybody paid. Fines meet advertiser and publisher; old posts count.',
  ru_blocked:
    'Advertising there is forbidden in Russia (law 72-FZ of 2025): access to it is restricted. It makes no difference whether anybody paid. Fines meet advertiser and publisher.',
  ru_disputed:
    "Russia's antimonopoly service takes advertising there for forbidden since March 2026; lawyers dispute it, and no later word was found. Ask a lawyer first.",
  ru_check:
    'Advertising is forbidden in Russia on any site with restricted access: look it up at blocklist.rkn.gov.ru first.',
  ru_erid:
    'A paid post has to say that it is advertising, name the advertiser, carry an erid and be reported to the register; a levy of 3 % is due.',
  ru_unpaid:
    'A post that nobody paid for is advertising all the same where it draws attention to goods or a firm (law 38-FZ, article 3): it then carries the mark and an erid (article 18.1), and a ban on advertising meets it. A text that informs and promotes nothing is none.',
  gr_paid: 'A paid post has to be recognisable as advertising (law 2251/1994 as amended by 3587/2007).',
  gr_unpaid:
    'A post that nobody paid for needs no mark, but goods or favours given for it are payment, and a text that promotes your business has to let readers see that (law 2251/1994, article 9e, on misleading omissions).',
  cy_paid: 'A paid post has to be recognisable as advertising (Consumer Protection Law of 2021).',
  cy_unpaid:
    'A post that nobody paid for needs no mark, but goods or favours given for it are payment, and a text that promotes your business has to let readers see that (Consumer Protection Law of 2021, on misleading omissions).',
  eu_paid:
    'A paid post has to be recognisable as advertising (Directive 2005/29/EC, Annex I no. 11); national law may ask for more.',
  eu_unpaid:
    'A post that nobody paid for needs no mark, but goods or favours given for it are payment (Court of Justice, C-371/20), and a text that promotes your business has to let readers see that (Directive 2005/29/EC, article 7(2)).',
  eu_draft:
    'A text on matters of public interest that a machine wrote has to say so, unless a person has reviewed it and answers for it (AI Act, article 50); ordinary commercial text is outside.',
  unknown: 'Nothing is known here of its rules. That is no permission: ask somebody who knows them.',
};

/** What would give a resource another verdict, for `explain`. */
export const remedies: Record<Reason, string> = {
  third_party_evidence: 'a refusal of texts, no outsider within 180 days, or your own verdict',
  third_party_not_asked: '--third-party require, or your own verdict',
  your_decision: 'another word, or none, in verdicts.csv',
  below_floor: 'more subscribers, or a lower --min-subscribers',
  own_posts_only: 'two people from outside in its posts, or an invitation to write',
  too_few_outside_authors: 'one more person from outside within 180 days, or an invitation to write',
  outside_posts_too_old: 'posts of two outsiders within 180 days, or an invitation to write',
  texts_refused: 'an invitation newer than the refusal, or your own verdict',
  class_not_chosen: 'its class named in --third-party-classes',
  signs_contradict: 'your own verdict',
  by_assistant: 'your own verdict, or a run without --assistant',
  language_unknown: 'your own verdict, or two people from outside in its posts',
  off_topic: 'three ideas of your topic in its latest posts, two in its description, or your own verdict',
  topic_doubtful: 'a third idea of your topic in its texts, or your own verdict',
  topic_few_texts: 'ten texts that can be read, a description with words of your topic, or your own verdict',
  topic_language: 'a line of the topic in its language, or your own verdict',
  sensitive_subject: '--sensitive keep, or your own verdict',
  gone: 'its return',
  moved: 'nothing: look at its new address',
  unresolved: 'its address in the "means" column of verdicts.csv',
  subscribers_unknown: 'your own verdict, or the number in follows.csv',
  third_party_unknown: 'posts that can be read, or your own verdict',
  paid_placements_only: 'two outsiders who are shown without payment, an invitation to write, or your own verdict',
  not_reached: 'another run',
  not_needed: 'a higher --top',
  not_asked_yet: 'a run of `target-resources analyze`',
};
