import { describe, expect, test } from 'vitest';
import { openFile } from '../../../../src/imports/open-file.ts';
import { savedResource } from '../../../../src/imports/resource-pages/index.ts';
import { identifyResource } from '../../../../src/inputs/identify.ts';
import { networks } from '../../../../src/networks/index.ts';
import { unsaid } from '../unsaid.ts';
import { recognised, saved } from './recognised.ts';

const address = 'https://www.tiktok.com/@anna.gardner';
const handles = ['slates.daily', 'ridge_news', 'moss.and.more', 'gutters'];

const row = (handle: string, button: string): string =>
  `<li><div class="css-1-DivUserContainer"><div><a href="/@${handle}" class="css-2-StyledUserInfoLink"><span class="css-3-SpanAvatar"></span><div><span class="css-4-SpanNickname">The ${handle} page</span><p class="css-5-PUniqueId">${handle}</p></div></a></div><div><button type="button">${button}</button></div></div></li>`;

const behind = `<h2 data-e2e="user-subtitle">Anna</h2><strong data-e2e="followers-count">1240</strong><span>Followers</span><div id="main-content"><h1 data-e2e="user-title">anna.gardner</h1><a href="/@anna.gardner/video/7300000000000000001">A video</a><a href="/@another.one">another.one</a></div>`;

const page = (tabs: readonly (readonly [string, string])[], button: string, rows = handles): string =>
  saved(
    address,
    `${behind}<div role="dialog" data-e2e="follow-info-popup" class="css-9-DivModalContainer"><div class="css-8-DivHeaderContainer"><h1>anna.gardner</h1><div role="button" aria-label="Close">x</div></div><div>${tabs.map(([name, count]) => `<div class="css-7-DivTabItem"><span>${name}</span><strong>${count}</strong></div>`).join('')}</div><div class="css-6-DivUserListContainer">${rows.map((handle) => row(handle, button)).join('')}</div></div>`,
  );

const tabs = [
  ['Following', '4'],
  ['Followers', '1240'],
  ['Friends', ''],
] as const;

const shown = async (html: string) =>
  savedResource(await openFile('page.html', Buffer.from(html), unsaid), (each) => identifyResource(each, networks));

describe("TikTok's dialog over a profile", () => {
  test.each([
    ['English', tabs, 'Follow'],
    [
      'Russian',
      [
        ['Подписки', '4'],
        ['Подписчики', '12,4 тыс.'],
      ],
      'Подписаться',
    ],
    [
      'Greek',
      [
        ['Ακολουθεί', '4'],
        ['Ακόλουθοι', '310'],
      ],
      'Ακολούθησε',
    ],
    [
      'one that is gone',
      [
        ['Following', '5'],
        ['Followers', '1240'],
      ],
      'Follow',
    ],
  ] as [string, [string, string][], string][])('in %s: whom the profile follows', async (_, names, button) => {
    expect(await recognised(page(names, button))).toMatchObject({
      format: 'saved page of TikTok: Following of a profile',
      follows: handles.map((handle) => ({ address: `https://www.tiktok.com/@${handle}`, customer: null })),
      owner: { profiles: [address], list: 'following' },
    });
  });

  test('followers are not taken', async () => {
    const found = await recognised(
      page(
        [
          ['Following', '310'],
          ['Followers', '4'],
        ],
        'Follow',
      ),
    );
    expect(found).toMatchObject({ reason: expect.stringContaining('followers') });
  });

  test('is no page of a resource, and the profile alone is', async () => {
    expect(await shown(page(tabs, 'Follow'))).toBeNull();
    expect(await shown(saved(address, behind))).not.toBeNull();
  });
});
