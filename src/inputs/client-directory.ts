import type { ToldOwner } from '../types/import.ts';
import type { InputTable, Problem, ProfileName } from '../types/input.ts';
import { createClientRegister, profileKey } from './clients.ts';
import { customerKey } from './customer-key.ts';
import { identifyProfile } from './identify.ts';
import type { Mention } from './mention.ts';
import { readCustomers } from './read-customers.ts';
import { type TableInput, type TableReading, fileNameOf } from './read-rows.ts';

/** A client as a list has them. */
interface ListedClient {
  key: string;
  /** What a follows file calls the client, so that the list finds this one and no other. */
  name: string;
  profiles: ProfileName[];
}

/** One client, several that may be meant, or nobody. */
export type SoughtClient = { client: ListedClient } | { among: number } | null;

/** The clients of a list, to be found by what exports, saved pages and folders say of their owners. */
export interface ClientDirectory {
  file: string;
  clients: readonly ListedClient[];
  /** Who is called so: by name, e-mail address or whatever else the list calls its clients. */
  called(text: string): SoughtClient;
  /** Whose profiles or names these are; profiles come first, for only one person has them. */
  ownerIs(owner: ToldOwner): SoughtClient;
}

/**
 * Reads a client list for the sake of who is who. Nobody is found by a similar name.
 * @throws UserError where the list cannot be read
 */
export async function readClientDirectory(
  input: TableInput,
  reading: TableReading,
  signal: AbortSignal,
): Promise<ClientDirectory> {
  const { networks } = reading;
  const list = createClientRegister();
  const tables: InputTable[] = [];
  const problems: Problem[] = [];
  const rows = { ...reading, tables, problems, signal };
  await readCustomers(input, rows, list, { notice: unheard, hearSegment: unheard, isNamed: true });
  const names = list.names();
  const keyCalled = (text: string) => list.find({ ...nobodyYet, customer: text });
  const clients = list.clients().map(({ key, profiles }): ListedClient => {
    const name = names.get(key) ?? '';
    const found = name === '' ? null : keyCalled(name);
    return { key, profiles, name: found && 'key' in found && found.key === key ? name : key };
  });
  const byKey = new Map(clients.map((client) => [client.key, client]));
  const byProfile = new Map<string, ListedClient[]>();
  for (const client of clients)
    for (const profile of client.profiles) {
      const owners = byProfile.get(profileKey(profile));
      if (owners) owners.push(client);
      else byProfile.set(profileKey(profile), [client]);
    }
  const called = (text: string): SoughtClient => {
    const found = customerKey(text) === '' ? null : keyCalled(text);
    if (found === null || 'among' in found) return found;
    const client = byKey.get(found.key);
    return client ? { client } : null;
  };
  const ownersOf = (address: string): ListedClient[] => {
    const profile = identifyProfile(address, networks);
    return profile === null || 'reason' in profile ? [] : (byProfile.get(profileKey(profile)) ?? []);
  };
  return {
    file: fileNameOf(input),
    clients,
    called,
    ownerIs({ profiles, names: told }) {
      const owners = new Set(profiles.flatMap(ownersOf));
      if (owners.size > 0) return onlyOf(owners);
      const found = told.map(called);
      const sure = new Set(found.flatMap((each) => (each && 'client' in each ? each.client : [])));
      return sure.size > 0 ? onlyOf(sure) : (found.find((each) => each !== null) ?? null);
    },
  };
}

const unheard = (): void => {};

const onlyOf = (clients: ReadonlySet<ListedClient>): SoughtClient => {
  const [client] = clients;
  return client && clients.size === 1 ? { client } : { among: clients.size };
};

const nobodyYet: Mention = {
  customer: '',
  name: '',
  otherNames: [],
  partOfName: '',
  emails: [],
  company: '',
  account: '',
};
