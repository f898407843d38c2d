import { type Settings, fileOfState } from '../settings.ts';
import { shortenerIn } from '../short-links/index.ts';
import { shortenerVariables } from '../types/short-link.ts';
import { needFollows, readInput } from '../inputs/read-input.ts';
import { obeyExclusions } from './opt-out.ts';
import { openState } from './open-state.ts';
import { networksFor } from '../networks/index.ts';
import { type HandPerson, handWork } from '../stages/hand-work.ts';
import { type PlannedNetwork, plan } from '../stages/plan.ts';
import type { ClientsTold, Input, InputTable, Problem, ProfileName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { HandWork } from '../types/report.ts';
import { type RunContext, dayMs } from '../types/run.ts';
import { readTopic } from '../topic/read-topic.ts';
import type { TopicLine } from '../topic/topic.ts';
import { completeContext } from './context.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/** What a run would ask. */
export interface Plan {
  /** Networks of which the input names profiles or resources. */
  networks: PlannedNetwork[];
  /** Rows of the input that cannot be used. */
  problems: Problem[];
  /** How each table of the input was read. */
  tables: InputTable[];
  /** How many clients the input has, and what they were counted by; null where it names none. */
  clients: ClientsTold | null;
  /** What opening and saving pages would bring where no program may read; null where nothing is left to be opened. */
  handWork: HandWork | null;
  /** Clients that are left out as the opt-out list says. */
  excluded: number;
  /** The field, by language, as it was read; null where no topic is named. */
  topic: { language: string; terms: string[]; excluded: string[] }[] | null;
  /** The segments of the clients, largest first; null where no column of them is named. */
  segments: { segment: string; clients: number }[] | null;
  /** Clients in no segment, or in one of fewer than 5, which has no table. */
  inNoSegment: number;
  /** People of the control list. */
  control: number;
  /** What is asked of the service for short links; null where none is named, or no link. */
  shortLinks: PlannedShortLinks | null;
  /** The most requests for pages for authors: of those that resources link to, and on their own sites with --author-pages. */
  authorPages: number;
}

/** Each link of a teaser is asked for once, ever: what the state holds is not asked again. */
interface PlannedShortLinks {
  /** What people call the service, and the address at which it is asked. */
  service: string;
  at: string;
  /** The most requests: one for each wording of each resource. */
  requests: number;
  token: { variable: string; where: string; present: boolean };
}

/**
 * What `analyze` would ask with these settings: requests, seconds, tokens, budgets. Asks nobody and writes no files.
 * @throws UserError as `analyze` does of its input; the reason of an aborted signal
 */
export async function planRun(given: RunSettings, context: RunContext = {}): Promise<Plan> {
  const { settings, files } = completeSettings(given, 'plan');
  const { clock, tokens, signal, networks: own } = completeContext(context);
  const networks = await networksFor(settings, own);
  const read = await readInput(files, networks, signal);
  needFollows(files, read);
  const topic = await readTopic(settings.topic, settings.topicLanguage);
  const lost: Problem[] = [];
  const store = openState(fileOfState(settings), networks, clock, (problem) => lost.push(problem));
  try {
    const { input } = obeyExclusions(read, networks, store);
    const isFresh = (at: number): boolean => clock.now() - at < settings.maxAge * dayMs;
    const people = [...input.customers, ...(input.control ?? [])];
    const planned = plan({ ...input, customers: people }, networks, {
      ...settings,
      limits: settings,
      hasToken: (network) => tokens.has(network),
      isFresh: (name) => isFresh(store.found(name)?.at ?? -Infinity),
    });
    const isByHand = (network: AnyNetwork): boolean =>
      network.closed !== undefined || (network.token?.needed === true && !tokens.has(network.id));
    const byId = new Map(networks.map((network) => [network.id, network]));
    const isReadable = (name: ProfileName, agreed: boolean): boolean => {
      const network = byId.get(name.network);
      if (!network || network.closed || isByHand(network) || network.resourcesOnly !== undefined) return false;
      const status = store.found(name)?.status ?? 'read';
      return (agreed || network.terms.consent === null) && /^(?:read|truncated|not_reached|not_asked)$/.test(status);
    };
    const byHand = handWork(peopleIn(input, networks, isReadable), networks, isByHand);
    const problems = [...lost, ...input.problems];
    const { tables, told, excluded } = input;
    return {
      networks: planned,
      problems,
      tables,
      clients: told,
      handWork: byHand,
      excluded: excluded.customers,
      topic: topic && topic.map(shownLine),
      ...segmentsIn(input, settings.segment !== null),
      control: input.control?.length ?? 0,
      shortLinks: shortLinksIn(settings, tokens),
      authorPages: settings.top * (settings.authorPages ? pagesOnSite : 1),
    };
  } finally {
    store.close();
  }
}

/** The first page of a resource's site, and the page for authors that it links to. */
const pagesOnSite = 2;

function shortLinksIn(settings: Settings, tokens: ReadonlyMap<string, string>): PlannedShortLinks | null {
  const shortening = shortenerIn(settings);
  if (shortening === null || settings.link === null) return null;
  const { shortener, place } = shortening;
  const { id, title, tokenFrom: where } = shortener;
  return {
    service: title,
    at: place.base,
    requests: settings.top * settings.variants,
    token: { variable: shortenerVariables[id], where, present: tokens.has(id) },
  };
}

const shownLine = ({ language, terms, excluded }: TopicLine): NonNullable<Plan['topic']>[number] => ({
  language,
  terms: terms.map(({ text }) => text),
  excluded: excluded.map(({ text }) => text),
});

/** Which segments have how many clients. */
function segmentsIn({ customers, follows, segments }: Input, isAsked: boolean): Pick<Plan, 'segments' | 'inNoSegment'> {
  const clients = new Set([...customers.map(({ key }) => key), ...follows.map(({ customer }) => customer)]);
  const counts = new Map<string, number>();
  for (const client of clients) {
    const segment = segments?.get(client);
    if (segment !== undefined) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  }
  const sizes = [...counts].map(([segment, count]) => ({ segment, clients: count }));
  const inOne = sizes.reduce((sum, { clients: count }) => sum + count, 0);
  return {
    segments: isAsked ? sizes.toSorted((a, b) => b.clients - a.clients || (a.segment < b.segment ? -1 : 1)) : null,
    inNoSegment: isAsked ? clients.size - inOne : 0,
  };
}

/** Every client with what is there of them, or will be read by `analyze`. */
function peopleIn(
  { customers, follows, emptyAnswers = [] }: Input,
  networks: readonly AnyNetwork[],
  isReadable: (name: ProfileName, agreed: boolean) => boolean,
): HandPerson[] {
  const people = new Map<string, { profilesOn: Set<string>; readOn: Set<string> }>();
  const person = (key: string) => {
    const known = people.get(key) ?? { profilesOn: new Set(), readOn: new Set() };
    people.set(key, known);
    return known;
  };
  for (const { key, profiles, consents } of customers) {
    const { profilesOn, readOn } = person(key);
    for (const name of profiles) {
      profilesOn.add(name.network);
      if (isReadable(name, consents === true)) readOn.add(name.network);
    }
  }
  for (const { customer, resource } of follows) person(customer).readOn.add(resource.network);
  for (const { customer, network } of emptyAnswers)
    for (const each of network === null ? networks.map(({ id }) => id) : [network]) person(customer).readOn.add(each);
  return [...people.values()];
}
