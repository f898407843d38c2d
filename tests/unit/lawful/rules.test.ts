import { describe, expect, test } from 'vitest';
import { countriesFrom, lawNotices, lawfulOn } from '../../../src/lawful/notices.ts';
import { lawRules, members } from '../../../src/lawful/rules.ts';

const codesOn = (country: string, network: string, paid: boolean): string[] =>
  lawNotices([country], [{ network, paid }]).flatMap(({ code, placements }) => (placements > 0 ? [code] : []));

describe('a placement in a country', () => {
  test.each<[country: string, network: string, unpaid: string[], paid: string[]]>([
    ['RU', 'instagram', ['ru_banned', 'ru_unpaid'], ['ru_banned', 'ru_erid']],
    ['RU', 'facebook', ['ru_banned', 'ru_unpaid'], ['ru_banned', 'ru_erid']],
    ['RU', 'threads', ['ru_banned', 'ru_unpaid'], ['ru_banned', 'ru_erid']],
    ['RU', 'x', ['ru_blocked', 'ru_unpaid'], ['ru_blocked', 'ru_erid']],
    ['RU', 'linkedin', ['ru_blocked', 'ru_unpaid'], ['ru_blocked', 'ru_erid']],
    ['RU', 'telegram', ['ru_disputed', 'ru_unpaid'], ['ru_disputed', 'ru_erid']],
    ['RU', 'youtube', ['ru_disputed', 'ru_unpaid'], ['ru_disputed', 'ru_erid']],
    ['RU', 'mastodon', ['ru_check', 'ru_unpaid'], ['ru_check', 'ru_erid']],
    ['RU', 'web', ['ru_check', 'ru_unpaid'], ['ru_check', 'ru_erid']],
    ['RU', 'vk', ['ru_unpaid'], ['ru_erid']],
    ['RU', 'odnoklassniki', ['ru_unpaid'], ['ru_erid']],
    ['GR', 'instagram', ['gr_unpaid'], ['gr_paid']],
    ['GR', 'web', ['gr_unpaid'], ['gr_paid']],
    ['CY', 'facebook', ['cy_unpaid'], ['cy_paid']],
    ['DE', 'bluesky', ['eu_unpaid'], ['eu_paid']],
    ['FR', 'x', ['eu_unpaid'], ['eu_paid']],
    ['EU', 'web', ['gr_unpaid', 'cy_unpaid', 'eu_unpaid'], ['gr_paid', 'cy_paid', 'eu_paid']],
    ['US', 'instagram', [], []],
  ])('%s, %s', (country, network, unpaid, paid) => {
    expect(codesOn(country, network, false)).toEqual(unpaid);
    expect(codesOn(country, network, true)).toEqual(paid);
  });

  test('every rule of the table is met above or is about drafts', () => {
    const met = ['RU', 'GR', 'CY', 'DE'].flatMap((country) =>
      ['instagram', 'x', 'telegram', 'web'].flatMap((network) =>
        [true, false].flatMap((paid) => codesOn(country, network, paid)),
      ),
    );
    const drafts = lawRules.filter(({ placement }) => placement === 'draft').map(({ code }) => code);
    expect(new Set([...met, ...drafts])).toEqual(new Set(lawRules.map(({ code }) => code)));
  });
});

const isoDay = (day: string): string => new Date(day).toISOString().slice(0, 10);

test.each(lawRules)('$code has a source and the day it was read', ({ source, read, since }) => {
  expect(source).toMatch(/^https?:\/\/\S+$/);
  for (const day of [read, since]) expect(isoDay(day)).toBe(day);
  expect(since <= read).toBe(true);
});

test.each(lawRules)('$code says since when it holds', (rule) => {
  const [country = ''] = rule.countries;
  const networks = 'only' in rule.networks ? rule.networks.only : ['bluesky'];
  if (rule.placement === 'draft') return;
  const said = networks.flatMap((network) => lawfulOn([country], { network, paid: rule.placement === 'paid' }));
  expect(said.some((each) => each.includes(`(since ${rule.since}; ${rule.source}, read ${rule.read})`))).toBe(true);
});

test('each network and kind of placement of a country has one rule of a kind at most', () => {
  for (const country of ['RU', ...members]) {
    for (const network of ['instagram', 'x', 'telegram', 'vk', 'web']) {
      for (const paid of [true, false]) {
        const codes = codesOn(country, network, paid);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes.length).toBeGreaterThan(0);
      }
    }
  }
});

test('a list of placements: each rule once, with its networks; drafts by themselves', () => {
  const placements = [
    { network: 'instagram', paid: false },
    { network: 'vk', paid: true },
    { network: 'facebook', paid: false },
    { network: 'instagram', paid: true },
  ];
  const told = lawNotices(['GR', 'RU', 'US'], placements);
  expect(told.map(({ country, code, networks, placements: n }) => [country, code, networks, n])).toEqual([
    ['GR', 'gr_paid', ['instagram', 'vk'], 2],
    ['GR', 'gr_unpaid', ['facebook', 'instagram'], 2],
    ['GR', 'eu_draft', [], 0],
    ['RU', 'ru_banned', ['facebook', 'instagram'], 3],
    ['RU', 'ru_erid', ['instagram', 'vk'], 2],
    ['RU', 'ru_unpaid', ['facebook', 'instagram'], 2],
    ['US', 'unknown', [], 0],
  ]);
  expect(told.at(-1)).toMatchObject({ source: null, read: null, since: null });
  expect(lawNotices([], placements)).toEqual([]);
});

test('a sentence names its country, source and day', () => {
  const [first = '', second = '', ...more] = lawfulOn(['GR', 'RU'], { network: 'instagram', paid: true });
  expect(first).toMatch(/^GR: A paid post .+ \(since 2007-07-10; http:\/\/\S+, read 2026-11-28\)$/);
  expect(second).toMatch(/^RU: Advertising there is forbidden in Russia \(law 72-FZ/);
  expect(more).toEqual([expect.stringContaining('erid')]);
  expect(lawfulOn(['US'], { network: 'instagram', paid: true })).toEqual([
    'US: Nothing is known here of its rules. That is no permission: ask somebody who knows them.',
  ]);
});

test('countries as they are written', () => {
  expect(countriesFrom(['ru', 'EL', 'gr', ' cy '])).toEqual(['CY', 'GR', 'RU']);
});
