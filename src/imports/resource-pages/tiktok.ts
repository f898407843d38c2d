import { embeddedObjectsOf } from '../../text/structured-data.ts';
import type { IdentifyResource, SavedResource } from '../../types/import.ts';
import type { Post } from '../../types/resource.ts';
import type { ImportFile } from '../import-format.ts';
import { pageAddress, pathParts, savedPage } from '../pages/page.ts';
import { listDialog } from '../pages/tiktok.ts';
import { type Told, wholeIn, objectIn, textIn } from './data.ts';
import type { ShownPage } from './reading.ts';
import { readShown, shownPage } from './shown.ts';

/** An account on TikTok. */
export function tiktokResource(file: ImportFile, identify: IdentifyResource): SavedResource | null {
  const saved = savedPage(file, (host) => /^(?:www\.|m\.)?tiktok\.com$/.test(host));
  // Opened over the page, it makes the page one of a list.
  if (saved && listDialog(saved)) return null;
  const page = shownPage(saved, file, identify, 'tiktok');
  if (page === null || (page.source.sure !== 'site' && pathParts(pageAddress(page)).length > 1)) return null;
  const { told, posts } = dataOf(page);
  return readShown(page, 'saved page of a TikTok account', {
    isAccount: (url) => pathParts(url).length === 1 && url.pathname.startsWith('/@'),
    postAt,
    momentOf,
    isGrid: true,
    told,
    posts,
  });
}

function postAt({ hostname, pathname }: URL): string | null {
  const [, account, kind, number] = /^\/(@[\w.]+)\/(video|photo)\/(\d{10,20})\/?$/.exec(pathname) ?? [];
  if (account === undefined || !/(?:^|\.)tiktok\.com$/.test(hostname)) return null;
  return `https://www.tiktok.com/${account}/${kind}/${number}`;
}

/** The upper half of a video's number is the second in which it was put up. */
function momentOf(address: string): number | null {
  const [, number] = /\/(\d{18,20})$/.exec(address) ?? [];
  return number === undefined ? null : Number(BigInt(number) >> 32n) * 1000;
}

/** What the page carries of the account for its scripts, in the shapes of 2021 to 2026. */
function dataOf({ $, resource: { name } }: ShownPage): Told {
  const found: Told = { told: {}, posts: [] };
  const isOwn = (holder: Record<string, unknown> | null): boolean => textIn(holder, 'uniqueId')?.toLowerCase() === name;
  for (const object of embeddedObjectsOf($)) {
    const [user, stats] = [objectIn(object, 'user'), objectIn(object, 'stats') ?? objectIn(object, 'statsV2')];
    if (isOwn(user)) found.told = { ...toldIn(user, stats), ...found.told };
    const [users, all] = [objectIn(object, 'users'), objectIn(object, 'stats')];
    if (isOwn(objectIn(users, name)))
      found.told = { ...toldIn(objectIn(users, name), objectIn(all, name)), ...found.told };
    const post = postIn(object, name);
    if (post && !found.posts.some(({ url }) => url === post.url)) found.posts.push(post);
  }
  return found;
}

function toldIn(user: Record<string, unknown> | null, stats: Record<string, unknown> | null): SavedResource['told'] {
  const subscribers = wholeIn(stats, 'followerCount');
  const [title, description] = [textIn(user, 'nickname'), textIn(user, 'signature')];
  const site = textIn(objectIn(user, 'bioLink'), 'link');
  return {
    ...(subscribers !== null && { subscribers }),
    ...(title !== null && { title }),
    ...(description !== null && { description }),
    ...(site !== null && { contacts: [site], links: [{ text: site, label: '', isOwn: false }] }),
  };
}

function postIn(object: Record<string, unknown>, own: string): Post | null {
  const [number, text, seconds] = [textIn(object, 'id'), textIn(object, 'desc'), wholeIn(object, 'createTime')];
  const author = textIn(object, 'author') ?? textIn(objectIn(object, 'author'), 'uniqueId');
  if (number === null || text === null || seconds === null || author?.toLowerCase() !== own) return null;
  return {
    url: `https://www.tiktok.com/@${own}/video/${number}`,
    at: new Date(seconds * 1000).toISOString(),
    kind: 'own',
    author: own,
    text,
  };
}
