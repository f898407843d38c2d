import type { HintWay } from '../../types/report.ts';

/** A place that a page names, and what it says of it. */
export interface Naming {
  /** Every spelling of the place, as in `Page.names`. */
  names: readonly string[];
  /** Whether it is another place of the page itself: not where it is a friend's, `unclear` where the words do not tell. */
  as: 'own' | 'unclear' | 'other';
  /** The network saw that the place names the page, too. */
  verified: boolean;
}

/** A page with what it says of other places. */
export interface Page {
  key: string;
  network: string;
  /** Every spelling under which it can be named. */
  names: readonly string[];
  namings: readonly Naming[];
}

interface Hint {
  /** Key of the other page. */
  key: string;
  how: HintWay;
}

type Pair = readonly [string, string];

/** What persons said of pairs of pages. */
export interface Said {
  same: readonly Pair[];
  apart: readonly Pair[];
}

export interface Joined {
  /** Keys of the pages of each family, in order; none of one page. */
  families: string[][];
  /** By key. */
  hints: Map<string, Hint[]>;
}

/**
 * Joins the pages that are one publisher's on several networks: two that name each other as their own other place, or
 * one whose naming of the other is verified. Two pages of one network are never joined, not through a third one either:
 * a page with several such bonds into one network keeps none of them, and where two pages of one network would still
 * meet, nothing holds of what leads there. What a person said goes before all of that.
 */
export function joinFamilies(pages: readonly Page[], said: Said): Joined {
  const byKey = new Map(pages.map((page) => [page.key, page]));
  const known = (pairs: readonly Pair[]): Pair[] => pairs.filter((pair) => pair.every((key) => byKey.has(key)));
  const apart = new Set(known(said.apart).map(pairKey));
  const same = known(said.same).filter((pair) => pair[0] !== pair[1] && !apart.has(pairKey(pair)));
  const relations = relationsOf(pages);
  const bonds = [...relations.values()].filter(
    ({ pair, proven }) => proven && !apart.has(pairKey(pair)) && networksOf(pair, byKey).size > 1,
  );
  const single = withoutRivals(
    bonds.map(({ pair }) => pair),
    byKey,
  );
  const families = groupsOf(withoutMeetings(single, same, apart, byKey));
  const familyOf = new Map(families.flatMap((family, index) => family.map((key) => [key, index] as const)));
  const hints = new Map<string, Hint[]>();
  for (const { pair, forth, back } of relations.values()) {
    const [a, b] = pair;
    const isOne = familyOf.has(a) && familyOf.get(a) === familyOf.get(b);
    if (isOne || apart.has(pairKey(pair)) || !(forth || back)) continue;
    const each = forth && back;
    addTo(hints, a, { key: b, how: each ? 'each_other' : forth ? 'names' : 'named_by' });
    addTo(hints, b, { key: a, how: each ? 'each_other' : back ? 'names' : 'named_by' });
  }
  return { families, hints };
}

/** What two pages say of each other, if only one of them does. */
interface Relation {
  /** In the order of their keys. */
  pair: Pair;
  /** The first names the second, and may mean a place of its own. */
  forth: boolean;
  back: boolean;
  proven: boolean;
}

function relationsOf(pages: readonly Page[]): Map<string, Relation> {
  const named = pagesByName(pages);
  const owns = new Set<string>();
  const relations = new Map<string, Relation>();
  for (const { key, namings } of pages) {
    for (const { names, as, verified } of namings) {
      if (as === 'other') continue;
      const targets = new Set(names.flatMap((name) => named.get(name) ?? []));
      targets.delete(key);
      for (const target of targets) {
        const pair = inOrder(key, target);
        const relation = relations.get(pairKey(pair)) ?? { pair, forth: false, back: false, proven: false };
        relations.set(pairKey(pair), relation);
        if (pair[0] === key) relation.forth = true;
        else relation.back = true;
        if (as !== 'own') continue;
        owns.add(`${key}\n${target}`);
        if (verified || owns.has(`${target}\n${key}`)) relation.proven = true;
      }
    }
  }
  return relations;
}

