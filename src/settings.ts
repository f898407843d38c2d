import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isIP } from 'node:net';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { UserError } from './errors.ts';
import { type Instruction, instruct, setting } from './types/instruction.ts';
import type { AnyNetwork } from './types/network.ts';
import { outreachFormats } from './types/outreach.ts';
import { outsideClasses } from './types/judgement.ts';
import { shortenerNames, shortenerVariables } from './types/short-link.ts';
import {
  type ChoiceRules,
  type Criteria,
  analyticsTools,
  csvDialects,
  leastShared,
  pageLanguages,
  rankOrders,
  sensitiveRules,
  thirdPartyRules,
  utmRules,
} from './types/report.ts';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
  homepage: string;
};

export const { version } = manifest;

/** The program that wrote a file, and its version. */
export const generator = `target-resources ${version}`;

/** A number from a file, or in digits from a flag. */
function whole(least: number) {
  const message = `is not a whole number of ${least} or more, written in digits such as ${least + 10}`;
  return z.preprocess(fromDigits, z.number(message).int(message).min(least, message));
}

/** An amount from a file, or in digits from a flag. */
function amount() {
  const message = 'is not a number of 0 or more, written in digits such as 2.50';
  return z.preprocess(fromDigits, z.number(message).min(0, message));
}

const list = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()));

const one = z.string().trim();

const connection = /^([^=\s/]+)=(https?:\/\/[^=\s/]+)\/?$/i;

/**
 * Every setting: its default, what it takes and what it is for. A flag is the same name in kebab case;
 * `target-resources.json` uses the name itself. What is marked `asking` matters only to a run that asks networks.
 */
