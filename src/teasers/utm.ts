import anyAscii from 'any-ascii';
import { canParseUrl } from '../text/web-address.ts';
import { UserError } from '../errors.ts';
import type { UtmRule } from '../types/report.ts';

const tagNames = ['source', 'medium', 'campaign', 'content', 'term'] as const;
export type TagName = (typeof tagNames)[number];

/** Values by tag: `source` to `bsky.app`. A link gets a `term` only where there is one. */
export type UtmTags = Record<Exclude<TagName, 'term'>, string> & { term?: string };

/** The tags that every link gets. */
const usualTags = tagNames.filter((name) => name !== 'term');

/**
 * Appends utm_source, utm_medium, utm_campaign, utm_content and, where it is given, utm_term to a link. The rest of the
 * link stays byte for byte. A tag that is empty, or whose name is not in lower case, counts as absent: analytics read
 * neither.
 * @param rule `keep` leaves the tags it carries as they are, `replace` removes them first
 * @returns the tagged link, and the tags it now has
 * @throws UserError `link`; `link_tags` where it carries tags and there is no rule
 */
export function tagLink(link: string, tags: UtmTags, rule: UtmRule | null = null): UtmTags & { url: string } {
  const names = tagNames.filter((name) => tags[name] !== undefined);
  const address = checkLink(link, rule, names);
  const carried = rule === 'replace' ? new Map<TagName, string>() : tagsIn(address, names);
  const valueOf = (name: TagName): string => carried.get(name) ?? tags[name] ?? '';
  const added = names.filter((name) => !carried.has(name));
  const query = new URLSearchParams(added.map((name) => [`utm_${name}`, valueOf(name)]));
  return {
    url: append(withoutTags(address, carried, names), query.toString()),
    source: valueOf('source'),
    medium: valueOf('medium'),
    campaign: valueOf('campaign'),
    content: valueOf('content'),
    ...(tags.term !== undefined && { term: valueOf('term') }),
  };
}

/** The tags of these names that a link carries: `source` to `mail`. */
function tagsIn(address: string, names: readonly TagName[]): Map<TagName, string> {
  const { searchParams } = new URL(address);
  return new Map(
    names.flatMap((name) => {
      const value = searchParams.getAll(`utm_${name}`).find((each) => each.trim() !== '');
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The address without its tags of these names, but for the ones to keep. */
function withoutTags(address: string, kept: Map<TagName, string>, names: readonly TagName[]): string {
  const [, page = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  if (query === undefined) return address;
  const parts = query.split('&');
  const others = parts.filter((part) => {
    const [[key, value] = ['', '']] = new URLSearchParams(part);
    const name = names.find((each) => key.toLowerCase() === `utm_${each}`);
    return !name || (key === `utm_${name}` && value !== '' && kept.get(name) === value);
  });
  if (others.length === parts.length) return address;
  return page + (others.length > 0 ? `?${others.join('&')}` : '') + fragment;
}

/**
 * The link as it can be published: a full http or https address without blanks.
 * @param names the tags that it is going to get
 * @throws UserError `link`; `link_tags` where it carries tags and there is no rule
 */
export function checkLink(link: string, rule: UtmRule | null = null, names: readonly TagName[] = usualTags): string {
  const address = link.trim();
  if (!/^https?:\/\/[^/]/i.test(address) || !canParseUrl(address)) throw new UserError('link', link);
  if (/[\s\p{Cc}]/u.test(address)) throw new UserError('link', link, 'it contains a blank');
  const carried = [...tagsIn(address, names)].map(([name, value]) => `utm_${name}=${value}`);
  if (carried.length > 0 && rule === null) throw new UserError('link_tags', link, carried.join(', '));
  return address;
}

/** Lower-case ASCII without blanks: analytics tell `Spring sale` from `spring-sale` as two campaigns. */
export const tagValue = (text: string): string => anyAscii(text).trim().toLowerCase().replace(/\s+/g, '-');

/** The link with a parameter at the end of its query; one that it already has stays as it is. */
export function withParameter(link: string, name: string, value: string): string {
  const address = link.trim();
  if (!canParseUrl(address) || new URL(address).searchParams.has(name)) return link;
  return append(address, new URLSearchParams([[name, value]]).toString());
}

function append(address: string, query: string): string {
  if (query === '') return address;
  const hash = address.indexOf('#');
  const page = hash < 0 ? address : address.slice(0, hash);
  const fragment = hash < 0 ? '' : address.slice(hash);
  const joint = !page.includes('?') ? '?' : /[?&]$/.test(page) ? '' : '&';
  return page + joint + query + fragment;
}
