import { remedyTexts } from '../errors.ts';
import type { Customer, ImportedFollow, Input, Problem, ProfileName, ResourceName } from '../types/input.ts';
import type { AnyNetwork, Network } from '../types/network.ts';
import type {
  FollowsPage,
  IncompleteStatus,
  Listed,
  MissingProfile,
  Profile,
  ProfileLookup,
} from '../types/resource.ts';
import type { Progress } from '../types/run.ts';
import type { Store } from '../types/store.ts';
import type { Web } from '../types/web.ts';
import { resourceAsWritten } from '../types/resource-as-written.ts';
import { type CollectContext, isFresh, isTokenMissing, missingToken } from './context.ts';
import { boundedPages } from './bounded-pages.ts';
import { failure } from './failure.ts';
import { groupBy, forEachPerHost } from './per-host.ts';
import { byKey, isBetterKnown, nameKey } from './keys.ts';

/**
 * Stores every profile's list and every imported follow. What cannot be read is stored with its reason.
 * @returns for how many profiles the state held a good answer, so that nobody was asked
 */
export async function collect(input: Input, context: CollectContext): Promise<number> {
  const { store, clock } = context;
  const meant = input.decisions.flatMap(({ resource, means, sister }) =>
    sister ? [resource, sister.page] : (means ?? []),
  );
  await identifyImported([...input.follows.map(({ resource }) => resource), ...meant], context);
  store.saveInput(
    input.customers,
    importedLists(input.follows, store),
    input.problems,
    clock.now(),
    context.exclusion?.counts,
    input.emptyAnswers,
    input.segments,
  );
  store.saveControl(input.control ?? []);
  const { known, missing, moved } = await collectLists(input.customers, context);
  const problems = [
    ...missing.flatMap((name) => mistypedProfile(name, input)),
    ...moved.flatMap(({ name, to }) => movedProfile(name, to, input)),
  ].toSorted((a, b) => a.line - b.line);
  for (const each of problems) input.problems.push(each);
  store.addProblems(problems);
  // Why somebody of the control list cannot be read is no news of a client: their number is told.
  const control = await collectLists(withoutProfilesOf(input.customers, input.control ?? []), {
    ...context,
    unread: undefined,
  });
  return known + control.known;
}

/** A client's profile is read as the client's. */
function withoutProfilesOf(clients: readonly Customer[], people: readonly Customer[]): Customer[] {
  const own = new Set(clients.flatMap(({ profiles }) => profiles.map(nameKey)));
  return people.map((each) => ({ ...each, profiles: each.profiles.filter((name) => !own.has(nameKey(name))) }));
}

/** A profile that has moved, and the address that it has now. */
interface MovedProfile {
  name: ProfileName;
  to: string;
}

/** @returns for how many profiles the state held a good answer, and the profiles that do not exist or have moved */
async function collectLists(
  people: readonly Customer[],
  context: CollectContext,
): Promise<{ known: number; missing: ProfileName[]; moved: MovedProfile[] }> {
  const { store, clock, networks } = context;
  const names = new Map(people.flatMap(({ profiles }) => profiles.map((name) => [nameKey(name), name])));
  const agreed = new Set(people.filter(({ consents }) => consents).flatMap(({ profiles }) => profiles.map(nameKey)));
  const byNetwork = groupBy(names.values(), ({ network }) => network);
  const out: ProfileName[] = [];
  const missing: ProfileName[] = [];
  const moved: MovedProfile[] = [];
  const known = await Promise.all(
    networks.map((network) => {
      const tell = outcomesOf(network, context, missing);
      const open: ProfileName[] = [];
      for (const name of byNetwork.get(network.id) ?? []) {
        const unasked = whyUnasked(network, agreed.has(nameKey(name)), context);
        if (unasked) {
          store.saveFound(name, unasked, clock.now());
          tell(name, unasked);
        } else open.push(name);
      }
      return network.closed ? Promise.resolve(0) : collectNetwork(network, open, context, { out, moved }, tell);
    }),
  );
  if (out.length > 0) context.exclusion?.remove(out);
  return { known: known.reduce((sum, count) => sum + count, 0), missing, moved };
}

/** Why a profile is not even asked for; null where it is. */
function whyUnasked(network: AnyNetwork, agreed: boolean, context: CollectContext): MissingProfile | null {
  if (network.closed) return { status: 'needs_login', note: network.closed.reason };
  if (network.terms.consent !== null && !agreed) return { status: 'not_asked', note: network.terms.consent };
  return missingToken(network, context.webFor(network));
}

/** Hears how the attempt to read a profile's list ended, where it is not as a whole. */
type Tell = (name: Pick<ProfileName, 'name' | 'host'>, missing: Outcome, at?: number) => void;

type Outcome = Omit<MissingProfile, 'status'> & { status: IncompleteStatus; host?: string };

