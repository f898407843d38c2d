import { lookup as systemLookup } from 'node:dns';
import { type LookupFunction, isIP } from 'node:net';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { Agent, type Dispatcher } from 'undici';
import { unlessAborted } from './abort.ts';
import { guardedLookup } from './guard.ts';
import type { ReadHeader } from './rate-headers.ts';
import type { Route } from './route.ts';

/** What a server answered, whatever the status. */
export interface Reply {
  status: number;
  header: ReadHeader;
  /** By lower-case name. */
  headers: Record<string, string>;
  /** The content, also as text in UTF-8, or why there is none. */
  body: Content | { unusable: string };
}

interface Content {
  bytes: Uint8Array;
  readonly text: string;
}

/** No answer came. */
export interface Failure {
  failed: string;
  /** Another try cannot help. */
  final: boolean;
  /** The request left this machine, as far as can be known. */
  sent: boolean;
  /** Nothing at all was heard while an answer was waited for. */
  silent?: true;
}

export interface Message {
  method: 'GET' | 'HEAD' | 'POST';
  headers: Record<string, string>;
  /** Null where nothing is sent along. */
  body: string | Uint8Array | null;
}

/** Sends single requests: no pace, no retry, no redirect. */
export interface Wire {
  /**
   * @param limits `signal` ends the request where nobody waits for its answer any longer; `firstByteSeconds` is how long
   * the first byte of the answer is waited for
   */
  send(
    route: Route,
    message: Message,
    limits?: { signal?: AbortSignal | undefined; firstByteSeconds?: number | undefined },
  ): Promise<Reply | Failure>;
  close(): Promise<void>;
}

export interface WireOptions {
  /** For headers and body together. */
  timeoutSeconds: number;
  /** Of a body after decompression. */
  maxBytes: number;
  lookup?: LookupFunction | undefined;
  /** The address of this machine that requests leave from. */
  localAddress?: string | null;
}

export function createWire({
  timeoutSeconds,
  maxBytes,
  lookup = systemLookup,
  localAddress = null,
}: WireOptions): Wire {
  const connectSeconds = Math.ceil(timeoutSeconds / connectsWithin);
  // Two agents, so that a socket to a named target is never taken over by a request that must stay outside.
  const from = localAddress === null ? {} : { localAddress };
  const family = localAddress === null ? {} : { family: isIP(localAddress) };
  const open = new Agent({ ...from, connect: { timeout: connectSeconds * 1000, lookup, ...family } });
  const guarded = new Agent({
    ...from,
    connect: { timeout: connectSeconds * 1000, lookup: guardedLookup(lookup), ...family },
  });

  return {
    async send({ origin, path, headers, named }, { method, body, headers: own }, { signal, firstByteSeconds } = {}) {
      const ending = new AbortController();
      let allowed = Math.min(firstByteSeconds ?? timeoutSeconds, timeoutSeconds);
      let late = false;
      let hasBegun = false;
      const tooLate = (): void => {
        late = true;
        ending.abort();
      };
      const end = (): void => ending.abort();
      signal?.addEventListener('abort', end);
      let timer = setTimeout(tooLate, allowed * 1000);
      try {
        signal?.throwIfAborted();
        const ask = (): Promise<Dispatcher.ResponseData> =>
          (named ? open : guarded).request({
            origin,
            path,
            method,
            headers: { 'accept-encoding': 'gzip, br', ...own, ...headers },
            body,
            signal: ending.signal,
          });
        // undici heeds a signal only once there is a connection.
        const answer = await unlessAborted(ending.signal, ask);
        hasBegun = true;
        if (allowed < timeoutSeconds) {
          clearTimeout(timer);
          timer = setTimeout(tooLate, (timeoutSeconds - allowed) * 1000);
          allowed = timeoutSeconds;
        }
        const received = joined(answer.headers);
        const header: ReadHeader = (name) => received[name.toLowerCase()] ?? null;
        const content = await readBody(answer.body, header('content-encoding'), maxBytes);
        return { status: answer.statusCode, header, headers: received, body: content };
      } catch (error) {
        if (signal?.aborted) return { failed: 'it is no longer needed', final: true, sent: true };
        if (late) {
          const failed = `there was no full answer within ${allowed} seconds`;
          return { failed, final: false, sent: true, ...(!hasBegun && { silent: true }) };
        }
        return failureOf(error, connectSeconds);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
      }
    },

    async close() {
      await Promise.all([open.destroy(), guarded.destroy()]);
    },
  };
}

/** Several headers of one name become one, joined by `, `; empty ones are left out. */
function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

const decoders = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
]);

async function readBody(body: Readable, encoding: string | null, maxBytes: number): Promise<Reply['body']> {
  const decoder = decoders.get(encoding?.toLowerCase() ?? '');
  const known = decoder !== undefined || encoding === null || encoding === 'identity';
  const stream = decoder ? pipeline(body, decoder(), () => {}) : body;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return { unusable: `larger than ${maxBytes} bytes` };
    if (!known) return { unusable: `encoded as ${encoding}, which was not asked for` };
    chunks.push(chunk);
  }
  return contentOf(Buffer.concat(chunks));
}

/** Its text is decoded where it is asked for. */
export function contentOf(bytes: Uint8Array): Content {
  let text: string | null = null;
  return {
    bytes,
    get text() {
      text ??= new TextDecoder().decode(bytes);
      return text;
    },
  };
}

/** The part of the time for an answer within which a connection, encrypted where it is to be, must have come about. */
const connectsWithin = 4;

/** Codes of attempts that ended before a request could be sent. */
const unsent = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Codes of a machine without a way to the host. */
const noWay = new Set(['EAI_AGAIN', 'ENETDOWN', 'ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL']);

const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

/** Says what went wrong by its code or name alone: messages of libraries may quote what was sent, or the answer. */
function failureOf(error: unknown, connectSeconds: number): Failure {
  if (!(error instanceof Error)) return { failed: 'the answer could not be read', final: false, sent: true };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (error.name === 'HTTPParserError') return { failed: 'the answer is not valid HTTP', final: false, sent: true };
  if (code === null) return { failed: `the answer could not be read (${error.name})`, final: false, sent: true };
  const sent = !unsent.has(code);
  if (code === 'ENOTFOUND') return { failed: 'there is no such host', final: true, sent };
  if (code === 'NOT_PUBLIC')
    return { failed: 'its name resolves to an address that is not public', final: true, sent: false };
  if (code === 'UND_ERR_DESTROYED') return { failed: 'the run has ended', final: true, sent: false };
  if (code === 'UND_ERR_CONNECT_TIMEOUT')
    return { failed: `no connection came about within ${connectSeconds} seconds`, final: false, sent, silent: true };
  if (certificate.test(code))
    return { failed: `its certificate cannot be trusted (${code})`, final: true, sent: false };
  if (noWay.has(code)) return { failed: `there is no internet, or no way to this host (${code})`, final: false, sent };
  return { failed: `the connection failed (${code})`, final: false, sent };
}
