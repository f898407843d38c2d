import { z } from 'zod';
import type { Pace } from '../types/network.ts';
import type { LongLink, ShortenerName } from '../types/short-link.ts';
import type { Web } from '../types/web.ts';

/** Where links are made. */
export interface ShortenerPlace {
  /** The address of the service, without a slash at its end. */
  base: string;
  /** The short domain, where it is not the service's usual one. */
  domain: string | null;
}

/** What a service says it has stored. */
export interface StoredLink {
  short: string;
  long: string;
}

/** A service that makes short links. It asks and maps; limits, retries, state and judgement lie elsewhere. */
export interface Shortener {
  id: ShortenerName;
  title: string;
  /** Its address; null where there is none but people's own servers. */
  home: string | null;
  /** Whether people run it on servers of their own. */
  selfHosted: boolean;
  /** Whether it can make links of more than one domain. */
  domains: boolean;
  /** Where a person gets the token. */
  tokenFrom: string;
  /** How it may be asked. */
  asker: { id: string; paces: Pace[]; concurrency: number };
  /**
   * A short link for this one; the one that is there already where the service can tell.
   * @throws WebError; Refused where it does not want this link
   */
  shorten(link: LongLink, place: ShortenerPlace, web: Web): Promise<StoredLink>;
}

/** A short link as it may be published. */
export const shortAddress = z.string().regex(/^https?:\/\/[^\s"<>]{1,500}$/i);

/** The name that a person reads in a list of links; services cut or refuse longer ones. */
export const linkTitle = ({ title }: LongLink): string =>
  title
    .trim()
    .slice(0, 200)
    .replace(/[\ud800-\udbff]$/, '');

/** The same with the campaign, where links have no tags. */
export const titleWithCampaign = (link: LongLink): string => `${linkTitle(link)} (${link.campaign})`;

/** For servers of people's own, whose limits nobody documents: no faster than a person with a script. */
export const ownServerPaces: Pace[] = [{ requests: 10, seconds: 5 }];
