import type { ExportFiles } from './export-files.ts';

/**
 * The data package of Discord: chats as CSV until 2023, as JSON since. Servers are joined, and lie behind a login. Folders as
 * its own README.txt names them (2025) and https://support.discord.com/hc/articles/360004957991; the rest as read by
 * github.com/purarue/discord_data, 2026-11-28.
 */
export const discordFiles: ExportFiles = {
  title: 'Discord',
  whatToDo: 'ask the client which servers they read, and add the addresses to a table: customer,resource',
  endings: ['csv', 'json'],
  follows: [],
  folders: {
    own: [],
    shared: ['account', 'activities', 'activity', 'ads', 'messages', 'programs', 'servers', 'support_tickets'],
  },
  people: {},
  other: {
    applications: '',
    audit_log: '',
    bots: '',
    channel: '',
    events: '',
    guild: '',
    index: '',
    messages: 'ID, Timestamp, Contents, Attachments',
    user: '',
    webhooks: '',
  },
};
