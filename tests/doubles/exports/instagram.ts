import type { Followed } from './follows.ts';
import { metaJson, metaPage, second } from './meta.ts';

/** One relation until autumn 2025. */
export const oldRelation = ({ handle }: Followed, index = 0): unknown => ({
  title: '',
  media_list_data: [],
  string_list_data: [
    { href: `https://www.instagram.com/${handle}`, value: handle, timestamp: second + index * 86_400 },
  ],
});

/** One relation since autumn 2025: the name has moved into the title, and the link leads through `_u`. */
export const newRelation = ({ handle }: Followed, index = 0): unknown => ({
  title: handle,
  string_list_data: [{ href: `https://www.instagram.com/_u/${handle}`, timestamp: second + index * 86_400 }],
});

export const instagramJson = (follows: Followed[], relation = newRelation): string =>
  metaJson({ relationships_following: follows.map((followed, index) => relation(followed, index)) });

const dated = (names: string[]) => Object.fromEntries(names.map((name) => [name, '2019-05-01T10:00:00+00:00']));

/** connections.json of 2018 to 2020. */
export const instagramConnections = (follows: Followed[], followers: string[], hashtags: string[]): string => {
  return metaJson({
    blocked_users: {},
    follow_requests_sent: {},
    following: dated(follows.map(({ handle }) => handle)),
    followers: dated(followers),
    following_hashtags: dated(hashtags),
  });
};

const block = (inner: string): string => `<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">${inner}</div>`;

export const oldBlock = ({ handle }: Followed): string =>
  block(
    `<div class="_a6-p"><div><div><a target="_blank" href="https://www.instagram.com/${handle}">${handle}</a></div>` +
      '<div>авг. 10, 2022 4:38 PM</div></div></div>',
  );

export const newBlock = ({ handle }: Followed): string =>
  block(
    `<h2 class="_3-95 _2pim _a6-h _a6-i">${handle}</h2><div class="_3-95 _a6-p"><div><div>` +
      `<a target="_blank" href="https://www.instagram.com/_u/${handle}">https://www.instagram.com/_u/${handle}</a></div>` +
      '<div>ago 11, 2026 1:07 da manhã</div></div></div>',
  );

export const instagramPage = (
  heading: string,
  follows: Followed[],
  entry = newBlock,
  range?: { from: string; to: string },
): string => metaPage(heading, follows.map(entry), range);
