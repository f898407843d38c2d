import { z } from 'zod';
import { canParseUrl } from '../../text/web-address.ts';
import { Refused, Unreadable } from '../../errors.ts';
import type { Web } from '../../types/web.ts';
import { activityPubAccounts } from './activitypub.ts';
import { instant, listOf, optionalText } from '../kit/fields.ts';
import { address, asHtml, flag, followers, refOf } from './accounts.ts';
import type { FediverseAccount, AccountFinder, MissingAccount, ProtocolReader } from './accounts.ts';

// Communities, in which everybody writes, and people, whose subscriptions nobody sees.

// Lemmy's API v3 (0.19): `limit` of a list of posts is at most 50.
const postsAPage = 50;

/** PieFed and Mbin have communities as Lemmy has them, and APIs of their own; their actors tell enough. */
export const threadiverse = new Set(['piefed', 'mbin', 'kbin']);

const closed =
  'subscriptions are private there; communities that a person posts in are not collected, because posting is not following';

export const threadiverseAccounts: AccountFinder = { ...activityPubAccounts, closed };

export const lemmyAccounts: AccountFinder = {
  closed,
  byUri(uri, web) {
    const { host, pathname } = new URL(uri);
    const name = /^\/c\/([^/]+)\/?$/.exec(pathname)?.[1];
    return name === undefined ? activityPubAccounts.byUri(uri, web) : find(decodeURIComponent(name), host, web);
  },
  byName: find,
};

const answer = z.object({
  community_view: z.object({
    community: z.object({
      name: z.string().min(1),
      title: optionalText,
      description: optionalText,
      actor_id: z.string().refine((text) => canParseUrl(text)),
      removed: flag,
      deleted: flag,
      posting_restricted_to_mods: flag,
    }),
    counts: z.object({ subscribers: followers }).catch({ subscribers: null }),
  }),
  moderators: z.array(z.object({ moderator: z.object({ actor_id: address }) })).catch([]),
});

async function find(name: string, server: string, web: Web): Promise<FediverseAccount | MissingAccount> {
  try {
    const url = `https://${server}/api/v3/community?name=${encodeURIComponent(name)}`;
    const { community_view, moderators } = (await web.json(url, answer, { revalidate: true })).body;
    const { community, counts } = community_view;
    return {
      acct: community.name,
      uri: community.actor_id,
      url: community.actor_id,
      title: community.title?.trim() || null,
      note: asHtml(community.description),
      followers: counts.subscribers,
      following: null,
      hidesFollows: true,
      movedTo: null,
      wishes: [],
      contacts: moderators.flatMap(({ moderator }) => moderator.actor_id ?? []),
      group: community.posting_restricted_to_mods !== true,
      suspended: community.removed === true || community.deleted === true,
      followsRef: refOf('lemmy', community.name),
      postsRef: refOf('lemmy', community.name),
    };
  } catch (error) {
    const why = whyRefused(error);
    if (!why) throw error;
    return why;
  }
}

// ------------------------------------------------------------------ posts

const postView = z.object({
  post: z.object({
    ap_id: address,
    name: z.string().catch(''),
    body: optionalText,
    published: optionalText,
    featured_community: flag,
  }),
  creator: z.object({ actor_id: z.string(), name: optionalText, display_name: optionalText }),
  creator_is_moderator: flag,
});

export const lemmyReader: Pick<ProtocolReader, 'readPosts'> = {
  /** What its moderators write is its own. One page. Before 0.19 instants came without their zone, UTC. */
  async *readPosts(name, host, resource, web) {
    for (const { post, creator, creator_is_moderator: isModerator } of await posts(name, host, web)) {
      yield {
        url: post.ap_id ?? resource.url,
        at: instant(post.published?.replace(/[\d.]$/, '$&Z') ?? null),
        kind: isModerator === true ? 'own' : 'repost',
        author: creator.actor_id,
        ...(isModerator !== true && { by: { name: creator.display_name, handle: creator.name, bio: null } }),
        ...(post.featured_community === true && { pinned: true }),
        text: web.textOf(asHtml([post.name, post.body].filter(Boolean).join('. '))),
      };
    }
  },
};

async function posts(name: string, host: string, web: Web): Promise<z.infer<typeof postView>[]> {
  try {
    const community = encodeURIComponent(name);
    const url = `https://${host}/api/v3/post/list?community_name=${community}&type_=All&sort=New&limit=${postsAPage}`;
    return (await web.json(url, z.object({ posts: listOf(postView) }), { revalidate: true })).body.posts;
  } catch (error) {
    const why = whyRefused(error);
    throw why ? new Unreadable(why.status, why.note) : error;
  }
}

const refusal = z.object({ error: z.string() });

function whyRefused(error: unknown): (MissingAccount & { status: 'not_found' | 'needs_login' }) | null {
  if (!(error instanceof Refused)) return null;
  const code = refusal.safeParse(error.body).data?.error;
  if (code === 'instance_is_private' || code === 'not_logged_in' || error.status === 401 || error.status === 403) {
    return { status: 'needs_login', note: 'the server shows nothing without a login' };
  }
  // Unknown is 404 `not_found` or `couldnt_find_community`; before 0.19 it was 400.
  const isUnknown = error.status === 404 || code === 'couldnt_find_community';
  return isUnknown ? { status: 'not_found', note: 'the server knows no such community' } : null;
}
