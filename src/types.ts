import type { CheerioAPI } from 'cheerio';
import type { ZodType } from 'zod';

// Every noun of the program, in the order the data meets it.

/** Milliseconds since the epoch, and a wait that a caller may replace, so that nothing depends on the wall clock. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

// ------------------------------------------------------------------ input

/** An input row, or a part of one, that could not be used. One row of `problems.csv`. */
export interface Problem {
  file: string;
  /** 1-based line of the file; 0 where the file as a whole is meant. */
  line: number;
  value: string;
  problem: string;
  whatToDo: string;
}

/** A profile as it was written, before anybody was asked. */
export interface ProfileName {
  network: string;
  /** Canonical spelling of what was written: lower case, no `@`, the network's id where the address held one. */
  name: string;
  /** The host that knows the profile. */
  host: string;
}

/** A resource as it was written, before anybody was asked. */
export interface ResourceName extends ProfileName {
  /** The network's stable id where the address itself holds it; `name:` and the name where nothing else is known. */
  id: string | null;
  /** The address as a person would open it; empty where only the name is known. */
  url: string;
}

/** Why an address of a known network is neither a profile nor a resource. */
export interface NotOne {
  why: string;
}

/** One client of the marketer. */
export interface Customer {
  /** Normalised text of the column that names the customer. */
  key: string;
  profiles: ProfileName[];
  /** The row says that the customer agreed to have the profiles read. */
  consents?: boolean;
}

/** One row of `follows.csv`. */
export interface ImportedFollow {
  customer: string;
  resource: ResourceName;
  title: string | null;
  subscribers: number | null;
}

/** One row of `verdicts.csv`: what a person decided. */
export interface Decision {
  resource: ResourceName;
  /** Null where the row only tells which resource a name means. */
  verdict: 'keep' | 'drop' | 'review' | null;
  note: string;
  /** The resource that an unresolved name means. */
  means: ResourceName | null;
}

/** How one input file was read. */
export interface InputTable {
  file: string;
  /** Null for a workbook. */
  encoding: string | null;
  delimiter: string | null;
  /** Null for a text file. */
  sheet: string | null;
  /** The line of the heading; null where the table has none, and its columns were told by what stands in them. */
  headingLine: number | null;
  /** Every column in the order of the file. A role of null is a column that is not read. */
  columns: { heading: string; role: string | null; by: 'heading' | 'content' | 'you' | null }[];
}

export interface Input {
  customers: Customer[];
  follows: ImportedFollow[];
  decisions: Decision[];
  problems: Problem[];
}

// ------------------------------------------------------------------ imported files

/** One follow that an exported or saved file tells of, before anybody knows which resource it is. */
export interface Told {
  /** Who follows, where the file itself names several customers; null where the whole file is one customer's. */
  customer: string | null;
  /** Where the resource can be found: an address, or what its network's own address column may hold; null for a bare name. */
  address: string | null;
  /** Network of the resource; null where the address tells. Never null without an address. */
  network: string | null;
  title: string | null;
  subscribers: number | null;
}

/** A file, or an entry of an archive, as an import format gets to see it. */
export interface ImportFile {
  /** Base name, for messages and for formats that have no other mark of their own. Never used as a path. */
  name: string;
  text: string;
  /** The text as JSON; undefined where it is none. Parsed once. */
  json(): unknown;
  /** The text as an HTML page; null where it is none. Parsed once. */
  page(): CheerioAPI | null;
  /** Rows of the text or the sheet as a table, heading first, with their lines; null where it is none. Parsed once. */
  rows(): { line: number; cells: string[] }[] | null;
}

/** What a file turned out to be: follows, or something that holds none. */
export type Recognised =
  | {
      /** What a person would call the file: `Instagram export: accounts followed`. */
      what: string;
      follows: Told[];
      /** What else stood in it and was left, with its number: `12 hashtags`. */
      left: string[];
    }
  | { what: string; useless: string; bring: string };

/** A kind of file that other programs write. It looks at the content; null where the file is of another kind. */
export interface ImportFormat {
  id: string;
  recognise(file: ImportFile, identify: IdentifyResource): Recognised | null;
}

/** Which resource an address names; handed to formats that read pages of links. */
export type IdentifyResource = (address: string) => ResourceName | NotOne | null;

// ------------------------------------------------------------------ collected

/** A profile whose network answered: it exists, and this is its stable id. */
export interface Profile {
  network: string;
  id: string;
  /** What the network's API calls the profile, e.g. a server's own account id. */
  ref: string;
  /** The host that holds the profile's list; may differ from the one first asked. */
  host: string;
}

