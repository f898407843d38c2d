import type { ExportFiles } from './export-files.ts';

/**
 * Google Takeout. Names and headings are in the language of the account; those in English stand here. Those of YouTube as
 * in the parsers of github.com/d3i-infra/data-donation-task and others, 2026-11-28.
 */
export const takeoutFiles: ExportFiles = {
  title: 'Google Takeout',
  whatToDo: 'import the subscriptions of YouTube (subscriptions.csv), which lie in the same Takeout',
  endings: ['csv', 'json', 'html'],
  follows: ['subscriptions'],
  folders: { own: ['takeout', 'youtube and youtube music'], shared: [] },
  people: {
    'all contacts': '',
    contacts: '',
    mycontacts: '',
    'my contacts': '',
  },
  other: {
    'archive browser': '',
    bookmarks: '',
    channel: 'Channel ID, Channel Title 1, Channel visibility',
    'channel community moderation settings': '',
    'channel feature data': '',
    'channel images': '',
    'channel page settings': '',
    'channel url configs': '',
    comments: 'Comment ID, Channel ID, Video ID',
    'community posts': '',
    'default list': '',
    'favorite places': '',
    history: '',
    'liked videos': 'Video ID, Playlist video creation timestamp',
    'live chats': '',
    'music library songs': 'Song URL, Song Title',
    'my activity': '',
    playlists: 'Playlist ID, Playlist title (original)',
    post: '',
    posts: '',
    'saved places': '',
    'search history': '',
    'starred places': '',
    'video metadata': '',
    'video recordings': '',
    'video texts': '',
    videos: '',
    'want to go': '',
    'watch history': '',
    'watch later': '',
    'watch later videos': 'Video ID, Time Added',
  },
};
