import type { ExportFiles } from './export-files.ts';

/**
 * "Import and export" of Mastodon, Pleroma, Akkoma, GoToSocial and Misskey. Most of these lists have no heading, so that
 * only their names tell them apart. Mastodon's as in app/controllers/settings/exports of github.com/mastodon/mastodon,
 * 2026-11-28.
 */
export const fediverseFiles: ExportFiles = {
  title: 'Mastodon',
  whatToDo: 'import the follows (following_accounts.csv or follows.csv), which come from the same page of the settings',
  namedAlone: true,
  endings: ['csv', 'json'],
  follows: ['following accounts', 'follows', 'following'],
  folders: { own: ['media_attachments'], shared: [] },
  people: { follower_accounts: '' },
  other: {
    account_notes: '',
    blocked_accounts: '',
    blocked_domains: '',
    blocking: '',
    blocks: '',
    bookmarks: '',
    custom_filters: '',
    domain_blocks: '',
    favourite_posts: '',
    followed_tags: '',
    following_tags: '',
    lists: '',
    muted_accounts: 'Account address, Hide notifications',
    mutes: '',
    muting: '',
    'user lists': '',
  },
};