/** @param missing takes the profiles that do not exist */
function outcomesOf({ id: network }: AnyNetwork, context: CollectContext, missing: ProfileName[]): Tell {
  const { unread, clock } = context;
  return (profile, { status, note, remedy, retryAt, host: asked = profile.host }, at = clock.now()) => {
    const { name, host } = profile;
    const keptAt = status === 'not_reached' ? keptList({ network, name, host }, context) : undefined;
    unread?.add({ network, host: asked, what: 'profile', status, note, remedy, retryAt, at, keptAt });
    if (status === 'not_found') missing.push({ network, name, host });
  };
}

/** When a list was read that still counts although its profile could not be read today. */
function keptList(name: ProfileName, { store }: CollectContext): number | undefined {
  const profile = store.found(name)?.profile;
  const list = profile ? store.list(profile) : null;
  return list?.status === 'read' || list?.status === 'truncated' ? list.at : undefined;
}

function mistypedProfile({ network, name }: ProfileName, { written }: Input): Problem[] {
  const line = written?.lines.get(`${network}:${name}`);
  if (!written || line === undefined) return [];
  const problem = `there is no such profile on ${network}`;
  return [{ file: written.file, line, value: name, problem, whatToDo: remedyTexts.check_spelling }];
}

function movedProfile({ network, name }: ProfileName, to: string, { written }: Input): Problem[] {
  const line = written?.lines.get(`${network}:${name}`);
  if (!written || line === undefined) return [];
  const problem = `the profile has moved to ${to}; what it follows was read there`;
  return [{ file: written.file, line, value: name, problem, whatToDo: 'write the new address' }];
}

/**
 * @param out takes the names that turn out to be profiles on the opt-out list: their lists are not read
 * @param moved takes those that have moved
 * @returns how many profiles were known
 */
async function collectNetwork(
  network: Network,
  all: ProfileName[],
  context: CollectContext,
  { out, moved }: { out: ProfileName[]; moved: MovedProfile[] },
  tell: Tell,
): Promise<number> {
  const web = context.webFor(network);
  const counter = progressCounter('collect', network.id, all.length, context.progress);
  let known = 0;
  const begun = new Map<string, Promise<Outcome | null>>();
  const hosts = groupBy(all, ({ host }) => host);
  await Promise.all(
    [...hosts].map(async ([place, lane]) => {
      const count = counter(place, lane.length);
      const profiles: { name: ProfileName; profile: Profile; at: number }[] = [];
      const enlist = (name: ProfileName, profile: Profile): void => {
        if (profile.movedTo !== undefined) moved.push({ name, to: profile.movedTo });
        const list = context.store.list(profile);
        const at = list?.at ?? -Infinity;
        if (!isFresh(list, context)) {
          profiles.push({ name, profile, at });
          return;
        }
        known += 1;
        if (list.status === 'read') count(true);
        else {
          tell(name, { status: list.status, note: list.note, host: profile.host }, list.at);
          count(list.status === 'truncated');
        }
      };
      const unknown: { name: ProfileName; at: number }[] = [];
      for (const name of lane) {
        const found = context.store.found(name);
        if (!isFresh(found, context) || found.status === 'not_asked') {
          unknown.push({ name, at: found?.at ?? -Infinity });
        } else if (found.profile) enlist(name, found.profile);
        else {
          known += 1;
          const status = found.status === null || found.status === 'read' ? 'not_reached' : found.status;
          const note = context.unread?.noteFor({ network: network.id, host: name.host, status }) ?? '';
          tell(name, { status, note }, found.at);
          count(false);
        }
      }
      const one = {
        laneOf: ({ host }: ProfileName) => host,
        concurrency: network.concurrency,
        batch: network.batch.profiles,
      };
      const names = unknown.toSorted(oldestFirst).map(({ name }) => name);
      await forEachPerHost(names, one, async (batch) => {
        for (const [name, found] of await find(network, batch, web, context, out)) {
          if (found && 'profile' in found) enlist(name, found.profile);
          else {
            if (found) tell(name, found);
            count(false);
          }
        }
      });
      await forEachPerHost(
        profiles.toSorted(oldestFirst),
        { laneOf: ({ profile }) => profile.host, concurrency: network.concurrency, batch: 1 },
        async (batch) => {
          for (const { name, profile } of batch) {
            const reading = begun.get(profile.id) ?? readList(network, profile, web, context);
            const isAlias = begun.has(profile.id);
            begun.set(profile.id, reading);
            const outcome = await reading;
            if (outcome && !isAlias) tell(name, { host: profile.host, ...outcome });
            count(outcome === null || outcome.status === 'truncated');
          }
        },
      );
    }),
  );
  return known;
}

/** What was never read comes before all that was. */
const oldestFirst = (a: { at: number }, b: { at: number }): number => Number(a.at > b.at) - Number(a.at < b.at);

