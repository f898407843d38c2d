import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../../src/outputs/html/sentences/index.ts';
import { type TeaserSettings, makeTeasers } from '../../../src/teasers/teasers.ts';
import { measureText } from '../../../src/teasers/text-limits.ts';
import type { PaidPlacement } from '../../../src/types/input.ts';
import type { Row, Teaser } from '../../../src/types/report.ts';
import { hostileNames, row } from '../outputs/example-report.ts';

const settings = {
  link: 'https://blog.example/roses?erid=2Vt#care',
  campaign: 'winter-roses',
  campaignPattern: '{campaign}',
  analytics: null,
  variants: 1,
  picture: false,
  utm: null,
  problem: 'Half of all roses die in their first winter.',
  solution: 'Three cuts in October save them.',
  upgrade: 'With a calendar to print.',
};
const places = {
  date: '2026-11-22',
  utmSourceOf: ({ network, host }: Row): string => (network === 'bluesky' ? 'bsky.app' : host),
  paidFor: (): PaidPlacement | undefined => undefined,
  languageOf: (): string | null => null,
  serverLimitOf: () => null,
  proposed: [],
  needsErid: false,
  lawfulOn: ({ paid }: { network: string; paid: boolean }): string[] => (paid ? ['RU: mark it'] : []),
  templates: [],
};

const teasersOf = (rows: Row[], given: Partial<TeaserSettings> = {}): Teaser[] =>
  makeTeasers(rows, { ...settings, ...given }, places).teasers;

const wordings = (language: string | null): Teaser[] =>
  makeTeasers(
    [row()],
    { ...settings, link: 'https://b.example/', variants: 3 },
    { ...places, languageOf: () => language },
  ).teasers;

const smallServer = () => ({ max: 200, perAddress: 23 });

const worded = (own: string, given: Partial<TeaserSettings> = {}): Teaser[] =>
  makeTeasers(
    [row()],
    { ...settings, link: 'https://b.example/', variants: 2, ...given },
    {
      ...places,
      proposed: ['upgrade'],
      wordingOf: (_: Row, variant: number) => (variant === 2 ? own : null),
    },
  ).teasers;

describe("a person's own wording", () => {
  test('stands in the place of the second one alone, with the link of today', () => {
    const [first, second] = worded('Mulch now: {link}\n($&)');
    expect(first).toMatchObject({ ownWording: false, proposed: ['upgrade'] });
    expect(second).toMatchObject({
      teaser: `Mulch now: ${second?.link}\n($&)`,
      ownWording: true,
      language: null,
      proposed: [],
      cut: [],
      warnings: [],
    });
    expect(worded('Mulch now: {link}', { campaign: 'spring' })[1]?.teaser).toContain('utm_campaign=spring');
  });

  test('is never cut, and told to be too long', () => {
    const [, second] = worded(`${'mulch '.repeat(60)}{link}`);
    expect(second).toMatchObject({ fits: false, cut: [], limit: 300 });
    expect(second?.length).toBeGreaterThan(300);
  });

  test('without its link is told', () => {
    expect(worded('Mulch now')[1]?.warnings).toEqual([expect.stringContaining('has no {link}')]);
    const [, second] = worded('{link}');
    expect(worded(`Mulch now ${second?.link}`)[1]?.warnings).toEqual([]);
  });
});

const strange = (language: string | null, told: string | null) =>
  makeTeasers([row()], settings, { ...places, languageOf: () => language, strangeTo: () => told }).teasers[0]?.warnings;

describe('words around texts of another language', () => {
  test.each([
    ['el', 'English', /^Your texts seem to be in English, and the words around them are in Greek, .+"language: el"/],
    ['ru', 'Latin letters', /^Your texts seem to be in Latin letters, and the words around them are in Russian/],
  ])('%s around %s: it is said', (language, told, sentence) => {
    expect(strange(language, told)).toEqual([expect.stringMatching(sentence)]);
  });

  test('nothing is said where they agree, or where there are no words around them', () => {
    expect(strange('en', null)).toEqual([]);
    expect(strange(null, 'English')).toEqual([]);
  });
});