export const settingsSchema = z.strictObject({
  customers: one.nullable().default(null).meta({ description: 'the client list, a table such as CSV or XLSX' }),
  follows: list
    .default([])
    .meta({ asking: true, value: 'file', description: 'table of customers and the resources they follow; repeatable' }),
  baseline: one.nullable().default(null).meta({
    asking: true,
    value: 'file',
    description:
      'control list, a table like the client list of people who are no clients: what they follow is what chance gives',
  }),
  verdicts: one
    .nullable()
    .default(null)
    .meta({ value: 'file', description: 'table of your own verdicts (default: input/verdicts.csv if it exists)' }),
  wordings: one.nullable().default(null).meta({
    value: 'file',
    description: 'table of your own texts of teasers (default: input/wordings.csv if it exists)',
  }),
  exclude: one.nullable().default(null).meta({
    value: 'file',
    description:
      'opt-out list: clients and profiles that are never asked, counted or kept (default: input/exclude.csv)',
  }),
  sites: one
    .nullable()
    .default(null)
    .meta({ value: 'file', description: 'recipes for further sites (default: input/sites.json if it exists)' }),
  encoding: one.nullable().default(null).meta({
    asking: true,
    value: 'name',
    description: 'encoding of the input files, e.g. windows-1251 (default: detected)',
  }),
  delimiter: z.string().nullable().default(null).meta({
    asking: true,
    value: 'sign',
    description: 'what separates the cells of the input files: , ; | or tab (default: detected)',
  }),
  column: list.default([]).meta({
    asking: true,
    value: 'heading=role',
    description: 'the role of a column by its heading, e.g. "Kunde=customer"; repeatable',
  }),
  segment: one.nullable().default(null).meta({
    asking: true,
    value: 'heading',
    description: 'heading of the column that says which segment a client is in: the same tables for each of them',
  }),
  link: one
    .regex(/^https?:\/\/[^\s/]+/i, 'is not the address of a page, starting with https://')
    .nullable()
    .default(null)
    .meta({ value: 'url', description: 'the article to announce; without it no teasers are written' }),
  campaign: one
    .nullable()
    .default(null)
    .meta({ value: 'name', description: 'utm_campaign of the tagged links (default: target-resources)' }),
  shorten: z
    .enum(shortenerNames)
    .nullable()
    .default(null)
    .meta({
      value: 'service',
      description: `a service that makes the tagged links short: ${shortenerNames.join(', ')}; its token comes from the environment`,
    }),
  shortenAt: one
    .regex(/^https:\/\/[^\s/?#][^\s?#]*$/i, 'is not the address of a server, starting with https://')
    .nullable()
    .default(null)
    .meta({ value: 'url', description: 'the server that --shorten asks, where you run it yourself' }),
  shortDomain: one
    .regex(/^[^\s/:?#@.]+(?:\.[^\s/:?#@.]+)+$/, 'is not a domain, such as go.example')
    .nullable()
    .default(null)
    .meta({ value: 'domain', description: 'the domain of the short links, where the service has several' }),
  utm: z
    .enum(utmRules)
    .nullable()
    .default(null)
    .meta({ value: 'rule', description: 'tags that the link already carries: keep them, or replace them' }),
  campaignPattern: one.default('{campaign}').meta({
    value: 'pattern',
    description:
      'how utm_campaign is made, e.g. "{campaign}-{network}-{year}"; also {resource}, {placement}, {month}, {date}',
  }),
  analytics: z
    .enum(analyticsTools)
    .nullable()
    .default(null)
    .meta({
      value: 'tool',
      description: `what counts the visits, so that the links hold what it keeps: ${analyticsTools.join(', ')}`,
    }),
  country: z
    .preprocess(
      fromList,
      z.array(z.string().regex(/^[a-z]{2}$/i, 'is not a country in two letters, such as GR, RU or EU')),
    )
    .default([])
    .meta({
      value: 'code',
      description: 'where you publish, in two letters: tells of bans and duties on publishing there; repeatable',
    }),
  template: one.nullable().default(null).meta({
    value: 'file',
    description: 'your own templates of teasers: paragraphs with {problem}, {solution}, {link}, {upgrade}, {title} …',
  }),
  variants: z
    .preprocess(fromDigits, z.number().int().min(1).max(3))
    .default(3)
    .meta({ value: 'n', description: 'wordings for each resource, told apart by utm_content: 1, 2 or 3' }),
  picture: z
    .boolean()
    .default(false)
    .meta({ description: 'teasers go out with a picture: keep to the limits for that' }),
  paid: one.nullable().default(null).meta({
    value: 'file',
    description: 'table of placements you pay for: resource, price, currency, date, clicks, erid',
  }),
  excludeResources: one.nullable().default(null).meta({
    value: 'file',
    description:
      'table of resources you do not write to: competitors, whom you have written to; with the reason beside',
  }),
  problem: one.default('').meta({ value: 'text', description: 'teaser: a problem the audience shares' }),
  solution: one.default('').meta({ value: 'text', description: 'teaser: how the article solves it' }),
  upgrade: one.default('').meta({ value: 'text', description: 'teaser: the content upgrade' }),
  authorPages: z.boolean().default(false).meta({
    asking: true,
    description:
      "look for the page for authors on the resource's own site, where the resource does not link to it itself",
  }),
  outreachFormat: z
    .preprocess(fromList, z.array(z.enum(outreachFormats)))
    .default([])
    .meta({
      value: 'program',
      description: `also write the resources for a program: ${outreachFormats.join(', ')}; repeatable`,
    }),
  specialization: one.default('').meta({ value: 'text', description: 'pitch: your field, in a few words' }),
  experience: one.default('').meta({ value: 'text', description: 'pitch: what you have done in it' }),
  headline: list.default([]).meta({
    value: 'text',
    description: 'pitch: a working headline that you offer; two or three and more, repeatable',
  }),
  benefit: one.default('').meta({ value: 'text', description: 'pitch: what the readers of a page get' }),
  sample: list.default([]).meta({ value: 'url', description: 'pitch: published work of yours; repeatable' }),
  author: one.default('').meta({ value: 'name', description: 'pitch: who writes, a person' }),
  top: whole(1)
    .default(100)
    .meta({ value: 'n', description: 'how many resources to keep; ties with the last one are kept too' }),
  choose: whole(1)
    .default(10)
    .meta({ value: 'n', description: 'how many resources the plan in choice.csv has at most' }),
  minSubscribers: whole(0)
    .default(5000)
    .meta({ value: 'n', description: 'the smallest number of subscribers a kept resource has' }),
  minCustomers: whole(1).nullable().default(null).meta({
    value: 'n',
    description:
      'leave out resources shared by fewer clients; without it those of one client that the asked top does not need',
  }),
  shareable: z
    .boolean()
    .default(false)
    .meta({ description: 'make files to pass on: no number, and no difference of two, tells of fewer than 5 clients' }),
  rankBy: z.enum(rankOrders).default('count').meta({
    value: 'order',
    description:
      'order of the ranking: clients (count), the share, how far the share lies beyond what chance gives (beyond-chance), or conversions for each visit as results.csv tells them (results); pages that everybody follows come last in each',
  }),
  thirdParty: z
    .enum(thirdPartyRules)
    .default('require')
    .meta({ value: 'rule', description: 'require evidence of outside authors, or ignore whether there are any' }),
  thirdPartyClasses: z
    .preprocess(fromList, z.array(z.enum(outsideClasses)).min(1))
    .default([...outsideClasses])
    .meta({ value: 'list', description: `ways of being published that count: ${outsideClasses.join(',')}` }),
  topic: list.default([]).meta({
    value: 'words',
    description:
      'your field: words (en: vat, payroll, "late invoice", -band), or a file of them or of search queries; repeatable',
  }),
  topicLanguage: one
    .nullable()
    .default(null)
    .meta({ value: 'code', description: 'language of words of the topic that do not say theirs (default: by script)' }),
  sensitive: z.enum(sensitiveRules).default('review').meta({
    value: 'rule',
    description: 'pages of health, religion, politics and the like: review them yourself, keep or drop them',
  }),
  assistant: one
    .regex(/^https?:\/\/[^\s/]+/i, 'is not the address of an endpoint, starting with http:// or https://')
    .nullable()
    .default(null)
    .meta({
      asking: true,
      value: 'url',
      description: 'an OpenAI-compatible endpoint that reads what the rules leave open, e.g. http://127.0.0.1:11434/v1',
    }),
  assistantModel: one
    .default('default')
    .meta({ asking: true, value: 'name', description: 'the model to ask there; a key comes from ASSISTANT_API_KEY' }),
  drafts: z.boolean().default(false).meta({
    description: 'drafts of pitch and teaser by the assistant, marked as such, from the page and your settings alone',
  }),
  apart: list.default([]).meta({
    value: 'network',
    description: 'rank this network by itself, with no figure made of it and others together; repeatable',
  }),
  maxAge: whole(0).default(7).meta({ asking: true, value: 'days', description: 'read again what is older than this' }),
  keep: whole(1)
    .default(30)
    .meta({ asking: true, value: 'days', description: 'remove what is older than this from the state' }),
  strict: z
    .boolean()
    .default(false)
    .meta({ description: 'end with exit code 3 also where rows of the input could not be used' }),
  csv: z.enum(csvDialects).default('plain').meta({
    value: 'dialect',
    description: 'excel: with BOM, semicolons, decimal commas and CRLF, for European Excel',
  }),
  language: z
    .enum(pageLanguages)
    .default('en')
    .meta({ value: 'code', description: 'language report.html opens in: en, ru or el' }),
  output: one.nullable().default(null).meta({ value: 'folder', description: 'folder for the files that are written' }),
  state: one.default(':memory:').meta({
    value: 'file',
    description:
      'what was read, kept for later runs; personal data, keep it private. With postgres://… several machines share the work',
  }),
  stateFile: one.default(':memory:').meta({
    value: 'file',
    description: 'where the state lies on this machine while --state names a database',
  }),
  statePasswordFile: one.nullable().default(null).meta({
    value: 'file',
    description: 'file of mode 0600 with the password of the database (default: PGPASSWORD, else ~/.pgpass)',
  }),
  stateSecretFile: one.nullable().default(null).meta({
    value: 'file',
    description: 'file of mode 0600 with the secret that seals what machines share (default: TARGET_RESOURCES_SECRET)',
  }),
  metrics: one.nullable().default(null).meta({
    value: 'file',
    description: 'numbers of the run in the text format of Prometheus, for a monitor of scheduled runs',
  }),
  xBudget: amount().default(0).meta({
    asking: true,
    value: 'dollars',
    description: 'X: the most to spend within 30 days; at 0 X is not asked',
  }),
  youtubeQuota: whole(0)
    .default(10_000)
    .meta({ asking: true, value: 'units', description: 'YouTube: the daily quota of your project' }),
  browser: one.nullable().default(null).meta({
    asking: true,
    value: 'path',
    description: 'Chrome or Chromium, for sites that need scripts to show their pages (default: an installed one)',
  }),
  localAddress: one
    .refine((address) => isIP(address) !== 0, 'is not an IP address of this machine')
    .nullable()
    .default(null)
    .meta({
      asking: true,
      value: 'address',
      description: 'the address of this machine that requests leave from, where it has several',
    }),
  connectTo: z
    .preprocess(
      fromTable,
      z.array(z.string().regex(connection, 'is not HOST=ORIGIN, e.g. api.example=http://127.0.0.1:8080')),
    )
    .default([])
    .meta({
      asking: true,
      value: 'host=origin',
      description: 'send every request for a host to this origin instead; repeatable',
    }),
  contact: one.nullable().default(null).meta({
    asking: true,
    value: 'address',
    description: 'your address, shown to servers in the User-Agent so that they can reach you',
  }),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingName = keyof Settings;

/** What the command line needs to know of a setting. */
export interface SettingHelp {
  /** What stands for the value; absent where the setting is a switch. */
  value?: string;
  description: string;
  asking?: boolean;
}

export const settingHelp = (name: SettingName): SettingHelp =>
  settingsSchema.shape[name].meta() as unknown as SettingHelp;

type SettingsInput = z.input<typeof settingsSchema>;

/** Read from the current folder. */
export const settingsFile = 'target-resources.json';

/** Where the command line writes; a program that names no place gets its result and no files. */
export const commandDefaults = {
  output: 'output',
  state: '.target-resources/state.sqlite',
  stateFile: '.target-resources/state.sqlite',
} as const;

/** Whether a state is named that several machines share. */
export const isDatabase = (state: string): boolean => /^postgres(?:ql)?:/i.test(state);

/** The file of the state on this machine. */
export const fileOfState = ({ state, stateFile }: Pick<Settings, 'state' | 'stateFile'>): string =>
  isDatabase(state) ? stateFile : state;

/**
 * The settings of a command: flags before the settings file before defaults. Where neither names any input, the files in
 * `input/` are taken.
 * @throws UserError setting, settings_file
 */
export function settingsFrom(flags: Record<string, unknown>): Settings {
  return withDefaultInput(parseSettings({ ...commandDefaults, ...readSettingsFile(), ...flags }, 'the command line'));
}

/** Settings checked and completed, without a look at any file. @throws UserError setting */
export function parseSettings(settings: unknown, where: string): Settings {
  const result = settingsSchema.safeParse(settings, { reportInput: true });
  if (result.success) return result.data;
  throw new UserError('setting', where, sentence(result.error));
}

/** The settings file of the current folder, as it is written; nothing where there is none. @throws UserError settings_file */
export function readSettingsFile(): SettingsInput {
  if (!existsSync(settingsFile)) return {};
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(settingsFile, 'utf8'));
  } catch (error) {
    throw new UserError('settings_file', settingsFile, error instanceof Error ? error.message : '', { cause: error });
  }
  return checkSettingsFile(content);
}

/** Settings as the settings file may hold them. @throws UserError settings_file */
export function checkSettingsFile(content: unknown): SettingsInput {
  const result = settingsSchema.partial().safeParse(content, { reportInput: true });
  if (!result.success) throw new UserError('settings_file', settingsFile, sentence(result.error).given);
  return content as SettingsInput;
}

/** Where the client list is looked for where no file is named. */
export const customersFile = 'input/customers.csv';

/** Where follows that came in are kept where no file is named. */
export const followsFile = 'input/follows.csv';

/** Where decisions are kept where no file is named. */
export const verdictsFile = 'input/verdicts.csv';

/** Where a person's own texts of teasers are kept where no file is named. */
export const wordingsFile = 'input/wordings.csv';

function withDefaultInput(settings: Settings): Settings {
  const named = settings.customers !== null || settings.follows.length > 0;
  const follows = ifThere(followsFile);
  return {
    ...settings,
    customers: named ? settings.customers : ifThere(customersFile),
    follows: named || !follows ? settings.follows : [follows],
    verdicts: settings.verdicts ?? ifThere(verdictsFile),
    wordings: settings.wordings ?? ifThere(wordingsFile),
    exclude: settings.exclude ?? ifThere('input/exclude.csv'),
    sites: settings.sites ?? ifThere('input/sites.json'),
  };
}

/** The same with the follows file in `input/`, where none was named: for what is about the follows that came in. */
export function withFollowsThere(settings: Settings): Settings {
  const follows = settings.follows.length > 0 ? null : ifThere(followsFile);
  return follows === null ? settings : { ...settings, follows: [follows] };
}

const ifThere = (path: string): string | null => (existsSync(path) ? path : null);

/** The files a run reads, how they are written, and what `--column` says of their headings. @throws UserError setting */
export function inputFiles({
  customers,
  follows,
  verdicts,
  wordings,
  exclude,
  paid,
  baseline,
  column,
  segment,
  encoding,
  delimiter,
}: Settings): {
  exclude: string | null;
  baseline: string | null;
  paid: string | null;
  customers: string | null;
  follows: string[];
  verdicts: string | null;
  wordings: string | null;
  columns: Map<string, string>;
  encoding: string | null;
  delimiter: string | null;
} {
  const columns = new Map(
    column.map((each) => {
      const at = each.lastIndexOf('=');
      if (at < 1) throw new UserError('setting', setting('column'), `"${each}" is not HEADING=ROLE`);
      return [each.slice(0, at), each.slice(at + 1).trim()];
    }),
  );
  if (segment !== null) columns.set(segment, 'segment');
  return { customers, follows, verdicts, wordings, exclude, paid, baseline, columns, encoding, delimiter };
}

/** Host (lower case) to origin. */
export const connections = ({ connectTo }: Settings): Map<string, string> =>
  new Map(
    connectTo.map((each) => {
      const [, host = '', origin = ''] = connection.exec(each) ?? [];
      return [host.toLowerCase(), origin];
    }),
  );

/** Says who asks, and where a server's admin can complain; a placeholder in package.json is nowhere. */
export function userAgent({ contact }: Pick<Settings, 'contact'>): string {
  const about = contact ?? (manifest.homepage.includes('OWNER') ? null : manifest.homepage);
  return `target-resources/${version}${about === null ? '' : ` (+${about})`}`;
}

/** The least number of customers for a resource to be printed. */
export const effectiveMinCustomers = ({ shareable, minCustomers }: Settings): number =>
  Math.max(shareable ? leastShared : 1, minCustomers ?? 1);

/** The same of resources that nobody looked at. */
export const leastUnexamined = (settings: Settings): number =>
  Math.max(effectiveMinCustomers(settings), settings.minCustomers ?? 2);

/** How resources are chosen of the ranking. */
export const choiceRules = (settings: Settings): ChoiceRules => ({
  limit: settings.choose,
  order: settings.rankBy,
  minCustomers: effectiveMinCustomers(settings),
});

/** What the ranking is made by; rankings of other criteria cannot be compared. */
export const criteriaOf = (settings: Settings): Criteria => ({
  top: settings.top,
  minSubscribers: settings.minSubscribers,
  minCustomers: effectiveMinCustomers(settings),
  thirdParty: settings.thirdParty,
  ...(settings.rankBy !== 'count' && { rankBy: settings.rankBy }),
  thirdPartyClasses: settings.thirdPartyClasses,
  ...(settings.sensitive !== 'review' && { sensitive: settings.sensitive }),
  ...(settings.shareable && { shareable: true }),
  ...(settings.apart.length > 0 && { apart: [...new Set(settings.apart)].toSorted() }),
});

/** What is wrong with each setting. */
const sentence = (error: z.ZodError): Instruction =>
  error.issues.map(faultIn).reduce((all, each) => instruct`${all}; ${each}`);

function faultIn(issue: z.core.$ZodIssue): Instruction {
  if (issue.code === 'unrecognized_keys') return instruct`there is no setting ${issue.keys.join(', ')}`;
  const name = setting(String(issue.path[0] ?? ''));
  const value = typeof issue.input === 'string' || typeof issue.input === 'number' ? ` "${issue.input}"` : '';
  if (issue.code === 'invalid_value') return instruct`${name}:${value} is none of ${issue.values.join(', ')}`;
  const kind = issue.code === 'invalid_type' ? kinds.get(issue.expected) : undefined;
  const isKind = kind !== undefined && issue.message.startsWith('Invalid');
  return instruct`${name}:${value} ${isKind ? `is not ${kind}` : issue.message}`;
}

const kinds = new Map<string, string>([
  ['string', 'a text in quotes'],
  ['array', 'a text in quotes, or a list of such in brackets'],
  ['boolean', 'true or false, without quotes'],
]);

/** A list in one flag, separated by commas, or in several. */
function fromList(value: unknown): unknown {
  if (typeof value === 'string') return value.split(',').map((each) => each.trim());
  return Array.isArray(value) ? value.flatMap(fromList) : value;
}

function fromDigits(value: unknown): unknown {
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** What machines share that work on one state: how the database is entered, and what seals what goes through it. */
const sharedVariables = { database: 'PGPASSWORD', secret: 'TARGET_RESOURCES_SECRET' };

/** Files that may hold tokens; what the later one says comes before the other. */
export const tokenFiles = ({ customers }: Pick<Settings, 'customers'>): string[] => [
  ...new Set(['.env', join(dirname(customers ?? '.'), '.env')]),
];

/** A token that a network or a service wants. */
export interface WantedToken {
  /** The network, or the service. */
  of: string;
  title: string;
  variable: string;
  /** Where a person gets one; empty where that depends on the service. */
  where: string;
  needed: boolean;
}

/** Every token that is read from the environment. */
export const wantedTokens = (networks: readonly AnyNetwork[]): WantedToken[] => [
  ...networks.flatMap(({ id, title, ...network }) =>
    'token' in network && network.token ? [{ of: id, title, ...network.token }] : [],
  ),
  ...Object.entries({ assistant: 'ASSISTANT_API_KEY', ...shortenerVariables }).map(([of, variable]) => ({
    of,
    title: of,
    variable,
    where: '',
    needed: false,
  })),
];

/** Who says a variable; null for one that nobody says. */
export function tokenSources(
  settings: Pick<Settings, 'customers'>,
): (variable: string) => 'environment' | 'file' | null {
  const said = variablesIn(settings);
  return (variable) => {
    if (process.env[variable]) return 'environment';
    return said[variable] ? 'file' : null;
  };
}

function variablesIn(settings: Pick<Settings, 'customers'>): NodeJS.Dict<string> {
  const said: NodeJS.Dict<string> = {};
  for (const place of tokenFiles(settings))
    if (existsSync(place)) Object.assign(said, parseEnv(readFileSync(place, 'utf8')));
  return said;
}

/**
 * Tokens by network, and by the service for short links: from the environment, else from a `.env` file beside the client list, else from one in the current
 * folder. This is the only place that reads any of them.
 */
export function tokensFor(networks: readonly AnyNetwork[], settings: Pick<Settings, 'customers'>): Map<string, string> {
  const said = variablesIn(settings);
  const shared = Object.entries(sharedVariables).map(([of, variable]) => ({ of, variable }));
  // Where a network and a service share a name, as VK's two, they share the variable, too.
  return new Map(
    [...shared, ...wantedTokens(networks)].flatMap(({ of, variable }) => {
      const token = process.env[variable] || said[variable];
      return token ? [[of, token] as const] : [];
    }),
  );
}

/** In a settings file `connectTo` may be a table of hosts, too. */
function fromTable(value: unknown): unknown {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).map(([host, origin]) => `${host}=${String(origin)}`);
}