/** What each name turned out to be; null where its owner does not wish to be read. */
async function find(
  network: Network,
  names: ProfileName[],
  web: Web,
  { store, clock, signal, exclusion }: CollectContext,
  out: ProfileName[],
): Promise<[ProfileName, Outcome | ProfileLookup | null][]> {
  const open = new Set(names);
  const all: [ProfileName, Outcome | ProfileLookup | null][] = [];
  const save = (name: ProfileName, found: ProfileLookup): void => {
    signal.throwIfAborted();
    open.delete(name);
    if ('profile' in found && exclusion?.hasProfile(found.profile) === true) {
      out.push(name);
      all.push([name, null]);
      return;
    }
    all.push([name, found]);
    store.saveFound(name, found, clock.now());
  };
  try {
    for await (const [name, found] of network.findProfiles(names, web)) save(name, found);
    signal.throwIfAborted();
  } catch (error) {
    const found = failure(error, signal);
    for (const name of open) save(name, found);
  }
  return all;
}

/** @returns null where the list was read as a whole */
async function readList(
  network: Network,
  profile: Profile,
  web: Web,
  context: CollectContext,
): Promise<Outcome | null> {
  const { store, clock, signal } = context;
  /** A page that ends the list goes straight into it, with nothing waited for in between. */
  let end: FollowsPage | null = null;
  const keepEnd = (): void => {
    if (end) store.addPage(profile, end, clock.now());
    end = null;
  };
  try {
    let status: 'read' | 'truncated' = 'read';
    let why = '';
    for await (const { page, isEndless } of boundedPages(network, profile, web, store.unfinished(profile))) {
      keepEnd();
      if (page.next === null) end = page;
      else store.addPage(profile, page, clock.now());
      for (let odd = page.odd ?? 0; odd > 0; odd -= 1) tellOdd(network, profile, context);
      if (page.cutShort || isEndless) status = 'truncated';
      why = page.note ?? why;
    }
    signal.throwIfAborted();
    store.finishList(profile, status, why, clock.now(), end);
    return store.list(profile)?.status === 'truncated' ? { status: 'truncated', note: why } : null;
  } catch (error) {
    keepEnd();
    const found = failure(error, signal);
    // Pages that were read before the network went away are kept: the next run goes on behind them.
    if (found.status !== 'not_reached') store.finishList(profile, found.status, found.note, clock.now());
    return found;
  }
}

/** One item of a list that nobody could read costs itself, and is told. */
function tellOdd({ id: network }: Network, { host }: Profile, { unread, clock }: CollectContext): void {
  const note = 'something in a list is described in a way nobody documented: it was left out';
  unread?.add({ network, host, what: 'resource', status: 'not_reached', note, remedy: 'none', at: clock.now() });
}

/** Asks which resources the imported names are, so that imports and collected lists count together. */
async function identifyImported(written: ResourceName[], context: CollectContext): Promise<void> {
  const { store, clock, networks, signal } = context;
  const unknown = new Map<string, ResourceName>();
  for (const resource of written) {
    const known = resource.id === null ? store.identity(resource) : null;
    if (resource.id === null && !isFresh(known, context)) unknown.set(nameKey(resource), resource);
  }
  const byNetwork = groupBy(unknown.values(), ({ network }) => network);
  await Promise.all(
    networks.map(async (network) => {
      if (network.closed || isTokenMissing(network, context.webFor(network))) return;
      const web = context.webFor(network);
      const lanes = {
        laneOf: ({ host }: ResourceName) => host,
        concurrency: network.concurrency,
        batch: network.batch.facts,
      };
      await forEachPerHost(byNetwork.get(network.id) ?? [], lanes, async (names) => {
        try {
          for await (const [name, resource, facts] of network.findResources(names, web)) {
            store.saveIdentity(name, resource, clock.now());
            if (resource.network === network.id) store.saveFacts(resource, facts, clock.now());
          }
        } catch (error) {
          const found = failure(error, signal);
          for (const { host } of names) {
            context.unread?.add({ network: network.id, host, what: 'resource', at: clock.now(), ...found });
          }
        }
      });
    }),
  );
}

/** Each customer's imported resources; one that nobody could identify stands under the name it was written with. */
function importedLists(follows: ImportedFollow[], store: Store): Map<string, Listed[]> {
  const lists = new Map<string, Listed[]>();
  for (const { customer, resource: name, title, subscribers, via } of follows) {
    const known = name.id === null ? store.identity(name)?.resource : undefined;
    const resource = known ?? resourceAsWritten(name.otherwise ?? name);
    const listed: Listed = {
      ...resource,
      title: title ?? resource.title,
      subscribers,
      countedBy: 'hand',
      ...(via && { via }),
    };
    const list = lists.get(customer);
    if (list) list.push(listed);
    else lists.set(customer, [listed]);
  }
  for (const list of lists.values())
    list.sort(
      (a, b) =>
        byKey(a, b) || Number(a.via === 'survey') - Number(b.via === 'survey') || (isBetterKnown(a, b) ? -1 : 1),
    );
  return lists;
}

/** Counts what was tried, and of that what was read: by host, and in all. */
function progressCounter(stage: 'collect', network: string, total: number, progress: Progress) {
  let done = 0;
  let read = 0;
  return (host: string, all: number) => {
    let tried = 0;
    return (isRead: boolean): void => {
      if (isRead) read += 1;
      progress({ stage, network, done: ++done, read, total, place: { host, done: ++tried, total: all } });
    };
  };
}