describe('makeTeasers', () => {
  test('one for each ranked row', () => {
    const url = `https://blog.example/roses?erid=2Vt&utm_source=bsky.app&utm_medium=social&utm_campaign=winter-roses&utm_content=bluesky-garden-weekly-example#care`;
    const teaser = `Half of all roses die in their first winter.\n\nThree cuts in October save them.\n\n${url}\n\nWith a calendar to print.`;
    expect(teasersOf([row()])).toEqual([
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
        utmTerm: null,
        paid: false,
        warnings: [],
        variant: 1,
        language: null,
        unit: 'graphemes',
        cut: [],
        limitWithPicture: 300,
        fitsWithPicture: true,
        limitPaidAccount: null,
        linkPlace: 'clickable',
        lawful: [],
        proposed: [],
        draft: null,
        ownWording: false,
      },
    ]);
  });

  test('none for rows without a rank, none without a link', () => {
    expect(teasersOf([row({ rank: null, verdict: 'review' })])).toEqual([]);
    expect(teasersOf([row()], { link: null })).toEqual([]);
  });

  test.each([null, '', '   '])('campaign %j becomes target-resources', (campaign) => {
    expect(teasersOf([row()], { campaign })[0]?.utmCampaign).toBe('target-resources');
  });

  test("the link's own tags win, and the channel follows what stands in it", () => {
    const link = 'https://blog.example/?utm_campaign=flower-shop&utm_medium=post';
    const [made] = teasersOf([row()], { link, utm: 'keep' });
    expect(made).toMatchObject({
      utmCampaign: 'flower-shop',
      utmMedium: 'post',
      utmSource: 'bsky.app',
      ga4Channel: 'Organic Shopping',
    });
    expect(made?.link).toBe(`${link}&utm_source=bsky.app&utm_content=bluesky-garden-weekly-example`);
  });

  test.each([
    ['utm_content=footer', 'keep', true],
    ['utm_content=footer', 'replace', false],
    ['utm_source=letter&utm_medium=email', 'keep', false],
    ['UTM_Content=footer&utm_content=', 'keep', false],
  ] as const)('a link with %s, which is to %s tags, is the same for every resource: %s', (query, utm, isSame) => {
    const [made] = teasersOf([row()], { link: `https://blog.example/?${query}`, utm });
    const told = made?.warnings.filter((warning) => warning.includes('the same for every resource')) ?? [];
    expect(told).toHaveLength(isSame ? 1 : 0);
    for (const warning of told) expect(sentenceOf(warning)?.values).toEqual({ tag: 'utm_content=footer' });
  });

  test('a web page has no limit', () => {
    const [made] = teasersOf([row({ network: 'web', host: 'garden.example', resource: 'garden.example' })]);
    expect(made).toMatchObject({
      utmSource: 'garden.example',
      utmContent: 'web-garden-example',
      limit: null,
      fits: null,
      unit: null,
      linkPlace: null,
    });
  });

  test('hostile names: tags are plain and each its own, no customer is in them, and the same in any order', () => {
    const rows = hostileNames.map((resource, index) =>
      row({ rank: index + 1, resource, title: resource, resourceId: `id-${index}` }),
    );
    const made = teasersOf(rows);
    expect(new Set(made.map(({ utmContent }) => utmContent)).size).toBe(rows.length);
    for (const one of made) {
      expect(one.utmContent).toMatch(/^bluesky(-[a-z0-9]+)*$/);
      expect(new URL(one.link).searchParams.get('utm_content')).toBe(one.utmContent);
      expect(one.teaser).toContain(one.link);
      expect(measureText(one.teaser, one.network)).toEqual({ length: one.length, limit: one.limit, fits: one.fits });
    }
    const turned = teasersOf(rows.toReversed());
    expect(turned.toReversed()).toEqual(made);
  });

  test('three wordings in the language of the resource, told apart by utm_content', () => {
    const greek = wordings('el');
    expect(greek.map(({ utmContent, variant, language }) => [utmContent, variant, language])).toEqual([
      ['bluesky-garden-weekly-example', 1, 'el'],
      ['bluesky-garden-weekly-example-v2', 2, 'el'],
      ['bluesky-garden-weekly-example-v3', 3, 'el'],
    ]);
    expect(greek[0]?.teaser).toContain(`\n\nΔιαβάστε: ${greek[0]?.link}\n\n`);
    expect(greek[1]?.teaser.startsWith('Σας θυμίζει κάτι;\nHalf of all roses')).toBe(true);
    expect(greek[2]?.teaser.startsWith('Three cuts')).toBe(true);
    expect(wordings(null)[0]?.teaser).toContain(`\n\n${wordings(null)[0]?.link}\n\n`);
    for (const language of ['en', 'ru', 'uk', 'el', 'de', 'fr', 'es', null]) {
      for (const one of wordings(language)) {
        expect(one.teaser).toContain(one.link);
        expect(one.fits).toBe(true);
        expect(one.language).toBe(language);
      }
    }
  });

  test('no wording of one resource has the name of another', () => {
    const rows = ['garden', 'garden-v2', 'garden.v3'].map((resource, at) =>
      row({ resource, resourceId: `id-${at}`, rank: at + 1 }),
    );
    const contents = teasersOf(rows, { variants: 3 }).map(({ utmContent }) => utmContent);
    expect(new Set(contents).size).toBe(9);
  });

  test('a link that cannot be clicked, a picture and a paid account are told', () => {
    const on = (network: string) => teasersOf([row({ network, host: `${network}.test` })])[0];
    expect(on('instagram')?.linkPlace).toBe('not_clickable');
    expect(on('pinterest')?.linkPlace).toBe('own_field');
    expect(on('x')).toMatchObject({ limitPaidAccount: 25_000, unit: 'weighted' });
    const long = { problem: `Roses die. ${'They need cuts. '.repeat(80)}` };
    const [telegram] = teasersOf([row({ network: 'telegram' })], long);
    expect(telegram).toMatchObject({
      fits: true,
      limit: 4096,
      limitWithPicture: 1024,
      fitsWithPicture: false,
      cut: [],
    });
    const [pictured] = teasersOf([row({ network: 'telegram' })], { ...long, picture: true });
    expect(pictured).toMatchObject({ fits: true, limit: 1024, fitsWithPicture: true, cut: ['problem'] });
  });

  test("a server's own limit is kept to", () => {
    const [teaser] = makeTeasers(
      [row({ network: 'mastodon' })],
      { ...settings, solution: 'It lives. '.repeat(40) },
      { ...places, serverLimitOf: smallServer },
    ).teasers;
    expect(teaser).toMatchObject({ limit: 200, fits: true, cut: ['solution'] });
  });

  test('a paid placement says so, carries its own erid and what it cost', () => {
    const shop = row({ network: 'vk', host: 'vk.com', resource: 'roses', rank: 2, resourceId: '-7' });
    const placement: PaidPlacement = {
      resource: { network: 'vk', name: 'roses', id: '-7', host: 'vk.com', url: 'https://vk.com/roses' },
      price: 1500.5,
      currency: 'RUB',
      day: '2026-11-20',
      clicks: null,
      erid: '2Vtz',
    };
    const paidFor = ({ network }: Row) => (network === 'vk' ? placement : undefined);
    const link = 'https://blog.example/roses#care';
    const { teasers, expenses } = makeTeasers([row(), shop], { ...settings, link }, { ...places, paidFor });
    expect(teasers.map(({ paid, utmMedium, ga4Channel, warnings }) => [paid, utmMedium, ga4Channel, warnings])).toEqual(
      [
        [false, 'social', 'Organic Social', []],
        [true, 'paid_social', 'Paid Social', []],
      ],
    );
    expect(teasers[1]?.link).toBe(
      'https://blog.example/roses?erid=2Vtz&utm_source=vk.com&utm_medium=paid_social&utm_campaign=winter-roses&utm_content=vk-roses#care',
    );
    expect(teasers.map(({ lawful }) => lawful)).toEqual([[], ['RU: mark it']]);
    expect(expenses).toEqual([
      {
        date: '2026-11-20',
        utmSource: 'vk.com',
        utmMedium: 'paid_social',
        utmCampaign: 'winter-roses',
        utmTerm: null,
        utmContent: 'vk-roses',
        expenses: 1500.5,
        currency: 'RUB',
        clicks: null,
      },
    ]);
    const unmarked = { ...places, paidFor: () => ({ ...placement, erid: null }), needsErid: true };
    expect(makeTeasers([shop], { ...settings, link }, unmarked).teasers[0]?.warnings).toEqual([
      expect.stringContaining('carries no erid'),
    ]);
    expect(makeTeasers([shop], settings, unmarked).teasers[0]?.warnings).toEqual([]);
    const other = makeTeasers([shop], settings, { ...places, paidFor: () => ({ ...placement, erid: '3Wq' }) });
    expect(other.teasers[0]?.warnings).toEqual([expect.stringMatching(/carries erid=2Vt.* says 3Wq/)]);
    const unknown = makeTeasers([shop], settings, { ...places, paidFor: () => ({ ...placement, day: null }) });
    expect(unknown.expenses).toEqual([]);
    expect(unknown.teasers[0]?.link).toContain('?erid=2Vt&');
  });

  test('names of campaigns follow the pattern', () => {
    const campaignPattern = '{campaign} {network}_{resource}-{placement}-{year}-{month}-{date}';
    expect(teasersOf([row()], { campaignPattern })[0]?.utmCampaign).toBe(
      'winter-roses-bluesky_garden-weekly-example-unpaid-2026-11-2026-11-22',
    );
    expect(teasersOf([row()], { campaignPattern: '' })[0]?.utmCampaign).toBe('winter-roses');
  });

  test('a campaign that is written otherwise is told', () => {
    expect(teasersOf([row()], { campaign: 'Winter Roses' })[0]).toMatchObject({
      utmCampaign: 'winter-roses',
      warnings: [expect.stringContaining('"Winter Roses" is written winter-roses')],
    });
  });

  test('where the tool does not keep utm_content, the resource stands in what it keeps', () => {
    const [matomo] = teasersOf([row()], { analytics: 'matomo' });
    expect(matomo?.link).toContain('utm_content=bluesky-garden-weekly-example&utm_term=bluesky-garden-weekly-example#');
    expect(matomo).toMatchObject({ utmTerm: 'bluesky-garden-weekly-example', utmCampaign: 'winter-roses' });
    expect(matomo?.warnings).toEqual([expect.stringContaining('does not keep utm_source, utm_medium, utm_content.')]);
    const [counter] = teasersOf([row()], { analytics: 'goatcounter' });
    expect(counter?.utmCampaign).toBe('winter-roses-bluesky-garden-weekly-example');
    expect(counter?.utmContent).toBe(counter?.utmCampaign);
    for (const analytics of ['ga4', 'metrica', 'plausible', 'umami'] as const)
      expect(teasersOf([row()], { analytics })).toEqual(teasersOf([row()]));
  });

  test('a link that cannot be tagged stops everything', () => {
    expect(() => teasersOf([row()], { link: 'blog.example' })).toThrow(
      expect.objectContaining({ code: 'link', where: 'blog.example' }),
    );
  });
});
