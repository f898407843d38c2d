import { describe, expect, test } from 'vitest';
import { openFile } from '../../../../src/imports/open-file.ts';
import { recogniseFile } from '../../../../src/imports/recognise.ts';
import { identifyResource } from '../../../../src/inputs/identify.ts';
import { networks } from '../../../../src/networks/index.ts';
import { growthBetween } from '../../../helpers/growth.ts';
import { unsaid } from '../unsaid.ts';

async function recognise(name: string, text: string): Promise<void> {
  recogniseFile(await openFile(name, Buffer.from(text), unsaid), (address) => identifyResource(address, networks));
}

const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const saved = (address: string, body: string): string =>
  `<!-- saved from url=(0040)${address} -->\n<html><body>${body}</body></html>`;

const files: [string, (count: number) => string][] = [
  [
    'following.html',
    (count) =>
      saved(
        'https://www.instagram.com/mira/following/',
        `<div role="dialog"><h1>Following</h1>${times(count, (at) => `<div><a href="https://www.instagram.com/p${at}/">p${at}</a></div>`)}</div>`,
      ),
  ],
  [
    'boards.html',
    (count) =>
      saved(
        'https://www.pinterest.com/mira/_following/',
        `<div role="dialog">${times(count, (at) => `<div><a href="https://www.pinterest.com/p${at}/">p${at}</a></div>`)}</div>`,
      ),
  ],
  [
    'likes.html',
    (count) =>
      saved(
        'https://www.facebook.com/mira/likes',
        `<div role="main">${'<h3>t</h3>'.repeat(count)}<a href="https://www.facebook.com/slates">S</a></div>`,
      ),
  ],
  [
    'groups.json',
    (count) =>
      JSON.stringify({
        groups_joined: [
          ...Array.from({ length: count }, (_, at) => ({
            title: `In g${at}.`,
            timestamp: at,
            data: [{ name: `g${at}` }],
          })),
          ...Array.from({ length: count }, (_, at) => ({ title: `Out of g${at} now`, timestamp: count + at })),
        ],
      }),
  ],
];

describe('time grows with the number of children, and not with its square', () => {
  test.each(files)('%s', { timeout: 120_000 }, async (name, make) => {
    const [short, long] = [make(1500), make(6000)];
    const growth = await growthBetween(
      () => recognise(name, short),
      () => recognise(name, long),
      8,
    );
    expect(growth).toBeLessThan(8);
  });
});
