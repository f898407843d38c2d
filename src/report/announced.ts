import { digestOf } from '../assistant/draft.ts';
import type { DraftMaterial } from '../assistant/draft.ts';
import { proposeParts } from '../article/propose-parts.ts';
import { type Placement, countriesFrom, lawfulOn } from '../lawful/notices.ts';
import type { Settings } from '../settings.ts';
import { shortenerIn } from '../short-links/index.ts';
import { keptShortLinks } from '../short-links/shorten-links.ts';
import { networkOf } from '../stages/context.ts';
import { type Spelt, resourceFinder } from '../stages/decisions.ts';
import { serverOf } from '../stages/text-limits.ts';
import { templateLanguages } from '../teasers/templates.ts';
import { refusesShortLinks } from '../teasers/short-link-rules.ts';
import { type Places, type TeaserSettings, isPaid } from '../teasers/teasers.ts';
import { lookup } from '../text/lookup.ts';
import { pageLanguagesOf } from '../topic/page-language.ts';
import type { ArticleVisit } from '../types/article.ts';
import type { OwnWording } from '../types/input.ts';
import type { Drafts } from '../types/draft.ts';
import type { Row } from '../types/report.ts';
import type { Store } from '../types/store.ts';
import { draftMaterial } from './draft-material.ts';
import type { RankedState } from './from-state.ts';
import { strangerAmong } from './text-language.ts';

/** What teasers are made of, besides the rows. */
export interface Announced {
  settings: TeaserSettings;
  places: Places;
  article: ArticleVisit | null;
  placementOf: (row: Row) => Placement;
  /** What is to be known of publishing there. */
  lawful: (placement: Placement) => string[];
  countries: string[];
  /** What an assistant is sent to draft texts for a row. */
  materialOf: (row: Row) => DraftMaterial;
  /** What it drafted of just that; null where it was not asked. */
  draftsOf: (row: Row) => Drafts | null;
}

const asResource = ({ network, resourceId, resource, url }: Row): Spelt => ({
  network,
  id: resourceId,
  name: resource,
  url,
});

/** Finds a person's own text of a teaser. */
function wordingFinder(wordings: readonly OwnWording[]) {
  const variants = [...new Set(wordings.map(({ variant }) => variant))];
  const finders = new Map(
    variants.map((each) => {
      const own = wordings.filter(({ variant }) => variant === each);
      return [each, resourceFinder(own.map(({ resource, text }) => [resource, text]))];
    }),
  );
  return (resource: Spelt, variant: number): string | null => finders.get(variant)?.(resource) ?? null;
}

/** The article, and what is known of the places where it is announced. @param now milliseconds */
export function announcedIn(
  findings: Pick<RankedState, 'networks' | 'placements' | 'wordings' | 'evidence' | 'templates'>,
  settings: Settings,
  store: Store,
  now: number,
): Announced {
  const { networks, templates } = findings;
  const findPaid = resourceFinder(findings.placements.map((placement) => [placement.resource, placement]));
  const findWordings = wordingFinder(findings.wordings);
  const paidFor = (row: Row) => findPaid(asResource(row));
  const postsOf = (row: Row) => findings.evidence({ ...row, id: row.resourceId, name: row.resource })?.posts ?? [];
  const languageOf = (row: Row) => {
    const texts = postsOf(row).map(({ text }) => text);
    const [language] = pageLanguagesOf([row.title, row.description, ...texts].join('\n')).own;
    return language !== undefined && templateLanguages.includes(language) ? language : null;
  };
  /** Where a page writes what it takes: its description, its page for authors, posts of its own. */
  const rulesOf = (row: Row): string[] => [
    row.description ?? '',
    ...(store.authorPage({ network: row.network, id: row.resourceId })?.texts ?? []),
    ...postsOf(row).flatMap(({ kind, text }) => (kind === 'own' ? text : [])),
  ];
  const countries = countriesFrom(settings.country);
  const limits = store.textLimits();
  const { visit } = store.article() ?? {};
  const article = visit && visit.link === settings.link ? visit : null;
  const { parts, proposed } = proposeParts(settings, article?.text ?? null);
  const strangeTo = strangerAmong([parts.problem, parts.solution, parts.upgrade]);
  const materialOf = (row: Row) => {
    const sources = { parts, article: article?.text ?? null, language: languageOf(row), posts: postsOf(row) };
    return draftMaterial(row, { networks, settings, ...sources });
  };
  const draftsOf = (row: Row) => {
    if (!settings.drafts || row.rank === null) return null;
    const drafts = store.drafts({ network: row.network, id: row.resourceId });
    return drafts?.digest === digestOf(materialOf(row)) ? drafts : null;
  };
  const shortening = shortenerIn(settings);
  const lawful = (placement: Placement) => lawfulOn(countries, placement);
  return {
    settings: { ...settings, ...parts },
    places: {
      date: new Date(now).toISOString().slice(0, 10),
      utmSourceOf: (row) => networkOf(row, networks).utmSource(row),
      paidFor,
      languageOf,
      strangeTo,
      serverLimitOf: (row) => lookup(limits, serverOf(row))?.limit ?? null,
      lawfulOn: lawful,
      templates,
      proposed,
      needsErid: countries.includes('RU'),
      wordingOf: (row, variant) => findWordings(asResource(row), variant),
      draftOf: (row) => draftsOf(row)?.teaser ?? null,
      ...(shortening && {
        shortLinkOf: keptShortLinks(shortening, store),
        refusesShortLinks: (row) => refusesShortLinks(rulesOf(row)),
      }),
    },
    article,
    placementOf: (row) => ({ network: row.network, paid: isPaid(row, paidFor(row)) }),
    lawful,
    countries,
    materialOf,
    draftsOf,
  };
}