/** How the attempt to read one profile's list ended. The words are the columns of `coverage.csv`. */
export type ListStatus = 'read' | 'hidden' | 'not_found' | 'needs_login' | 'truncated' | 'not_reached';

export type Found = { profile: Profile } | { status: Exclude<ListStatus, 'read' | 'truncated'>; note: string };

/** A page, community, channel or account that profiles follow. */
export interface Resource {
  network: string;
  /** The network's stable id; for network `web` the normalised address. */
  id: string;
  /** Handle or other renamable name. */
  name: string;
  title: string | null;
  url: string;
  /** The host that knows the resource best. */
  host: string;
}

/** A resource as one follow list, or one imported row, shows it. */
export interface Listed extends Resource {
  subscribers: number | null;
  /** Who counted the subscribers: the resource's own server, one that heard of it, or the person who wrote the import. */
  counted: 'at_home' | 'elsewhere' | 'by_hand';
  /** The list says that it repeats what its members write. */
  group?: boolean;
}

export interface FollowsPage {
  resources: Listed[];
  /** Where the next page starts, or null at the end. Handed back to `listFollows` when a killed run goes on. */
  next: string | null;
  /** The server holds more than it hands out. */
  cutShort?: boolean;
}

// ------------------------------------------------------------------ examined

/** What a resource says of itself. Unknown is null, never 0. */
export interface Facts {
  name: string;
  title: string | null;
  url: string;
  subscribers: number | null;
  description: string | null;
  /** The account repeats what its members write: open by nature. */
  group: boolean;
  /** False once the network says that the resource is gone. */
  exists: boolean;
  /** What the API calls the resource, and the host to ask. */
  ref: string;
  host: string;
  /** How the page itself says that its people can be reached: an e-mail with its purpose, a site, a profile. */
  contacts?: string[];
  /** Wishes of the account about exposure, in the network's words, e.g. `noindex`. */
  wishes: string[];
}

/** One post of a resource, newest first. */
export interface Post {
  url: string;
  /** ISO 8601 instant at which the resource showed it. */
  at: string | null;
  kind: 'own' | 'repost' | 'quote';
  /** Stable id of who wrote it, or of who is quoted. */
  author: string;
  text: string;
}

/** Words in a text that say that outsiders write here. */
export type Hint = 'guest_posts' | 'suggest_box' | 'interviews' | 'paid_only';

/** A post without its text: what the rules of `judge` need, and all that the state keeps of it. */
export interface Evidence {
  url: string;
  at: string | null;
  kind: Post['kind'];
  author: string;
  hints: Hint[];
}

/** How a resource publishes outside authors; all but the last two rest on evidence. */
export type ThirdPartyKind =
  | 'guest_posts'
  | 'open_wall'
  | 'suggest_box'
  | 'reposts'
  | 'interviews'
  | 'paid_only'
  | 'own_only'
  | 'unknown';

export interface ThirdParty {
  kind: ThirdPartyKind;
  /** Outside posts among the posts read, 0..1; null when none were read. */
  share: number | null;
  /** Distinct outside authors; null when no posts were read. */
  authors: number | null;
  evidenceUrl: string | null;
  evidenceDate: string | null;
}

// ------------------------------------------------------------------ judged

export type Verdict = 'keep' | 'drop' | 'review' | 'unexamined';

/** Why a resource got its verdict; `reasons` in errors.ts has a sentence for each. */
export type Reason =
  | 'third_party_evidence'
  | 'third_party_not_asked'
  | 'your_decision'
  | 'below_floor'
  | 'own_posts_only'
  | 'too_few_outside_authors'
  | 'outside_posts_too_old'
  | 'gone'
  | 'unresolved'
  | 'subscribers_unknown'
  | 'third_party_unknown'
  | 'paid_placements_only'
  | 'not_reached'
  | 'not_needed'
  | 'not_asked_yet';

/** A counted resource, before it is judged. */
export interface Candidate {
  resource: Listed;
  /** Distinct customers that follow it. */
  customers: number;
  /** Which bare names were counted with it and why, or why its own bare name could not be resolved. */
  note?: string;
}

