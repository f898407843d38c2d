import type { Followed } from './follows.ts';

export interface Chat {
  name?: string | null;
  type: string;
  username?: string;
}

const messages = [{ id: 1, type: 'message', date: '2026-01-01T10:00:00', from: 'Secret Person', text: 'secret words' }];

const written = (chats: Chat[]): unknown[] => chats.map((chat, index) => ({ ...chat, id: 1_000 + index, messages }));

export const channels = (follows: Followed[]): Chat[] =>
  follows.map(({ title }, index) => ({ name: title, type: index % 2 === 0 ? 'public_channel' : 'public_supergroup' }));

/** result.json of the export of a whole account. */
export const telegramExport = (chats: Chat[], left: Chat[] = []): string =>
  JSON.stringify(
    {
      about: 'Here is the data you requested.',
      personal_information: { user_id: 1, first_name: 'Anna' },
      contacts: { about: 'Contacts', list: [{ first_name: 'Secret', last_name: 'Person' }] },
      chats: { about: 'Chats', list: written(chats) },
      ...(left.length > 0 ? { left_chats: { about: 'Left', list: written(left) } } : {}),
    },
    null,
    1,
  );

/** result.json of the history of one chat. */
export const telegramHistory = (chat: Chat): string => JSON.stringify({ ...chat, id: 1_000, messages }, null, 1);
