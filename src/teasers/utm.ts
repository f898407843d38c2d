import anyAscii from 'any-ascii';
import { UserError } from '../errors.ts';
import type { UtmRule } from '../types/report.ts';

export interface UtmTags {
  source: string;
  medium: string;
  campaign: string;
  content: string;
}

const tagNames = ['source', 'medium', 'campaign', 'content'] as const;
type TagName = (typeof tagNames)[number];

/**
 * Appends utm_source, utm_medium, utm_campaign and utm_content to a link. The rest of the link stays byte for byte.
 * A tag that is empty, or not in lower case, counts as absent: analytics read neither.
 * @param rule `keep` leaves the tags it carries as they are, `replace` removes them first
 * @returns the tagged link, and the tags it now has
 * @throws UserError `link`; `link_tags` where it carries tags and there is no rule
 */
export function tagLink(link: string, tags: UtmTags, rule: UtmRule | null = null): UtmTags & { url: string } {
  const address = checkLink(link, rule);
  const carried = rule === 'replace' ? new Map<TagName, string>() : tagsIn(address);
  const valueOf = (name: TagName): string => carried.get(name) ?? tags[name];
  const added = tagNames.filter((name) => !carried.has(name));
  const query = new URLSearchParams(added.map((name) => [`utm_${name}`, tags[name]]));
  return {
    url: append(withoutTags(address, carried), query.toString()),
    source: valueOf('source'),
    medium: valueOf('medium'),
    campaign: valueOf('campaign'),
    content: valueOf('content'),
  };
}

/** The tags a link carries: `source` to `mail`. */
function tagsIn(address: string): Map<TagName, string> {
  const { searchParams } = new URL(address);
  return new Map(
    tagNames.flatMap((name) => {
      const value = searchParams.getAll(`utm_${name}`).find((each) => each.trim() !== '');
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The address without its tags, but for the ones to keep. */
function withoutTags(address: string, kept: Map<TagName, string>): string {
  const [, page = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  if (query === undefined) return address;
  const parts = query.split('&');
  const others = parts.filter((part) => {
    const [[key, value] = ['', '']] = new URLSearchParams(part);
    const name = tagNames.find((each) => key.toLowerCase() === `utm_${each}`);
    return !name || (key === `utm_${name}` && value !== '' && kept.get(name) === value);
  });
  if (others.length === parts.length) return address;
  return page + (others.length > 0 ? `?${others.join('&')}` : '') + fragment;
}

/**
 * The link as it can be published: a full http or https address without blanks.
 * @throws UserError `link`; `link_tags` where it carries tags and there is no rule
 */
export function checkLink(link: string, rule: UtmRule | null = null): string {
  const address = link.trim();
  if (!/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) throw new UserError('link', link);
  if (/[\s\p{Cc}]/u.test(address)) throw new UserError('link', link, 'it contains a blank');
  const carried = [...tagsIn(address)].map(([name, value]) => `utm_${name}=${value}`);
  if (carried.length > 0 && rule === null) throw new UserError('link_tags', link, carried.join(', '));
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
