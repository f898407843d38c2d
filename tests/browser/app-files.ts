import { readFileSync } from 'node:fs';
import { escaped, randomFollows } from '../doubles/exports/follows.ts';
import { instagramJson } from '../doubles/exports/instagram.ts';
import { facebookPage } from '../doubles/pages/facebook.ts';
import { instagramPage } from '../doubles/pages/instagram.ts';
import { languages } from '../doubles/pages/languages.ts';
import { type Page, shownFollows } from '../doubles/pages/markup.ts';
import { ways } from '../doubles/pages/saved.ts';

/** A file that somebody drops on the page. */
export interface DroppedFile {
  name: string;
  bytes: Buffer;
}

const shipped = new URL('../../input/customers.csv', import.meta.url);

/**
 * The clients of the shipped example as a person keeps them: title lines above, semicolons, the code page of an old Excel,
 * a heading that says nothing, and two more clients with pages that only people may see.
 */
export function messyList(): DroppedFile {
  const [, ...rows] = readFileSync(shipped, 'utf8').trimEnd().split('\n');
  const cells = rows.map((row) =>
    [...row.matchAll(/"([^"]*)"|([^,"]+)|(?<=,)(?=,|$)/g)].map(([, a, b]) => a ?? b ?? ''),
  );
  const placed = cells.map(([client = '', , ...profiles], at) => [
    client,
    at % 2 === 0 ? 'North' : 'South',
    ...profiles,
  ]);
  const more = [
    ['Wanda Moor', 'North', 'https://www.facebook.com/wanda.moor', ''],
    ['Bruno Heath', 'South', 'https://www.facebook.com/bruno.heath', ''],
  ];
  const lines = [
    ['Our gardeners', '', '', ''],
    ['', '', '', ''],
    ['Client', 'Where', 'Link', 'Fedi'],
    ...placed,
    ...more,
  ].map((row) => row.join(';'));
  return { name: 'gardeners (2).csv', bytes: Buffer.from(lines.join('\r\n'), 'latin1') };
}

const [english] = languages;
if (english === undefined) throw new Error('no language');
const language = english;

/** The page as if another person had opened it. */
const ownedBy = ({ url, html }: Page, former: string, owner: string): Page => ({
  url: url.replaceAll(former, owner),
  html: html.replaceAll(former, escaped(owner)),
});

const save = (page: Page, way: string): Buffer => ways[way]?.(page) ?? Buffer.from(page.html);

/** Three saved pages, each of another client, and an export that does not say whose it is. */
export function handedOver(): DroppedFile[] {
  const likes = facebookPage('likes', { follows: shownFollows(3, 14), language, seed: 3 });
  const following = facebookPage('following', { follows: shownFollows(4, 9), language, seed: 4 });
  const dialog = instagramPage({ follows: shownFollows(5, 11), language, seed: 5 });
  const [, handle = ''] = /instagram\.com\/([^/]+)/.exec(dialog.url) ?? [];
  return [
    { name: 'Untitled.html', bytes: save(ownedBy(likes, 'anna.gardner', 'wanda.moor'), 'complete, by Chrome') },
    { name: 'page (1).mhtml', bytes: save(ownedBy(following, 'anna.gardner', 'bruno.heath'), 'as MHTML') },
    { name: 'Instagram.htm', bytes: save(ownedBy(dialog, handle, 'aldo.birch.gardens'), 'with SingleFile') },
    { name: 'following.json', bytes: Buffer.from(instagramJson(randomFollows(6, 8))) },
  ];
}
