import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { fieldsOf, isFields, itemsOf, trimmedText } from './fields.ts';
import { addressAmong, brokenJson, skippedCount, type Entry, recognisedList } from './lists.ts';

const format = 'Telegram export: public channels and groups';
const whatToDo =
  'in Telegram Desktop open Settings, Advanced, "Export Telegram data", tick the channels and groups, choose JSON, and ' +
  'import result.json; no messages are needed';

/**
 * `result.json` of Telegram Desktop. Only names of public channels and groups are taken; messages, and chats of any
 * other kind, are counted and never read. Types: tdesktop, export_output_json.cpp.
 */
export const telegramExport: ImportFormat = {
  id: 'telegram-export',
  recognise: (file, identify) => {
    const json = jsonOf(file);
    if (json === undefined) return unreadable(file);
    return isFields(json) ? inJson(json, identify) : null;
  },
};

const marks = /"(?:personal_chat|public_channel|private_channel|public_supergroup|private_supergroup|private_group)"/;

/** Telegram Desktop writes control characters as `\x1F`, which JSON does not know. */
function jsonOf(file: ImportFile): unknown {
  const json = file.json();
  if (json !== undefined || !looksLike(file) || !/\\x[\dA-F]{2}/.test(file.text)) return json;
  try {
    return JSON.parse(
      file.text.replaceAll(/\\(x[\dA-F]{2}|.)/g, (all, escape: string) =>
        escape.length === 3 ? `\\u00${escape.slice(1)}` : all,
      ),
    );
  } catch {
    return undefined;
  }
}

const looksLike = (file: ImportFile): boolean => /^\s*\{/.test(file.text) && marks.test(file.text);

function unreadable(file: ImportFile): RecognisedFile | null {
  if (looksLike(file)) return brokenJson(file.text, 'Telegram export');
  if (!/Exported Data<\/title>/.test(file.text) || file.page() === null) return null;
  return {
    format: 'Telegram export: a page',
    reason: 'the export in HTML does not say which chats are public channels',
    whatToDo,
  };
}

const types = {
  public: new Set(['public_channel', 'public_supergroup']),
  closed: new Set(['private_channel', 'private_supergroup', 'private_group']),
};

function inJson(json: Record<string, unknown>, identify: IdentifyResource): RecognisedFile | null {
  const chats = fieldsOf(json['chats'])['list'];
  const past = fieldsOf(json['left_chats'])['list'];
  if (!areChats(chats) && !areChats(past)) return oneChat(json);
  const current = itemsOf(chats).map(fieldsOf);
  const isPublic = current.filter(({ type }) => types.public.has(trimmedText(type)));
  const closed = current.filter(({ type }) => types.closed.has(trimmedText(type))).length;
  const skipped = [
    ...skippedCount(closed, 'closed channel or group', 'closed channels and groups'),
    ...skippedCount(current.length - closed - isPublic.length, 'personal chat', 'personal chats'),
    ...skippedCount(itemsOf(past).length, 'channel or group that was left', 'channels and groups that were left'),
  ];
  const entries = isPublic.map(({ name, username }) => entryOf(trimmedText(name), trimmedText(username), identify));
  if (entries.length === 0) return { format, reason: 'it holds no public channels or groups', whatToDo };
  return recognisedList({ format, network: 'telegram', entries, skipped, whatToDo }, identify);
}

const areChats = (value: unknown): boolean =>
  Array.isArray(value) && value.every((chat) => typeof fieldsOf(chat)['type'] === 'string');

/** Telegram Desktop leaves public names out; other programs that write this form do not. */
function entryOf(name: string, username: string, identify: IdentifyResource): Entry | null {
  const word = username.replace(/^@/, '');
  const address = addressAmong([/^\w+$/.test(word) ? `https://t.me/${word}` : ''], 'telegram', identify);
  return name === '' && address === null ? null : { address, title: name || null };
}

function oneChat({ type, messages }: Record<string, unknown>): RecognisedFile | null {
  if (!marks.test(`"${trimmedText(type)}"`) || !Array.isArray(messages)) return null;
  return {
    format: 'Telegram export: one chat',
    reason: 'this is the history of one chat, not the list of channels; none of it was used',
    whatToDo,
  };
}
