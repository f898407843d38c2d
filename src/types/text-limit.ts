/** What a server says of the posts that it takes. */
export interface ServerLimit {
  /** Characters of a post. */
  max: number;
  /** What an address counts for, however long it is; null where it does not say. */
  perAddress: number | null;
}

/** The same by network and host, with the instant at which it was asked; null where the server does not say. */
export type KnownLimits = Record<string, { limit: ServerLimit | null; at: number }>;
