import type { ImportFormat } from '../import-format.ts';
import { savedPage } from './page.ts';

/**
 * Telegram's app in the browser. Private chats stand in it beside channels and look like them, so nothing of it is read.
 */
export const telegramApp: ImportFormat = {
  id: 'page-telegram-app',
  recognise: (file) =>
    savedPage(file, (host) => host === 'web.telegram.org') && {
      format: "saved page of Telegram's app",
      reason: 'it shows chats, private ones among them; none of it was used',
      whatToDo:
        'for what a client reads import result.json of Telegram Desktop; for what a channel writes open t.me/s/NAME and save that page',
    },
};
