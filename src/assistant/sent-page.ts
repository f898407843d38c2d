import type { Facts, Post } from '../types/resource.ts';

/** What an assistant is shown of a page: public texts, each with its address, which is not sent. */
export interface PublicPage {
  name: string;
  description: string;
  posts: { url: string; author: string; text: string; quoted?: string }[];
}

const mostPosts = 20;
const longestText = 500;

export function publicPage(
  { title, name, description }: Pick<Facts, 'title' | 'name' | 'description'>,
  posts: readonly Post[],
): PublicPage {
  return {
    name: title ?? name,
    description: (description ?? '').slice(0, longestText),
    posts: posts.slice(0, mostPosts).map(({ text, by, quoted, url }) => ({
      url,
      author: by?.name ?? by?.handle ?? 'the page itself',
      text: text.slice(0, longestText),
      ...(quoted !== undefined && { quoted: quoted.slice(0, longestText) }),
    })),
  };
}

/** The same as it is sent. */
export const sentPage = ({ name, description, posts }: PublicPage) => ({
  name,
  description,
  posts: posts.map(({ url: _url, ...post }) => post),
});
