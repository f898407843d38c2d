import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import type { Problem, ProfileName } from '../types/input.ts';
import type { AuthorPage } from '../types/author-page.ts';
import type { Drafts } from '../types/draft.ts';
import type { Facts, ListStatus, Post, Profile, ProfileLookup, Resource } from '../types/resource.ts';
import type { Clock } from '../types/run.ts';
import type { Store } from '../types/store.ts';
import { keptAnswerIn, saveKeptAnswer } from './answers.ts';
import { saveShortLink, shortLinkOf } from './short-links.ts';
import { articleOf, saveArticle, saveTextLimits, textLimitsOf } from './announcing.ts';
import { countedPart, listsDigest, saveCounted } from './counted.ts';
import { type Database, openDatabase } from './database.ts';
import {
  addProblems,
  addPeople,
  asControl,
  controlOf,
  emptyByCustomer,
  customersOf,
  excludedOf,
  type HiddenProfile,
  inputAt,
  problemsOf,
  reasonsOf,
  replaceInput,
  saveReasons,
  segmentsOf,
} from './input.ts';
import { pairsOf } from './keys.ts';
import { addPage, unfinishedCursor, finishList, finishComplete } from './lists.ts';
import { learntLimitsOf, purgeLearntLimits, saveLearntLimit } from './learnt-limits.ts';
import { linesIn, unpack, writtenLines } from './lines.ts';
import { removeExcluded } from './exclusion.ts';
import { removeCustomers, removeAll, purge, purgeNetwork } from './removal.ts';
import { basisOf, saveRanking } from './rankings.ts';
import { removeDamagedCopy, salvage } from './salvage.ts';
import { isWithoutPseudonyms, saltOf } from './salt.ts';
import { prepare, setSalt } from './schema.ts';
import { type Secrecy, type Subject, secrecyWith } from './secrecy.ts';
import { SeenLines } from './seen-lines.ts';
import { successorsIn } from './successors.ts';

/**
 * Opens the state, or begins one, and keeps every other process out of it until it is closed. A damaged one is replaced
 * by one that holds what is still right of it.
 * @param path of the file; `:memory:` for a state that ends with the process
 * @param onLost told of everything that was lost with a damage
 * @throws UserError state_locked, state_newer, state_damaged, state_unwritable
 */
export function openStore(path: string, clock: Clock, onLost: (lost: Problem) => void = () => undefined): Store {
  const changed: Problem[] = [];
  try {
    return openSound(path, clock, changed);
  } catch (error) {
    if (!(error instanceof UserError && isDamage(error, path))) throw error;
    const lost = salvage(path, changed, clock.now());
    if (!lost) throw error;
    lost.forEach(onLost);
    return openSound(path, clock, []);
  }
}

