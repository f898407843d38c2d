import { jsonText } from '../text/sanitize.ts';

/** An error of the protocol. Codes: https://www.jsonrpc.org/specification#error_object (2026-11). */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: number;

  constructor(code: keyof typeof codes, message: string) {
    super(message);
    this.code = codes[code];
  }
}

const codes = { parse: -32_700, request: -32_600, method: -32_601, params: -32_602, internal: -32_603 } as const;

/** The other side of the line. */
export interface Peer {
  /** @throws RpcError where it answers with an error, Error where the line ends before it answers */
  request: (method: string, params: object) => Promise<unknown>;
  notify: (method: string, params: object) => void;
}

/** Answers a request; the signal ends where the other side takes it back. */
export type Handle = (method: string, params: unknown, signal: AbortSignal) => unknown;

type Id = string | number;
type Message = Record<string, unknown>;

/** Characters of a message at most. */
const longest = 1_000_000;

/**
 * JSON-RPC 2.0 over lines of text, one message a line, both ways.
 * @param send takes a whole line without its end
 * @returns what hears the pieces of text that come in, and tells the other side
 */
export function openLine(
  send: (line: string) => void,
  handle: Handle,
): Peer & { hear: (piece: string) => void; end: () => void } {
  const running = new Map<Id, AbortController>();
  const asked = new Map<Id, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let next = 0;
  let held = '';
  let isTooLong = false;

  const tell = (message: Message): void => send(jsonText({ jsonrpc: '2.0', ...message }));
  const refuse = (id: Id | null, { code, message }: RpcError): void => tell({ id, error: { code, message } });

  function hearLine(line: string): void {
    if (line.trim() === '') return;
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch {
      return refuse(null, new RpcError('parse', 'this is not JSON'));
    }
    if (!isMessage(message)) return refuse(null, new RpcError('request', 'this is no message of JSON-RPC 2.0'));
    const { id, method, params } = message;
    if (typeof method === 'string' && isId(id)) void answer(id, method, params);
    else if (typeof method === 'string') hearNotice(method, params);
    else if (isId(id)) settle(id, message);
    else refuse(null, new RpcError('request', 'a message has a method or an id'));
  }

  async function answer(id: Id, method: string, params: unknown): Promise<void> {
    const ending = new AbortController();
    running.set(id, ending);
    try {
      const result = await handle(method, params, ending.signal);
      if (!ending.signal.aborted) tell({ id, result });
    } catch (error) {
      if (ending.signal.aborted) return;
      refuse(id, error instanceof RpcError ? error : new RpcError('internal', 'the program failed'));
    } finally {
      running.delete(id);
    }
  }

  function hearNotice(method: string, params: unknown): void {
    if (method !== 'notifications/cancelled' || !isRecord(params)) return;
    const id = params['requestId'];
    if (isId(id)) running.get(id)?.abort(new Error('the request was taken back'));
  }

  function settle(id: Id, { result, error }: Message): void {
    const waiting = asked.get(id);
    asked.delete(id);
    if (isRecord(error)) waiting?.reject(new Error(String(error['message'])));
    else waiting?.resolve(result);
  }

  return {
    hear(piece) {
      const lines = piece.split('\n');
      for (const [index, part] of lines.entries()) {
        if (held.length + part.length > longest) isTooLong = true;
        held = isTooLong ? '' : held + part;
        if (index === lines.length - 1) return;
        if (isTooLong) refuse(null, new RpcError('request', `a message of more than ${longest} characters`));
        else hearLine(held);
        [held, isTooLong] = ['', false];
      }
    },
    request(method, params) {
      const id = `target-resources-${next++}`;
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
        tell({ id, method, params });
      });
    },
    notify: (method, params) => tell({ method, params }),
    end() {
      for (const ending of running.values()) ending.abort(new Error('the line has ended'));
      for (const { reject } of asked.values()) reject(new Error('the line has ended'));
    },
  };
}

const isRecord = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMessage = (value: unknown): value is Message => isRecord(value) && value['jsonrpc'] === '2.0';
const isId = (value: unknown): value is Id => typeof value === 'string' || Number.isInteger(value);
