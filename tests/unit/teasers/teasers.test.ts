import { describe, expect, test } from 'vitest';
import { makeTeasers } from '../../../src/teasers/teasers.ts';
import { measureText } from '../../../src/teasers/text-limits.ts';
import type { Row } from '../../../src/types/report.ts';
import { hostileNames, row } from '../outputs/example-report.ts';

const settings = {
  link: 'https://blog.example/roses?erid=2Vt#care',
  campaign: 'Winter Roses',
  utm: null,
  problem: 'Half of all roses die in their first winter.',
  solution: 'Three cuts in October save them.',
  upgrade: 'With a calendar to print.',
};
const sourceOf = ({ network, host }: Row): string => (network === 'bluesky' ? 'bsky.app' : host);

describe('makeTeasers', () => {
  test('one for each ranked row', () => {
    const url = `https://blog.example/roses?erid=2Vt&utm_source=bsky.app&utm_medium=social&utm_campaign=winter-roses&utm_content=bluesky-garden-weekly-example#care`;
    const teaser = `Half of all roses die in their first winter.\n\nThree cuts in October save them.\n\n${url}\n\nWith a calendar to print.`;
    expect(makeTeasers([row()], settings, sourceOf)).toEqual([
      {
        rank: 1,
        title: 'Garden Weekly',
        network: 'bluesky',
        resource: 'garden-weekly.example',
        url: 'https://bsky.app/profile/garden-weekly.example',
        link: url,
        shortLink: null,
        utmSource: 'bsky.app',
        utmMedium: 'social',
        utmCampaign: 'winter-roses',
        utmContent: 'bluesky-garden-weekly-example',
        ga4Channel: 'Organic Social',
        teaser,
        length: teaser.length,
        limit: 300,
        fits: true,
      },
    ]);
  });

  test('none for rows without a rank, none without a link', () => {
    expect(makeTeasers([row({ rank: null, verdict: 'review' })], settings, sourceOf)).toEqual([]);
    expect(makeTeasers([row()], { ...settings, link: null }, sourceOf)).toEqual([]);
  });

  test.each([null, '', '   '])('campaign %j becomes target-resources', (campaign) => {
    expect(makeTeasers([row()], { ...settings, campaign }, sourceOf)[0]?.utmCampaign).toBe('target-resources');
  });

  test("the link's own tags win, and the channel follows what stands in it", () => {
    const link = 'https://blog.example/?utm_campaign=flower-shop&utm_medium=post';
    const [made] = makeTeasers([row()], { ...settings, link, utm: 'keep' }, sourceOf);
    expect(made).toMatchObject({
      utmCampaign: 'flower-shop',
      utmMedium: 'post',
      utmSource: 'bsky.app',
      ga4Channel: 'Organic Shopping',
    });
    expect(made?.link).toBe(`${link}&utm_source=bsky.app&utm_content=bluesky-garden-weekly-example`);
  });

  test('a web page has no limit', () => {
    const [made] = makeTeasers(
      [row({ network: 'web', host: 'garden.example', resource: 'garden.example' })],
      settings,
      sourceOf,
    );
    expect(made).toMatchObject({
      utmSource: 'garden.example',
      utmContent: 'web-garden-example',
      limit: null,
      fits: true,
    });
  });

  test('hostile names: tags are plain and each its own, no customer is in them, and the same in any order', () => {
    const rows = hostileNames.map((resource, index) =>
      row({ rank: index + 1, resource, title: resource, resourceId: `id-${index}` }),
    );
    const made = makeTeasers(rows, settings, sourceOf);
    expect(new Set(made.map(({ utmContent }) => utmContent)).size).toBe(rows.length);
    for (const one of made) {
      expect(one.utmContent).toMatch(/^bluesky(-[a-z0-9]+)*$/);
      expect(new URL(one.link).searchParams.get('utm_content')).toBe(one.utmContent);
      expect(one.teaser).toContain(one.link);
      expect(measureText(one.teaser, one.network)).toEqual({ length: one.length, limit: one.limit, fits: one.fits });
    }
    const turned = makeTeasers(rows.toReversed(), settings, sourceOf);
    expect(turned.toReversed()).toEqual(made);
  });

  test('a link that cannot be tagged stops everything', () => {
    expect(() => makeTeasers([row()], { ...settings, link: 'blog.example' }, sourceOf)).toThrow(
      expect.objectContaining({ code: 'link', where: 'blog.example' }),
    );
  });
});
