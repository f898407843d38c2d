/** What clients share as far as lists are read, while a run still reads. Aggregates only; instants are ISO 8601. */
export interface ProvisionalRanking {
  /** Version of this form. */
  schema: 1;
  /** The version of the program. */
  generator: string;
  at: string;
  /** Profiles that were tried, of all that are to be read in this run; `share` is 0 to 1. */
  known: { profiles: number; of: number; share: number };
  /** Clients of whom a list was read, now or in an earlier run that still counts. */
  customersReadable: number;
  /** The most shared resources, most first, then by network and id. */
  rows: ProvisionalRow[];
}

/** A resource before it is examined: it may have too few subscribers, or publish nobody but its owner. */
export interface ProvisionalRow {
  place: number;
  network: string;
  resourceId: string;
  resource: string;
  title: string | null;
  url: string;
  /** Clients who follow it, as far as is known. */
  customers: number;
  /** The most that they can become: everybody whose profile on this network was not tried yet follows it, too. */
  customersAtMost: number;
  /** Of the clients with a readable list on its network, 0 to 1. */
  share: number;
}
