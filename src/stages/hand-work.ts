import type { AnyNetwork, HandPage } from '../types/network.ts';
import type { HandWork } from '../types/report.ts';

/**
 * Seconds that a person takes for a page, by what is to be done on it. Opening it from the worksheet and saving it (Ctrl+S,
 * Enter) takes some 15; a list of a few hundred entries is scrolled to its end in some 30, in a dialog, which must be
 * opened first, in 35. Tabs are four lists on one page, each scrolled and saved by itself, at half a minute each.
 * Estimates: whoever saves more than a hundred pages knows better.
 */
const secondsFor: Record<HandPage['way'], number> = { list: 45, dialog: 50, tabs: 120 };

export const secondsOf = (pages: readonly Pick<HandPage, 'way'>[]): number =>
  pages.reduce((sum, { way }) => sum + secondsFor[way], 0);

/** One client, as far as hand work goes. */
export interface HandPerson {
  /** Networks on which they have a profile. */
  profilesOn: ReadonlySet<string>;
  /** Networks of which a list of theirs is there, or will be read by the program. */
  readOn: ReadonlySet<string>;
}

/**
 * How many clients can be read, and how many minutes of opening and saving pages would bring how many more. Only so many
 * clients of a network are reckoned as tell what its clients share, see `enoughClients`.
 * @param isByHand whether a person reads a network, because no program may
 * @returns null where there is nothing to be done by hand
 */
export function handWork(
  all: readonly HandPerson[],
  networks: readonly AnyNetwork[],
  isByHand: (network: AnyNetwork) => boolean,
): HandWork | null {
  const people = inOrder(all);
  const blank = new Set(people.filter(({ readOn }) => readOn.size === 0));
  const brought = new Set<HandPerson>();
  const told = networks.flatMap((network): HandWork['networks'] => {
    const { id, title, byHand = [] } = network;
    if (byHand.length === 0 || !isByHand(network)) return [];
    const there = people.filter(({ profilesOn }) => profilesOn.has(id));
    const open = there.filter(({ readOn }) => !readOn.has(id));
    const read = there.length - open.length;
    const wanted = open.slice(0, Math.max(0, enoughClients(there.length) - read));
    if (wanted.length === 0) return [];
    const brings = wanted.filter((each) => blank.has(each));
    for (const each of brings) brought.add(each);
    const pages = wanted.length * byHand.length;
    const minutes = Math.ceil((wanted.length * secondsOf(byHand)) / 60);
    return [
      {
        network: id,
        title,
        clients: there.length,
        unread: open.length,
        wanted: wanted.length,
        pages,
        minutes,
        brings: brings.length,
      },
    ];
  });
  if (told.length === 0) return null;
  const sum = (count: (each: HandWork['networks'][number]) => number): number =>
    told.reduce((total, each) => total + count(each), 0);
  return {
    clients: people.length,
    readable: people.length - blank.size,
    brings: brought.size,
    pages: sum(({ pages }) => pages),
    minutes: sum(({ minutes }) => minutes),
    networks: told.toSorted((a, b) => b.brings - a.brings || b.wanted - a.wanted || (a.network < b.network ? -1 : 1)),
  };
}

/**
 * Whoever cannot be read anywhere first, then whoever has most profiles. Nothing else is compared: whom the state knows by
 * a pseudonym alone has the same place on every machine as far as the figures go.
 */
function inOrder(people: readonly HandPerson[]): HandPerson[] {
  const signed = people.map((person) => {
    const [profiles, read] = [person.profilesOn, person.readOn].map((set) => [...set].toSorted());
    return {
      person,
      profiles: person.profilesOn.size,
      isRead: person.readOn.size > 0,
      sign: `${profiles?.join()} ${read?.join()}`,
    };
  });
  return signed
    .toSorted(
      (a, b) =>
        Number(a.isRead) - Number(b.isRead) ||
        b.profiles - a.profiles ||
        (a.sign < b.sign ? -1 : Number(a.sign > b.sign)),
    )
    .map(({ person }) => person);
}

/** A page that one client in so many follows is to be seen … */
const oneIn = 5;
/** … with at least two clients, in this share of draws. */
const sure = 0.95;

/**
 * After how many clients of a list, drawn at random, a further one would change little: a page that one in five of them
 * follows is then found with at least two, in 95 % of draws (hypergeometric distribution). Of endlessly many clients 22.
 */
export function enoughClients(clients: number): number {
  const followers = Math.ceil(clients / oneIn);
  if (followers < 2) return clients;
  for (let drawn = 2; drawn < clients; drawn += 1) if (1 - atMostOne(clients, followers, drawn) >= sure) return drawn;
  return clients;
}

/** The probability that of so many clients drawn none, or one, is a follower. */
function atMostOne(clients: number, followers: number, drawn: number): number {
  const others = clients - followers;
  let none = 1;
  for (let at = 0; at < drawn; at += 1) none *= Math.max(0, others - at) / (clients - at);
  let one = (drawn * followers) / clients;
  for (let at = 0; at < drawn - 1; at += 1) one *= Math.max(0, others - at) / (clients - 1 - at);
  return none + one;
}
