/** A published post or page as everybody sees it. */
export interface PublishedPost {
  /** Where its links lead, in the order of the page. */
  links: string[];
  /** Likes, reposts and comments that it shows; null where it shows none. */
  reactions: number | null;
}

/** What became of a placement when it was looked at. */
export type SeenPlacement =
  | ({ found: 'there' } & PublishedPost)
  | { found: 'gone' }
  /** It was not read; why, in English. */
  | { found: 'unread'; why: string };
