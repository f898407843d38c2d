/** What became of the look at the article that is to be announced. */
export const articleStatuses = ['read', 'missing', 'moved', 'unread'] as const;
type ArticleStatus = (typeof articleStatuses)[number];

/** What an article's page says of itself. Unknown is null. */
export interface ArticleText {
  title: string | null;
  description: string | null;
  author: string | null;
  /** Two letters. */
  language: string | null;
  /** Its first paragraphs, each on one line. */
  paragraphs: string[];
}

/** The article's page as it was found. */
export interface ArticleVisit {
  link: string;
  status: ArticleStatus;
  /** Where the link ends, without the tags that it was tried with; null where nothing answered. */
  url: string | null;
  /** Whether the tags were still there where the link ended; null where nothing answered. */
  keepsTags: boolean | null;
  /** Why the page was not read; empty where it was. */
  why: string;
  /** Null where the page was not read. */
  text: ArticleText | null;
}