/** A state that may be written, but that SQLite takes for read-only, has a header that says so. */
function isDamage({ code, message }: UserError, path: string): boolean {
  if (code !== 'state_unwritable' || !message.includes('readonly database')) return code === 'state_damaged';
  try {
    for (const place of [path, dirname(path)]) accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function openSound(path: string, clock: Clock, changed: Problem[]): Store {
  const database = openDatabase(path);
  try {
    const digest = prepare(database, path, (lost) => changed.push(lost));
    const digestOf = digestBy(database, digest);
    const seen = new SeenLines();
    finishComplete(database, seen);
    return storeIn(database, path, clock, seen, digestOf);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The digest of the lists, as long as nothing was written the one that is known already. */
function digestBy(database: Database, known: string | null): () => string {
  const written = (): number => database.all<{ rows: number }>('SELECT total_changes() AS rows')[0]?.rows ?? 0;
  const before = written();
  return () => (known !== null && written() === before ? known : listsDigest(database));
}

const customer = (key: string): Subject => ['customer', key];
const controlName = (secrecy: Secrecy, key: string): string => asControl(secrecy.pseudonym(['control', key]));
const nameOf = ({ network, name }: ProfileName): Subject => ['name', network, name];
const segmentOf = (pseudonym: string): Subject => ['segment', pseudonym];
const profileOf = ({ network, id }: Profile): Subject => ['profile', `${network}:${id}`];
const linkAt = (service: string, link: string): Subject => ['link', service, link];

function storeIn(database: Database, path: string, clock: Clock, seen: SeenLines, digestOfLists: () => string): Store {
  let secrecy = secrecyIn(database);
  const keyOf = (profile: Profile): string => secrecy.pseudonym(profileOf(profile));
  const hide = (profiles: readonly ProfileName[]): HiddenProfile[] =>
    profiles.map((name) => ({ name: secrecy.pseudonym(nameOf(name)), network: name.network }));
  /** Whoever is called so: as a customer, and on the control list. */
  const allCalled = (key: string): string[] => [secrecy.pseudonym(customer(key)), controlName(secrecy, key)];
  return {
    saveInput(
      customers,
      imported,
      problems,
      now,
      excluded = { customers: 0, profiles: {} },
      emptyAnswers = [],
      segments = new Map(),
    ) {
      const hidden = customers.map(({ key, profiles }) => [secrecy.pseudonym(customer(key)), hide(profiles)] as const);
      const lists = [...imported].map(([key, listed]) => [secrecy.pseudonym(customer(key)), listed] as const);
      const answers = emptyByCustomer(emptyAnswers, (key) => secrecy.pseudonym(customer(key)));
      const sealed = [...segments].map(([key, segment]) => {
        const name = secrecy.pseudonym(customer(key));
        return [name, secrecy.seal(segment, segmentOf(name))] as const;
      });
      const input = { customers: new Map(hidden), imported: new Map(lists), empty: answers, segments: new Map(sealed) };
      replaceInput(database, { ...input, problems, excluded }, now, seen);
    },
    saveControl: (people) =>
      addPeople(
        database,
        people.map(({ key, profiles }) => [controlName(secrecy, key), hide(profiles)]),
      ),
    problems: () => (inputAt(database) === null ? null : problemsOf(database)),

    addProblems: (problems) => database.transaction(() => addProblems(database, problems)),
    reasons: () => reasonsOf(database),
    saveReasons: (reasons) => saveReasons(database, reasons),
    article: () => articleOf(database),
    saveArticle: (visit, now) => saveArticle(database, visit, now),
    textLimits: () => textLimitsOf(database),
    saveTextLimits: (limits) => saveTextLimits(database, limits),
    learntLimits: () => learntLimitsOf(database, clock.now()),
    saveLearntLimit: (limit) => saveLearntLimit(database, limit),
    answer: (network, request) => keptAnswerIn(database, secrecy, ['answer', network, request]),
    saveAnswer: (network, request, answer, now) =>
      saveKeptAnswer(database, secrecy, ['answer', network, request], { network, answer, now }),
    authorPage({ network, id }) {
      const query = 'SELECT page FROM author_page WHERE network = ? AND id = ?';
      const [row] = database.all<{ page: string }>(query, network, id);
      return row ? database.intact<AuthorPage>(() => JSON.parse(row.page)) : null;
    },
    saveAuthorPage: ({ network, id }, page, now) =>
      database.insert('author_page', network, id, now, JSON.stringify(page)),
    drafts({ network, id }) {
      const query = 'SELECT drafts FROM draft WHERE network = ? AND id = ?';
      const [row] = database.all<{ drafts: string }>(query, network, id);
      return row ? database.intact<Drafts>(() => JSON.parse(row.drafts)) : null;
    },
    saveDrafts: ({ network, id }, drafts, now) => database.insert('draft', network, id, now, JSON.stringify(drafts)),
    shortLink: (service, link) => shortLinkOf(database, secrecy.pseudonym(linkAt(service, link))),
    saveShortLink: (service, link, shortLink, now) =>
      saveShortLink(database, secrecy.pseudonym(linkAt(service, link)), shortLink, now),

    excluded: () => excludedOf(database),
    exclude({ keys, names, profiles }) {
      const hidden = {
        customers: new Set([...keys].flatMap(allCalled)),
        names: new Set([...names.values()].map((name) => secrecy.pseudonym(nameOf(name)))),
        lists: new Set(profiles.map(({ network, id }) => secrecy.pseudonym(['profile', `${network}:${id}`]))),
      };
      removeExcluded(database, hidden);
      return {
        hasName: (name) => hidden.names.has(secrecy.pseudonym(nameOf(name))),
        hasProfile: ({ network, id }) => hidden.lists.has(secrecy.pseudonym(['profile', `${network}:${id}`])),
      };
    },

    found(name) {
      const [row] = database.all<{ at: number; status: ListStatus | null; profile: Uint8Array | null }>(
        "SELECT at, status, profile FROM name WHERE name = ? AND status IS NOT 'not_reached'",
        secrecy.pseudonym(nameOf(name)),
      );
      if (!row) return null;
      const { at, status, profile: sealed } = row;
      if (!sealed) return { profile: null, status, at };
      return { status, profile: database.intact<Profile>(() => JSON.parse(secrecy.unseal(sealed, nameOf(name)))), at };
    },
    saveFound(name, found, now) {
      // No answer today leaves the last one as it was.
      const known = 'status' in found && found.status === 'not_reached' ? this.found(name) : null;
      if (known && known.status !== 'not_asked') return;
      const { status, list, profile } = answerOf(found, keyOf, (text) => secrecy.seal(text, nameOf(name)));
      database.insert('name', secrecy.pseudonym(nameOf(name)), status, list, now, profile, name.network);
    },

    list(profile) {
      const [row] = database.all<{ status: ListStatus; at: number; note: Uint8Array | null }>(
        'SELECT status, read_at AS at, note FROM list WHERE list = ?',
        keyOf(profile),
      );
      if (!row) return null;
      const { status, at, note } = row;
      return { status, at, note: note ? database.intact(() => secrecy.unseal(note, profileOf(profile))) : '' };
    },
    unfinished(profile) {
      const next = unfinishedCursor(database, keyOf(profile), clock.now());
      return next && database.intact(() => secrecy.unseal(next, profileOf(profile)));
    },
    addPage(profile, { resources, next, cutShort = false }, now) {
      const sealed = next === null ? null : secrecy.seal(next, profileOf(profile));
      addPage(database, keyOf(profile), { network: profile.network, at: now, resources, cutShort, next: sealed });
    },
    finishList(profile, status, note, now, end = null) {
      const sealed = note === '' ? null : secrecy.seal(note, profileOf(profile));
      finishList(database, keyOf(profile), { network: profile.network, status, note: sealed, at: now, end }, seen);
    },

    identity({ network, name }) {
      const [row] = database.all<{ at: number; resource: string }>(
        'SELECT at, resource FROM identity WHERE network = ? AND name = ?',
        network,
        name,
      );
      return row ? { resource: database.intact<Resource>(() => JSON.parse(row.resource)), at: row.at } : null;
    },
    saveIdentity({ network, name }, { id, name: handle, title, url, host, network: of }, now) {
      const resource: Resource = { network: of, id, name: handle, title, url, host };
      database.insert('identity', network, name, now, JSON.stringify(resource));
    },

    customers: () => customersOf(database),
    control: () => controlOf(database),
    segments: () =>
      segmentsOf(database).map(
        ({ customer: name, segment }) => segment && database.intact(() => secrecy.unseal(segment, segmentOf(name))),
      ),
    basisOf: (ranking) => basisOf(database, ranking),
    saveRanking: (ranking, basis, now) => saveRanking(database, ranking, basis, now),
    ownKeys: ({ network, id, name }) => [
      secrecy.pseudonym(['profile', `${network}:${id}`]),
      secrecy.pseudonym(nameOf({ network, name, host: '' })),
    ],
    keys(list) {
      const [row] = database.all<{ keys: Uint8Array }>('SELECT keys FROM list WHERE list = ?', list);
      return row ? database.intact(() => pairsOf(row.keys)) : new Uint32Array();
    },
    resources(list) {
      const [row] = database.all<{ names: Uint8Array }>('SELECT names FROM list WHERE list = ?', list);
      return row ? database.intact(() => unpack(row.names)) : [];
    },
    lines(list) {
      const [row] = database.all<{ names: Uint8Array }>('SELECT names FROM list WHERE list = ?', list);
      return database.intact(() => (row ? linesIn(row.names) : writtenLines([])));
    },
    linesOf: writtenLines,
    listsDigest: digestOfLists,
    counted: (part) => countedPart(database, part),
    saveCounted: (parts, now) => saveCounted(database, parts, now),
    facts({ network, id }) {
      const [row] = database.all<{ at: number; facts: string }>(
        'SELECT at, facts FROM facts WHERE network = ? AND id = ?',
        network,
        id,
      );
      return row ? { facts: database.intact<Facts>(() => JSON.parse(row.facts)), at: row.at } : null;
    },
    saveFacts({ network, id }, facts, now) {
      database.insert('facts', network, id, now, JSON.stringify(facts));
    },
    successors: () => successorsIn(database),
    evidence({ network, id }) {
      const [row] = database.all<{ at: number; posts: string | null }>(
        'SELECT at, posts FROM evidence WHERE network = ? AND id = ?',
        network,
        id,
      );
      if (!row) return null;
      const { at, posts } = row;
      return { posts: posts === null ? null : database.intact<Post[]>(() => JSON.parse(posts)), at };
    },
    saveEvidence({ network, id }, posts, now) {
      const text = posts && JSON.stringify(posts);
      database.insert('evidence', network, id, now, text);
    },

    spent(network, since) {
      const query = 'SELECT coalesce(sum(amount), 0) AS sum FROM spending WHERE network = ? AND at >= ?';
      return database.all<{ sum: number }>(query, network, since)[0]?.sum ?? 0;
    },
    saveSpending(network, amount, now) {
      database.aside(() => database.insert('spending', network, now, amount));
    },

    salt: () => saltOf(database),
    adoptSalt(salt) {
      if (!isWithoutPseudonyms(database)) return false;
      setSalt(database, salt);
      secrecy = secrecyIn(database);
      return true;
    },

    hold: () => database.hold(),
    keep: () => database.keep(),

    purge(before) {
      purge(database, before);
      purgeLearntLimits(database, before);
      removeDamagedCopy(path, before);
    },
    purgeNetwork: (network, before) => purgeNetwork(database, network, before),
    forget(key) {
      const wasKnown = removeCustomers(database, allCalled(key));
      if (wasKnown) removeDamagedCopy(path);
      return wasKnown;
    },
    forgetAll() {
      removeDamagedCopy(path);
      removeAll(database);
      secrecy = secrecyIn(database);
    },
    close: () => database.close(),
  };
}

const secrecyIn = (database: Database): Secrecy => secrecyWith(saltOf(database));

interface NameRow {
  status: ListStatus | null;
  list: string | null;
  profile: Uint8Array | null;
}

function answerOf(
  found: ProfileLookup,
  keyOf: (profile: Profile) => string,
  seal: (text: string) => Uint8Array,
): NameRow {
  if (!('profile' in found)) return { status: found.status, list: null, profile: null };
  const { network, id, ref, host, follows, movedTo } = found.profile;
  return {
    status: null,
    list: keyOf(found.profile),
    profile: seal(JSON.stringify({ network, id, ref, host, follows, movedTo })),
  };
}
