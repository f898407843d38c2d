import { z } from 'zod';
import { Refused, Unreadable } from '../../errors.ts';
import type { Web } from '../../types/web.ts';
import { activityPubAccounts } from './activitypub.ts';
import { instant, listOf, optionalText } from '../kit/fields.ts';
import { address, asHtml, followers, needsLogin, refOf } from './accounts.ts';
import type { FediverseAccount, AccountFinder, MissingAccount, ProtocolReader } from './accounts.ts';

// https://docs.joinpeertube.org/api-rest-reference.html (8.0): `count` is 1 to 100. An examination reads 50 posts.
const postsAPage = 50;

type Kind = 'accounts' | 'video-channels';

const described = z.object({
  url: address,
  name: z.string().min(1),
  displayName: optionalText,
  description: optionalText,
  followersCount: followers,
  followingCount: z.int().nonnegative().nullable().catch(null),
});

/** Accounts subscribe to channels; both are described by PeerTube's own API, with their followers. */
export const peerTubeAccounts: AccountFinder = {
  byUri(uri, web) {
    const { host, pathname } = new URL(uri);
    const [, path = '', name] = /^\/(accounts|a|video-channels|c)\/([^/]+)\/?$/.exec(pathname) ?? [];
    if (name === undefined) return activityPubAccounts.byUri(uri, web);
    return find(host, path.startsWith('a') ? 'accounts' : 'video-channels', decodeURIComponent(name), web);
  },
  // An account and a channel of one server never have the same name.
  async byName(name, server, web) {
    const found = await find(server, 'accounts', name, web);
    return 'status' in found && found.status === 'not_found' ? find(server, 'video-channels', name, web) : found;
  },
};

async function find(server: string, kind: Kind, name: string, web: Web): Promise<FediverseAccount | MissingAccount> {
  const path = `${kind}/${encodeURIComponent(name)}`;
  try {
    const { body } = await web.json(`https://${server}/api/v1/${path}`, described);
    const uri = body.url ?? `https://${server}/${path}`;
    return {
      acct: body.name,
      uri,
      url: uri,
      title: body.displayName?.trim() || null,
      note: asHtml(body.description),
      followers: body.followersCount,
      following: body.followingCount,
      group: false,
      suspended: false,
      hidesFollows: false,
      movedTo: null,
      wishes: [],
      // Subscriptions are private in the API and public in the collection (2026-11, controllers/activitypub/client.ts).
      followsRef: refOf('activitypub', `${uri}/following`),
      postsRef: refOf('peertube', `${kind}/${body.name}`),
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const login = needsLogin(error.status);
    if (login !== null) return { status: 'needs_login', note: login };
    if (error.status !== 404 && error.status !== 410) throw error;
    return { status: 'not_found', note: 'the server knows no such account or channel' };
  }
}

// ------------------------------------------------------------------ videos

const video = z.object({
  url: address,
  uuid: optionalText,
  name: z.string().catch(''),
  publishedAt: optionalText,
  description: optionalText,
  truncatedDescription: optionalText,
});

export const peerTubeReader: Pick<ProtocolReader, 'readPosts'> = {
  /** All its own: a channel's videos are of the one account that has the channel. One page. */
  async *readPosts(path, host, resource, web) {
    const asked = `https://${host}/api/v1/${path}/videos?count=${postsAPage}&sort=-publishedAt&skipCount=true`;
    for (const each of await videos(asked, web)) {
      yield {
        url: each.url ?? `https://${host}/videos/watch/${each.uuid ?? ''}`,
        at: instant(each.publishedAt),
        kind: 'own',
        author: resource.id,
        text: web.textOf(asHtml([each.name, each.truncatedDescription ?? each.description].filter(Boolean).join('. '))),
      };
    }
  },
};

async function videos(url: string, web: Web): Promise<z.infer<typeof video>[]> {
  try {
    return (await web.json(url, z.object({ data: listOf(video) }))).body.data;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const login = needsLogin(error.status);
    if (login !== null) throw new Unreadable('needs_login', login);
    if (error.status === 404 || error.status === 410) throw new Unreadable('not_found', 'the channel is gone');
    throw error;
  }
}
