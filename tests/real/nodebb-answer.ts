import type { Cells } from './answer.ts';
import { type Row, host } from './nodebb-seed.ts';
import type { Message, Nodebb, NodebbSeed } from './nodebb-server.ts';

type Names = Pick<Nodebb, 'users' | 'posts'>;

// What the tables must say, computed from the seed alone: nothing here comes from the program under test.

export interface NodebbAnswer {
  /** Ids of the ranked resources, best first. */
  ranked: string[];
  candidates: Cells[];
  coverage: Cells[];
  /** The least number of pages that bring all of it. */
  pages: number;
}

const usersOnAPage = 50;
const postsOfAGroup = 10;
const outsideAuthors = 2;
const outsideDays = 180;
const day = 24 * 60 * 60 * 1000;

/**
 * @param floor fewest subscribers
 * @param now instant of the run, milliseconds since the epoch
 */
export function nodebbAnswer(seed: NodebbSeed, rows: Row[], names: Names, floor: number, now: number): NodebbAnswer {
  const forum = forumOf(seed);
  const profiles = [...new Set(rows.map(({ user }) => user))];
  const read = profiles.filter((user) => forum.isHere(user));
  const readable = [...new Set(rows.filter(({ user }) => forum.isHere(user)).map(({ customer }) => customer))];

  const sharers = new Map<string, { followed: Followed; customers: number }>();
  for (const name of readable) {
    const own = [...new Set(rows.filter(({ customer }) => customer === name).map(({ user }) => user))];
    const lists = own.flatMap((user) => [...forum.groups(user), ...forum.follows(user)]);
    for (const [id, followed] of new Map(lists.map((each) => [idOf(each, names), each]))) {
      sharers.set(id, { followed, customers: (sharers.get(id)?.customers ?? 0) + 1 });
    }
  }

  const judged = [...sharers].map(([id, { followed, customers }]) => {
    const subscribers = forum.subscribers(followed);
    const slug = slugOf(followed.name);
    const resource = `${followed.kind}/${slug}`;
    const url = `https://${host}/${followed.kind}/${encodeURIComponent(slug)}`;
    const finding = subscribers < floor ? belowFloor : findingOf(followed, url, forum, names, now);
    return { id, resource, url, kind: followed.kind, customers, subscribers, finding };
  });
  const kept = judged
    .filter(({ finding }) => finding.verdict === 'keep')
    .toSorted((a, b) => b.customers - a.customers || b.subscribers - a.subscribers || byId(a, b));
  const rest = judged
    .filter(({ finding }) => finding.verdict !== 'keep')
    .toSorted((a, b) => b.customers - a.customers || byId(a, b));

  const pagesOf = (user: string): number => Math.max(1, Math.ceil(forum.follows(user).length / usersOnAPage));
  return {
    ranked: kept.map(({ id }) => id),
    candidates: [...kept, ...rest].map(({ id, resource, url, customers, subscribers, finding }) => ({
      network: 'garden-forum',
      resource,
      resource_id: id,
      url,
      customers: String(customers),
      customers_readable: String(readable.length),
      subscribers: String(subscribers),
      third_party: finding.thirdParty,
      third_party_share: finding.share?.toFixed(4) ?? '',
      third_party_authors: finding.authors?.toString() ?? '',
      evidence_url: finding.evidence?.url ?? '',
      evidence_date: finding.evidence?.at.slice(0, 10) ?? '',
      verdict: finding.verdict,
      reason: finding.reason,
    })),
    coverage: [
      {
        network: 'garden-forum',
        profiles: String(profiles.length),
        read: String(read.length),
        imported: '0',
        hidden: '0',
        not_found: String(profiles.length - read.length),
        needs_login: '0',
        truncated: '0',
        not_reached: '0',
      },
    ],
    // One page holds all groups of a user, with their members' numbers: below the floor, nothing more is asked. Of the
    // followers of followed users lists say nothing. A profile that is not there shows it on its first page.
    pages:
      profiles.length -
      read.length +
      read.reduce((sum, user) => sum + 1 + pagesOf(user), 0) +
      judged.filter(({ kind, subscribers }) => kind === 'user' || subscribers >= floor).length +
      judged.filter(({ subscribers }) => subscribers >= floor).length,
  };
}

