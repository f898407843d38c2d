import { Unreadable, UserError, WebError, unforeseen } from '../errors.ts';
import type { ImportedFollow, Input, ProfileName, ResourceName } from '../types/input.ts';
import type { AnyNetwork, Network } from '../types/network.ts';
import type { Listed, MissingProfile, Profile, ProfileLookup } from '../types/resource.ts';
import type { Progress } from '../types/run.ts';
import type { Store } from '../types/store.ts';
import type { Web } from '../types/web.ts';
import { type CollectContext, isFresh, isTokenMissing } from './context.ts';
import { groupBy, forEachPerHost } from './per-host.ts';
import { byKey, isBetterKnown, nameKey } from './keys.ts';

/** Stores every profile's list and every imported follow. What cannot be read is stored with its reason. */
export async function collect(input: Input, context: CollectContext): Promise<void> {
  const { store, clock, networks } = context;
  const meant = input.decisions.flatMap(({ means }) => means ?? []);
  await identifyImported([...input.follows.map(({ resource }) => resource), ...meant], context);
  store.saveInput(
    input.customers,
    importedLists(input.follows, store),
    input.problems,
    clock.now(),
    context.exclusion?.counts,
  );
  const names = new Map(input.customers.flatMap(({ profiles }) => profiles.map((name) => [nameKey(name), name])));
  const agreed = new Set(
    input.customers.filter(({ consents }) => consents).flatMap(({ profiles }) => profiles.map(nameKey)),
  );
  const byNetwork = groupBy(names.values(), ({ network }) => network);
  const out: ProfileName[] = [];
  await Promise.all(
    networks.map((network) => {
      const open: ProfileName[] = [];
      for (const name of byNetwork.get(network.id) ?? []) {
        const unasked = whyUnasked(network, agreed.has(nameKey(name)), context);
        if (unasked) store.saveFound(name, unasked, clock.now());
        else open.push(name);
      }
      return network.closed ? Promise.resolve() : collectNetwork(network, open, context, out);
    }),
  );
  if (out.length > 0) context.exclusion?.remove(out);
}

/** Why a profile is not even asked for; null where it is. */
function whyUnasked(network: AnyNetwork, agreed: boolean, context: CollectContext): MissingProfile | null {
  if (network.closed) return { status: 'needs_login', note: network.closed.reason };
  if (network.terms.consent !== null && !agreed) return { status: 'hidden', note: network.terms.consent };
  return isTokenMissing(network, context.webFor(network))
    ? { status: 'not_reached', note: `${network.token?.variable} is missing` }
    : null;
}

/** @param out takes the names that turn out to be profiles on the opt-out list: their lists are not read */
async function collectNetwork(
  network: Network,
  names: ProfileName[],
  context: CollectContext,
  out: ProfileName[],
): Promise<void> {
  const web = context.webFor(network);
  const tell = progressCounter('collect', network.id, names.length, context.progress);
  const begun = new Set<string>();
  const hosts = groupBy(names, ({ host }) => host);
  await Promise.all(
    [...hosts.values()].map(async (lane) => {
      const profiles: Profile[] = [];
      const unknown = lane.filter((name) => {
        const known = context.store.found(name);
        if (!isFresh(known, context)) return true;
        if (known.profile && !isListed(known.profile, context)) profiles.push(known.profile);
        else tell();
        return false;
      });
      const one = {
        laneOf: ({ host }: ProfileName) => host,
        concurrency: network.concurrency,
        batch: network.batch.profiles,
      };
      await forEachPerHost(unknown, one, async (batch) => {
        for (const found of await find(network, batch, web, context, out)) {
          if ('profile' in found && !isListed(found.profile, context)) profiles.push(found.profile);
          else tell();
        }
      });
      await forEachPerHost(
        profiles,
        { laneOf: ({ host }) => host, concurrency: network.concurrency, batch: 1 },
        async (batch) => {
          for (const profile of batch) {
            if (!begun.has(profile.id)) {
              begun.add(profile.id);
              await readList(network, profile, web, context);
            }
            tell();
          }
        },
      );
    }),
  );
}

