import type { Customer, EmptyAnswer, ImportedFollow, ProfileName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { HandClient, HandNetwork, HandTask, Worksheet } from '../types/worksheet.ts';
import { enoughClients, secondsOf } from './hand-work.ts';

/** What the making of a worksheet needs to know besides the client list. */
interface WorksheetSources {
  follows: readonly ImportedFollow[];
  emptyAnswers: readonly EmptyAnswer[];
  /** What the list calls a client, by key. */
  nameOf: (customer: string) => string;
  /** Whether a person reads this network, because no program may or for want of a token. */
  isByHand: (network: AnyNetwork) => boolean;
  /** Whether the list of a profile was read from its network. */
  isRead: (name: ProfileName) => boolean;
  /** Whether a program was not refused the list of a profile, so that there is no need for hands. */
  isReadable: (name: ProfileName) => boolean;
  /** What became of a list of a profile, where a saved page of it came in; undefined where none did. */
  saved: (name: ProfileName, list: string) => 'came' | 'empty' | undefined;
}

/** What a person is to open, and in which order, so that few pages bring much. */
export function worksheet(
  customers: readonly Customer[],
  networks: readonly AnyNetwork[],
  date: string,
  sources: WorksheetSources,
): Worksheet {
  const toldOf = told(sources);
  const people = customers.map((customer) => ({
    blank: !toldOf.any.has(customer.key) && !customer.profiles.some(sources.isReadable),
    tasks: customer.profiles.flatMap((profile) => {
      const network = networks.find(({ id }) => id === profile.network);
      return network && sources.isByHand(network) ? tasksOf(customer.key, profile, network, toldOf, sources) : [];
    }),
    name: sources.nameOf(customer.key),
  }));
  const asked = people.filter(({ tasks }) => tasks.length > 0);
  const sheet = networks.flatMap((network) => networkOf(network, asked));
  const short = new Map(sheet.map(({ network, read, enough }) => [network, Math.max(0, enough - read)]));
  const ordered = [
    ...asked.filter(({ blank }) => blank),
    ...asked.filter(({ blank, tasks }) => !blank && tasks.some(isMissing)),
    ...asked.filter(({ blank, tasks }) => !blank && !tasks.some(isMissing)),
  ].map((person) => withSpare(person, short));
  const wanted = ordered.map(({ blank, tasks }) => ({ blank, tasks: tasks.filter(isWanted) }));
  const pages = wanted.flatMap(({ tasks }) => tasks);
  return {
    date,
    clients: customers.length,
    blank: people.filter(({ blank }) => blank).length,
    networks: sheet,
    people: ordered,
    work: {
      clients: wanted.filter(({ blank, tasks }) => blank && tasks.length > 0).length,
      pages: pages.length,
      minutes: Math.ceil(secondsOf(pages) / 60),
    },
  };
}

const isMissing = ({ state }: HandTask): boolean => state === 'missing';

const isWanted = (task: HandTask): boolean => isMissing(task) && !task.spare;

interface Told {
  /** Clients of whom anything is told. */
  any: Set<string>;
  /** Clients whose lists came in on a network, as `client network`; what they remember is no list. */
  lists: Set<string>;
}

function told({ follows, emptyAnswers }: WorksheetSources): Told {
  const any = new Set([...follows, ...emptyAnswers].map(({ customer }) => customer));
  const rows = [
    ...follows.filter(({ via }) => via !== 'survey').map((each) => [each.customer, each.resource.network]),
    ...emptyAnswers.map(({ customer, network }) => [customer, network]),
  ];
  return { any, lists: new Set(rows.map((row) => JSON.stringify(row))) };
}

function tasksOf(
  customer: string,
  profile: ProfileName,
  { id, title, byHand = [] }: AnyNetwork,
  { lists }: Told,
  { saved, isRead }: WorksheetSources,
): HandTask[] {
  const pages = byHand.flatMap(({ list, way, address }) => {
    const url = address(profile.name);
    return url === null ? [] : [{ list, way, address: url, state: saved(profile, list) }];
  });
  // Whoever handed over an export, and no page, has nothing left to be saved.
  const isThere =
    isRead(profile) ||
    (lists.has(JSON.stringify([customer, id])) && pages.every(({ state }) => state === undefined)) ||
    lists.has(JSON.stringify([customer, null]));
  return pages.map((page) => ({
    ...page,
    network: id,
    title,
    state: page.state ?? (isThere ? 'came' : 'missing'),
    spare: false,
  }));
}

function networkOf({ id, title }: AnyNetwork, people: readonly HandClient[]): HandNetwork[] {
  const tasks = people.map((person) => person.tasks.filter(({ network }) => network === id));
  const clients = tasks.filter(({ length }) => length > 0);
  const read = clients.filter((own) => own.some(({ state }) => state === 'came')).length;
  return clients.length === 0
    ? []
    : [{ network: id, title, clients: clients.length, read, enough: enoughClients(clients.length) }];
}

/** @param short how many clients more each network needs; those of this one are taken off */
function withSpare(person: HandClient, short: Map<string, number>): HandClient {
  const full = new Set<string>();
  const taken = new Set<string>();
  for (const { network } of person.tasks.filter(isMissing)) {
    const left = short.get(network) ?? 0;
    if (left > 0) taken.add(network);
    else full.add(network);
  }
  const isNew = (network: string): boolean =>
    !person.tasks.some((task) => task.network === network && task.state === 'came');
  for (const network of taken) if (isNew(network)) short.set(network, (short.get(network) ?? 0) - 1);
  return { ...person, tasks: person.tasks.map((task) => ({ ...task, spare: full.has(task.network) })) };
}
