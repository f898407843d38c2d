import { readInput } from '../inputs/read-input.ts';
import type { TableInput } from '../inputs/read-rows.ts';
import { customerKey } from '../inputs/customer-key.ts';
import type { ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { KeySet } from './key-set.ts';

/** What a table of follows tells of, as far as whoever adds to it must know. */
export interface ToldFollows {
  /** Rows that are follows, two equal ones counted twice. */
  follows: number;
  /** Its follows, their resources, its customers and where they were asked, see `toldKey`. */
  keys: KeySet;
  /** Every row says in a column of its own who is meant: no row decides whose another one is. */
  isPlain: boolean;
}

/** One resource, however it was spelled. */
const resourceKey = ({ network, id, name }: ResourceName): string => JSON.stringify([network, id ?? name]);

/** What a set of keys holds of a table. */
export const toldKey = {
  /** One customer and one resource. */
  follow: (customer: string, resource: ResourceName): string =>
    `follow ${JSON.stringify(customerKey(customer))} ${resourceKey(resource)}`,
  resource: (resource: ResourceName): string => `resource ${resourceKey(resource)}`,
  /** A customer of whom it tells anything, also that they were asked. */
  customer: (customer: string): string => `customer ${customerKey(customer)}`,
  /** A customer of whom it tells what they follow on a network, or that they follow nothing there. */
  place: (customer: string, network: string): string => `place ${network} ${customerKey(customer)}`,
};

/** A table without rows. */
export const nothingTold = (): ToldFollows => ({ follows: 0, keys: new KeySet(), isPlain: true });

/** Reads a table of follows as `analyze` would. @throws UserError where it cannot be read */
export async function toldIn(table: TableInput, networks: readonly AnyNetwork[]): Promise<ToldFollows> {
  const {
    follows,
    emptyAnswers = [],
    told,
  } = await readInput({ customers: null, follows: [table], verdicts: null, columns: new Map() }, networks);
  const keys = new KeySet();
  for (const { customer, resource } of follows) {
    keys.add(toldKey.follow(customer, resource));
    keys.add(toldKey.resource(resource));
    keys.add(toldKey.customer(customer));
    keys.add(toldKey.place(customer, resource.network));
  }
  for (const { customer, network } of emptyAnswers) {
    keys.add(toldKey.customer(customer));
    if (network !== null) keys.add(toldKey.place(customer, network));
  }
  const isPlain = told === null || told.by.every(({ basis }) => basis === 'customer');
  return { follows: follows.length, keys, isPlain };
}
