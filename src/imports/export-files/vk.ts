import type { ExportFiles } from './export-files.ts';

/** VK's own archive: pages in windows-1251, most with a number behind their name. */
export const vkFiles: ExportFiles = {
  title: 'VK',
  whatToDo: 'import profile/subscriptions0.html and those numbered after it, or the whole archive',
  people: {
    friends: '',
    'friends requests': '',
    blacklist: '',
    followers: '',
    messages: '',
    'index messages': '',
  },
  other: {
    'audio albums': '',
    bans: '',
    bookmarks: '',
    comments: '',
    documents: '',
    'email changes': '',
    'external contacts': '',
    faves: '',
    likes: '',
    'name changes': '',
    'page info': '',
    payments: '',
    'phone changes': '',
    photos: '',
    sessions: '',
    stories: '',
    'video albums': '',
    wall: '',
  },
};
