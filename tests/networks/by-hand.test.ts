import { expect, test } from 'vitest';
import { networks } from '../../src/networks/index.ts';
import { identifyProfile } from '../../src/inputs/identify.ts';

const pages = networks.flatMap((network) =>
  network.examples.flatMap(({ input }) => {
    const named = network.parseProfile(input);
    const { id, byHand = [] } = network;
    if (named === null || 'reason' in named) return [];
    return byHand.flatMap(({ list, address }) => {
      const url = address(named.name);
      return url === null ? [] : [[id, list, url, named] as const];
    });
  }),
);

test('the networks that people read by hand', () => {
  const known = new Set(pages.map(([id, list]) => `${id} ${list}`));
  for (const each of [
    'facebook likes',
    'facebook groups',
    'instagram following',
    'linkedin interests',
    'tiktok following',
    'vk groups',
  ])
    expect([...known]).toContain(each);
});

test.each(pages)('%s %s: %s names the profile whose list it is', (id, _, url, named) => {
  expect(URL.canParse(url)).toBe(true);
  // A list of VK's is known by the number of a person, which is no path.
  const address = url.replace(/\/groups\?id=/, '/id');
  expect(identifyProfile(address, networks)).toMatchObject({ network: id, name: named.name });
});
