import { z } from 'zod';
import { Unreadable } from '../../errors.ts';
import type { Author, Facts, Post, Resource } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { instant, listOf, optionalText } from '../kit/fields.ts';
import { isId, isUserName } from './addresses.ts';
import { requestAbout, prices, protectedAccount, protectedWish, unescaped } from './api.ts';

/** As many posts as are looked at: each one more would be paid for. */
export const postsAPage = 50;

const References = z
  .array(z.object({ type: optionalText, id: optionalText }))
  .nullable()
  .catch(null);

const Entities = z
  .object({
    urls: listOf(z.object({ expanded_url: optionalText })).catch([]),
    mentions: listOf(z.object({ username: optionalText, id: optionalText })).catch([]),
  })
  .catch({ urls: [], mentions: [] });

const Note = z.object({ text: optionalText, entities: Entities }).nullable().catch(null);

/** The published description (2.167) calls `referenced_posts` and `note_post` what answers call `…_tweets` and `…_tweet`. */
const AnsweredPost = z
  .object({
    id: z.string(),
    text: optionalText,
    created_at: optionalText,
    entities: Entities,
    referenced_tweets: References,
    referenced_posts: References,
    note_tweet: Note,
    note_post: Note,
  })
  .transform(({ id, text, created_at, entities, ...either }) => ({
    id,
    text: text ?? '',
    at: instant(created_at),
    entities,
    /** The whole of a post longer than 280 characters. */
    note: either.note_tweet ?? either.note_post,
    references: either.referenced_tweets ?? either.referenced_posts ?? [],
  }));
type AnsweredPost = z.infer<typeof AnsweredPost>;

/**
 * One page, without replies. Who wrote what is repeated stands in the post itself; the `expansions` that would say it once
 * more are paid for like the posts and accounts they bring, several times the price of the page.
 * @throws Unreadable, Stopped, WebError
 */
export async function* readPosts(resource: Resource, facts: Facts, web: Web): AsyncIterable<Post> {
  const own = facts.ref || resource.id;
  if (!isId(own)) throw new Unreadable('not_found', 'X knows no account of this name');
  if (facts.wishes.includes(protectedWish)) throw new Unreadable(protectedAccount.status, protectedAccount.note);
  const query = {
    max_results: String(postsAPage),
    exclude: 'replies',
    'tweet.fields': 'created_at,entities,note_tweet,referenced_tweets',
  };
  const path = `/2/users/${own}/tweets`;
  const { items } = await requestAbout(
    { path, query, items: listOf(AnsweredPost), most: postsAPage, price: prices.post },
    web,
  );
  const ids = idsIn(items);
  for (const item of items) {
    const shown = shownBy(item);
    const author = shown && (ids.get(shown.name) ?? `@${shown.name}`);
    const text = unescaped(item.note?.text ?? item.text.replace(repeatedFrom, ''));
    const url = postUrl(facts.name, item.id);
    if (!shown || !author || author === own || shown.name === facts.name) {
      yield { url, at: item.at, kind: 'own', author: own, text };
    } else if (shown.kind === 'quote') {
      yield { url, at: item.at, kind: 'quote', author, text, by: nameOf(shown) };
    } else {
      yield { url: postUrl(shown.name, shown.id), at: item.at, kind: 'repost', author, text, by: nameOf(shown) };
    }
  }
}

const nameOf = ({ name }: Shown): Author => ({ name: null, handle: name, bio: null });

/** Ids by lower-case user name, where mentions bring both. */
function idsIn(posts: AnsweredPost[]): Map<string, string> {
  const mentions = posts.flatMap(({ entities, note }) => [...entities.mentions, ...(note?.entities.mentions ?? [])]);
  return new Map(
    mentions.flatMap(({ username, id }) => (username && id ? [[username.toLowerCase(), id] as const] : [])),
  );
}

interface Shown {
  kind: 'repost' | 'quote';
  /** Lower-case user name of who wrote it. */
  name: string;
  id: string;
}

/** How X begins the text of a repeated post. */
const repeatedFrom = /^RT @(\w+): /;

/** What the post repeats or quotes; null where it does neither, or does not name whom. */
function shownBy({ references, text, entities, note }: AnsweredPost): Shown | null {
  const repeated = references.find(({ type }) => type === 'retweeted')?.id;
  if (repeated) {
    const [, name] = repeatedFrom.exec(text) ?? [];
    return name === undefined ? null : { kind: 'repost', name: name.toLowerCase(), id: repeated };
  }
  const quoted = references.find(({ type }) => type === 'quoted')?.id;
  const urls = [...entities.urls, ...(note?.entities.urls ?? [])];
  const names = urls.flatMap(({ expanded_url }) => {
    const [, name, id] = postAddress.exec(expanded_url ?? '') ?? [];
    return name && id === quoted && name.toLowerCase() !== 'i' ? [name.toLowerCase()] : [];
  });
  return quoted && names[0] ? { kind: 'quote', name: names[0], id: quoted } : null;
}

const postAddress = /^https?:\/\/(?:\w+\.)?(?:x|twitter)\.com\/(\w+)\/status\/(\d+)/i;

const postUrl = (name: string, id: string): string => `https://x.com/${isUserName(name) ? name : 'i'}/status/${id}`;
