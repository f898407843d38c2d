import { embeddedObjectsOf } from '../../text/structured-data.ts';
import type { IdentifyResource, SavedResource } from '../../types/import.ts';
import type { Post } from '../../types/resource.ts';
import type { ImportFile } from '../import-format.ts';
import { dialogOf, isHeadedFollowing, pageAddress, pathParts, savedPage } from '../pages/page.ts';
import { type Told, arrayIn, wholeIn, objectIn, textIn } from './data.ts';
import type { ShownPage } from './reading.ts';
import { readShown, shownPage } from './shown.ts';

/** What stands behind the name in the address of an account's own page. */
const tabs = new Set(['', 'reels', 'tagged', 'channel', 'feed']);

/** An account on Instagram, without a list open over it. */
export function instagramResource(file: ImportFile, identify: IdentifyResource): SavedResource | null {
  const saved = savedPage(file, (host) => /^(?:www\.|m\.)?instagram\.com$/.test(host));
  const page = shownPage(saved, file, identify, 'instagram');
  if (page === null) return null;
  const dialog = dialogOf(page.$);
  if (dialog && isHeadedFollowing(dialog)) return null;
  if (page.source.sure !== 'site' && !tabs.has((pathParts(pageAddress(page))[1] ?? '').toLowerCase())) return null;
  const { told, posts } = dataOf(page);
  return readShown(page, 'saved page of an Instagram account', {
    isAccount: (url) => pathParts(url).length === 1,
    postAt,
    momentOf,
    titleElsewhere: true,
    isGrid: true,
    told,
    posts,
  });
}

const postPath = /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/([\w-]{5,30})\/?$/;

function postAt({ hostname, pathname }: URL): string | null {
  const [, code] = postPath.exec(pathname) ?? [];
  return code === undefined || !/(?:^|\.)instagram\.com$/.test(hostname) ? null : addressOf(code);
}

const addressOf = (code: string): string => `https://www.instagram.com/p/${code}/`;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The code in an address is the post's number in base 64, whose upper bits are milliseconds since 2011-08-24
 * (https://instagram-engineering.com/sharding-ids-at-instagram-1cf5a71e5a5c). Posts that only followers see have longer ones.
 */
function momentOf(address: string): number | null {
  const [, code = ''] = /\/p\/([\w-]{11})\/$/.exec(address) ?? [];
  if (code === '') return null;
  let number = 0n;
  for (const sign of code) number = number * 64n + BigInt(alphabet.indexOf(sign));
  return Number(number >> 23n) + 1_314_220_021_721;
}

/** What the page carries of the account for its scripts, in the shapes of 2019 to 2026. */
function dataOf({ $, resource }: ShownPage): Told {
  const found: Told = { told: {}, posts: [] };
  for (const object of embeddedObjectsOf($)) {
    if (textIn(object, 'username')?.toLowerCase() === resource.name) found.told = { ...toldIn(object), ...found.told };
    const post = postIn(object, resource.name);
    if (post && !found.posts.some(({ url }) => url === post.url)) found.posts.push(post);
  }
  return found;
}

function toldIn(object: Record<string, unknown>): SavedResource['told'] {
  const subscribers = wholeIn(object, 'follower_count') ?? wholeIn(objectIn(object, 'edge_followed_by'), 'count');
  const [title, description] = [textIn(object, 'full_name'), textIn(object, 'biography')];
  return {
    ...(subscribers !== null && { subscribers }),
    ...(title !== null && { title }),
    ...(description !== null && { description }),
  };
}

function postIn(object: Record<string, unknown>, own: string): Post | null {
  const code = textIn(object, 'code') ?? textIn(object, 'shortcode');
  const seconds = wholeIn(object, 'taken_at') ?? wholeIn(object, 'taken_at_timestamp');
  const edges = arrayIn(objectIn(object, 'edge_media_to_caption'), 'edges');
  const text =
    textIn(objectIn(object, 'caption'), 'text') ??
    textIn(objectIn(objectIn({ edge: edges[0] }, 'edge'), 'node'), 'text');
  if (code === null || seconds === null || text === null) return null;
  const people = [objectIn(object, 'user'), objectIn(object, 'owner'), ...arrayIn(object, 'coauthor_producers')];
  const authors = people.flatMap((person) => {
    const handle = textIn(objectIn({ person }, 'person'), 'username')?.toLowerCase();
    return handle === undefined
      ? []
      : [{ handle, name: textIn(objectIn({ person }, 'person'), 'full_name') ?? handle }];
  });
  const isOwn = authors.length === 0 || authors.some(({ handle }) => handle === own);
  const guest = isOwn ? authors.find(({ handle }) => handle !== own) : undefined;
  if (!isOwn) return null;
  return {
    url: addressOf(code),
    at: new Date(seconds * 1000).toISOString(),
    kind: guest ? 'repost' : 'own',
    author: guest?.handle ?? own,
    text,
    // Two accounts publish it together.
    ...(guest && { by: { ...guest, bio: null }, place: 'guest' as const }),
  };
}
