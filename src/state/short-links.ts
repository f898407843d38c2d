import type { ShortLink } from '../types/short-link.ts';
import type { Database } from './database.ts';

/** @param link a pseudonym of service and link, since a link names the resource that it is for */
export function saveShortLink(database: Database, link: string, shortLink: ShortLink, at: number): void {
  database.insert('short_link', link, at, JSON.stringify(shortLink));
}

export function shortLinkOf(database: Database, link: string): { shortLink: ShortLink; at: number } | null {
  const [row] = database.all<{ at: number; answer: string }>('SELECT at, answer FROM short_link WHERE link = ?', link);
  return row ? { shortLink: database.intact<ShortLink>(() => JSON.parse(row.answer)), at: row.at } : null;
}
