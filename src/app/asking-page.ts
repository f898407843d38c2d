import type { Context } from 'hono';

/** What the page that asks calls itself, so that it knows its own changes in the event stream. */
export const askingPage = ({ req }: Context): string | null => req.header('x-page')?.slice(0, 100) ?? null;
