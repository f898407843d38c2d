import { describe, expect, test } from 'vitest';
import { networks } from '../../src/networks/index.ts';
import { sitesIn } from '../../src/networks/sites/read-sites.ts';
import { siteNetwork } from '../../src/networks/sites/site-network.ts';
import type { AnyNetwork } from '../../src/types/network.ts';

const list = { page: '/members/{name}/groups', list: 'ul', item: 'li', link: 'a' };
const recipe = {
  id: 'forum',
  title: 'Garden Forum',
  host: 'forum.example',
  profile: '/members/{name}',
  follows: [list],
  resources: [{ address: '/groups/{name}' }],
};
const forums = sitesIn({ sites: [recipe] }, networks).recipes.map(siteNetwork);

/** The first example that is a whole address. */
const addressOf = ({ examples }: AnyNetwork): string =>
  examples.find(({ input }) => input.startsWith('https://'))?.input ?? '';

const slips: [string, (rest: string) => string][] = [
  ['no scheme', (rest) => rest],
  ['http', (rest) => `http://${rest}`],
  ['a doubled scheme', (rest) => `https://https://${rest}`],
  ['two schemes', (rest) => `https://http://${rest}`],
  ['one slash', (rest) => `https:/${rest}`],
  ['no slash', (rest) => `https:${rest}`],
  ['four slashes', (rest) => `https:////${rest}`],
  ['slashes alone', (rest) => `//${rest}`],
  ['capitals in the scheme', (rest) => `HTTPS://${rest}`],
  ['angle brackets', (rest) => `<https://${rest}>`],
  ['blanks that nobody sees', (rest) => `\u200B\u202Ahttps://${rest}\u202C \u00A0`],
  ['a dot behind the host', (rest) => `https://${rest.replace(/\/|$/, './')}`],
  ['the port of https', (rest) => `https://${rest.replace(/\/|$/, ':443/')}`],
  ['a letter as percent sign', (rest) => rest.replace(/^([^/]+\/)(.*)a/, '$1$2%61')],
];

test('the recipe is one', () => {
  expect(forums.map(({ id }) => id)).toEqual(['forum']);
});

const personal = "this address holds a user name or a password: it is one person's way in, not a page for everybody";

describe.each([...networks, ...forums])('$id: an address with', (network) => {
  const rest = addressOf(network).replace('https://', '');
  const named = (input: string): unknown => {
    const resource = network.parseResource(input);
    return [
      network.parseProfile(input),
      resource && 'name' in resource
        ? { ...resource, id: resource.id?.replace(/^http:/, 'https:'), url: '' }
        : resource,
    ];
  };

  test.each(slips)('%s names the same', (_, slip) => {
    expect(rest).not.toBe('');
    expect(named(slip(rest))).toEqual(named(`https://${rest}`));
  });

  // Anywhere, `www.` may be another server.
  test.runIf(network.id !== 'mastodon')('www. before the host names the same', () => {
    const hasSubdomain = /^[^./]+\.[^./]+\./.test(rest);
    expect(named(hasSubdomain ? rest.replace(/^www\./, '') : `www.${rest}`)).toEqual(named(`https://${rest}`));
  });

  test('a name and a password names nothing', () => {
    // Any other address is a page of the wider web, so that only there why it is none is said.
    const told = network.id === 'web' ? { reason: personal } : null;
    expect(named(`https://anna:secret@${rest}`)).toEqual([null, told]);
    expect(named(`https://:secret@${rest}`)).toEqual([null, told]);
  });

  // Where a network may be anywhere, a port belongs to the host.
  test.runIf(network.hosts.length > 0)('a port of another service names nothing', () => {
    expect(named(`https://${rest.replace(/\/|$/, ':8443/')}`)).toEqual([null, null]);
  });
});
