import type { AnalyticsTool } from '../types/report.ts';
import type { TagName } from './utm.ts';

interface Tool {
  title: string;
  /** The tags that it keeps as they stand in an address. */
  keeps: readonly (TagName | 'id')[];
  /** The tag by which a resource is told there. */
  resourceIn: 'content' | 'term' | 'campaign';
  source: string;
}

/** When the table was last compared with its sources. */
export const toolsAsOf = '2026-11-28';

const usual = ['source', 'medium', 'campaign', 'term', 'content'] as const;

const tools: Record<AnalyticsTool, Tool> = {
  ga4: {
    title: 'Google Analytics 4',
    keeps: [...usual, 'id'],
    resourceIn: 'content',
    source: 'https://support.google.com/analytics/answer/10917952',
  },
  matomo: {
    title: 'Matomo without its plugin MarketingCampaignsReporting',
    keeps: ['campaign', 'term'],
    resourceIn: 'term',
    source: 'https://github.com/matomo-org/matomo/blob/5.x-dev/config/global.ini.php',
  },
  metrica: {
    title: 'Yandex Metrica',
    keeps: usual,
    resourceIn: 'content',
    source: 'https://yandex.ru/support/metrica/reports/tags.html',
  },
  plausible: {
    title: 'Plausible',
    keeps: usual,
    resourceIn: 'content',
    source: 'https://github.com/plausible/analytics/blob/master/lib/plausible/ingestion/request.ex',
  },
  umami: {
    title: 'Umami',
    keeps: usual,
    resourceIn: 'content',
    source: 'https://github.com/umami-software/umami/blob/master/src/app/api/send/route.ts',
  },
  goatcounter: {
    title: 'GoatCounter',
    keeps: ['source', 'campaign'],
    resourceIn: 'campaign',
    source: 'https://github.com/arp242/goatcounter/blob/main/hit.go',
  },
};

/**
 * The tags that name the campaign and the resource, so that the tool can tell the resources apart. Where it does not
 * keep utm_content, the resource stands in the tag that it keeps, too.
 */
export function resourceTags(
  tool: AnalyticsTool | null,
  campaign: string,
  resource: string,
): { campaign: string; content: string; term?: string } {
  const place = tool === null ? 'content' : tools[tool].resourceIn;
  if (place === 'term') return { campaign, content: resource, term: resource };
  if (place === 'content') return { campaign, content: resource };
  const both = `${campaign}-${resource}`;
  return { campaign: both, content: both };
}

/** The tags that a link gets for this tool. */
export const tagsFor = (tool: AnalyticsTool | null): TagName[] => [
  'source',
  'medium',
  'campaign',
  'content',
  ...(tool !== null && tools[tool].resourceIn === 'term' ? (['term'] as const) : []),
];

/** What the tool will not keep of the tags in a link; null where it keeps them all. */
export function lossIn(url: string, tool: AnalyticsTool): string | null {
  const { title, keeps, resourceIn } = tools[tool];
  const { searchParams } = new URL(url);
  const lost = ([...usual, 'id'] as const)
    .filter((name) => !keeps.includes(name) && searchParams.has(`utm_${name}`))
    .map((name) => `utm_${name}`);
  if (lost.length === 0) return null;
  const moved = lost.includes('utm_content') ? ` The resource stands in utm_${resourceIn}, too.` : '';
  return `${title} does not keep ${lost.join(', ')}.${moved}`;
}