const isListed = (profile: Profile, context: CollectContext): boolean => isFresh(context.store.list(profile), context);

async function find(
  network: Network,
  names: ProfileName[],
  web: Web,
  { store, clock, signal, exclusion }: CollectContext,
  out: ProfileName[],
): Promise<ProfileLookup[]> {
  const open = new Set(names);
  const all: ProfileLookup[] = [];
  const save = (name: ProfileName, found: ProfileLookup): void => {
    signal.throwIfAborted();
    open.delete(name);
    if ('profile' in found && exclusion?.hasProfile(found.profile) === true) {
      out.push(name);
      all.push({ status: 'hidden', note: 'its owner does not wish to be read' });
      return;
    }
    all.push(found);
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

/** Pages one after another that bring nothing new; a list that goes on so has no end. */
const maxIdlePages = 20;

/** More than anybody reads: a list that is longer is the server's invention, or no person's. */
const maxFollows = 100_000;

/** Where a profile does not say how many: as many as Mastodon, the more generous of those with a limit, lets an ordinary account follow. */
const maxUntold = 7500;

/** What a profile says it follows may be out of date: twice as many are read, and a page or two. */
const mostOf = ({ follows }: Profile): number =>
  follows === undefined ? maxUntold : Math.min(maxFollows, follows * 2 + 200);

async function readList(network: Network, profile: Profile, web: Web, context: CollectContext): Promise<void> {
  const { store, clock, signal } = context;
  try {
    let status: 'read' | 'truncated' = 'read';
    const seen = new Set<string>();
    let idle = 0;
    for await (const page of network.listFollows(profile, web, store.unfinished(profile))) {
      store.addPage(profile, page, clock.now());
      const before = seen.size;
      for (const { id } of page.resources) seen.add(id);
      idle = seen.size > before ? 0 : idle + 1;
      const isEndless = page.next !== null && (idle === maxIdlePages || seen.size >= mostOf(profile));
      if (page.cutShort || isEndless) status = 'truncated';
      if (isEndless) break;
    }
    signal.throwIfAborted();
    store.finishList(profile, status, '', clock.now());
  } catch (error) {
    const found = failure(error, signal);
    // Pages that were read before the network went away are kept: the next run goes on behind them.
    if (found.status !== 'not_reached') store.finishList(profile, found.status, found.note, clock.now());
  }
}

/** What a failed attempt says about the profile. What a person must put right first ends the run, and so does an abort. */
function failure(error: unknown, signal: AbortSignal): MissingProfile {
  signal.throwIfAborted();
  if (error instanceof Unreadable) return { status: error.status, note: error.message };
  if (error instanceof WebError) return { status: 'not_reached', note: error.message };
  if (error instanceof UserError) throw error;
  return { status: 'not_reached', note: unforeseen(error) };
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
            store.saveFacts(resource, facts, clock.now());
          }
        } catch (error) {
          failure(error, signal);
        }
      });
    }),
  );
}

/** Each customer's imported resources; one that nobody could identify stands under the name it was written with. */
function importedLists(follows: ImportedFollow[], store: Store): Map<string, Listed[]> {
  const lists = new Map<string, Listed[]>();
  for (const { customer, resource: name, title, subscribers } of follows) {
    const { network, host, url } = name;
    const known = name.id === null ? store.identity(name)?.resource : undefined;
    const resource = known ?? { network, id: name.id ?? `@${name.name}`, name: name.name, title: null, url, host };
    const listed: Listed = { ...resource, title: title ?? resource.title, subscribers, countedBy: 'hand' };
    const list = lists.get(customer);
    if (list) list.push(listed);
    else lists.set(customer, [listed]);
  }
  for (const list of lists.values()) list.sort((a, b) => byKey(a, b) || (isBetterKnown(a, b) ? -1 : 1));
  return lists;
}

function progressCounter(stage: 'collect', network: string, total: number, progress: Progress): () => void {
  let done = 0;
  return () => progress({ stage, network, done: ++done, total });
}
