import { Refused, WebError } from '../errors.ts';
import type { UnreadLog } from '../stages/unread.ts';
import type { Remedy } from '../types/resource.ts';
import { type LongLink, type ShortLink, shortenerVariables } from '../types/short-link.ts';
import type { Clock, Progress } from '../types/run.ts';
import type { Store } from '../types/store.ts';
import type { Web } from '../types/web.ts';
import { compareAddresses } from './same-address.ts';
import type { Shortener, ShortenerPlace } from './shortener.ts';

/** What links are made short with. */
export interface ShortenContext {
  shortener: Shortener;
  place: ShortenerPlace;
  web: Web;
  store: Store;
  unread: UnreadLog;
  progress: Progress;
  clock: Clock;
  /** How long an answer is good that is no short link. */
  maxAgeMs: number;
}

/** What the state holds of a service's short links; one that was never asked for says so. */
export function keptShortLinks(
  { shortener, place }: Pick<ShortenContext, 'shortener' | 'place'>,
  store: Store,
): (link: string) => ShortLink {
  const service = shortenerKey(shortener, place);
  const note = `${shortener.title} has not been asked for a short link yet: run \`target-resources analyze\`.`;
  return (link) => store.shortLink(service, link)?.shortLink ?? { url: null, note, final: false };
}

/** By what the state knows a service: its links are another one's nowhere. */
const shortenerKey = ({ id }: Shortener, { base, domain }: ShortenerPlace): string =>
  [id, base, domain ?? ''].join(' ');

/**
 * Has each link made short that the state holds no short one for, one after another, and keeps what came of it. A service
 * that is down, or whose allowance is used up, leaves the rest with its reason.
 */
export async function shortenLinks(links: readonly LongLink[], context: ShortenContext): Promise<void> {
  const { shortener, place, store, clock, progress, maxAgeMs } = context;
  const service = shortenerKey(shortener, place);
  const open = [...new Map(links.map((link) => [link.url, link])).values()].filter(({ url }) => {
    const known = store.shortLink(service, url);
    const isGood = known?.shortLink.final === true && clock.now() - known.at < maxAgeMs;
    return known?.shortLink.url == null && !isGood;
  });
  let read = 0;
  for (const [at, link] of open.entries()) {
    const answer = await shortLinkFor(link, context);
    store.saveShortLink(service, link.url, answer, clock.now());
    if (answer.url !== null) read += 1;
    progress({ stage: 'shorten', network: shortener.title, done: at + 1, read, total: open.length });
  }
}

async function shortLinkFor(link: LongLink, context: ShortenContext): Promise<ShortLink> {
  const { shortener, place, web } = context;
  const { title, id, tokenFrom } = shortener;
  if (web.token === null) {
    return without(`${shortenerVariables[id]} is missing: get one at ${tokenFrom}`, context, { remedy: 'set_token' });
  }
  try {
    // As a browser writes it: some services refuse letters that are not ASCII.
    const { short, long } = await shortener.shorten({ ...link, url: new URL(link.url).href }, place, web);
    const sameness = compareAddresses(link.url, long);
    if (sameness === 'other') return without(otherAddress, context, { remedy: 'none', final: true });
    const note = sameness === 'same' ? '' : respelt(title);
    return { url: short, note, final: true };
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    const { why, remedy, retryAt } = error instanceof Refused ? ofRefusal(error, context) : error;
    const final = remedy === 'none';
    return without(why, context, { ...(remedy && { remedy }), ...(retryAt !== undefined && { retryAt }), final });
  }
}

const otherAddress = 'it stored another address than the link';

const respelt = (title: string): string =>
  `${title} writes the parameters of the link in another order or encoding; all of them are there.`;

/** What a refusal means: statuses that say something of the token, the plan or the server end the asking. */
function ofRefusal({ status }: Refused, { shortener, web }: ShortenContext): Why {
  const { id, title, selfHosted } = shortener;
  const end = (why: string, remedy: Remedy): Why => web.stop(why, remedy) as WebError;
  if (status === 401 || status === 403) return end(`it does not accept ${shortenerVariables[id]}`, 'renew_token');
  if (status === 402) return end('your plan does not allow it', 'change_plan');
  if (status === 404 && selfHosted) return end(`there is no ${title} at the address that --shorten-at names`, 'none');
  return { why: `it does not take the link (status ${status})`, remedy: 'none', retryAt: undefined };
}

type Why = Pick<WebError, 'why' | 'remedy' | 'retryAt'>;

/** The long link stands, and the reason is told. */
function without(
  why: string,
  { shortener: { id, title }, place, unread, clock }: ShortenContext,
  { final = false, ...told }: { remedy?: Remedy; retryAt?: number; final?: boolean },
): ShortLink {
  const host = new URL(place.base).host;
  unread.add({ network: id, host, what: 'link', status: 'not_reached', note: why, ...told, at: clock.now() });
  return { url: null, note: `${title} gives no short link, so the long one stands: ${why}.`, final };
}
