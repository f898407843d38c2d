import { rowNotes } from '../text/row-notes.ts';
import type { Listed, Resource } from '../types/resource.ts';
import type { ReadList, Store, SucceededResource } from '../types/store.ts';
import { pickBetter, resourceKey } from './keys.ts';
import { type ResolvedLists, addNote } from './resolve.ts';

/** Where a resource ends: the last of its successors. */
interface End {
  resource: Resource;
  key: Uint32Array;
  /** Somebody moved on the way. */
  moved: boolean;
  /** The name of the first one that has moved. */
  name: string;
}

/** Lists in which everything stands where it has ended, and what has moved. */
export interface FollowedLists extends ResolvedLists {
  moved: Moved[];
}

/** A resource that has moved, with those who follow its old address. */
export interface Moved {
  resource: Listed;
  to: Resource;
  customers: number;
}

/**
 * The lists with each resource replaced by the one that it turned out to be: its home knows it by another id, or it has
 * moved. Whoever is led in a circle stays where they are.
 */
export function followSuccessors(store: Store, customers: ReadList[][], read: ResolvedLists): FollowedLists {
  const succeeded = new Map(store.successors().map((each) => [resourceKey(each), each]));
  const ends = new Map<string, End>();
  const byLow = new Map<number, { high: number; end: End }[]>();
  const notes = new Map(read.notes);
  for (const [key, each] of succeeded) {
    const end = endOf(each, succeeded);
    if (!end) continue;
    ends.set(key, end);
    const [low = 0, high = 0] = each.key;
    byLow.set(low, [...(byLow.get(low) ?? []), { high, end }]);
  }
  if (ends.size === 0) return { ...read, moved: [] };
  const endAt = (keys: Uint32Array, at: number): End | undefined =>
    byLow.get(keys[at] ?? 0)?.find(({ high }) => high === keys[at + 1])?.end;
  const concerned = new Set<string>();
  for (const { list } of customers.flat()) {
    const keys = read.keys(list);
    for (let at = 0; at < keys.length; at += 2) if (endAt(keys, at)) concerned.add(list);
  }
  const movers = new Map<string, { resource: Listed; to: Resource; followers: Set<number> }>();
  for (const [customer, lists] of customers.entries()) {
    for (const { list } of lists) {
      if (!concerned.has(list)) continue;
      for (const each of read.resources(list)) {
        const key = resourceKey(each);
        const end = ends.get(key);
        if (!end) continue;
        addNote(notes, resourceKey(end.resource), noteOn(each, end));
        if (!end.moved) continue;
        const mover = movers.get(key) ?? { resource: each, to: end.resource, followers: new Set() };
        mover.resource = pickBetter(each, mover.resource);
        movers.set(key, mover);
        mover.followers.add(customer);
      }
    }
  }
  const resources = (list: string): Listed[] => {
    const before = read.resources(list);
    if (!concerned.has(list)) return before;
    return before.map((each) => {
      const end = ends.get(resourceKey(each));
      return end ? listedAt(end, each) : each;
    });
  };
  return {
    notes,
    moved: [...movers.values()].map(({ followers, ...mover }) => ({ ...mover, customers: followers.size })),
    keys(list) {
      if (!concerned.has(list)) return read.keys(list);
      const keys = Uint32Array.from(read.keys(list));
      for (let at = 0; at < keys.length; at += 2) {
        const end = endAt(keys, at);
        if (end) keys.set(end.key, at);
      }
      return keys;
    },
    resources,
    lines: (list) => (concerned.has(list) ? store.linesOf(resources(list)) : read.lines(list)),
  };
}

function endOf(first: SucceededResource, succeeded: ReadonlyMap<string, SucceededResource>): End | null {
  const passed = new Set<string>();
  let moved = false;
  let name: string | null = null;
  for (let at = first; ;) {
    passed.add(resourceKey(at));
    if (at.moved) name ??= at.name;
    moved ||= at.moved;
    const next = succeeded.get(resourceKey(at.resource));
    if (passed.has(resourceKey(at.resource))) return null;
    if (!next) return { resource: at.resource, key: at.successorKey, moved, name: name ?? at.name };
    at = next;
  }
}

const noteOn = ({ id }: Listed, { moved, name }: End): string =>
  moved ? rowNotes.movedFrom(name) : rowNotes.otherAddress(id);

/** How many followed the old account says nothing of the new one. */
const listedAt = ({ resource, moved }: End, listed: Listed): Listed => ({
  ...listed,
  ...resource,
  title: resource.title ?? listed.title,
  ...(moved && { subscribers: null, countedBy: 'elsewhere' }),
});