const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');
/** Users keep their number when they are renamed; a group has nothing but its name. */
const idOf = ({ kind, name }: Followed, { users }: Names): string =>
  `${kind}/${kind === 'user' ? users[name] : slugOf(name)}`;
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

// ------------------------------------------------------------------ what guests see of the forum

interface Followed {
  kind: 'groups' | 'user';
  name: string;
}

interface Forum {
  isHere(user: string): boolean;
  groups(user: string): Followed[];
  follows(user: string): Followed[];
  subscribers(followed: Followed): number;
  /** Newest first. */
  posts(followed: Followed): Message[];
}

function forumOf({ users, follows, groups, topics, membersOnly }: NodebbSeed): Forum {
  const here = new Set(users.filter(({ state }) => state !== 'deleted').map(({ name }) => name));
  const crowds = new Map([...users, ...groups].map(({ name, crowd = 0 }) => [name, crowd]));
  const members = new Map(groups.map((group) => [group.name, group.members]));
  const messages = topics
    .flatMap(({ room, replies = [], ...topic }) => [topic, ...replies].map((message) => ({ ...message, room })))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return {
    isHere: (user) => here.has(user),
    groups: (user) =>
      groups
        .filter((group) => group.kind !== 'hidden' && group.members.includes(user))
        .map(({ name }) => ({ kind: 'groups', name })),
    follows: (user) =>
      follows
        .flatMap(({ from, to }) => (from === user ? to : []))
        .filter((name) => here.has(name))
        .map((name) => ({ kind: 'user', name })),
    subscribers: ({ kind, name }) => {
      const known =
        kind === 'groups'
          ? (members.get(name) ?? [])
          : follows.filter(({ to }) => to.includes(name)).map(({ from }) => from);
      return known.filter((user) => here.has(user)).length + (crowds.get(name) ?? 0);
    },
    posts: ({ kind, name }) => {
      const isWriter = (by: string): boolean =>
        kind === 'user' ? by === name : (members.get(name) ?? []).includes(by);
      // A group's page takes the last ones first, and then leaves out what a guest may not read.
      return messages
        .filter(({ by }) => isWriter(by))
        .slice(0, kind === 'user' ? Infinity : postsOfAGroup)
        .filter(({ room }) => !membersOnly.includes(room));
    },
  };
}

// ------------------------------------------------------------------ the rules

interface Finding {
  verdict: 'keep' | 'drop' | 'review';
  reason: string;
  thirdParty: 'open_wall' | 'own_only' | 'unknown';
  share: number | null;
  authors: number | null;
  evidence: { url: string; at: string } | null;
}

const unread = { thirdParty: 'unknown', share: null, authors: null, evidence: null } as const;
const belowFloor: Finding = { ...unread, verdict: 'drop', reason: 'below_floor' };

/** Members of a group are outside authors. Those who were deleted are not told apart: together they count as one. */
function findingOf(followed: Followed, url: string, forum: Forum, names: Names, now: number): Finding {
  const shown = forum.posts(followed);
  const isGroup = followed.kind === 'groups';
  const kept = { verdict: 'keep', reason: 'third_party_evidence', thirdParty: 'open_wall' } as const;
  if (shown.length === 0) {
    const evidence = { url, at: new Date(now).toISOString() };
    return isGroup ? { ...unread, ...kept, evidence } : { ...unread, verdict: 'review', reason: 'third_party_unknown' };
  }
  const outside = isGroup ? shown : [];
  const authors = new Set(outside.map(({ by }) => (forum.isHere(by) ? by : 'a former user'))).size;
  const [newest] = outside;
  const counted = { share: outside.length / shown.length, authors, evidence: null };
  const dropped = { ...counted, verdict: 'drop', thirdParty: 'own_only' } as const;
  if (!newest) return { ...dropped, reason: 'own_posts_only' };
  if (authors < outsideAuthors) return { ...dropped, reason: 'too_few_outside_authors' };
  if (now - Date.parse(newest.at) > outsideDays * day) return { ...dropped, reason: 'outside_posts_too_old' };
  return { ...counted, ...kept, evidence: { url: `https://${host}/post/${names.posts[newest.id]}`, at: newest.at } };
}
