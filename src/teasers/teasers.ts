import type { PaidPlacement } from '../types/input.ts';
import type { AnalyticsTool, Expense, Row, Teaser, UtmRule } from '../types/report.ts';
import { resourceTags } from './analytics-tools.ts';
import { campaignFrom } from './campaign-pattern.ts';
import { expenseOf } from './expenses.ts';
import { ga4Channel } from './channel.ts';
import { measureText } from './text-limits.ts';
import { slug, slugsFor } from './slug.ts';
import { tagWarnings } from './tag-warnings.ts';
import { teaserText, type TeaserParts } from './teaser.ts';
import { tagLink, tagValue, withParameter } from './utm.ts';

export interface TeaserSettings extends TeaserParts {
  /** The address of the article; null for no teasers. */
  link: string | null;
  /** The name of the campaign; `target-resources` where there is none. */
  campaign: string | null;
  /** How `utm_campaign` is made of it. */
  campaignPattern: string;
  /** What happens to tags that the link already carries; null where they are an error. */
  utm: UtmRule | null;
  /** What counts the visits; null where nobody said. */
  analytics: AnalyticsTool | null;
}

/** What is known of the places beside their rows. */
export interface Places {
  /** The day of the run, ISO 8601. */
  date: string;
  /** The domain form of the row's network. */
  utmSourceOf(row: Row): string;
  /** What is paid for; undefined where a placement is not. */
  paidFor(row: Row): PaidPlacement | undefined;
}

/** Of unpaid and of paid placements. */
const media = { unpaid: 'social', paid: 'paid_social' } as const;
const defaultCampaign = 'target-resources';

type RankedRow = Row & { rank: number };

/**
 * A teaser with its tagged link for each ranked row, in the order of the rows, and what the paid ones cost; none without
 * a link.
 * @throws UserError `link`, `link_tags`
 */
export function makeTeasers(
  rows: Row[],
  settings: TeaserSettings,
  places: Places,
): { teasers: Teaser[]; expenses: Expense[] } {
  const { link } = settings;
  if (link === null) return { teasers: [], expenses: [] };
  const ranked = rows.flatMap((row) => (row.rank === null ? [] : [{ ...row, rank: row.rank }]));
  const slugs = slugsFor(ranked);
  const made = ranked.map((row) => {
    const placement = places.paidFor(row);
    const resource = slugs.get(`${row.network}:${row.resourceId}`) ?? '';
    const teaser = teaserFor(row, { link, resource, placement }, settings, places);
    return { teaser, expense: placement ? expenseOf(placement, teaser) : null };
  });
  return { teasers: made.map(({ teaser }) => teaser), expenses: made.flatMap(({ expense }) => expense ?? []) };
}

function teaserFor(
  row: RankedRow,
  { link, resource, placement }: { link: string; resource: string; placement: PaidPlacement | undefined },
  settings: TeaserSettings,
  places: Places,
): Teaser {
  const paid = placement !== undefined || row.thirdParty.kind === 'paid_only';
  const address = placement?.erid ? withParameter(link, 'erid', placement.erid) : link;
  const tags = {
    source: tagValue(places.utmSourceOf(row)),
    medium: paid ? media.paid : media.unpaid,
    ...resourceTags(settings.analytics, campaignOf(row, settings, { paid, date: places.date }), resource),
  };
  const tagged = tagLink(address, tags, settings.utm);
  const teaser = teaserText(settings, tagged.url, row.network);
  return {
    rank: row.rank,
    title: row.title,
    network: row.network,
    resource: row.resource,
    url: row.url,
    link: tagged.url,
    shortLink: null,
    utmSource: tagged.source,
    utmMedium: tagged.medium,
    utmCampaign: tagged.campaign,
    utmContent: tagged.content,
    ga4Channel: ga4Channel(tagged),
    teaser,
    ...measureText(teaser, row.network),
    utmTerm: tagged.term ?? null,
    paid,
    warnings: [...respelt(settings.campaign), ...tagWarnings({ tagged, paid, tool: settings.analytics })],
  };
}

function campaignOf(
  row: Row,
  { campaign, campaignPattern }: TeaserSettings,
  { paid, date }: { paid: boolean; date: string },
): string {
  const values = {
    campaign: tagValue(campaign ?? '') || defaultCampaign,
    network: row.network,
    resource: slug(row.resource),
    placement: paid ? 'paid' : 'unpaid',
    date,
    year: date.slice(0, 4),
    month: date.slice(5, 7),
  };
  return campaignFrom(campaignPattern, values) || values.campaign;
}

/** Tells of a name of a campaign that does not stand in the links as it was given. */
function respelt(campaign: string | null): string[] {
  const given = campaign?.trim() ?? '';
  const written = tagValue(given);
  if (given === written) return [];
  return [`The campaign "${given}" is written ${written}: analytics take upper case and blanks for other names.`];
}
