import { dayIn } from '../text/day.ts';
import { lookup } from '../text/lookup.ts';
import { canParseUrl } from '../text/web-address.ts';
import type { Teaser } from '../types/report.ts';
import type { SeenPlacement } from '../types/published.ts';
import type { PastEntry } from './past.ts';

/** What became of something published; `there` is without a link to compare, `link_unseen` may be drawn by scripts. */
const placedStates = ['there', 'link_intact', 'tags_changed', 'link_lost', 'link_unseen', 'gone'] as const;
type PlacedState = (typeof placedStates)[number];

/** A placement as it was last seen. */
export interface Placed {
  /** Null where it has never been read. */
  state: PlacedState | null;
  /** Day on which it was so, ISO 8601. */
  checked: string | null;
  reactions: number | null;
  /** What to know besides, in English. */
  note: string;
}

const states: Readonly<Record<string, PlacedState>> = Object.fromEntries(placedStates.map((state) => [state, state]));

/** The states in which somebody has to do something. */
export const isLost = ({ state }: Placed): boolean =>
  state === 'tags_changed' || state === 'link_lost' || state === 'gone';

/** The address of a placement in what a person typed: the first there is. */
export const addressIn = (cell: string): string => /https?:\/\/[^\s<>"]+/i.exec(cell)?.[0] ?? cell.trim();

/** What an earlier run saw of the placement at this address; what it saw of another one says nothing. */
export function placedBefore(entries: readonly PastEntry[], address: string): Placed {
  const seen = entries.find(({ cells }) => cells.get('placement_seen') === address);
  const cell = (name: string): string => seen?.cells.get(name) ?? '';
  const reactions = cell('reactions');
  return {
    state: lookup(states, cell('placement_state')) ?? null,
    checked: dayIn(cell('placement_checked')),
    reactions: /^\d+$/.test(reactions) ? Number(reactions) : null,
    note: cell('placement_note'),
  };
}

/** What a placement should link to. */
export interface WantedLink {
  /** The article, without tags; null where none is announced. */
  link: string | null;
  /** Today's teasers for the resource. */
  teasers: readonly Teaser[];
}

/** What it is now. What could not be read stays as it was last seen: an outage is no answer. */
export function placedNow(before: Placed, seen: SeenPlacement | undefined, wanted: WantedLink, today: string): Placed {
  if (!seen) return before;
  if (seen.found === 'unread') return { ...before, note: `not read on ${today}: ${seen.why}` };
  if (seen.found === 'gone')
    return {
      state: 'gone',
      checked: today,
      reactions: before.reactions,
      note: 'the address answers that there is nothing',
    };
  return { ...compare(before, seen.links, wanted), checked: today, reactions: seen.reactions };
}

function compare(
  before: Placed,
  links: readonly string[],
  { link, teasers }: WantedLink,
): Pick<Placed, 'state' | 'note'> {
  if (link === null) return { state: 'there', note: 'without --link nothing is known of the link' };
  const found = links.flatMap(unwrapped);
  const short = teasers.flatMap(({ shortLink }) => shortLink ?? []);
  if (found.some((each) => short.some((own) => isSamePage(each, own)))) return { state: 'link_intact', note: '' };
  const own = found.filter((each) => isSamePage(each, link));
  if (own.length === 0) {
    const wasThere = before.state === 'link_intact' || before.state === 'tags_changed' || before.state === 'link_lost';
    return wasThere
      ? { state: 'link_lost', note: `it no longer links to ${link}` }
      : { state: 'link_unseen', note: 'no link of yours is seen: take a look, scripts may draw it' };
  }
  if (own.some((each) => hasTags(each, teasers))) return { state: 'link_intact', note: '' };
  const [first = ''] = own;
  return { state: 'tags_changed', note: `its link is ${first}` };
}

/** An address, and those that networks pack into one of their own: `vk.com/away.php?to=…`. */
function unwrapped(link: string): string[] {
  if (!canParseUrl(link)) return [];
  const packed = [...new URL(link).searchParams.values()].filter((value) => /^https?:\/\//i.test(value));
  return [link, ...packed];
}

const placeOf = ({ host, pathname }: URL): string => host.replace(/^www\./, '') + pathname.replace(/\/$/, '');

const carriedBy = ({ searchParams }: URL): [string, string][] => [...searchParams].filter(([name]) => !isTag(name));

/** The same page, whatever the tags; other parameters count. */
function isSamePage(one: string, other: string): boolean {
  if (!canParseUrl(one) || !canParseUrl(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  return (
    placeOf(a) === placeOf(b) && carriedBy(b).every(([name, value]) => a.searchParams.getAll(name).includes(value))
  );
}

const isTag = (name: string): boolean => /^utm_/i.test(name);

/** Whether a link has all tags of one of the teasers; where there is none any longer, tags of some sort. */
function hasTags(link: string, teasers: readonly Teaser[]): boolean {
  const tags = new URL(link).searchParams;
  const wanted = teasers.map((teaser) => [...new URL(teaser.link).searchParams].filter(([name]) => isTag(name)));
  if (wanted.length === 0) return tags.has('utm_source') && tags.has('utm_medium');
  return wanted.some((all) => all.every(([name, value]) => tags.get(name) === value));
}
