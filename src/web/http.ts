import type { LookupFunction } from 'node:net';
import pLimit from 'p-limit';
import { UnexpectedAnswer, Unreachable } from '../errors.ts';
import type { Clock, Pace, Web } from '../types.ts';
import { answerIn } from './answer.ts';
import { createHost, type Host } from './host.ts';
import { textOf } from './html.ts';
import { routeTo } from './route.ts';
import { createWire, type Message, type Reply } from './wire.ts';

export interface DoorOptions {
  clock: Clock;
  /** Origins to ask instead of a host; keys are `host` or `host:port` as in `URL.host`, lower case. */
  connectTo: Map<string, string>;
  userAgent: string;
  /** Sockets in use at all. */
  atOnce?: number;
  /** A server wants its host to be left alone until this instant; told once a wait, not once a request. */
  onWait?: (wait: { host: string; until: number; why: string }) => void;
  /** The longest wait that a server may ask of one request; a longer one ends it. */
  maxWaitSeconds?: number;
  /** For one try, headers and body together. */
  timeoutSeconds?: number;
  /** Of one body, after decompression. */
  maxBytes?: number;
  /** 0 (inclusive) to 1 (exclusive), for the waits between tries. */
  random?: () => number;
  lookup?: LookupFunction;
}

/** The one way to the web. */
export interface Door {
  /** How one network asks. A host keeps the pace of the network that asked it first. */
  for(network: { id: string; paces: Pace[]; atOnce: number }): Web;
  /** Requests really sent, by host. */
  requests(): Map<string, number>;
  /** Ends what is under way and closes all sockets. */
  close(): Promise<void>;
}

const maxRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/** What may follow a redirect to another host: nothing that could say who asks. */
const harmless = new Set(['user-agent', 'accept', 'accept-language']);

export function createDoor(options: DoorOptions): Door {
  const {
    clock,
    connectTo,
    userAgent,
    atOnce = 64,
    onWait = () => {},
    maxWaitSeconds = 900,
    timeoutSeconds = 30,
    maxBytes = 10 * 1024 * 1024,
    random = Math.random,
    lookup,
  } = options;
  const wire = createWire({ timeoutSeconds, maxBytes, lookup });
  const sockets = pLimit(atOnce);
  const hosts = new Map<string, Host>();
  const sent = new Map<string, number>();
  const memory = new Map<string, Promise<unknown>>();

  function hostOf(url: URL, network: { paces: Pace[]; atOnce: number }): Host {
    const known = hosts.get(url.host);
    if (known) return known;
    const host = createHost(url.host, network, { clock, random, sockets, maxWaitSeconds, onWait });
    hosts.set(url.host, host);
    return host;
  }

  function ask(url: URL, message: Message, network: { paces: Pace[]; atOnce: number }): Promise<Reply> {
    const route = routeTo(url, connectTo);
    return hostOf(url, network).ask(url, async () => {
      const outcome = await wire.send(route, message);
      if ('status' in outcome || outcome.sent) sent.set(url.host, (sent.get(url.host) ?? 0) + 1);
      return outcome;
    });
  }

  async function askAndFollow(
    start: string,
    message: Message,
    network: { paces: Pace[]; atOnce: number },
  ): Promise<{ url: URL; reply: Reply }> {
    let url = addressOf(start);
    let headers = message.headers;
    for (let followed = 0; ; followed += 1) {
      const reply = await ask(url, { ...message, headers }, network);
      const location = reply.header('location');
      if (!redirects.has(reply.status) || location === null || message.body !== null) return { url, reply };
      if (followed === maxRedirects) throw new Unreachable(start, `redirected more than ${maxRedirects} times`);
      const next = addressOf(location, url);
      if (next.host !== url.host) headers = harmlessOf(headers);
      url = next;
    }
  }

  return {
    for: (network) => ({
      async json(url, shape, { headers, body } = {}) {
        const message = messageOf(userAgent, headers, body);
        const { url: end, reply } = await askAndFollow(url, message, network);
        return answerIn(end.href, reply, shape);
      },

      async once<Value>(key: string, request: () => Promise<Value>): Promise<Value> {
        const full = `${network.id} ${key}`;
        const known = memory.get(full);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key asks for one kind of value
        if (known) return known as Promise<Value>;
        const asked = request();
        memory.set(full, asked);
        try {
          return await asked;
        } catch (error) {
          memory.delete(full);
          throw error;
        }
      },

      textOf,
    }),

    requests: () => new Map(sent),
    close: () => wire.close(),
  };
}

function messageOf(userAgent: string, headers: Record<string, string> = {}, body?: unknown): Message {
  const own = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  return {
    headers: {
      'user-agent': userAgent,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...Object.fromEntries(own),
    },
    body: body === undefined ? null : JSON.stringify(body),
  };
}

const harmlessOf = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => harmless.has(name)));

function addressOf(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) {
    if (base) throw new UnexpectedAnswer(base.href, 'redirected to something that is not an address');
    throw new UnexpectedAnswer(text.replace(/[?#].*$/s, ''), 'this is not an address');
  }
  const url = new URL(text, base);
  url.hash = '';
  return url;
}
