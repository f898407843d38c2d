import { dayMs } from '../types/run.ts';
import { hex } from './ids.ts';
import { article } from './story-article.ts';
import { customers, newHome, people, type DemoCustomer } from './story-customers.ts';
import { media, outsiders, type Medium } from './story-media.ts';
import { servers, sky } from './story-servers.ts';
import { account, type DemoAccount, type ShownFollowers, type World } from './world.ts';

/**
 * The network behind the shipped example: 30 gardeners and landscapers, clients of a bookkeeper for their trade, and
 * the magazines, podcasts and communities that they follow.
 * @param today posts are dated back from the start of this day, UTC; the same day gives the same world
 */
export function storyOf(today: Date): World {
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  const guests = outsiders.map(({ on, name, title }) =>
    account(on, name, { title, subscribers: 900 + name.length * 31 }),
  );
  const neighbours = [...people, newHome].map(({ on, name, title }) =>
    account(on, name, { title, subscribers: 20 + name.length * 17 }),
  );
  const closed = Array.from({ length: 100 }, (_, index) =>
    account(sky, `closed-${String(index + 1).padStart(3, '0')}.sky.example`, { state: 'deactivated' }),
  );
  const pages = media.map((medium) => ({ medium, page: pageOf(medium, guests, midnight) }));
  const clients = customers.flatMap((customer) => accountsOf(customer));
  const trade = [...guests, ...neighbours, ...clients.map(({ own }) => own)];

  for (const { own, customer } of clients) {
    const read = pages.filter(({ medium }) => follows(customer, own, medium)).map(({ page }) => page);
    const met = trade.filter((each) => each !== own && knows(customer, own, each));
    const order = (id: string): string => hex(`${own.id} follows ${id}`);
    const ids = [...read, ...met].map(({ id }) => id).toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
    own.follows = withClosed(ids, customer, closed);
  }
  return { servers, accounts: [...trade, ...pages.map(({ page }) => page), ...closed], pages: [article] };
}

const isBluesky = ({ server }: DemoAccount): boolean => server === sky.host;

function accountsOf(customer: DemoCustomer): { own: DemoAccount; customer: DemoCustomer }[] {
  return customer.accounts.map(({ on, name, state, movedTo }) => {
    const about = { title: customer.title, description: `${customer.trade}, ${customer.town}.`, subscribers: 140 };
    return { own: account(on, name, { ...about, state, movedTo: movedTo ?? null }), customer };
  });
}

/** A medium's readers are the clients on its side of the world who rank first for it by a made-up liking. */
function follows(customer: DemoCustomer, client: DemoAccount, medium: Medium): boolean {
  if (isBluesky(client) !== (medium.on.host === sky.host)) return false;
  if (medium.readers) return medium.readers.includes(customer.title);
  const rivals = customers.filter((each) => readableOn(each, isBluesky(client)));
  const liking = (each: DemoCustomer): string => hex(`${each.title} likes ${medium.name}`);
  const mine = liking(customer);
  return rivals.filter((each) => each !== customer && liking(each) < mine).length < medium.fans;
}

const readableOn = ({ accounts }: DemoCustomer, bluesky: boolean): boolean =>
  accounts.some(({ on, state, unread }) => (on.host === sky.host) === bluesky && state === 'active' && !unread);

/** Of the people of the trade on the same side of the world, one in sixteen or all. */
const knows = (customer: DemoCustomer, client: DemoAccount, other: DemoAccount): boolean =>
  isBluesky(client) === isBluesky(other) &&
  (customer.knowsEverybody === true || hex(`${client.id} knows ${other.id}`) < '1');

function withClosed(ids: string[], customer: DemoCustomer, closed: DemoAccount[]): string[] {
  const gone = closed.map(({ id }) => id);
  if (customer.closedFirst) return [...gone, ...ids];
  if (!customer.closedBetween) return ids;
  const apart = Math.ceil(gone.length / ids.length);
  return ids.flatMap((id, index) => [id, ...gone.slice(index * apart, (index + 1) * apart)]);
}

function pageOf(medium: Medium, guests: DemoAccount[], midnight: number): DemoAccount {
  const { on, name, title, about, subscribers, elsewhere, state, group, noindex } = medium;
  return account(on, name, {
    title,
    description: about,
    subscribers,
    subscribersElsewhere: elsewhere ?? subscribers,
    state: state ?? 'active',
    group: group ?? false,
    noindex: noindex ?? false,
    shown: shownBy(
      medium,
      guests.filter((guest) => isBluesky(guest) === (on.host === sky.host)),
      midnight,
    ),
  });
}

/** One post every `every` days; each letter of the rhythm is one, newest first, the whole of it repeated `times`. */
function shownBy({ feed, name }: Medium, guests: DemoAccount[], midnight: number): ShownFollowers[] {
  const first = Number.parseInt(hex(name).slice(0, 4), 16);
  const known = guests.slice(0, feed.authors ?? guests.length);
  return feed.rhythm
    .repeat(feed.times)
    .split('')
    .map((letter, index) => {
      const instant = midnight - (index * feed.every + 0.3) * dayMs - first * 1000;
      const at = new Date(instant).toISOString();
      const text = feed.lines[(first + index) % feed.lines.length] ?? '';
      const guest = known[(first + index * 5) % known.length];
      if (letter === 'o' || !guest) return { kind: 'own', at, text };
      const of = { author: guest.id, at: new Date(instant - 0.4 * dayMs).toISOString(), text: `${text} (my notes)` };
      return letter === 'q' ? { kind: 'quote', at, text: 'Worth the ten minutes:', of } : { kind: 'repost', at, of };
    });
}
