import { describe, expect, test } from 'vitest';
import type { ParsedFollow } from '../../../../src/types/import.ts';
import { type Tab, facebookAddress, facebookPage } from '../../../doubles/pages/facebook.ts';
import { instagramAddress, instagramPage } from '../../../doubles/pages/instagram.ts';
import { languages } from '../../../doubles/pages/languages.ts';
import { linkedinAddress, linkedinPage } from '../../../doubles/pages/linkedin.ts';
import { type Page, type Scene, type Shown, shownFollows } from '../../../doubles/pages/markup.ts';
import { pinterestAddress, pinterestPage } from '../../../doubles/pages/pinterest.ts';
import { ways } from '../../../doubles/pages/saved.ts';
import { vkAddress, vkGroups, vkPerson } from '../../../doubles/pages/vk.ts';
import { followsOf } from './recognised.ts';

/** A kind of page, and what is to come back of a follow on it. */
interface Kind {
  make: (scene: Scene) => Page;
  told: (shown: Shown, index: number, count: number) => Omit<ParsedFollow, 'customer' | 'network'>;
}

const asShown = (address: string, { title, subscribers }: Shown) => ({ address, title, subscribers });

const kinds: Record<string, Kind> = {
  ...Object.fromEntries(
    (['likes', 'following', 'groups'] as Tab[]).map((tab) => [
      `Facebook ${tab}`,
      {
        make: (scene) => facebookPage(tab, scene),
        told: (shown) => asShown(`${facebookAddress(shown, tab)}${tab === 'groups' ? '/' : ''}`, shown),
      } satisfies Kind,
    ]),
  ),
  'Instagram Following': {
    make: instagramPage,
    told: (shown) => ({ address: instagramAddress(shown), title: shown.handle, subscribers: null }),
  },
  'LinkedIn Interests': {
    make: linkedinPage,
    told: (shown, index, count) => asShown(linkedinAddress(shown, index, count), shown),
  },
  'VK groups': { make: (scene) => vkGroups(scene, 'vk.com'), told: (shown) => asShown(vkAddress(shown), shown) },
  'VK groups on a phone': {
    make: (scene) => vkGroups(scene, 'm.vk.com'),
    told: (shown) => asShown(vkAddress(shown, 'https://m.vk.com'), shown),
  },
  'VK person': { make: vkPerson, told: (shown) => asShown(vkAddress(shown), shown) },
  'Pinterest accounts': {
    make: (scene) => pinterestPage(false, scene),
    told: (shown) => asShown(pinterestAddress(shown, false), shown),
  },
  'Pinterest boards': {
    make: (scene) => pinterestPage(true, scene),
    told: (shown) => asShown(pinterestAddress(shown, true), shown),
  },
};

describe.each(Object.entries(kinds))('%s', (_, { make, told }) => {
  describe.each(Object.keys(ways).map((name, way) => [way, name] as const))('saved in way %i: %s', (way, name) => {
    // Every language as plain HTML, and some of them in each other way.
    test.each(languages.filter((__, at) => way === 0 || at % 4 === way - 1))('in $code', async (language) => {
      const seed = languages.indexOf(language) * 7 + way;
      const count = [13, 6, 24, 2][seed % 4] ?? 0;
      const follows = shownFollows(seed, count);
      expect(await followsOf(ways[name]?.(make({ follows, language, seed })) ?? '')).toEqual(
        follows.map((shown, index) => ({ customer: null, network: null, ...told(shown, index, count) })),
      );
    });
  });
});
