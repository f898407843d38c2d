import { setMaxListeners } from 'node:events';
import type { LookupFunction } from 'node:net';
import { Stopped, UnexpectedAnswer, Unreachable } from '../errors.ts';
import type { Remedy } from '../types/resource.ts';
import type { Clock } from '../types/run.ts';
import type { LearntLimit, Web, WebRequest } from '../types/web.ts';
import { abortable, unlessAborted } from './abort.ts';
import { answerIn, markupIn, pageIn, parseJson, renderedIn } from './answer.ts';
import { createBrowser } from './browser/pool.ts';
import type { PageLimits } from './browser/page.ts';
import { createHost, type Host, type HostLimits } from './host.ts';
import { textOf } from '../text/html.ts';
import { createSubresources, type LoadSubresource } from './browser/subresources.ts';
import { urlFrom, headersFor, nextAddress } from './redirect.ts';
import { rememberRobots, type RobotsRule, robotsRule, unreadableRobots } from './robots.ts';
import { type AnswerMemory, revalidate } from './revalidate.ts';
import { type Route, routeTo } from './route.ts';
import type { SharedTurns } from './shared-turns.ts';
import { createSockets } from './sockets.ts';
import { createWire, type Failure, type Message, type Reply } from './wire.ts';

export interface WebClientOptions {
  clock: Clock;
  /** Origins to ask instead of a host; keys are `host` or `host:port` as in `URL.host`, lower case. */
  connectTo: Map<string, string>;
  userAgent: string;
  /**
   * Sockets in use: three quarters of them at most by hosts that have not answered. Of those that are only waited for,
   * see `patienceSeconds`, there may be twice as many more.
   */
  concurrency?: number;
  /** How long the first byte of an answer is waited for where a host has never answered. */
  firstByteSeconds?: number;
  /** After which a request to such a host no longer keeps others waiting. */
  patienceSeconds?: number;
  /** What earlier runs learnt of limits that no document tells. */
  learnt?: readonly LearntLimit[];
  onLearn?: (limit: LearntLimit) => void;
  /** What earlier runs were answered and kept; without it nothing is. */
  kept?: AnswerMemory;
  /** A server wants its host to be left alone until this instant; told once a wait, not once a request. */
  onWait?: (wait: { host: string; until: number; why: string }) => void;
  /** Told once, as soon as any host answers, before the answer is used. */
  onAnswer?: () => void;
  /** How long nobody may answer at all: then there is no internet, and nobody is asked any more. */
  maxSilenceSeconds?: number;
  /** The longest wait that a server may ask of one request; a longer one ends it. */
  maxWaitSeconds?: number;
  /** For one try, headers and body together. */
  timeoutSeconds?: number;
  /** Of one body, after decompression. */
  maxBytes?: number;
  /** 0 (inclusive) to 1 (exclusive), for the waits between tries. */
  random?: () => number;
  lookup?: LookupFunction;
  /** Tokens by network. */
  tokens?: ReadonlyMap<string, string>;
  /** Takes an amount from a network's budget, or says why it does not hold so much. */
  takeFromBudget?: (network: string, amount: number) => string | null | Promise<string | null>;
  /** The limits of a host that other machines with the same token keep together with this one. */
  sharedTurns?: (host: string, limits: HostLimits, token: string) => SharedTurns;
  /** The address of this machine that requests leave from; the system's choice where there is none. */
  localAddress?: string | null;
  /** When a network's budget counts anew; null where nobody can say. */
  budgetRenewal?: (network: string, now: number) => number | null;
  /** The program that draws pages; null looks for one where it is installed. */
  browser?: string | null;
  /** Pages drawn at once. */
  pagesAtOnce?: number;
  pageLimits?: Partial<PageLimits>;
  /** Once it is aborted everything that is asked or waited for rejects with its reason, and nothing more is sent. */
  signal?: AbortSignal;
}

/** Who asks: a host keeps the limits of the network that asked it first. */
interface Asker extends HostLimits {
  id: string;
}

/** How a request is asked, besides what it says. */
interface RequestOptions extends Pick<WebRequest, 'busy' | 'capped' | 'cost' | 'revalidate'> {
  /** Throws where an address, the first or one redirected to, must not be asked. */
  need?: (url: URL) => Promise<void>;
  redirects?: number;
}

/** The one way to the web. */
export interface WebClient {
  /** How one network asks. */
  for(network: Asker): Web;
  /** Requests really sent, by host. */
  requests(): Map<string, number>;
  /** Why each host that was asked did not answer; null where one did, or none was asked. */
  silence(): Map<string, string> | null;
  /** Ends what is under way, closes all sockets and ends the browser. */
  close(): Promise<void>;
}

const maxRedirects = 3;
/** RFC 9309, 2.3.1.2. */
const maxRobotsRedirects = 5;
/** Of pages that are drawn; it decides in which language a script says `1.2K followers`. */
const language = 'en-US';

