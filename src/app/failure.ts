import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { UserError } from '../errors.ts';
import { sanitize } from '../text/sanitize.ts';
import type { ApiFailure, Conflict } from './api.ts';

/** An answer that says what went wrong. */
export const refuse = (context: Context, status: ContentfulStatusCode, code: string, message: string): Response =>
  context.json({ error: { code, message: sanitize(message) } } satisfies ApiFailure, status);

/** Somebody was faster: what stands there now. */
export const conflict = (context: Context, present: object): Response =>
  context.json(
    {
      error: { code: 'conflict', message: 'this was changed in the meantime: look at what is there now' },
      present,
    } satisfies Conflict<object>,
    409,
  );

/** A request that cannot be answered, with the status and the code that the page gets. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: ContentfulStatusCode;
  readonly code: string;

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What the page is told of an error; null where the error is a bug. */
export function toldOf(error: unknown): ApiFailure['error'] | null {
  if (error instanceof Refusal || error instanceof UserError)
    return { code: error.code, message: sanitize(error.message) };
  return null;
}

/** What the library refused in another thread. */
export const refusalOf = ({ code, message }: ApiFailure['error']): Refusal =>
  new Refusal(code === 'state_empty' ? 404 : 422, code, message);

/** The answer to an error that a route threw. */
export function answerTo(error: Error, context: Context): Response {
  const told = toldOf(error);
  if (!told) return refuse(context, 500, 'bug', error.stack ?? error.message);
  const { status } = error instanceof Refusal ? error : refusalOf(told);
  return context.json({ error: told } satisfies ApiFailure, status);
}
