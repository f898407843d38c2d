import dns from 'node:dns';
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type RunResult, analyze } from '../../src/index.ts';
import { blueskyDouble } from '../doubles/bluesky.ts';
import type { Double, Graph, Question } from '../doubles/graph.ts';
import { mastodonDouble } from '../doubles/mastodon.ts';
import { nodebbDouble } from '../doubles/nodebb.ts';
import { hurriedClock } from '../helpers/clock.ts';
import { networkOf } from '../networks/sites/sites.ts';
import type { Report, Row } from '../../src/types/report.ts';
import type { Fault } from './exchange.ts';

/** What is asked about the one profile, or the one page, that the fault is for. */
type OfProfile = 'profile' | 'list';
type OfPage = 'facts' | 'posts';
type Position = OfProfile | OfPage;
/** A run has the fault at two positions: what comes of them can be told apart. */
export const pairs: [OfProfile, OfPage][] = [
  ['profile', 'posts'],
  ['list', 'facts'],
];
export const modes = ['once', 'always'] as const;
export type Mode = (typeof modes)[number];

const people = ['anna', 'boris', 'carla', 'dora'];
const media = ['growers', 'rosedesk', 'lawnmen'];
const graph: Graph = {
  people: people.map((name) => ({ name, follows: media, state: 'open' })),
  media: media.map((name) => ({ name, title: name, subscribers: 9000, outside: 6, own: 4 })),
};
/** Whose profile and list, and which page, the fault is for. */
const [victim, page] = ['boris', 'rosedesk'];

const forumHost = 'forum.garden.example';
const doubles: Record<string, Double> = {
  bluesky: blueskyDouble(graph),
  mastodon: mastodonDouble(graph),
  forum: nodebbDouble(graph, { host: forumHost }),
};
const networkIds = Object.keys(doubles);

const idIn = async (network: 'bluesky' | 'mastodon', path: string, query: string): Promise<string> => {
  const double = doubles[network];
  const question = { method: 'GET', path, query: new URLSearchParams(query), headers: {}, body: '' };
  const told = await double?.answer({ ...question, host: double.hosts[0] ?? '' });
  const [id = ''] = /(?<="(?:did|id)":")[^"]+/.exec(told?.body ?? '') ?? [];
  return encodeURIComponent(id);
};
const didOf = (name: string): Promise<string> =>
  idIn('bluesky', '/xrpc/app.bsky.actor.getProfiles', `actors=${name}.example`);
const accountOf = (name: string): Promise<string> => idIn('mastodon', '/api/v1/accounts/lookup', `acct=${name}`);

/** The addresses by which each protocol asks. */
const addresses: Record<Position, RegExp> = {
  profile: RegExp(String.raw`getProfiles\?.*${victim}|lookup\?acct=${victim}|user/${victim}/groups`),
  list: RegExp(
    String.raw`getFollows\?actor=${await didOf(victim)}|accounts/${await accountOf(victim)}/following|user/${victim}/following`,
  ),
  facts: RegExp(String.raw`getProfiles\?.*${await didOf(page)}|lookup\?acct=${page}|user/${page}$`),
  posts: RegExp(
    String.raw`getAuthorFeed\?actor=${await didOf(page)}|accounts/${await accountOf(page)}/statuses|user/${page}/posts`,
  ),
};

/** What names resolve to: no server for names is asked. */
const resolved = new Map([
  ['router.example', '192.168.1.1'],
  ['inside.example', '10.0.0.1'],
]);
const systemLookup = dns.lookup;
const lookup = (host: string, options: dns.LookupOptions, done: (...found: unknown[]) => void): void => {
  if (!host.endsWith('.example')) return systemLookup(host, options, done);
  const address = resolved.get(host) ?? null;
  if (address === null) return done(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
  return options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4);
};

interface Outcome {
  result: RunResult;
  /** Positions and hosts at which the fault acted. */
  acts: ReadonlySet<string>;
  /** Requests to an address that nothing may ask. */
  trespasses: number;
}

async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<[string, () => void]> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return [`http://127.0.0.1:${port}`, close];
}

/** One run, in which a fault acts where it is told. */
async function runWith(fault?: Fault, pair: Position[] = [], mode: Mode = 'once'): Promise<Outcome> {
  const acts = new Set<string>();
  let [times, trespasses] = [0, 0];
  const [canary, closeCanary] = await listening((_, response) => {
    trespasses += 1;
    response.end('{}');
  });
  const byHost = new Map(
    Object.values(doubles).flatMap((double) => double.hosts.map((host) => [host, double] as const)),
  );
  const [origin, close] = await listening((request, response) => {
    const host = request.headers.host ?? '';
    const url = new URL(request.url ?? '/', `https://${host}`);
    response.on('error', () => undefined);
    const question = {
      method: 'GET',
      host,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: '',
    };
    void respond(question, url, response);
  });
  async function respond(question: Question, url: URL, response: ServerResponse): Promise<void> {
    const { host } = question;
    const right = (await byHost.get(host)?.answer(question)) ?? { status: 421, body: '' };
    const position = pair.find((each) => addresses[each].test(url.href));
    if (fault && position && (mode === 'always' || !acts.has(`${position} ${host}`))) {
      acts.add(`${position} ${host}`);
      fault.act({ response, right, url, canary: `${canary}/`, times: times++ });
    } else response.writeHead(right.status, right.headers).end(right.body);
  }
  const connectTo = Object.fromEntries([...byHost.keys()].map((host) => [host, origin]));
  const customers = people.map((name) => ({
    customer: name,
    profile: Object.values(doubles)
      .map((double) => double.addressOf(name))
      .join(' '),
  }));
  const settings = { customers, connectTo, top: 20 };
  const site = networkOf({ id: 'forum', host: forumHost, like: 'nodebb' });
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  // A server that does not answer is waited for less than half a minute.
  AbortSignal.timeout = (milliseconds) => timeout(milliseconds / (fault?.isSlow ? 40 : 1));
  dns.lookup = lookup as typeof dns.lookup;
  syncBuiltinESMExports();
  try {
    const result = await analyze(settings, { clock: hurriedClock(), networks: [site] });
    return { result, acts, trespasses };
  } finally {
    AbortSignal.timeout = timeout;
    dns.lookup = systemLookup;
    syncBuiltinESMExports();
    close();
    closeCanary();
  }
}

