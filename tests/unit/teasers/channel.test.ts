import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { ga4Channel } from '../../../src/teasers/channel.ts';

test.each<[source: string, medium: string, campaign: string, channel: string]>([
  ['bsky.app', 'social', 'target-resources', 'Organic Social'],
  ['x.com', 'social', 'roses', 'Organic Social'],
  ['youtube.com', 'social', 'roses', 'Organic Social'],
  ['vk.com', 'post', 'roses', 'Organic Social'],
  ['vk', 'post', 'roses', 'Unassigned'],
  ['bsky.app', 'Social', 'Roses', 'Organic Social'],
  ['fedi.test', 'social media', '', 'Organic Social'],
  ['fedi.test', 'sm', '', 'Organic Social'],
  ['fedi.test', 'smm', '', 'Unassigned'],
  ['fedi.test', 'organic-social', '', 'Unassigned'],
  ['bsky.app', 'social', 'flower-shop', 'Organic Shopping'],
  ['bsky.app', 'social', 'Flower-Shop', 'Organic Shopping'],
  ['bsky.app', 'social', 'shop', 'Organic Shopping'],
  ['bsky.app', 'social', 'eshop-week', 'Organic Shopping'],
  ['bsky.app', 'social', 'shopping-guide', 'Organic Shopping'],
  ['bsky.app', 'social', 'workshop', 'Organic Social'],
  ['bsky.app', 'social', 'bishop-garden', 'Organic Social'],
  ['amazon.com', 'referral', '', 'Organic Shopping'],
  ['facebook', 'paid_social', '', 'Paid Social'],
  ['bsky.app', 'paid_social', '', 'Paid Other'],
  ['bsky.app', 'cpc', 'flower-shop', 'Paid Shopping'],
  ['google', 'cpc', '', 'Paid Search'],
  ['youtube.com', 'cpv-cpc', '', 'Paid Video'],
  ['fedi.test', 'cpm', '', 'Display'],
  ['fedi.test', 'banner', '', 'Display'],
  ['fedi.test', 'retargeting', '', 'Paid Other'],
  ['fedi.test', 'hcp-letter', '', 'Paid Other'],
  ['youtube.com', 'post', '', 'Organic Video'],
  ['fedi.test', 'video-post', '', 'Organic Video'],
  ['zen.yandex.ru', 'post', '', 'Organic Search'],
  ['fedi.test', 'organic', '', 'Organic Search'],
  ['fedi.test', 'link', '', 'Referral'],
  ['newsletter', 'email', '', 'Email'],
  ['e-mail', 'letter', '', 'Email'],
  ['partner.test', 'affiliate', '', 'Affiliates'],
  ['podcast.test', 'audio', '', 'Audio'],
  ['sms', 'message', '', 'SMS'],
  ['app.test', 'web-push', '', 'Mobile Push Notifications'],
  ['firebase', 'x', '', 'Mobile Push Notifications'],
  ['bsky.app', 'social', 'spring cross-network', 'Cross-network'],
  ['(direct)', '(none)', '', 'Direct'],
  ['', '', 'roses', 'Direct'],
  ['', 'social', '', 'Organic Social'],
  ['fedi.test', '', '', 'Unassigned'],
  ['chatgpt.com', 'ai-assistant', '(ai-assistant)', 'AI Assistant'],
  ['(direct)', '(not set)', '', 'Direct'],
  ['(direct)', '', '', 'Unassigned'],
  ['stripe.com', 'referral', '', 'Organic Shopping'],
  ['google shopping', 'cpc', '', 'Paid Shopping'],
])('%s / %s / %s is %s', (source, medium, campaign, channel) => {
  expect(ga4Channel({ source, medium, campaign })).toBe(channel);
});

// Worked out from the published regular expressions and list alone, by another program.
const fixture = new URL('../../fixtures/unit/teasers/ga4-channels.csv', import.meta.url);
const triples = parse<Record<'source' | 'medium' | 'campaign' | 'channel', string>>(readFileSync(fixture), {
  columns: true,
});

test(`${triples.length} triples get the channel of the rules`, () => {
  expect(triples.length).toBeGreaterThanOrEqual(300);
  for (const { channel, ...visit } of triples)
    expect({ ...visit, channel: ga4Channel(visit) }).toEqual({ ...visit, channel });
});
