import { embeddedObjectsOf } from '../../text/structured-data.ts';
import { canParseUrl } from '../../text/web-address.ts';
import { type Post, longestPost } from '../../types/resource.ts';
import { objectIn, textIn } from './data.ts';
import type { Reading, ShownPage } from './reading.ts';

/** Whether something that schema.org describes is of such a type. */
export const isOfType = (object: Record<string, unknown>, type: RegExp): boolean =>
  [object['@type']].flat().some((each) => typeof each === 'string' && type.test(each));

/** Posts that a page tells other programs of (https://schema.org/SocialMediaPosting). */
export function postingsOn({ $, identify, resource }: ShownPage, { postAt, group }: Reading): Post[] {
  const posts: Post[] = [];
  for (const object of embeddedObjectsOf($)) {
    if (!isOfType(object, /Posting$/)) continue;
    const text = textIn(object, 'text') ?? textIn(object, 'articleBody') ?? textIn(object, 'headline');
    const written = ['url', '@id', 'mainEntityOfPage'].flatMap((name) => textIn(object, name) ?? [])[0];
    const at = Date.parse(textIn(object, 'datePublished') ?? textIn(object, 'dateCreated') ?? '');
    if (text === null || written === undefined || !canParseUrl(written)) continue;
    const who = objectIn(object, 'author');
    const address = textIn(who, 'url') ?? textIn(who, '@id');
    const named = address === null ? null : identify(address);
    const author = named && 'network' in named && named.network === resource.network ? named.name : null;
    const isOwn = author === null || author === resource.name;
    posts.push({
      url: postAt(new URL(written)) ?? written,
      at: Number.isFinite(at) ? new Date(at).toISOString() : null,
      kind: isOwn ? 'own' : 'repost',
      author: author ?? resource.name,
      text: text.slice(0, longestPost),
      ...(!isOwn && { by: { name: textIn(who, 'name'), handle: author, bio: null } }),
      ...(!isOwn && group !== true && { place: 'wall' as const }),
    });
  }
  return posts;
}
