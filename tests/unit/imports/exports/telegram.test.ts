import { expect, test } from 'vitest';
import { randomFollows } from '../../../doubles/exports/follows.ts';
import { channels, telegramExport, telegramHistory } from '../../../doubles/exports/telegram.ts';
import { at, bare, followsIn, recognise, uselessIn } from './recognise.ts';

const what = 'Telegram export: public channels and groups';

test.each(Array.from({ length: 25 }, (_, seed) => seed + 1))(
  'names come back as they went in, seed %i',
  async (seed) => {
    const follows = randomFollows(seed, seed * 4);
    expect(await followsIn(telegramExport(channels(follows)))).toEqual({
      format: what,
      follows: follows.map(({ title }) => bare('telegram', title)),
      skipped: [],
    });
  },
);

test('whom somebody talks to is counted and not read', async () => {
  const recognised = await followsIn(
    telegramExport(
      [
        { name: 'Garden letter', type: 'public_channel' },
        { name: 'Secret Person', type: 'personal_chat' },
        { name: 'Secret bot', type: 'bot_chat' },
        { type: 'saved_messages' },
        { name: 'Secret family', type: 'private_group' },
        { name: 'Secret club', type: 'private_channel' },
        { name: null, type: 'public_channel' },
        { name: 'Garden letter', type: 'public_channel' },
      ],
      [{ name: 'Left behind', type: 'public_channel' }],
    ),
  );
  expect(recognised).toEqual({
    format: what,
    follows: [bare('telegram', 'Garden letter')],
    skipped: [
      '2 closed channels and groups',
      '3 personal chats',
      '1 channel or group that was left',
      '1 repeated entry',
      '1 entry without a name',
    ],
  });
});

test('a public name is taken where there is one', async () => {
  const { follows } = await followsIn(
    telegramExport([{ name: 'Garden letter', type: 'public_channel', username: '@garden_letter' }]),
  );
  expect(follows).toEqual([at('https://t.me/garden_letter', 'Garden letter')]);
});

test('control characters as Telegram Desktop writes them are read', async () => {
  const text = telegramExport([{ name: 'Garden letter', type: 'public_channel' }]).replace(
    'Garden letter',
    String.raw`Garden\x1F \\x41 "letter"`.replaceAll('"', String.raw`\"`),
  );
  expect((await followsIn(text)).follows).toEqual([bare('telegram', 'Garden\u001F \\x41 "letter"')]);
});

test.each([
  [
    'nothing but private chats',
    telegramExport([{ name: 'Secret Person', type: 'personal_chat' }]),
    'it holds no public channels or groups',
  ],
  [
    'only channels that were left',
    telegramExport([], [{ name: 'Secret', type: 'public_channel' }]),
    'it holds no public channels or groups',
  ],
  [
    'one chat',
    telegramHistory({ name: 'Secret Person', type: 'personal_chat' }),
    'this is the history of one chat, not the list of channels; none of it was used',
  ],
  [
    'a page',
    '<!DOCTYPE html><html><head><title>Exported Data</title></head><body>Secret</body></html>',
    'the export in HTML does not say which chats are public channels',
  ],
  ['a cut file', telegramExport(channels(randomFollows(1, 5))).slice(0, 900), 'the file is cut off before its end'],
])('%s', async (_, text, useless) => {
  const found = await uselessIn(text, 'result.json');
  expect(found.reason).toBe(useless);
  expect(JSON.stringify(found)).not.toMatch(/Secret|secret/);
});

test.each(['{"chats": {"list": [{"name": "x"}]}}', '{"type": "channel", "messages": []}', '{}'])(
  '%s is not claimed',
  async (text) => {
    expect(await recognise(text)).toBeNull();
  },
);
