import anyAscii from 'any-ascii';
import { UserError } from '../errors.ts';

export interface UtmTags {
  source: string;
  medium: string;
  campaign: string;
  content: string;
}

/**
 * Appends utm_source, utm_medium, utm_campaign and utm_content to a link. What the link already has stays byte for byte;
 * a tag that it already carries, in whatever case, is not added again.
 * @returns the tagged link, and the tags that stand in it
 * @throws UserError `link`
 */
export function tagLink(link: string, tags: UtmTags): UtmTags & { url: string } {
  const address = checkLink(link);
  const present = [...new URL(address).searchParams].map(([name, value]) => [name.toLowerCase(), value] as const);
  const standing = (name: keyof UtmTags): string | undefined => present.find(([key]) => key === `utm_${name}`)?.[1];

  const names = ['source', 'medium', 'campaign', 'content'] as const;
  const added = new URLSearchParams(
    names.filter((name) => standing(name) === undefined).map((name): [string, string] => [`utm_${name}`, tags[name]]),
  );
  return {
    url: append(address, added.toString()),
    source: standing('source') ?? tags.source,
    medium: standing('medium') ?? tags.medium,
    campaign: standing('campaign') ?? tags.campaign,
    content: standing('content') ?? tags.content,
  };
}

/**
 * The link as it can be published: a full http or https address without blanks.
 * @throws UserError `link`
 */
export function checkLink(link: string): string {
  const address = link.trim();
  if (!/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) throw new UserError('link', link);
  if (/[\s\p{Cc}]/u.test(address)) throw new UserError('link', link, 'it contains a blank');
  return address;
}

/** Lower-case ASCII without blanks: analytics tell `Spring sale` from `spring-sale` as two campaigns. */
export const tagValue = (text: string): string => anyAscii(text).trim().toLowerCase().replace(/\s+/g, '-');

function append(address: string, query: string): string {
  if (query === '') return address;
  const hash = address.indexOf('#');
  const page = hash < 0 ? address : address.slice(0, hash);
  const fragment = hash < 0 ? '' : address.slice(hash);
  const joint = !page.includes('?') ? '?' : /[?&]$/.test(page) ? '' : '&';
  return page + joint + query + fragment;
}