/** The pages that a name can mean; a name of two pages of one network means neither. */
function pagesByName(pages: readonly Page[]): Map<string, string[]> {
  const named = new Map<string, Map<string, string[]>>();
  for (const { key, network, names } of pages) {
    for (const name of new Set(names)) {
      const there = named.get(name) ?? new Map<string, string[]>();
      named.set(name, there);
      addTo(there, network, key);
    }
  }
  return new Map(
    [...named].map(([name, there]) => [name, [...there.values()].flatMap((keys) => (keys.length === 1 ? keys : []))]),
  );
}

/** A page that is bound to several of one network may be the head of them all, or an author of theirs. */
function withoutRivals(bonds: readonly Pair[], pages: ReadonlyMap<string, Page>): Pair[] {
  const bound = new Map<string, number>();
  const into = (from: string, to: string): string => `${from}\n${pages.get(to)?.network}`;
  const sides = ([a, b]: Pair): string[] => [into(a, b), into(b, a)];
  for (const side of bonds.flatMap(sides)) bound.set(side, (bound.get(side) ?? 0) + 1);
  return bonds.filter((bond) => sides(bond).every((side) => bound.get(side) === 1));
}

/** Without the bonds of groups in which two would meet that are of one network, or that a person called apart. */
function withoutMeetings(
  bonds: readonly Pair[],
  same: readonly Pair[],
  apart: ReadonlySet<string>,
  pages: ReadonlyMap<string, Page>,
): Pair[] {
  const decided = new Map(groupsOf(same).flatMap((group, index) => group.map((key) => [key, index] as const)));
  const isDecided = (a: string, b: string): boolean => decided.has(a) && decided.get(a) === decided.get(b);
  const meeting = new Set<string>();
  for (const group of groupsOf([...bonds, ...same])) {
    const metOf = new Map<string, string>();
    const isMeeting = group.some((key) => {
      const network = pages.get(key)?.network ?? '';
      const met = metOf.get(network);
      metOf.set(network, key);
      return met !== undefined && !isDecided(met, key);
    });
    const inGroup = new Set(group);
    const isApart = [...apart].some((pair) => pair.split('\n').every((key) => inGroup.has(key)));
    if (isMeeting || isApart) for (const key of group) meeting.add(key);
  }
  return [...bonds.filter(([a]) => !meeting.has(a)), ...same];
}

/** What hangs together, each group and all of them in order. */
function groupsOf(pairs: readonly Pair[]): string[][] {
  const leaders = new Map<string, string>();
  const leaderOf = (key: string): string => {
    let at = key;
    for (let next = leaders.get(at); next !== undefined && next !== at; next = leaders.get(at)) at = next;
    for (let from = key; from !== at;) {
      const next = leaders.get(from) ?? at;
      leaders.set(from, at);
      from = next;
    }
    return at;
  };
  for (const [a, b] of pairs) {
    const [first, second] = inOrder(leaderOf(a), leaderOf(b));
    leaders.set(first, first);
    leaders.set(second, first);
  }
  const groups = new Map<string, string[]>();
  for (const key of leaders.keys()) addTo(groups, leaderOf(key), key);
  return [...groups.values()].map((group) => group.toSorted(byCodeUnits)).toSorted(([a], [b]) => byCodeUnits(a, b));
}

const networksOf = (pair: Pair, pages: ReadonlyMap<string, Page>): Set<string | undefined> =>
  new Set(pair.map((key) => pages.get(key)?.network));

const byCodeUnits = (a = '', b = ''): number => (a < b ? -1 : Number(a > b));

const inOrder = (a: string, b: string): Pair => (a < b ? [a, b] : [b, a]);

const pairKey = ([a, b]: Pair): string => inOrder(a, b).join('\n');

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