/** One line of the ranking or of the candidates; everything that outputs print of a resource. */
export interface Row {
  rank: number | null;
  network: string;
  resource: string;
  resourceId: string;
  title: string | null;
  url: string;
  host: string;
  customers: number;
  customersReadable: number;
  share: number;
  shareLow: number;
  shareHigh: number;
  subscribers: number | null;
  thirdParty: ThirdParty;
  relevance: number | null;
  matchedTerms: string[];
  expectedByChance: number | null;
  lift: number | null;
  massPage: boolean | null;
  newCustomers: number | null;
  reach: number | null;
  lastPost: string | null;
  contact: string | null;
  rankChange: string | null;
  retrievedAt: string | null;
  verdict: Verdict;
  reason: Reason;
  note: string;
  description: string | null;
  wishes: string[];
}

export interface Coverage extends Record<ListStatus, number> {
  network: string;
  profiles: number;
  /** Customers whose follows on this network came from `follows.csv`. */
  imported: number;
}

export interface Teaser {
  rank: number;
  network: string;
  resource: string;
  url: string;
  link: string;
  shortLink: string | null;
  utmSource: string;
  utmMedium: string;
  utmCampaign: string;
  utmContent: string;
  /** Default channel group that Google Analytics 4 will put the visits into. */
  ga4Channel: string;
  teaser: string;
  /** In the network's own unit: graphemes, or weighted characters on X. */
  length: number;
  /** Null where the network is not known to have one. */
  limit: number | null;
  fits: boolean;
}

/** The result of a run. Every output file is a function of it. */
export interface Report {
  /** Day of the run, ISO 8601, UTC. */
  date: string;
  customers: number;
  criteria: { top: number; minSubscribers: number; minCustomers: number; thirdParty: 'require' | 'ignore' };
  coverage: Coverage[];
  /** Every counted resource: the ranking first, then the rest by customers. */
  rows: Row[];
  /**
   * Customers that follow both of two of the first 20 ranked resources: `overlap[i][j]`, symmetric, the diagonal holds
   * each one's own customers. Null where fewer than `criteria.minCustomers` do.
   */
  overlap: (number | null)[][];
  /** What the ranking was at the previous run of the same list; null where there was none. */
  previous: { date: string; gone: Gone[] } | null;
  teasers: Teaser[];
  problems: Problem[];
}

/** The ranking of an earlier run, as `history/` keeps it. */
export interface PastRanking {
  date: string;
  criteria: Report['criteria'];
  resources: {
    network: string;
    id: string;
    resource: string;
    url: string;
    rank: number;
    customers: number;
    customersReadable: number;
  }[];
}

/** A resource that the previous ranking had and this one has not. */
export interface Gone {
  network: string;
  resource: string;
  url: string;
  customers: number;
  /** Its rank then. */
  rank: number;
}

// ------------------------------------------------------------------ ports

export interface Answer<Body> {
  body: Body;
  header(name: string): string | null;
  /** Where the answer came from, after redirects. */
  url: string;
}

/** What a request brings along. It is a POST where it has a body or a form. */
export interface WebRequest {
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form; values may hold a token, and show in no message. */
  form?: Record<string, string>;
  /**
   * For networks that say "too busy" inside an answer of status 200: seconds until the same request may be sent again
   * to this host, or null where the answer is one. Called with the parsed JSON.
   */
  busy?: (body: unknown) => number | null;
  /**
   * What one try takes from the network's budget. It is written down just before the try is sent; where the budget
   * does not hold so much, nothing more is asked of the network in this run.
   */
  cost?: number;
}

/** When a page that needs its scripts is complete. */
export interface Look {
  /** CSS selectors, separated by commas: one of them shows that the page has come, also that it is empty or shut. */
  waitFor: string;
  /** Scrolls to the end until no further items come, or there are `most` of them. */
  scroll?: { item: string; most: number };
}

/** How a network file asks for bytes: paced, retried, guarded and size-limited by somebody else. */
export interface Web {
  /** The network's token from the environment; null where none was given. */
  token: string | null;
  /**
   * An answer in JSON of this shape.
   * @throws Refused (4xx), Unreachable (no usable answer after retries), UnexpectedAnswer (not of this shape), Stopped
   */
  json<Body>(url: string, shape: ZodType<Body>, request?: WebRequest): Promise<Answer<Body>>;
  /**
   * A page in HTML, or another document in XML, to be read with selectors. The site's robots.txt is obeyed.
   * @throws like `json`; Unreachable also where robots.txt says no
   */
  page(url: string, request?: Omit<WebRequest, 'busy'> & { kind?: 'html' | 'xml' }): Promise<Answer<CheerioAPI>>;
  /**
   * A page after its scripts ran, in a browser without cookies or logins: for pages whose HTML comes empty. The site's
   * robots.txt is obeyed, and pace, guard and limits are those of `page`.
   * @throws like `page`; UnexpectedAnswer where `waitFor` does not appear in time; UserError browser_missing, browser_broken
   */
  rendered(url: string, look: Look): Promise<Answer<CheerioAPI>>;
  /** Ends all further requests of the network in this run. The result is to be thrown. */
  stop(why: string): Error;
  /** Asks once a run, however many want to know: a server's software, where a domain's accounts live. */
  once<Value>(key: string, ask: () => Promise<Value>): Promise<Value>;
  /** The text a reader of this HTML sees, on one line. */
  textOf(html: string): string;
}

