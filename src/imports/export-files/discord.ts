import type { ExportFiles } from './export-files.ts';

/** The data package of Discord: chats as CSV until 2023, as JSON since. Servers are joined, and lie behind a login. */
export const discordFiles: ExportFiles = {
  title: 'Discord',
  whatToDo: 'ask the client which servers they read, and add the addresses to a table: customer,resource',
  people: {},
  other: {
    audit_log: '',
    channel: '',
    index: '',
    messages: 'ID, Timestamp, Contents, Attachments',
    user: '',
  },
};
