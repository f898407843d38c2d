import { expect, test } from 'vitest';
import { lawsAsOf } from '../../src/lawful/rules.ts';
import { toolsAsOf } from '../../src/teasers/analytics-tools.ts';
import { channelRulesAsOf } from '../../src/teasers/channel.ts';
import { sourcesAsOf } from '../../src/teasers/ga4-sources.ts';
import { textLimitsAsOf } from '../../src/teasers/text-limits.ts';

/** Tables of what others publish, and the day on which each was last compared with its sources. */
const tables = {
  'rules of GA4 channels': channelRulesAsOf,
  "Google's list of sources": sourcesAsOf,
  'analytics tools': toolsAsOf,
  'limits of texts': textLimitsAsOf,
  'laws on publishing': lawsAsOf,
};

// The one test that asks the real clock: only it can tell that a table has to be compared with its sources again.
test.each(Object.entries(tables))('%s were compared with their sources within a year', (_, asOf) => {
  const days = (Date.now() - Date.parse(asOf)) / 86_400_000;
  expect(days).toBeLessThan(365);
});
