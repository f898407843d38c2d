import type { Readable, Writable } from 'node:stream';

/** What the browser tells of a tab, a frame, a worker or itself. Nothing in `params` is trusted. */
export interface BrowserEvent {
  method: string;
  params: ProtocolFields;
}

export type ProtocolFields = Readonly<Record<string, unknown>>;

/** The Chrome DevTools Protocol over a pair of pipes: JSON texts that end with a zero byte. */
export interface Connection {
  /** @param session of a tab, a frame or a worker; null is the browser. @throws ProtocolError */
  send(session: string | null, method: string, params?: ProtocolFields): Promise<ProtocolFields>;
  /** One listener for each session. */
  listen(session: string | null, heard: (event: BrowserEvent) => void): void;
  forget(session: string): void;
  /** Fails everything that still waits. */
  close(): void;
  isClosed(): boolean;
}

/** What the browser answers where it did not do what it was asked. */
export class ProtocolError extends Error {}

interface Message extends ProtocolFields {
  method?: string;
  sessionId?: string;
}

/** A longer message is not kept: pages decide how long some of them are. */
const maxMessageBytes = 16 * 1024 * 1024;
/** What is kept of a message that is too long: enough to say what it was about. */
const edgeBytes = 2048;

export function createConnection(from: Readable, to: Writable): Connection {
  const listeners = new Map<string | null, (event: BrowserEvent) => void>();
  const waiting = new Map<number, { resolve: (result: ProtocolFields) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let closed = false;

  function take({ id, method, params, sessionId, result, error }: Message): void {
    if (typeof id === 'number') {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (isFieldMap(error)) asked?.reject(new ProtocolError(String(error['message']).slice(0, 200)));
      else asked?.resolve(isFieldMap(result) ? result : {});
    } else if (method !== undefined) {
      listeners.get(sessionId ?? null)?.({ method, params: isFieldMap(params) ? params : {} });
    }
  }

  function close(): void {
    closed = true;
    for (const { reject } of waiting.values()) reject(new ProtocolError('the browser is closed'));
    waiting.clear();
    listeners.clear();
  }

  from.on('data', splitMessages(take));
  from.on('close', close);
  for (const stream of [from, to]) stream.on('error', close);

  return {
    send(session, method, params = {}) {
      if (closed) return Promise.reject(new ProtocolError('the browser is closed'));
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        to.write(`${JSON.stringify({ id, method, params, ...(session !== null && { sessionId: session }) })}\0`);
      });
    },
    listen: (session, heard) => listeners.set(session, heard),
    forget: (session) => listeners.delete(session),
    close,
    isClosed: () => closed,
  };
}

/** Cuts bytes into messages, holding no more than one that is not too long. */
function splitMessages(take: (message: Message) => void): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let bytes = 0;
  let start: Buffer | null = null;

  function add(part: Buffer): void {
    parts.push(part);
    bytes += part.length;
    if (bytes <= maxMessageBytes) return;
    const all = Buffer.concat(parts);
    start ??= Buffer.from(all.subarray(0, edgeBytes));
    parts = [Buffer.from(all.subarray(-edgeBytes))];
    bytes = edgeBytes;
  }

  return (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      add(chunk.subarray(from, end));
      const rest = Buffer.concat(parts).toString();
      const message = start ? cutMessage(start.toString(), rest) : parseMessage(rest);
      parts = [];
      bytes = 0;
      start = null;
      if (message) take(message);
      from = end + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  };
}

function parseMessage(text: string): Message | null {
  try {
    const message: unknown = JSON.parse(text);
    return isFieldMap(message) ? message : null;
  } catch {
    return null;
  }
}

/** What can be told of a message by its two ends: who it is for, and which request it announces. */
function cutMessage(start: string, end: string): Message | null {
  const id = /^\{"id":(\d+),/.exec(start)?.[1];
  if (id !== undefined) return { id: Number(id), error: { message: 'the answer is too long' } };
  const [, method, requestId] = /^\{"method":"([\w.]+)","params":\{"requestId":"([\w.-]+)"/.exec(start) ?? [];
  const sessionId = /"sessionId":"(\w+)"\}$/.exec(end)?.[1];
  return method && sessionId ? { method, sessionId, params: { requestId, cut: true } } : null;
}

export const isFieldMap = (value: unknown): value is ProtocolFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of a message that has to be a text. */
export const textField = (fields: ProtocolFields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};
