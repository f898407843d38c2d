import type { ExportFiles } from './export-files.ts';

/**
 * "Import and export" of Mastodon, Pleroma, Akkoma, GoToSocial and Misskey. Most of these lists have no heading, so that
 * only their names tell them apart.
 */
export const fediverseFiles: ExportFiles = {
  title: 'Mastodon',
  whatToDo: 'import the follows (following_accounts.csv or follows.csv), which come from the same page of the settings',
  namedAlone: true,
  people: {},
  other: {
    blocked_accounts: '',
    blocked_domains: '',
    blocking: '',
    blocks: '',
    bookmarks: '',
    domain_blocks: '',
    lists: '',
    muted_accounts: 'Account address, Hide notifications',
    mutes: '',
    muting: '',
    'user lists': '',
  },
};
