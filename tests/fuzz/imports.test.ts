import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../src/imports/archive.ts';
import { importLimits } from '../../src/imports/import-item.ts';
import { tar } from '../helpers/tars.ts';
import { zip } from '../helpers/zips.ts';
import { recognise } from './files.ts';
import { runs } from './runs.ts';

const label = [
  { timestamp: 1, label_values: [{ label: 'Name', value: 'Slates' }, { dict: [{ label: 'URL', href: 'x' }] }] },
];
const examples: [name: string, text: string][] = [
  ['following_accounts.csv', 'Account address,Show boosts\nslates@press.example,true\n'],
  ['follows.csv', 'slates@press.example\n'],
  ['subscribed_subreddits.csv', 'subreddit\nslates\n'],
  ['Connections.csv', 'First Name,Last Name,URL,Connected On\nMira,Holt,https://www.linkedin.com/in/mira,1\n'],
  ['feeds.opml', '<opml><body><outline text="a" xmlUrl="https://slates.example/feed.xml"/></body></opml>'],
  ['app.json', '{"app_version":"1","subscriptions":[{"service_id":0,"url":"https://t.me/a","name":"b"}]}'],
  ['YourLibrary.json', '{"tracks":[],"shows":[{"name":"a","uri":"spotify:show:1a"}],"artists":[]}'],
  [
    'subscriptions0.html',
    '<html><body><h2>Подписки</h2><div class="wrap_page_content"><div class="item"><a href="https://vk.com/club1">a</a></div></div></body></html>',
  ],
  [
    'groups.json',
    '{"groups_joined":[{"title":"You joined a.","timestamp":1,"attachments":[{"data":[{"name":"a"}]}]}]}',
  ],
  ['pages_you_follow.json', JSON.stringify(label)],
  ['user_data_tiktok.json', '{"A":{"Following":{"Following":[{"Date":"2026-01-01 00:00:00","UserName":"a"}]}}}'],
  [
    'data.json',
    '{"data":{"items":[{"url":"https://t.me/slates","query":"https://x.com/mira","followersCount":"1K"}]}}',
  ],
];

const words = [
  'constructor',
  '__proto__',
  'toString',
  '[]',
  '{}',
  'null',
  '"',
  ',',
  '\n',
  '\u0000',
  '\uFEFF',
  '1e999',
  '{"__proto__":[]}',
];

/** An example with a piece taken out and another put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.nat(200),
    fc.nat(20),
    fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' })),
  )
  .map(([[name, text], at, length, piece]): [string, Buffer] => [
    name,
    Buffer.from(text.slice(0, at) + piece + text.slice(at + length)),
  ]);

describe('whatever somebody hands over, nothing but our own errors is thrown', () => {
  test('files', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(mutated, ([name, bytes]) => recognise(name, bytes)),
      runs,
    );
  });

  test('any JSON', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 5 }), (text) => recognise('x.json', Buffer.from(text))),
      runs,
    );
  });

  test('archives with bytes changed, cut off or behind them', { timeout: 120_000 }, async () => {
    const files = Object.fromEntries(examples);
    const packed = [
      await zip(files),
      tar(examples.map(([path, content]) => ({ path, content }))),
      gzipSync(tar(examples.map(([path, content]) => ({ path, content })))),
      gzipSync('text'),
    ];
    const change = fc.tuple(
      fc.constantFrom(...packed),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      fc.nat(40),
      fc.uint8Array({ maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(change, async ([archive, changes, cut, behind]) => {
        const bytes = Buffer.concat([archive.subarray(0, archive.length - cut), behind]);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const untold: string[] = [];
        for await (const item of readArchive(bytes, 'x.zip', { ...importLimits, fileBytes: 1_000_000 }))
          if ('problem' in item && item.whatToDo === '') untold.push(item.problem);
        expect(untold).toEqual([]);
      }),
      runs,
    );
  });
});
