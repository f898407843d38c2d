import { describe, expect, test } from 'vitest';
import { lossIn } from '../../../src/teasers/analytics-tools.ts';
import { checkCampaignPattern } from '../../../src/teasers/campaign-pattern.ts';
import { tagWarnings } from '../../../src/teasers/tag-warnings.ts';
import { tagLink } from '../../../src/teasers/utm.ts';
import type { AnalyticsTool } from '../../../src/types/report.ts';

const tags = { source: 'vk.com', medium: 'social', campaign: 'roses', content: 'vk-garden' };

function warningsOf(
  link: string,
  given: Partial<typeof tags> = {},
  { paid = false, tool = null }: { paid?: boolean; tool?: AnalyticsTool | null } = {},
): string[] {
  return tagWarnings({ tagged: tagLink(link, { ...tags, ...given }, 'keep'), paid, tool });
}

const article = 'https://blog.example/roses';

describe('the channel', () => {
  test.each([
    [{}, false],
    [{ campaign: 'workshop' }, false],
    [{ source: 'bsky.app' }, false],
    [{ medium: 'paid_social' }, true],
    [{ source: 'facebook.com', medium: 'cpc' }, true],
  ])('%j, paid %s: nothing to say', (given, paid) => {
    expect(warningsOf(article, given, { paid })).toEqual([]);
  });

  test.each<[given: Partial<typeof tags>, paid: boolean, words: string[]]>([
    [{ campaign: 'flower-shop' }, false, ['as Organic Shopping', 'utm_campaign=flower-shop holds a word for shops']],
    [{ campaign: 'coffeeshop' }, false, ['as Organic Shopping']],
    [{ source: 'fedi.test', medium: 'organic-social' }, false, ['as Unassigned', 'utm_medium=organic-social']],
    [{ source: 'fedi.test', medium: 'hcp-letter' }, false, ['as Paid Other']],
    [
      { source: 'bsky.app', medium: 'paid_social' },
      true,
      ['as Paid Other', 'not as Paid Social', 'utm_source=bsky.app is not'],
    ],
    [{ source: 'youtube.com', medium: 'paid_social' }, true, ['as Paid Video', 'its list of video sources']],
    [{ source: 'stripe.com' }, false, ['as Organic Shopping', 'its list of shops']],
    [{ campaign: 'spring cross-network' }, false, ['as Cross-network']],
    [{}, true, ['as Organic Social, not as Paid Social']],
  ])('%j, paid %s, is not where it is looked for', (given, paid, words) => {
    const [warning = ''] = warningsOf(article, given, { paid });
    for (const each of words) expect(warning).toContain(each);
  });

  test('is of no interest where another tool counts', () => {
    expect(warningsOf(article, { campaign: 'flower-shop' }, { tool: 'metrica' })).toEqual([]);
    expect(warningsOf(article, { campaign: 'flower-shop' }, { tool: 'ga4' })).toHaveLength(1);
  });
});

test.each([
  ['utm_campaign=Spring', ['utm_campaign=Spring has upper case']],
  ['utm_campaign=spring%20sale', ['utm_campaign=spring sale has blanks']],
  ['utm_term=Big+Roses', ['utm_term=Big Roses has upper case and blanks']],
  ['utm_id=a7', []],
  ['Theme=Dark', []],
])('tags that are spelt otherwise than others: %s', (query, words) => {
  const warnings = warningsOf(`${article}?${query}`);
  expect(warnings).toHaveLength(words.length);
  for (const [index, each] of words.entries()) expect(warnings[index]).toContain(each);
});

describe('personal data', () => {
  test.each([
    ['?utm_campaign=anna@mail.example', 'utm_campaign'],
    ['?utm_campaign=for-anna%40mail.example', 'utm_campaign'],
    ['?to=anna.b+news@mail.example&x=1', 'to'],
    ['?utm_term=%2B30%20697%20123%204567', 'utm_term'],
    ['?utm_campaign=89161234567', 'utm_campaign'],
    ['?phone=1234', 'phone'],
    ['?first_name=Anna', 'first_name'],
    ['/for/anna@mail.example', 'the path'],
  ])('%s', (rest, where) => {
    expect(warningsOf(article + rest).filter((each) => each.includes('personal data'))).toEqual([
      expect.stringContaining(`(${where})`),
    ]);
  });

  test.each(['?id=89161234567', '/@anna/roses', '?name=', '?q=rose+%40+home', '?utm_campaign=2026-11-28', '/%zz'])(
    '%s holds none',
    (rest) => {
      expect(warningsOf(article + rest)).toEqual([]);
    },
  );

  test('a long link is read in linear time', () => {
    expect(warningsOf(`${article}?x=${'a@'.repeat(20_000)}`)).toEqual([]);
  });
});

test.each<[tool: AnalyticsTool, query: string]>([
  ['ga4', 'utm_content=a&utm_id=1&utm_term=b'],
  ['plausible', 'utm_content=a'],
  ['umami', 'utm_content=a&erid=2'],
  ['matomo', 'utm_campaign=a&utm_term=b'],
])('%s keeps all of %s', (tool, query) => {
  expect(lossIn(`${article}?${query}`, tool)).toBeNull();
});

test.each<[tool: AnalyticsTool, query: string, lost: string]>([
  ['metrica', 'utm_content=a&utm_id=1', 'Yandex Metrica does not keep utm_id.'],
  ['matomo', 'utm_campaign=a&utm_content=b', 'does not keep utm_content. The resource stands in utm_term, too.'],
  ['goatcounter', 'utm_source=a&utm_content=b', 'does not keep utm_content. The resource stands in utm_campaign, too.'],
])('%s loses a part of %s', (tool, query, lost) => {
  expect(lossIn(`${article}?${query}`, tool)).toContain(lost);
});

test.each(['{campaign}', 'x-{network}-{year}{month}', 'plain', ''])('the pattern %j is one', (pattern) => {
  expect(() => checkCampaignPattern(pattern)).not.toThrow();
});

test.each(['{customer}', '{campaign', 'a}b', '{}', '{Campaign}', '{{campaign}}', '{constructor}'])(
  'the pattern %j is none',
  (pattern) => {
    expect(() => checkCampaignPattern(pattern)).toThrow(expect.objectContaining({ code: 'setting' }));
  },
);
