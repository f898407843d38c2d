import { type SourceCategory, sourceCategory } from './ga4-sources.ts';

/** The tags of a visit that decide its channel. */
export interface Visit {
  source: string;
  medium: string;
  campaign: string;
}

/** When the rules were last compared with the published ones. */
export const channelRulesAsOf = '2026-11-15';

interface RuleInput extends Visit {
  category: SourceCategory | null;
  isPaid: boolean;
  isShop: boolean;
}

const paid = /^(?:.*cp.*|ppc|retargeting|paid.*)$/;
const shop = /(?:^|[^a-df-z])shop|shopping/;
const email = /e[-_ ]?mail/;
const socialMedia = new Set(['social', 'social-network', 'social-media', 'sm', 'social network', 'social media']);
const displayMedia = new Set(['display', 'banner', 'expandable', 'interstitial', 'cpm']);

/**
 * Google's rules in Google's order, the first that applies wins: https://support.google.com/analytics/answer/9756891, as
 * written down in github.com/Velir/dbt-ga4, macros/default_channel_grouping.sql (2025-11-25). `AI Assistant` came on
 * 2026-05-13 (https://support.google.com/analytics/answer/9164320): Google sets its medium by the referrer, and does not
 * say where its rule stands.
 */
const rules: [channel: string, applies: (visit: RuleInput) => boolean][] = [
  [
    'Direct',
    ({ source, medium }) =>
      (source === '' && medium === '') || (source === '(direct)' && ['(none)', '(not set)'].includes(medium)),
  ],
  ['Cross-network', ({ campaign }) => campaign.includes('cross-network')],
  ['Paid Shopping', ({ isShop, isPaid }) => isShop && isPaid],
  ['Paid Search', ({ category, isPaid }) => category === 'search' && isPaid],
  ['Paid Social', ({ category, isPaid }) => category === 'social' && isPaid],
  ['Paid Video', ({ category, isPaid }) => category === 'video' && isPaid],
  ['Display', ({ medium }) => displayMedia.has(medium)],
  ['Paid Other', ({ isPaid }) => isPaid],
  ['Organic Shopping', ({ isShop }) => isShop],
  ['Organic Social', ({ category, medium }) => category === 'social' || socialMedia.has(medium)],
  ['Organic Video', ({ category, medium }) => category === 'video' || medium.includes('video')],
  ['Organic Search', ({ category, medium }) => category === 'search' || medium === 'organic'],
  ['Referral', ({ medium }) => ['referral', 'app', 'link'].includes(medium)],
  ['Email', ({ source, medium }) => email.test(source) || email.test(medium)],
  ['Affiliates', ({ medium }) => medium === 'affiliate'],
  ['Audio', ({ medium }) => medium === 'audio'],
  ['SMS', ({ source, medium }) => source === 'sms' || medium === 'sms'],
  [
    'Mobile Push Notifications',
    ({ source, medium }) => /push$|mobile|notification/.test(medium) || source === 'firebase',
  ],
  ['AI Assistant', ({ medium }) => medium === 'ai-assistant'],
];

/** The default channel group of Google Analytics 4 for a visit with these tags, whatever their case. */
export function ga4Channel(visit: Visit): string {
  const source = visit.source.toLowerCase();
  const medium = visit.medium.toLowerCase();
  const campaign = visit.campaign.toLowerCase();
  const category = sourceCategory(source);
  const isShop = category === 'shopping' || shop.test(campaign);
  const input = { source, medium, campaign, category, isPaid: paid.test(medium), isShop };
  return rules.find(([, applies]) => applies(input))?.[0] ?? 'Unassigned';
}
