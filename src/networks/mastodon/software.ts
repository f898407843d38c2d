import type { Web } from '../../types/web.ts';
import type { AccountFinder, Protocol, ProtocolReader } from './accounts.ts';
import { activityPubAccounts, activityPubReader } from './activitypub.ts';
import { lemmyAccounts, lemmyReader, threadiverse, threadiverseAccounts } from './lemmy.ts';
import { misskeyAccounts, misskeyFamily, misskeyReader } from './misskey.ts';
import { softwareOf } from './nodeinfo.ts';
import { peerTubeAccounts, peerTubeReader } from './peertube.ts';

/** What this run has learned of a server. */
export interface SoftwareTraits {
  /** How accounts are found there, once it is known not to be Mastodon's way. */
  finder: AccountFinder | null;
  /** Its lists in Mastodon's API stop after one page, and Misskey's API has them whole. */
  hasMisskeyLists: boolean;
  /** It has described an account in Mastodon's API. */
  speaksMastodon: boolean;
  /** Why it answers nobody who is not logged in, once it has said so of the first account. */
  login: string | null;
  /** A domain of names: its accounts live on another server, as one of them has shown. */
  hasNamesAlone: boolean;
}

export const traitsOf = (server: string, web: Web): Promise<SoftwareTraits> =>
  web.once(`fediverse:${server}`, () =>
    Promise.resolve({ finder: null, hasMisskeyLists: false, speaksMastodon: false, login: null, hasNamesAlone: false }),
  );

/** How the accounts of a server are found that does not have Mastodon's API. @throws Unreachable, Stopped */
export async function finderOf(server: string, web: Web): Promise<AccountFinder> {
  const software = await softwareOf(server, web);
  if (software === null) return activityPubAccounts;
  if (misskeyFamily.has(software)) return misskeyAccounts;
  if (software === 'peertube') return peerTubeAccounts;
  if (software === 'lemmy') return lemmyAccounts;
  return threadiverse.has(software) ? threadiverseAccounts : activityPubAccounts;
}

/**
 * The address of a community, or of PeerTube's channel, by its name; null where the server has none of these.
 * @throws Unreachable, Stopped
 */
export async function communityAt(server: string, name: string, web: Web): Promise<string | null> {
  const software = (await softwareOf(server, web)) ?? '';
  if (!['lemmy', 'peertube', ...threadiverse].includes(software)) return null;
  const section = software === 'mbin' || software === 'kbin' ? 'm' : 'c';
  return `https://${server}/${section}/${encodeURIComponent(name)}`;
}

/** Whether a server that has Mastodon's API has Misskey's too. Learned for all its lists. @throws Unreachable, Stopped */
export async function hasMisskeyLists(server: string, web: Web): Promise<boolean> {
  const known = await traitsOf(server, web);
  const software = known.hasMisskeyLists ? null : await softwareOf(server, web);
  known.hasMisskeyLists ||= software !== null && misskeyFamily.has(software);
  return known.hasMisskeyLists;
}

/** Who reads lists and posts in the protocols that a ref names, Mastodon's own apart. */
export const readers: Record<Exclude<Protocol, 'mastodon'>, Partial<ProtocolReader>> = {
  misskey: misskeyReader,
  activitypub: activityPubReader,
  peertube: peerTubeReader,
  lemmy: lemmyReader,
};
