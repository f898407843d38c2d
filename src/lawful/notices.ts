import { lawTexts } from '../errors.ts';
import type { LawNotice } from '../types/report.ts';
import { type LawRule, lawRules, members } from './rules.ts';

/** Where something is to be published, and whether that is paid for. */
export interface Placement {
  network: string;
  paid: boolean;
}

/** Two letters in upper case; Greece is GR here, and EU stands for all members. */
export function countriesFrom(given: readonly string[]): string[] {
  const codes = given.map((each) => each.trim().toUpperCase()).map((code) => (code === 'EL' ? 'GR' : code));
  return [...new Set(codes)].filter((code) => code !== '').toSorted();
}

const isOf = (country: string, { countries }: LawRule): boolean =>
  countries.includes(country) || (country === 'EU' && countries.some((each) => members.includes(each)));

const isOn = (network: string, { networks }: LawRule): boolean =>
  'only' in networks ? networks.only.includes(network) : !networks.allBut.includes(network);

const isAbout = (paid: boolean, { placement }: LawRule): boolean =>
  placement === 'any' || placement === (paid ? 'paid' : 'unpaid');

const rulesFor = (country: string, { network, paid }: Placement): LawRule[] =>
  lawRules.filter((rule) => isOf(country, rule) && isOn(network, rule) && isAbout(paid, rule));

/** What is to be known before something is published there, a sentence each with its country, source and day. */
export const lawfulOn = (countries: readonly string[], placement: Placement): string[] =>
  countries.flatMap((country) =>
    lawRules.some((rule) => isOf(country, rule))
      ? rulesFor(country, placement).map((rule) => sentence(country, rule))
      : [`${country}: ${lawTexts.unknown}`],
  );

const sentence = (country: string, { code, source, read, since }: LawRule): string =>
  `${country}: ${lawTexts[code]} (since ${since}; ${source}, read ${read})`;

/**
 * What holds for a list of placements, each country and rule once, with the networks that it is about. A country of which
 * no rule is known says so.
 */
export function lawNotices(countries: readonly string[], placements: readonly Placement[]): LawNotice[] {
  return countries.flatMap((country): LawNotice[] => {
    const known = lawRules.filter((rule) => isOf(country, rule));
    if (known.length === 0) {
      return [
        { country, code: 'unknown' as const, networks: [], placements: 0, since: null, source: null, read: null },
      ];
    }
    return known.flatMap((rule) => {
      const meant = placements.filter((each) => rulesFor(country, each).includes(rule));
      if (meant.length === 0 && rule.placement !== 'draft') return [];
      const { code, since, source, read } = rule;
      const networks = [...new Set(meant.map(({ network }) => network))].toSorted();
      return [{ country, code, networks, placements: meant.length, since, source, read }];
    });
  });
}
