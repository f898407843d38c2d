import { UserError } from '../errors.ts';
import { instruct, setting } from '../types/instruction.ts';
import { trimEnd } from '../text/trim.ts';
import type { ShortenerName } from '../types/short-link.ts';
import { bitly } from './bitly.ts';
import { kutt } from './kutt.ts';
import { shlink } from './shlink.ts';
import type { Shortener, ShortenerPlace } from './shortener.ts';
import { vkShortLinks } from './vk.ts';
import { yourls } from './yourls.ts';

/** The services, by the names of `--shorten`. */
export const shorteners: Readonly<Record<ShortenerName, Shortener>> = {
  bitly,
  shlink,
  yourls,
  kutt,
  vk: vkShortLinks,
};

/** What a person says of short links. */
interface ShortLinkSettings {
  shorten: ShortenerName | null;
  shortenAt: string | null;
  shortDomain: string | null;
}

/** The service that is asked, and where; null where no links are made short. @throws UserError setting */
export function shortenerIn({
  shorten,
  shortenAt,
  shortDomain,
}: ShortLinkSettings): { shortener: Shortener; place: ShortenerPlace } | null {
  if (shorten === null) {
    const alone = shortenAt === null ? shortDomain && 'shortDomain' : 'shortenAt';
    if (alone) throw new UserError('setting', setting(alone), instruct`it says nothing without ${setting('shorten')}`);
    return null;
  }
  const shortener = shorteners[shorten];
  const { title, home, selfHosted, domains } = shortener;
  if (shortenAt !== null && !selfHosted) {
    throw new UserError('setting', setting('shortenAt'), `${title} has no servers of your own`);
  }
  if (shortDomain !== null && !domains) {
    throw new UserError('setting', setting('shortDomain'), `a server of ${title} has one domain only`);
  }
  const address = shortenAt ?? home;
  if (address === null) {
    throw new UserError(
      'setting',
      setting('shorten'),
      instruct`name your server of ${title} with ${setting('shortenAt')}`,
    );
  }
  return { shortener, place: { base: trimEnd(address, /\//), domain: shortDomain?.toLowerCase() ?? null } };
}
