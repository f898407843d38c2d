import { expect, test } from 'vitest';
import { makeTeasers } from '../../../src/teasers/teasers.ts';
import { analyticsTools } from '../../../src/types/report.ts';
import { row } from '../outputs/example-report.ts';

const hosts = [
  'blog.example',
  'блог.example',
  'πηγή.example:8443',
  'xn--e1afmkfd.example',
  '日本語.example',
  'b.example.',
];
const paths = ['', '/', '/roses', '/розы/зимой', '/a%20b/%D1%80', '/a;b=c/(d)', '/@anna/r-1/'];
const queries = [
  '',
  '?',
  '?a=1',
  '?a=1&a=2&b',
  '?q=caf%C3%A9+au%20lait',
  '?erid=2VtzqwX&x=1',
  '?utm_id=9',
  '?to=https://o.example/?x=1',
  '?a=%zz',
  '?utm_source=',
];
const fragments = ['', '#', '#care', '#/post/7?tab=2', '#!/розы', '#:~:text=cut%20back'];

const links = hosts.flatMap((host) =>
  paths.flatMap((path) =>
    queries.flatMap((query) => fragments.map((fragment) => `https://${host}${path}${query}${fragment}`)),
  ),
);

const settings = {
  campaign: 'roses',
  campaignPattern: '{campaign}-{network}',
  utm: null,
  variants: 3,
  picture: false,
  problem: 'Roses die.',
  solution: '',
  upgrade: '',
};
const places = {
  date: '2026-11-22',
  utmSourceOf: () => 'vk.com',
  paidFor: () => undefined,
  languageOf: () => 'ru',
  serverLimitOf: () => null,
  lawfulOn: () => [],
  proposed: [],
  needsErid: false,
  templates: [],
};

const ours = new Set(['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term']);

const tools = [null, ...analyticsTools];

test.each(tools)(`a share of ${links.length} links comes back as it went, tagged for %s`, (analytics) => {
  const rows = [row({ network: 'vk', resource: 'roses' })];
  const own = links.filter((_, index) => index % tools.length === tools.indexOf(analytics));
  for (const link of own) {
    const { teasers } = makeTeasers(rows, { ...settings, link, analytics }, places);
    for (const teaser of teasers) {
      const [before, after] = [new URL(link), new URL(teaser.link)];
      expect(after.searchParams.getAll('utm_source'), link).toEqual([teaser.utmSource]);
      expect(after.searchParams.getAll('utm_medium'), link).toEqual([teaser.utmMedium]);
      expect(after.searchParams.getAll('utm_campaign'), link).toEqual([teaser.utmCampaign]);
      expect(after.searchParams.getAll('utm_content'), link).toEqual([teaser.utmContent]);
      expect(after.searchParams.get('utm_term'), link).toBe(teaser.utmTerm);
      const others = ({ searchParams }: URL) => [...searchParams].filter(([name]) => !ours.has(name));
      expect(others(after), link).toEqual(others(before));
      expect([after.host, after.pathname, after.hash], link).toEqual([before.host, before.pathname, before.hash]);
      // Not one byte before the query is written otherwise, and the fragment ends the link as it did.
      expect(teaser.link.startsWith(link.split(/[?#]/, 1)[0] ?? '-'), link).toBe(true);
      expect(teaser.link.endsWith(/#.*$/s.exec(link)?.[0] ?? ''), link).toBe(true);
      expect(teaser.teaser, link).toContain(teaser.link);
    }
    expect(new Set(teasers.map(({ utmContent }) => utmContent)).size).toBe(3);
  }
});
