import { lookup } from '../../text/lookup.ts';
import type { Conflict, ApiFailure } from '../api.ts';

/** What the program refused or could not do; `present` is what stands there now, where somebody else was faster. */
export class Declined extends Error {
  readonly code: string;
  readonly present: unknown;

  constructor({ error, ...more }: ApiFailure | Conflict<unknown>) {
    super(error.message);
    this.code = error.code;
    this.present = 'present' in more ? more.present : null;
  }
}

/** Names this page, so that it knows which changes are its own. */
export const pageName = crypto.randomUUID();

type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

/** Asks the program. @throws Declined where it says no, or does not answer */
export async function ask<Answer>(method: Method, path: string, body?: object): Promise<Answer> {
  const headers: Record<string, string> = { 'x-page': pageName };
  if (body !== undefined)
    headers['content-type'] = body instanceof Blob ? 'application/octet-stream' : 'application/json';
  const sent = body === undefined ? null : body instanceof Blob ? body : JSON.stringify(body);
  const answer = await fetch(path, { method, headers, body: sent }).catch(() => {
    throw new Declined({ error: { code: 'silent', message: '' } });
  });
  const told = (await answer.json().catch(() => null)) as unknown;
  if (answer.ok) return told as Answer;
  throw new Declined(isFailure(told) ? told : { error: { code: 'silent', message: `${answer.status}` } });
}

const isFailure = (told: unknown): told is ApiFailure => typeof told === 'object' && told !== null && 'error' in told;

/** A route with its parts filled in, and a query. */
export function pathOf(route: string, parts: Record<string, string>, query: object = {}): string {
  const path = route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(lookup(parts, name) ?? ''));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const asked = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return asked === '' ? path : `${path}?${asked}`;
}
