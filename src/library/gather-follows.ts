import type { ClientDirectory } from '../inputs/client-directory.ts';
import { type AskedRow, type FollowRow, type FollowsFile, namesNetworks } from '../imports/follows-file.ts';
import { toldKey } from '../imports/told-follows.ts';
import { customerKey } from '../inputs/customer-key.ts';
import type { TableReading } from '../inputs/read-rows.ts';
import type { SavedResource } from '../types/import.ts';
import type { Clock } from '../types/run.ts';
import type { Imported, ImportedFile } from './imported.ts';

/** What an import has taken so far, and how it reads. */
export interface Gathered {
  reading: TableReading;
  /** Where in a JSON file the list is, where a person said it. */
  path: string | null;
  isSurvey: boolean;
  /** Whose the files are, where a person said it. */
  said: string | null;
  directory: ClientDirectory | null;
  clock: Clock;
  /** Saved pages of resources, by the row that tells of their file. */
  shown: Map<ImportedFile, SavedResource>;
  rows: FollowRow[];
  customers: Map<string, Imported['customers'][number]>;
  /** Takes a follow up; whether the follows file and what was read before do not have it. */
  add(row: FollowRow): boolean;
  /** Takes up who was asked and named nothing. */
  ask(row: AskedRow): void;
  /** Those of them of whom nothing else is told. */
  asked(): AskedRow[];
  /** Whether the customer is on the opt-out list. */
  isOut(customer: string): boolean;
}

export function gatherer(
  file: FollowsFile,
  how: Pick<Gathered, 'reading' | 'path' | 'isSurvey' | 'said' | 'directory' | 'clock'>,
  isOut: Gathered['isOut'],
): Gathered {
  const rows: FollowRow[] = [];
  const customers: Gathered['customers'] = new Map();
  const seen = new Set<string>();
  const asked = new Map<string, AskedRow>();
  const isTold = (key: string): boolean => seen.has(key) || file.told.keys.has(key);
  const isNews = ({ customer, network }: AskedRow): boolean =>
    network === null
      ? !isTold(toldKey.customer(customer))
      : namesNetworks(file) && !isTold(toldKey.place(customer, network));
  return {
    ...how,
    shown: new Map(),
    rows,
    customers,
    isOut,
    add(row) {
      const key = toldKey.follow(row.customer, row.resource);
      if (seen.has(key)) return false;
      for (const each of [key, toldKey.customer(row.customer), toldKey.place(row.customer, row.resource.network)])
        seen.add(each);
      const counted = customers.get(customerKey(row.customer)) ?? { customer: row.customer, read: 0, added: 0 };
      customers.set(customerKey(row.customer), counted);
      counted.read += 1;
      if (file.told.keys.has(key)) return false;
      counted.added += 1;
      rows.push(row);
      return true;
    },
    ask: (row) => void asked.set(JSON.stringify([customerKey(row.customer), row.network]), row),
    asked: () => [...asked.values()].filter(isNews),
  };
}
