import type { ExportFiles } from './export-files.ts';

/** The archive of X (Twitter): one script a list. Those with a mark of their own are known by it. */
export const xFiles: ExportFiles = {
  title: 'X',
  whatToDo: 'import following.js, which is in the "data" folder of the archive',
  people: { follower: '', block: '', mute: '', contact: '', 'lists member': '' },
  other: {
    account: '',
    'ad engagements': '',
    'ad impressions': '',
    'direct messages': '',
    like: '',
    'lists created': '',
    'lists subscribed': '',
    manifest: '',
    personalization: '',
    profile: '',
    tweets: '',
  },
};