/** A documented limit of one host: at most `requests` in `seconds`, for the addresses that `applies` accepts. */
export interface Pace {
  requests: number;
  seconds: number;
  applies?: (url: URL) => boolean;
}

interface NetworkIdentity {
  /** File name, fixture folder and CSV value. */
  id: string;
  title: string;
  /** Headings and words that name the network in a client list, lower case. */
  aliases: string[];
  /** Accounts in the network, for what chance alone would give; null where nobody knows. */
  users: { count: number; asOf: string; source: string } | null;
  /** Addresses and handles with the profile each names, or null. Walked by a test, printed in the README. */
  examples: { input: string; profile: string | null }[];
  /** An address, or a handle that can only be this network's. */
  parseProfile(input: string): ProfileName | NotOne | null;
  /** What is written in a column that is headed with the network's name. */
  parseHandle(input: string): ProfileName | NotOne | null;
  parseResource(input: string): ResourceName | NotOne | null;
  /** The value of `utm_source` for a link published on this resource. */
  utmSource(resource: { host: string }): string;
}

/** What a network allows to be spent, in units that it counts itself: requests, quota units, dollars. */
export interface Budget {
  unit: string;
  /** The setting that raises or lowers the limit, and the limit where it is not set. */
  setting: 'xBudget' | 'youtubeQuota';
  /** How long what was spent counts: since the last midnight in this time zone, or for so many days. */
  period: { midnightIn: string } | { days: number };
}

/** A network whose public follows can be read. A network file fetches and maps, nothing else. */
export interface Network extends NetworkIdentity {
  closed?: never;
  /** The environment variable that holds the token, and where a person gets one. Without a needed one nobody is asked. */
  token?: { variable: string; where: string; needed: boolean };
  /** Why nobody's list is read here: resources alone are examined. */
  resourcesOnly?: string;
  /** Why a profile is read only where the customer's row says that the customer agreed. */
  consent?: string;
  budget?: Budget;
  /** Requests that a plan reckons for the lists of so many profiles; without it, one a page and one for the end. */
  listRequests?(profiles: number, follows: number): number;
  /** What a plan reckons that reading so many profiles, with so many follows each, takes from the budget. */
  cost?(profiles: number, follows: number): number;
  paces: Pace[];
  /** Requests under way at one host. */
  atOnce: number;
  /** The network's own maxima: profiles found, follows listed, resources described and posts shown by one request. */
  batch: { profiles: number; follows: number; facts: number; posts: number };
  /** Which names exist, under which id. At most `batch.profiles` names of one host; each is answered. */
  findProfiles(names: ProfileName[], web: Web): AsyncIterable<[ProfileName, Found]>;
  /** Pages of the profile's list, from the start or from a page's `next`. @throws Unreadable */
  listFollows(profile: Profile, web: Web, from: string | null): AsyncIterable<FollowsPage>;
  /** Which imported names exist, and their facts, which come with the answer. At most `batch.facts` of one host. */
  findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]>;
  /** Whether the number a follow list showed decides the floor without asking the resource's home. */
  settles(listed: Listed, floor: number): boolean;
  /** Facts in batches of at most `batch.facts` of one host. */
  readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts]>;
  /** Resources whose posts travel in one request when they are read side by side; one where it is not said. */
  postsTogether?(web: Web): Promise<number>;
  /** Newest first. @throws Unreadable */
  readPosts(resource: Resource, facts: Facts, web: Web): AsyncIterable<Post>;
}

/** A network that shows follows to nobody but the person. Its addresses are recognised, and coverage says why. */
export interface ClosedNetwork extends NetworkIdentity {
  closed: { why: string; bring: string };
}

export type AnyNetwork = Network | ClosedNetwork;

/** One of a customer's lists, as counting needs it. */
export interface ReadList {
  /** Key of the list in the state; equal for two spellings of the same profile. */
  list: string;
  /** Null for an imported list, whose resources may lie in several networks. */
  network: string | null;
  status: ListStatus;
}

