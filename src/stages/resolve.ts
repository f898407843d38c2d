import { isUnresolved } from '../text/bare-name.ts';
import type { Decision } from '../types/input.ts';
import { idOfLine } from '../types/listed-line.ts';
import type { Listed, Resource } from '../types/resource.ts';
import type { ReadList, Store } from '../types/store.ts';
import { resourceAsWritten } from '../types/resource-as-written.ts';
import { normaliseName } from '../text/normalise.ts';
import { joinNotes, notesIn, rowNotes } from '../text/row-notes.ts';
import { byKey, resourceKey, isBetterKnown } from './keys.ts';

/** Lists as counting reads them. */
export interface ResolvedLists extends Pick<Store, 'keys' | 'resources' | 'lines'> {
  /** What was done with a resource's bare name, or why nothing was, by resource key. */
  notes: Map<string, string>;
}

/** A resource, and where it stands in the lists: its 64-bit key. */
interface Placed {
  list: string;
  listed: Listed;
  pair: [low: number, high: number];
}

/**
 * The lists with each bare name replaced by the resource that it means: the one that a person named in `verdicts.csv`,
 * else the only resource of the same network with exactly this title, or else this handle, in some list. Any other name stays by itself.
 */
export function resolveNames(store: Store, customers: ReadList[][], decisions: Decision[]): ResolvedLists {
  const lists = customers.flat();
  const names = new Map<string, Placed>();
  const listsWithNames = new Set<string>();
  const hasNames = ({ list, network }: ReadList): boolean =>
    network === null &&
    store
      .lines(list)
      .all()
      .some((line) => isUnresolved({ id: idOfLine(line) }));
  for (const placed of placedIn(store, lists, hasNames)) {
    if (!isUnresolved(placed.listed)) continue;
    keepBetter(names, placed);
    listsWithNames.add(placed.list);
  }
  const notes = new Map<string, string>();
  if (names.size === 0) return { ...asStored(store), notes };

  const known = identifiedIn(store, lists, new Set([...names.values()].map(({ listed }) => listed.network)));
  const decided = new Map(
    decisions.flatMap(({ resource, means }) => (means ? [[resource.id, { resource, means }]] : [])),
  );
  const replacements = new Map<string, Placed>();
  const fresh = new Map<string, Placed>();
  for (const [key, name] of [...names].toSorted(([, a], [, b]) => byKey(a.listed, b.listed))) {
    const decision = decided.get(name.listed.id);
    if (decision && decision.resource.network === name.listed.network) {
      const target = store.identity(decision.means)?.resource ?? resourceAsWritten(decision.means);
      const place = known.byKey.get(resourceKey(target)) ??
        fresh.get(resourceKey(target)) ?? { ...name, listed: describedBy(target, name.listed) };
      fresh.set(resourceKey(target), place);
      replacements.set(key, place);
      addNote(notes, resourceKey(target), rowNotes.nameMeant(name.listed.name));
      continue;
    }
    const titled = known.byTitle.get(spelling(name.listed)) ?? [];
    const namesakes = titled.length > 0 ? titled : (known.byHandle.get(spelling(name.listed)) ?? []);
    const [only] = namesakes;
    if (only && namesakes.length === 1) {
      replacements.set(key, only);
      addNote(notes, resourceKey(only.listed), rowNotes.nameFound(name.listed.name, only.listed.network));
    } else if (namesakes.length > 1) {
      const addresses = namesakes.map(({ listed }) => listed.url).toSorted();
      addNote(notes, key, rowNotes.namesakes(addresses));
    }
  }
  return { ...replaced(store, replacements, listsWithNames), notes };
}

/** Beside what is noted already, and not twice. */
export function addNote(notes: Map<string, string>, key: string, note: string): void {
  const before = notes.get(key);
  if (before !== undefined && notesIn(before).includes(note)) return;
  notes.set(key, joinNotes([before, note]));
}

function* placedIn(store: Store, lists: ReadList[], wanted: (list: ReadList) => boolean): Generator<Placed> {
  for (const each of lists) {
    if (!wanted(each)) continue;
    const keys = store.keys(each.list);
    for (const [index, listed] of store.resources(each.list).entries()) {
      yield { list: each.list, listed, pair: [keys[index * 2] ?? 0, keys[index * 2 + 1] ?? 0] };
    }
  }
}

/** Identified resources of these networks by key, and the distinct ones by title and by handle. */
function identifiedIn(store: Store, lists: ReadList[], networks: Set<string>) {
  const all = new Map<string, Placed>();
  const titles = new Map<string, Set<string>>();
  const handles = new Map<string, Set<string>>();
  const note = (keys: Map<string, Set<string>>, { listed }: Placed, name: string): void => {
    const key = spelling({ network: listed.network, name });
    keys.set(key, (keys.get(key) ?? new Set<string>()).add(resourceKey(listed)));
  };
  const isSearched = ({ network }: ReadList): boolean => network === null || networks.has(network);
  for (const placed of placedIn(store, lists, isSearched)) {
    const { listed } = placed;
    if (isUnresolved(listed) || !networks.has(listed.network)) continue;
    keepBetter(all, placed);
    note(handles, placed, listed.name);
    if (listed.title !== null) note(titles, placed, listed.title);
  }
  const byName = (keys: Map<string, Set<string>>): Map<string, Placed[]> =>
    new Map([...keys].map(([name, named]) => [name, [...named].flatMap((key) => all.get(key) ?? [])]));
  return { byKey: all, byTitle: byName(titles), byHandle: byName(handles) };
}

/** Of several descriptions always the same one, in whatever order the lists are read. */
function keepBetter(kept: Map<string, Placed>, placed: Placed): void {
  const key = resourceKey(placed.listed);
  const known = kept.get(key);
  if (!known || isBetterKnown(placed.listed, known.listed)) kept.set(key, placed);
}

const spelling = ({ network, name }: { network: string; name: string }): string => `${network}:${normaliseName(name)}`;

/** A resource as a list would show it that knows no more of it than a name and what a person said it is. */
const describedBy = (target: Resource, listed: Listed): Listed => ({
  ...target,
  title: target.title ?? listed.name,
  subscribers: listed.subscribers,
  countedBy: listed.countedBy,
  ...(listed.via && { via: listed.via }),
});

type Lists = Pick<Store, 'keys' | 'resources' | 'lines'>;

const asStored = (store: Store): Lists => ({
  keys: (list) => store.keys(list),
  resources: (list) => store.resources(list),
  lines: (list) => store.lines(list),
});

function replaced(store: Store, replacements: Map<string, Placed>, listsWithNames: Set<string>): Lists {
  const resources = (list: string): Listed[] => {
    const stored = store.resources(list);
    if (!listsWithNames.has(list)) return stored;
    return stored.map((listed) => describedBy(replacements.get(resourceKey(listed))?.listed ?? listed, listed));
  };
  return {
    resources,
    lines: (list) => (listsWithNames.has(list) ? store.linesOf(resources(list)) : store.lines(list)),
    keys: (list) => {
      if (!listsWithNames.has(list)) return store.keys(list);
      const keys = Uint32Array.from(store.keys(list));
      for (const [index, listed] of store.resources(list).entries()) {
        const placed = replacements.get(resourceKey(listed));
        if (placed) keys.set(placed.pair, index * 2);
      }
      return keys;
    },
  };
}
