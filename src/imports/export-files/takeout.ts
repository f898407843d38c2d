import type { ExportFiles } from './export-files.ts';

/** Google Takeout. Names and headings are in the language of the account; those in English stand here. */
export const takeoutFiles: ExportFiles = {
  title: 'Google Takeout',
  whatToDo: 'import the subscriptions of YouTube (subscriptions.csv), which lie in the same Takeout',
  people: {
    'all contacts': '',
    contacts: '',
    mycontacts: '',
    'my contacts': '',
  },
  other: {
    'default list': '',
    'favorite places': '',
    'want to go': '',
    'saved places': '',
    'starred places': '',
    channel: 'Channel ID, Channel Title 1, Channel visibility',
    'channel url configs': '',
    comments: 'Comment ID, Channel ID, Video ID',
    'community posts': '',
    'live chats': '',
    playlists: 'Playlist ID, Playlist title (original)',
    'liked videos': 'Video ID, Playlist video creation timestamp',
    'watch later videos': 'Video ID, Time Added',
    'music library songs': 'Song URL, Song Title',
    'video metadata': '',
    'watch history': '',
    'search history': '',
    bookmarks: '',
    history: '',
    'archive browser': '',
  },
};
