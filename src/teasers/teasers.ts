import type { Row, Teaser, UtmRule } from '../types/report.ts';
import { ga4Channel } from './channel.ts';
import { measureText } from './text-limits.ts';
import { slugsFor } from './slug.ts';
import { teaserText, type TeaserParts } from './teaser.ts';
import { tagLink, tagValue } from './utm.ts';

export interface TeaserSettings extends TeaserParts {
  /** The address of the article; null for no teasers. */
  link: string | null;
  /** `utm_campaign`; `target-resources` where there is none. */
  campaign: string | null;
  /** What happens to tags that the link already carries; null where they are an error. */
  utm: UtmRule | null;
}

const medium = 'social';
const defaultCampaign = 'target-resources';

/**
 * A teaser with its tagged link for each ranked row, in the order of the rows; none without a link.
 * @param utmSourceOf the domain form of the row's network
 * @throws UserError `link`, `link_tags`
 */
export function makeTeasers(rows: Row[], settings: TeaserSettings, utmSourceOf: (row: Row) => string): Teaser[] {
  const { link } = settings;
  if (link === null) return [];
  const campaign = tagValue(settings.campaign ?? '') || defaultCampaign;
  const ranked = rows.flatMap((row) => (row.rank === null ? [] : [{ ...row, rank: row.rank }]));
  const slugs = slugsFor(ranked);
  return ranked.map((row) => {
    const content = slugs.get(`${row.network}:${row.resourceId}`) ?? '';
    const tagged = tagLink(link, { source: tagValue(utmSourceOf(row)), medium, campaign, content }, settings.utm);
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
    };
  });
}
