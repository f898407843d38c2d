import { createHash } from 'node:crypto';
import { lookup } from '../text/lookup.ts';
import type { KeptAnswer } from '../types/web.ts';
import { type Message, type Reply, contentOf } from './wire.ts';

/** What was answered before, under a text that stands for the request. */
export interface AnswerMemory {
  find(network: string, request: string): KeptAnswer | null;
  save(network: string, request: string, answer: KeptAnswer): void;
}

/** Characters of an answer that is kept. */
const mostKept = 2 * 1024 * 1024;

/**
 * Asks whether an answer is still what it was, where one is kept (RFC 9110, 13): a 304 then stands for it, and refreshes
 * its age. An answer that can be asked for so is kept.
 * @param send sends the message; called once more where a 304 is not about what is kept
 */
export async function revalidate(
  memory: AnswerMemory,
  { network, url, message }: { network: string; url: URL; message: Message },
  send: (message: Message) => Promise<Reply>,
): Promise<Reply> {
  const request = requestKey(url, message);
  const kept = memory.find(network, request);
  const condition = kept && conditionOf(kept.headers);
  let reply = await send(condition ? { ...message, headers: { ...message.headers, ...condition } } : message);
  if (kept && condition && reply.status === 304) {
    if (isAbout(kept, reply)) {
      const renewed = { ...kept, headers: { ...kept.headers, ...keptHeaders(reply.headers) } };
      memory.save(network, request, renewed);
      return renewedReply(renewed, reply);
    }
    reply = await send(message);
  }
  const { status, headers, body } = reply;
  if (status === 200 && 'text' in body && body.bytes.length <= mostKept && conditionOf(headers)) {
    memory.save(network, request, { headers: keptHeaders(headers), text: body.text });
  }
  return reply;
}

/** Answers differ by what is accepted, and by who asks; no token stands in a key. */
function requestKey({ href }: URL, { headers }: Message): string {
  const { authorization = '', ...others } = headers;
  const asker = authorization && createHash('sha256').update(authorization).digest('base64');
  return JSON.stringify([href, others['accept'] ?? '', asker]);
}

const entityTag = /^(?:W\/)?"[\x21\x23-\x7e]*"$/;

/** By its tag, or by its date, if that is a minute old: what changes within a second has one date (RFC 9110, 8.8.2.2). */
function conditionOf({ etag, 'last-modified': changed, date }: Record<string, string>): Record<string, string> | null {
  if (etag !== undefined && entityTag.test(etag)) return { 'if-none-match': etag };
  if (changed === undefined || date === undefined) return null;
  const isSettled = Date.parse(date) - Date.parse(changed) >= 60_000;
  return isSettled ? { 'if-modified-since': new Date(changed).toUTCString() } : null;
}

/** A 304 that names another tag than the one that was sent is about something else (RFC 9111, 4.3.4). */
function isAbout({ headers: { etag } }: KeptAnswer, { headers }: Reply): boolean {
  return (
    headers['etag'] === undefined || etag === undefined || withoutWeakness(headers['etag']) === withoutWeakness(etag)
  );
}

const withoutWeakness = (tag: string): string => tag.replace(/^W\//, '');

/** What a reader of the answer or the next condition needs; nothing of cookies, limits and ways. */
const needed = new Set(['content-type', 'date', 'etag', 'last-modified', 'link']);

const keptHeaders = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => needed.has(name)));

/** As if it had come whole; limits are those that the server told just now. */
function renewedReply(kept: KeptAnswer, reply: Reply): Reply {
  const headers = { ...reply.headers, ...kept.headers };
  const header = (name: string): string | null => lookup(headers, name.toLowerCase()) ?? null;
  return { status: 200, header, headers, body: contentOf(Buffer.from(kept.text)) };
}
