import { networkOf } from '../stages/context.ts';
import { maxPosts } from '../stages/third-party.ts';
import { fillFacts } from '../types/facts.ts';
import type { SavedResource } from '../types/import.ts';
import type { ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { Facts, Post } from '../types/resource.ts';
import { dayMs } from '../types/run.ts';
import type { Store } from '../types/store.ts';
import { resourceAsWritten } from '../types/resource-as-written.ts';
import type { CompleteContext } from './context.ts';
import { openState } from './open-state.ts';

/** What a saved page tells of the resource that it shows. */
export interface ShownResource {
  network: string;
  resource: string;
  title: string | null;
  subscribers: number | null;
  posts: number;
  /** Distinct authors of these posts besides the resource itself. */
  authors: number;
  /** The day on which it was saved, ISO 8601. */
  savedOn: string;
  /** Whether the state did not have this yet. */
  isNew: boolean;
  /** Whether anybody follows it, as the follows file tells. */
  isFollowed: boolean;
}

/** What became of a saved page. */
export interface ShownFile {
  shows: ShownResource;
  problem: string | null;
  whatToDo: string | null;
}

interface Keeping {
  /** The path of the state; null where none is to keep it. */
  state: string | null;
  /** How long the state keeps what it has. */
  keepMs: number;
  /** Whether the page belongs to somebody on the opt-out list. */
  isOut: (resource: ResourceName) => boolean;
  isFollowed: (resource: ResourceName) => boolean;
}

/**
 * Keeps what saved pages of resources tell, in the state.
 * @returns what became of each, by whatever stands for its file
 * @throws like `openState`, and only where there is something to keep
 */
export function keepShown<File>(
  shown: ReadonlyMap<File, SavedResource>,
  keeping: Keeping,
  networks: readonly AnyNetwork[],
  { clock, progress }: Pick<CompleteContext, 'clock' | 'progress'>,
): Map<File, ShownFile> {
  const told = new Map<File, ShownFile>();
  if (shown.size === 0) return told;
  const now = clock.now();
  const store =
    keeping.state === null
      ? null
      : openState(keeping.state, networks, clock, (problem) => progress({ stage: 'damage', problem }));
  try {
    for (const [file, saved] of shown) {
      const refused = whyNotKept(saved, keeping, now);
      const isNew = refused === null && store !== null && keepResource(store, saved, networks, now);
      told.set(file, {
        shows: shownBy(saved, isNew, keeping, now),
        problem: refused?.problem ?? null,
        whatToDo: refused?.whatToDo ?? null,
      });
    }
  } finally {
    store?.close();
  }
  return told;
}

function whyNotKept({ resource, savedAt }: SavedResource, { isOut, keepMs, state }: Keeping, now: number) {
  if (isOut(resource))
    return { problem: 'it is the page of a profile on the opt-out list', whatToDo: 'delete the file' };
  const age = now - (savedAt ?? now);
  if (age > keepMs)
    return {
      problem: `it was saved on ${dayOf(savedAt ?? now)}, ${Math.floor(age / dayMs)} days ago, and older facts than --keep says are not kept`,
      whatToDo: 'open the page again and save it anew',
    };
  if (state === null) return { problem: 'no state was named that could keep its facts', whatToDo: 'name one' };
  return null;
}

function shownBy(
  { resource, otherName, told, posts, savedAt }: SavedResource,
  isNew: boolean,
  keeping: Keeping,
  now: number,
): ShownResource {
  const outside = posts.filter(({ kind }) => kind !== 'own');
  return {
    network: resource.network,
    resource: resource.name,
    title: told.title ?? null,
    subscribers: told.subscribers ?? null,
    posts: posts.length,
    authors: new Set(outside.map(({ author }) => author)).size,
    savedOn: dayOf(Math.min(savedAt ?? now, now)),
    isNew,
    isFollowed: [resource, ...(otherName ? [otherName] : [])].some(keeping.isFollowed),
  };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What is known of a resource, and since when. */
interface Told {
  facts: Facts;
  posts: Post[] | null;
  at: number;
}

/**
 * Keeps what saved pages tell of a resource as its facts and posts. What another saved page told stays where this one
 * says nothing of it, and what the network has said since stays as it is.
 * @returns whether that is news to the state
 */
function keepResource(store: Store, saved: SavedResource, networks: readonly AnyNetwork[], now: number): boolean {
  const fresh = toldBy(saved, networks, now);
  let isNews = false;
  for (const id of idsOf(saved, store)) {
    const resource = { network: saved.resource.network, id };
    const known = knownOf(resource, store);
    const told = known === null ? fresh : joined(known, fresh);
    if (known !== null && JSON.stringify(told) === JSON.stringify(known)) continue;
    store.saveFacts(resource, told.facts, told.at);
    store.saveEvidence(resource, told.posts, told.at);
    isNews = true;
  }
  if (saved.otherName) joinOther(saved.otherName, saved, fresh, store);
  return isNews;
}

/** Whoever follows the page under its other name is counted with it. */
function joinOther(other: ResourceName, { resource }: SavedResource, { facts, at }: Told, store: Store): void {
  const same = { ...resourceAsWritten(resource), title: facts.title, url: facts.url };
  const told = { successor: { resource: same, moved: false }, via: 'saved_page' as const };
  const alias = { ...resourceAsWritten(other), title: facts.title, host: same.host };
  store.saveFacts(alias, fillFacts(alias, told), at);
}

/** Ids under which it may be counted: its network's, those that the page tells, and its name where nobody was asked. */
function idsOf({ resource, otherIds }: SavedResource, store: Store): string[] {
  const identified = store.identity(resource)?.resource.id;
  return [...new Set([resourceAsWritten(resource).id, ...otherIds, ...(identified === undefined ? [] : [identified])])];
}

function toldBy({ resource, told, posts, savedAt }: SavedResource, networks: readonly AnyNetwork[], now: number): Told {
  const { name, host, url: written } = resource;
  const url = networkOf(resource, networks).pageOf(name) ?? written;
  const facts = fillFacts({ name, title: null, url, host }, { ...told, via: 'saved_page' });
  return { facts, posts: posts.length > 0 ? newestFirst(posts) : null, at: Math.min(savedAt ?? now, now) };
}

function knownOf(resource: { network: string; id: string }, store: Store): Told | null {
  const known = store.facts(resource);
  return known && { facts: known.facts, posts: store.evidence(resource)?.posts ?? null, at: known.at };
}

function joined(known: Told, fresh: Told): Told {
  const [older, newer] = known.at > fresh.at ? [fresh, known] : [known, fresh];
  if (newer.facts.via === undefined) return newer;
  const title = newer.facts.title ?? older.facts.title;
  const subscribers = newer.facts.subscribers ?? older.facts.subscribers;
  const description = newer.facts.description ?? older.facts.description;
  const own = { title, subscribers, description, group: newer.facts.group || older.facts.group };
  const facts = { ...older.facts, ...newer.facts, ...own };
  const isOlder = facts.subscribers !== newer.facts.subscribers || (newer.posts === null && older.posts !== null);
  const posts = unionOf(newer.posts, older.posts);
  return { facts, posts, at: isOlder ? older.at : newer.at };
}

function unionOf(newer: Post[] | null, older: Post[] | null): Post[] | null {
  if (newer === null || older === null) return newer ?? older;
  return newestFirst([...new Map([...older, ...newer].map((post) => [post.url, post])).values()]);
}

const newestFirst = (posts: readonly Post[]): Post[] =>
  posts.toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? '') || (a.url < b.url ? -1 : 1)).slice(0, maxPosts);