export function createWebClient(options: WebClientOptions): WebClient {
  const {
    clock: given,
    connectTo,
    userAgent,
    concurrency = 64,
    firstByteSeconds = 10,
    patienceSeconds = 1,
    learnt = [],
    onLearn = () => {},
    kept,
    onWait = () => {},
    onAnswer = () => {},
    maxSilenceSeconds = 60,
    maxWaitSeconds = 960,
    timeoutSeconds = 30,
    maxBytes = 10 * 1024 * 1024,
    random = Math.random,
    lookup,
    tokens = new Map(),
    takeFromBudget = () => null,
    budgetRenewal = () => null,
    sharedTurns,
    localAddress = null,
    browser: named = null,
    pagesAtOnce = 2,
    pageLimits = {},
  } = options;
  const signal = AbortSignal.any(options.signal ? [options.signal] : []);
  setMaxListeners(0, signal);
  const clock = abortable(given, signal);
  const wire = createWire({ timeoutSeconds, maxBytes, lookup, localAddress });
  const sockets = createSockets(concurrency, patienceSeconds * 1000);
  const hosts = new Map<string, Host>();
  const sent = new Map<string, number>();
  const failures = new Map<string, string>();
  let answered = false;
  let silentSince: number | null = null;
  const memory = new Map<string, Promise<unknown>>();
  const stopped = new Map<string, Stopped>();
  const robots = rememberRobots(clock);
  const browser = createBrowser({ named, concurrency: pagesAtOnce, userAgent, language, maxBytes, ...pageLimits });
  const loadSubresource = createSubresources({ send: sendSubresource, redirects: maxRedirects });

  function hostOf(url: URL, network: Asker): Host {
    const known = hosts.get(url.host);
    if (known) return known;
    const token = tokens.get(network.id);
    const shared = (token !== undefined && sharedTurns?.(url.host, network, token)) || null;
    const told = { onWait, learnt, onLearn, shared };
    const host = createHost(url.host, network, { clock, random, sockets, maxWaitSeconds, ...told });
    hosts.set(url.host, host);
    return host;
  }

  function needNotStopped({ id }: Asker): void {
    const why = stopped.get(id);
    if (why) throw why;
  }

  /** Where packets get lost every try takes its whole timeout: what fifty hosts bear one after another, nobody waits for. */
  function needNotOffline(url: URL): void {
    silentSince ??= clock.now();
    if (answered || failures.size === 0 || clock.now() - silentSince < maxSilenceSeconds * 1000) return;
    throw new Unreachable(url.href, `no internet: no host answered within ${maxSilenceSeconds} seconds`);
  }

  async function ask(
    url: URL,
    message: Message,
    network: Asker,
    { busy, capped, cost }: RequestOptions,
  ): Promise<Reply> {
    needNotStopped(network);
    needNotOffline(url);
    const route = routeTo(url, connectTo);
    const inTurn = async (isNew: boolean): Promise<Reply | Failure> => {
      signal.throwIfAborted();
      needNotStopped(network);
      needNotOffline(url);
      const refused = cost === undefined ? null : await takeFromBudget(network.id, cost);
      if (refused !== null)
        throw stop(network.id, refused, 'raise_budget', budgetRenewal(network.id, clock.now()) ?? undefined);
      const limits = { signal, firstByteSeconds: isNew ? firstByteSeconds : undefined };
      const outcome = await send(url, route, message, limits);
      signal.throwIfAborted();
      return 'status' in outcome ? asMeant(outcome, busy, capped) : outcome;
    };
    return unlessAborted(signal, () => hostOf(url, network).ask(url, inTurn));
  }

  async function send(
    url: URL,
    route: Route,
    message: Message,
    limits: { signal: AbortSignal; firstByteSeconds?: number | undefined },
  ): Promise<Reply | Failure> {
    const outcome = await wire.send(route, message, limits);
    if ('status' in outcome) hear();
    else if (!signal.aborted) failures.set(url.host, outcome.failed);
    if ('status' in outcome || outcome.sent) sent.set(url.host, (sent.get(url.host) ?? 0) + 1);
    return outcome;
  }

  function hear(): void {
    if (answered) return;
    answered = true;
    onAnswer();
  }

  /** What a page loads beside its document takes no turn, but its host's wish to be left alone is heard. */
  async function sendSubresource(url: URL, message: Message, gone: AbortSignal): Promise<Reply | Failure> {
    const route = routeTo(url, connectTo);
    const free = await sockets.enter('answers');
    try {
      const outcome = await send(url, route, message, { signal: gone });
      if ('status' in outcome) hosts.get(url.host)?.heard(outcome);
      return outcome;
    } finally {
      free();
    }
  }

  async function askAndFollow(
    start: string,
    message: Message,
    network: Asker,
    request: RequestOptions = {},
  ): Promise<{ url: URL; reply: Reply }> {
    const { need, redirects = maxRedirects } = request;
    let url = urlFrom(start);
    let headers = message.headers;
    for (let followed = 0; ; followed += 1) {
      await need?.(url);
      const askWith = (asked: Message): Promise<Reply> => ask(url, asked, network, request);
      const current = { ...message, headers };
      const mayBeKept = kept && request.revalidate && message.method === 'GET';
      const reply = await (mayBeKept
        ? revalidate(kept, { network: network.id, url, message: current }, askWith)
        : askWith(current));
      const next = message.method === 'GET' ? nextAddress(url, reply) : null;
      if (!next) return { url, reply };
      if (followed === redirects) throw new Unreachable(start, `redirected more than ${redirects} times`);
      headers = headersFor(next, url, headers);
      url = next;
    }
  }

  function stop(network: string, why: string, remedy?: Remedy, retryAt?: number): Stopped {
    const told = { ...(remedy && { remedy }), ...(retryAt !== undefined && { retryAt }) };
    const known = stopped.get(network) ?? new Stopped('', why, told);
    stopped.set(network, known);
    return known;
  }

  /** @throws Unreachable where the site's robots.txt does not allow the address */
  async function needRobotsConsent(url: URL, network: Asker): Promise<void> {
    const rule = await robots(url.origin, () => robotsOf(url.origin, network));
    const why = rule(url.href);
    if (why !== null) throw new Unreachable(url.href, why);
  }

  async function robotsOf(origin: string, network: Asker): Promise<RobotsRule> {
    try {
      const message = messageOf(userAgent, 'text/plain', {});
      const { reply } = await askAndFollow(`${origin}/robots.txt`, message, network, { redirects: maxRobotsRedirects });
      return robotsRule(origin, reply, userAgent);
    } catch (error) {
      if (error instanceof Unreachable || error instanceof UnexpectedAnswer) return unreadableRobots(error.message);
      throw error;
    }
  }

  async function remember<Value>(key: string, request: () => Promise<Value>): Promise<Value> {
    const known = memory.get(key);
    if (known) return known as Promise<Value>;
    const asked = request();
    memory.set(key, asked);
    try {
      return await asked;
    } catch (error) {
      memory.delete(key);
      throw error;
    }
  }

  function webOf(network: Asker): Web {
    const need = async (address: URL): Promise<void> => {
      if (!isWrittenForPrograms(address)) await needRobotsConsent(address, network);
    };
    const load: LoadSubresource = (...asked) => {
      needNotStopped(network);
      return loadSubresource(...asked);
    };
    return {
      token: tokens.get(network.id) ?? null,

      async json(url, shape, request = {}) {
        const message = messageOf(userAgent, 'application/json', request);
        const { url: end, reply } = await askAndFollow(url, message, network, request);
        return answerIn(end.href, reply, shape);
      },

      async page(url, { kind = 'html', ...request } = {}) {
        const message = messageOf(userAgent, kind === 'html' ? 'text/html' : 'text/xml, application/xml', request);
        const { url: end, reply } = await askAndFollow(url, message, network, { ...request, need });
        return pageIn(end.href, reply, kind);
      },

      async rendered(url, look) {
        await browser.find();
        const message = messageOf(userAgent, 'text/html', { headers: { 'accept-language': language } });
        const document = (address: string) => askAndFollow(address, message, network, { need });
        const first = await document(url);
        markupIn(first.url.href, first.reply, 'html');
        const {
          url: end,
          html,
          reply,
        } = await unlessAborted(signal, () => browser.show(first, look, { document, load }));
        return renderedIn(end, html, reply);
      },

      stop: (why, remedy) => {
        const renewal = remedy === 'wait' ? budgetRenewal(network.id, clock.now()) : null;
        return stop(network.id, why, remedy, renewal ?? undefined);
      },

      isRedirected: (host) => connectTo.has(host),

      once: (key, request) => remember(`${network.id} ${key}`, request),

      textOf,
    };
  }

  return {
    for: webOf,
    requests: () => new Map(sent),
    silence: () => (answered || failures.size === 0 ? null : new Map(failures)),
    async close() {
      await Promise.all([browser.close(), wire.close()]);
    },
  };
}