/**
 * What survives a crash. Everything a network said goes in here before it is used. Every method is done when it
 * returns, and is done whole or not at all.
 * @throws UserError from every method: state_damaged, state_unwritable
 */
export interface Store {
  /**
   * Replaces what the run before was asked about: who has which profiles, what was imported, what could not be used.
   * @param imported the resources that `follows.csv` gives each customer, by customer key
   */
  saveInput(customers: Customer[], imported: Map<string, Listed[]>, problems: Problem[], now: number): void;
  /** The problems of the last input; null where no run has read any. */
  problems(): Problem[] | null;

  /**
   * The profile that a name turned out to be, also after its list is finished; null in it where the network said that
   * there is none to read. Null as a whole where no network has answered.
   */
  found(name: ProfileName): { profile: Profile | null; at: number } | null;
  saveFound(name: ProfileName, found: Found, now: number): void;

  /** The finished list of a profile, if there is one. */
  list(profile: Profile): { status: ListStatus; note: string; at: number } | null;
  /**
   * Where an unfinished list goes on: the last page's `next`, or null where it starts anew. Pages of a list that was
   * begun more than a day ago are dropped: a cursor that old is not trusted.
   */
  unfinished(profile: Profile): string | null;
  addPage(profile: Profile, page: FollowsPage, now: number): void;
  /**
   * Makes one list of the pages; where `status` is not `read` or `truncated` the list is empty. A list with a page that
   * was cut short is `truncated`. When the program was killed between the last page and this, opening the state does it.
   */
  finishList(profile: Profile, status: Exclude<ListStatus, 'not_reached'>, note: string, now: number): void;

  /** Resources that imported names turned out to be, by `network:name`. */
  identity(name: ResourceName): { resource: Resource; at: number } | null;
  saveIdentity(name: ResourceName, resource: Resource, now: number): void;

  /**
   * Customers of the last input, each with its lists, in an order of their own that the same state always gives.
   * A list that was not finished is `not_reached`.
   */
  customers(): ReadList[][];
  /** Whether the ranking whose bytes have this digest was made of the customers of the last input. */
  madeOfTheSame(ranking: string): boolean;
  /** Remembers that the last input's customers made this ranking; not by name, and not in the ranking itself. */
  saveRanking(ranking: string, now: number): void;
  /** 64-bit keys of one list's resources as pairs of 32-bit halves (low, high), without duplicates. */
  keys(list: string): Uint32Array;
  /** The resources of one list, in the order of its keys. */
  resources(list: string): Listed[];
  facts(resource: { network: string; id: string }): { facts: Facts; at: number } | null;
  saveFacts(resource: { network: string; id: string }, facts: Facts, now: number): void;
  evidence(resource: { network: string; id: string }): { posts: Evidence[] | null; at: number } | null;
  /** `posts` is null where the network refuses to show them. */
  saveEvidence(resource: { network: string; id: string }, posts: Evidence[] | null, now: number): void;

  /** What was spent of a network's budget since this instant. */
  spent(network: string, since: number): number;
  saveSpending(network: string, amount: number, now: number): void;

  /** Removes what was read before this instant, an input included. */
  purge(before: number): void;
  /**
   * Removes a customer, whatever no other customer of the last input needs, and the values in the problems, which may
   * name anybody. Not one byte of it stays in the file. False where the last input had no such customer.
   */
  forget(customer: string): boolean;
  /** Removes everything. */
  forgetAll(): void;
  close(): void;
}

/** What a run tells while it works. */
export type Progress = (event: ProgressEvent) => void;

export type ProgressEvent =
  | { stage: 'input'; tables: InputTable[] }
  | { stage: 'collect' | 'examine'; network: string; done: number; total: number }
  | { stage: 'wait'; host: string; until: number; why: string }
  | { stage: 'written'; path: string };

// ------------------------------------------------------------------ a run

/** What a run gets from its caller: the time, the tokens, and who hears of progress. */
export interface Surroundings {
  clock: Clock;
  progress: Progress;
  /** Tokens by network id, for the networks that want one. */
  tokens?: ReadonlyMap<string, string>;
}

export interface Outcome {
  report: Report;
  /** The files written, in the order of design section 6. */
  paths: string[];
  /** Requests sent in this run, by host. */
  requests: Record<string, number>;
  /** Whether another run, or a mended row of the input, would give nothing more. */
  complete: boolean;
}
