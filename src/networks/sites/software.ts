import type { SoftwareRecipe } from './recipe.ts';

/**
 * NodeBB: the groups somebody belongs to, and the users somebody follows. A user's address changes with the name, so
 * users are told by the number beside their pictures; groups have none. Lists show 50 users on a page; the link to the
 * next page is there on the last one, too, and shut, as it would lead back.
 * Selectors: NodeBB 4.15.1 with its theme Harmony 3.2.10, which was run, and its older theme Persona, which was read; 2026-11.
 */
const nodebb: SoftwareRecipe = {
  title: 'NodeBB',
  profile: '/user/{name}',
  login: '#login-form',
  follows: [
    {
      page: '/user/{name}/groups',
      list: '#groups-list',
      item: '[component="groups/summary"]',
      link: 'a[href*="/groups/"]@href',
      title: '.card-body .fw-semibold, .card-title',
      subscribers: '.badge:has(.fa-users), .card-title small',
    },
    {
      page: '/user/{name}/following',
      list: '#users-container',
      item: '> *',
      link: 'a[href*="/user/"]@href',
      id: '[data-uid]@data-uid',
      title: '[data-uid][title]@title',
      next: '[component="pagination"] li.next:not(.pe-none, .disabled) a@href',
    },
  ],
  resources: [
    {
      address: '/groups/{name}',
      title: '[component="groups/container"] h3',
      subscribers: '[component="group/member/count"]@title',
      description: '[component="groups/container"] div:has(> h3) + div',
      open: true,
      posts: {
        list: 'ul[component="posts"]',
        item: 'li[component="post"]',
        link: 'a.topic-title@href',
        author: '.post-author a[href*="/user/"]@href',
        date: '.timeago@title',
        text: '[component="post/content"]',
      },
    },
    {
      address: '/user/{name}',
      id: '.account .avatar-wrapper[data-uid], .account .avatar-wrapper [data-uid]@data-uid',
      title: '.account .fullname',
      subscribers: '.account a[href$="/followers"] [title]@title',
      description: '[component="aboutme"]',
      posts: {
        page: '/user/{name}/posts',
        list: 'ul[component="posts"]',
        item: 'li[component="post"]',
        link: 'a.topic-title@href',
        author: '.post-author a[href*="/user/"]@href',
        date: '.timeago@title',
        text: '[component="post/content"]',
      },
    },
  ],
};

/**
 * The web client of Misskey and its family, as an example of pages that are drawn by scripts: where the server's API can
 * be asked, the fediverse network reads the same lists without a browser. Class names of the client change with every
 * build, so the selectors go by structure: a panel with a link and the account's name below it. The first HTML names the
 * user whom a page is about, and nobody where there is none. The side column links to accounts that nobody follows.
 * Selectors: Misskey's sources of 2023 to 2025, Sharkey 2024.9.1, read in 2026-11; an empty list of later versions is
 * not recognised, and not taken for anything else.
 */
const misskey: SoftwareRecipe = {
  title: 'Misskey',
  rendered: true,
  pace: { requests: 10, seconds: 60 },
  profile: '/@{name}',
  missing: 'html:not(:has(meta[name="misskey:user-id"]))',
  follows: [
    {
      page: '/@{name}/following',
      list: 'div:has(> ._panel > div > a[href^="/@"] + p)',
      item: '._panel:has(> div > a[href^="/@"] + p)',
      link: 'div > a:has(+ p)@href',
      title: 'div > a:has(+ p)',
      scroll: true,
      empty: '._fullinfo',
      hidden: 'i.ti-alert-triangle, i.ph-warning',
    },
  ],
  resources: [
    {
      address: '/@{name}',
      title: '.profile .title .name',
      subscribers: '.profile a[href$="/followers"] b',
      description: '.profile .description',
    },
  ],
};

/** Shipped recipes, by what `like` calls them. */
export const software: ReadonlyMap<string, SoftwareRecipe> = new Map([
  ['nodebb', nodebb],
  ['misskey', misskey],
]);
