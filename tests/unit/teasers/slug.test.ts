import { describe, expect, test } from 'vitest';
import { slug, slugsFor } from '../../../src/teasers/slug.ts';

const one = (network: string, resource: string, resourceId = `id of ${resource}`) => ({
  network,
  resource,
  resourceId,
});
const slugOf = (row: ReturnType<typeof one>, among = [row]): string | undefined =>
  slugsFor(among).get(`${row.network}:${row.resourceId}`);

describe('slug', () => {
  test.each([
    ['Garden Weekly', 'garden-weekly'],
    ['garden.weekly_example', 'garden-weekly-example'],
    ['--a -- b--', 'a-b'],
    ['Пекарня «Хлеб»', 'pekarnya-khleb'],
    ['Їжак', 'izhak'],
    ['Φιλοσοφία', 'filosofia'],
    ['Größe', 'grosse'],
    ['../../etc/passwd', 'etc-passwd'],
    ["'; DROP TABLE --", 'drop-table'],
    ['', ''],
    ['—', ''],
  ])('%j is %j', (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  test('is cut at a word, and inside one only where the word is too long', () => {
    expect(slug('one-two-three', 8)).toBe('one-two');
    expect(slug('one-two-three', 7)).toBe('one-two');
    expect(slug('one-two-three', 6)).toBe('one-tw');
    expect(slug(`${'garden-'.repeat(10)}end`)).toBe('garden-garden-garden-garden-garden-garden-garden-garden');
    expect(slug('g'.repeat(80))).toBe('g'.repeat(60));
    expect(slug(`web-${'g'.repeat(80)}`)).toHaveLength(60);
  });
});

describe('slugsFor', () => {
  test.each([
    ['bluesky', 'garden-weekly.example', 'bluesky-garden-weekly-example'],
    ['mastodon', 'garden_weekly@fedi.test', 'mastodon-garden-weekly-fedi-test'],
    ['vk', 'club123', 'vk-club123'],
  ])('%s %s has no digits', (network, resource, expected) => {
    expect(slugOf(one(network, resource))).toBe(expected);
  });

  test.each([
    ['youtube', 'GardenWeekly', /^youtube-gardenweekly-[0-9a-f]{6}$/],
    ['vk', 'Пекарня', /^vk-pekarnya-[0-9a-f]{6}$/],
    ['web', 'garden.example/blog', /^web-garden-example-blog-[0-9a-f]{6}$/],
    ['bluesky', `${'long-'.repeat(20)}.example`, /^bluesky(-long)+-[0-9a-f]{6}$/],
    ['web', '👩‍🌾', /^web-.*[0-9a-f]{6}$/],
    ['web', '—', /^web-[0-9a-f]{6}$/],
  ])('%s %s gets digits, alone or not', (network, resource, expected) => {
    const row = one(network, resource);
    expect(slugOf(row)).toMatch(expected);
    expect(slugOf(row, [one('web', 'other.example'), row, one('vk', resource)])).toBe(slugOf(row));
  });

  test('handles that differ only in punctuation both get digits', () => {
    const [dotted, dashed] = [one('bluesky', 'a.b.example'), one('bluesky', 'a-b.example')];
    const slugs = [...slugsFor([dotted, dashed]).values()];
    expect(new Set(slugs).size).toBe(2);
    for (const each of slugs) expect(each).toMatch(/^bluesky-a-b-example-[0-9a-f]{6}$/);
  });

  test('the order of the rows plays no part, and every slug is its own', () => {
    const handles = [
      'a.b',
      'a_b',
      'a-b',
      'A.b',
      'á.b',
      'a b',
      'x',
      'y',
      'g'.repeat(90),
      `${'g'.repeat(90)}h`,
      '日本',
      '日夲',
    ];
    const rows = ['bluesky', 'web', 'vk'].flatMap((network) => handles.map((handle) => one(network, handle)));
    const slugs = slugsFor(rows);
    expect(new Set(slugs.values()).size).toBe(rows.length);
    for (const each of slugs.values()) expect(each).toMatch(/^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/);
    const turned = slugsFor(rows.toReversed());
    for (const [key, each] of slugs) expect(turned.get(key)).toBe(each);
  });

  test('a handle that looks like the slug of another one takes nothing away from it', () => {
    const shop = one('vk', 'Shop');
    const taken = slugOf(shop)?.slice('vk-'.length) ?? '';
    const slugs = slugsFor([shop, one('vk', taken)]);
    expect(new Set(slugs.values()).size).toBe(2);
  });
});
