type Visit = { source: string; medium: string; campaign: string };

// A part of Google's lists: the sources that the networks here send, and the best known of each list. Checked against the
// copy in github.com/Velir/dbt-ga4, seeds/ga4_source_categories.csv, 2025-11; bsky.app, x.com and ok.ru are not on it.
const social = set(
  'facebook facebook.com m.facebook.com l.facebook.com fb instagram instagram.com l.instagram.com ig linkedin ' +
    'linkedin.com lnkd.in twitter twitter.com t.co reddit reddit.com tiktok tiktok.com pinterest pinterest.com quora ' +
    'whatsapp t.me vk.com m.vk.com vkontakte.ru odnoklassniki.ru livejournal.com medium.com',
);
const video = set('youtube youtube.com m.youtube.com twitch twitch.tv vimeo.com');
const search = set('google bing yandex duckduckgo zen.yandex.ru');
const shopping = set('amazon amazon.com ebay etsy');

const socialMedia = new Set(['social', 'social-network', 'social-media', 'sm', 'social network', 'social media']);
const displayMedia = new Set(['display', 'banner', 'expandable', 'interstitial', 'cpm']);

const isPaid = ({ medium }: Visit): boolean => /^(?:.*cp.*|ppc|retargeting|paid.*)$/.test(medium);
const isShop = ({ source, campaign }: Visit): boolean =>
  shopping.has(source) || /(?:^|[^a-df-z])shop|shopping/.test(campaign);
const email = /e[-_ ]?mail/;

/** Google's rules in Google's order: https://support.google.com/analytics/answer/9756891, read in 2026-11. */
const rules: [channel: string, applies: (visit: Visit) => boolean][] = [
  ['Direct', ({ source, medium }) => ['', '(direct)'].includes(source) && ['', '(none)', '(not set)'].includes(medium)],
  ['Cross-network', ({ campaign }) => campaign.includes('cross-network')],
  ['Paid Shopping', (visit) => isShop(visit) && isPaid(visit)],
  ['Paid Search', (visit) => search.has(visit.source) && isPaid(visit)],
  ['Paid Social', (visit) => social.has(visit.source) && isPaid(visit)],
  ['Paid Video', (visit) => video.has(visit.source) && isPaid(visit)],
  ['Display', ({ medium }) => displayMedia.has(medium)],
  ['Paid Other', isPaid],
  ['Organic Shopping', isShop],
  ['Organic Social', ({ source, medium }) => social.has(source) || socialMedia.has(medium)],
  ['Organic Video', ({ source, medium }) => video.has(source) || medium.includes('video')],
  ['Organic Search', ({ source, medium }) => search.has(source) || medium === 'organic'],
  ['Referral', ({ medium }) => ['referral', 'app', 'link'].includes(medium)],
  ['Email', ({ source, medium }) => email.test(source) || email.test(medium)],
  ['Affiliates', ({ medium }) => medium === 'affiliate'],
  ['Audio', ({ medium }) => medium === 'audio'],
  ['SMS', ({ source, medium }) => source === 'sms' || medium === 'sms'],
  [
    'Mobile Push Notifications',
    ({ source, medium }) => /push$|mobile|notification/.test(medium) || source === 'firebase',
  ],
];

/**
 * The default channel group of Google Analytics 4 for a visit with these tags, whatever their case. Google's lists of
 * sources are longer than the ones here: a source that is unknown here is judged by its medium and campaign.
 */
export function ga4Channel({ source, medium, campaign }: Visit): string {
  const visit = { source: source.toLowerCase(), medium: medium.toLowerCase(), campaign: campaign.toLowerCase() };
  return rules.find(([, applies]) => applies(visit))?.[0] ?? 'Unassigned';
}

function set(words: string): Set<string> {
  return new Set(words.split(' '));
}
