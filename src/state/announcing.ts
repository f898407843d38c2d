import type { ArticleVisit } from '../types/article.ts';
import type { KnownLimits } from '../types/text-limit.ts';
import type { Database } from './database.ts';

interface SavedVisit {
  visit: ArticleVisit;
  at: number;
}

export function saveArticle(database: Database, visit: ArticleVisit, at: number): void {
  database.insert('meta', 'article', JSON.stringify({ visit, at } satisfies SavedVisit));
}

export function articleOf(database: Database): SavedVisit | null {
  const [row] = database.all<{ value: string }>("SELECT value FROM meta WHERE key = 'article'");
  return row ? database.intact<SavedVisit>(() => JSON.parse(row.value)) : null;
}

export function saveTextLimits(database: Database, limits: KnownLimits): void {
  database.insert('meta', 'text limits', JSON.stringify(limits));
}

export function textLimitsOf(database: Database): KnownLimits {
  const [row] = database.all<{ value: string }>("SELECT value FROM meta WHERE key = 'text limits'");
  return row ? database.intact<KnownLimits>(() => JSON.parse(row.value)) : {};
}