let undisturbed: Promise<Outcome> | undefined;

const incomplete = ['hidden', 'not_found', 'needs_login', 'truncated', 'not_reached'] as const;
const keyOf = ({ network, url }: Row): string => `${network} ${url}`;

/** At the two positions. */
type Result = [string, string];

/**
 * What came of a fault at each of two positions: `right`, nothing was lost; `told`, the profile or page it was for is
 * missing or in doubt, and the report says so; `believed`, an answer that cannot be told from a true one; anything else
 * says what is wrong.
 */
export async function resultOf(fault: Fault, pair: [OfProfile, OfPage], mode: Mode): Promise<Result> {
  undisturbed ??= runWith();
  const { result: clean } = await undisturbed;
  try {
    const { result, acts, trespasses } = await runWith(fault, pair, mode);
    const unacted = pair.filter(
      (position) => !networkIds.some((id) => acts.has(`${position} ${doubles[id]?.hosts[0]}`)),
    );
    if (unacted.length > 0 && !fault.isLongWait)
      return both(`WRONG: the fault did not act at ${unacted.join(' and ')}`);
    if (trespasses > 0) return both('WRONG: an address was asked that nothing may ask');
    const wrong = fault.isLongWait ? wrongInCounts(result, pair, true) : wrongIn(result, clean.report, pair);
    return wrong === null ? kindsOf(result.report, clean.report) : both(wrong);
  } catch (error) {
    return both(`WRONG: the run ended with ${String(error)}`);
  }
}

const both = (result: string): Result => [result, result];

const countsOf = ({ rows }: Report): string =>
  JSON.stringify(rows.map((row) => `${keyOf(row)} ${row.customers}`).toSorted());
const verdictOf = ({ verdict, reason }: Row): string => `${verdict} ${reason}`;

function kindsOf(report: Report, clean: Report): Result {
  const isTold = report.coverage.some((each) => incomplete.some((status) => Number(each[status]) > 0));
  const ofProfile = isTold ? 'told' : countsOf(report) === countsOf(clean) ? 'right' : 'believed';
  const rows = new Map(report.rows.map((row) => [keyOf(row), row]));
  let ofPage = 'right';
  for (const right of clean.rows.filter(({ url }) => url.includes(page))) {
    const row = rows.get(keyOf(right));
    if (!row) continue;
    if (verdictOf(row) !== verdictOf(right)) ofPage = 'told';
    else if (ofPage === 'right' && row.subscribers !== right.subscribers) ofPage = 'believed';
  }
  return [ofProfile, ofPage];
}

/** Bluesky is asked for many profiles, and for the facts of many pages, in one request: they share its fault. */
const isShared = (network: string, pair: Position[]): boolean =>
  network === 'bluesky' && (pair.includes('profile') || pair.includes('facts'));

/** @param isAll whether a network may lose all its lists */
function wrongInCounts({ report, complete }: RunResult, pair: Position[], isAll: boolean): string | null {
  for (const network of networkIds) {
    const told = report.coverage.find((each) => each.network === network);
    if (!told) return `WRONG: nothing is told of ${network}`;
    const lost = incomplete.reduce((sum, status) => sum + Number(told[status]), 0);
    const all = Number(told.read) + lost;
    if (all !== people.length) return `WRONG: ${network} tells of ${all} profiles`;
    const isBatch = network === 'bluesky' && pair.includes('profile');
    if (lost > 1 && !isBatch && !isAll) return `WRONG: ${network} lost ${lost} lists`;
  }
  const isLost = report.coverage.some(({ not_reached }) => Number(not_reached) > 0);
  return isLost && complete ? 'WRONG: a run that did not reach a profile calls itself complete' : null;
}

function wrongIn(result: RunResult, clean: Report, pair: Position[]): string | null {
  const { report } = result;
  const rows = new Map(report.rows.map((row) => [keyOf(row), row]));
  for (const right of clean.rows) {
    if (isShared(right.network, pair)) continue;
    const row = rows.get(keyOf(right));
    if (!row) return `WRONG: ${right.url} is missing`;
    if (right.customers - row.customers > 1) return `WRONG: ${right.url} has ${row.customers} clients`;
    if (row.verdict !== right.verdict && !right.url.includes(page)) {
      return `WRONG: ${right.url} is ${row.verdict} (${row.reason})`;
    }
  }
  return wrongInCounts(result, pair, false);
}