/** What a site writes for programs alone (RFC 8615) is no page that a crawler would find. */
const isWrittenForPrograms = ({ pathname }: URL): boolean => pathname.startsWith('/.well-known/');

function messageOf(userAgent: string, accept: string, { headers = {}, body, form }: WebRequest): Message {
  const own = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  const posted = body === undefined ? form && new URLSearchParams(form).toString() : JSON.stringify(body);
  const type = body === undefined ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    method: posted === undefined ? 'GET' : 'POST',
    headers: { 'user-agent': userAgent, accept, ...(posted && { 'content-type': type }), ...Object.fromEntries(own) },
    body: posted ?? null,
  };
}

/** A "too busy" of status 200 or 403 becomes the 429 that other networks send, and a 429 that no wait helps a 403. */
function asMeant(reply: Reply, busy: WebRequest['busy'], capped: WebRequest['capped']): Reply {
  const { status, header, body } = reply;
  const isAbout = (status === 200 || status === 403 || status === 429) && (busy || capped);
  const json = isAbout && 'text' in body ? parseJson(body.text) : null;
  if (!json) return reply;
  if (status === 429 && capped?.(json.value)) return { ...reply, status: 403 };
  const seconds = busy?.(json.value) ?? null;
  if (seconds === null) return reply;
  const wait = header('retry-after') ?? String(seconds);
  return { ...reply, status: 429, header: (name) => (name.toLowerCase() === 'retry-after' ? wait : header(name)) };
}
