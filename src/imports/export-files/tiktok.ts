import type { ExportFiles } from './export-files.ts';

/** TikTok's export as text files, one a list; the names are in the language of whoever asked for it. */
export const tiktokFiles: ExportFiles = {
  title: 'TikTok',
  whatToDo: 'import Following.txt, or ask for the export in JSON and import user_data_tiktok.json',
  people: { follower: '', followers: '', 'block list': '', 'blocked users': '', 'direct messages': '' },
  other: {
    'browsing history': '',
    comments: '',
    'favorite effects': '',
    'favorite hashtags': '',
    'favorite sounds': '',
    'favorite videos': '',
    hashtag: '',
    'like list': '',
    'login history': '',
    'purchase history': '',
    searches: '',
    'share history': '',
    status: '',
    'watch history': '',
  },
};
