import type { ExportFiles } from './export-files.ts';

/** "Export Telegram data" of Telegram Desktop: `result.json`, or pages, with folders for what chats hold. */
export const telegramFiles: ExportFiles = {
  title: 'Telegram',
  whatToDo: 'ask for the export in JSON, and import result.json',
  endings: ['json', 'html'],
  follows: ['result'],
  folders: {
    own: ['profile_pictures', 'profile_photos'],
    shared: ['chats', 'lists', 'stories', 'css', 'images', 'js'],
  },
  people: {},
  other: { 'export results': '' },
};
