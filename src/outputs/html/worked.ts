import type { Report, Row } from '../../types/report.ts';
import type { Worked } from '../../types/results.ts';
import { type Translator, region } from './i18n.ts';
import { type HtmlContent, type Markup, isolate, markup } from './markup.ts';
import { grouped, interval, percent } from './phrase.ts';
import type { Key } from './words/index.ts';

const groupings = ['network', 'class', 'size'] as const;

/** What the published links brought, by network, class and size. */
export function worked(report: Report, translator: Translator): Markup {
  const { say, mark, text } = translator;
  const results = report.rows.find((row) => row.results?.file != null)?.results;
  if (report.worked.length === 0 || !results?.file) return markup``;
  const measure = results.measure === null || results.measure === 'clicks' ? 'visits' : results.measure;
  const head = (key: Key): Markup => markup`<th scope="col"${mark(key)}>${text(key)}</th>`;
  const tables = groupings.map((by) => {
    const rows = report.worked.filter((each) => each.by === by).map((each) => line(each, translator));
    return markup`<table class="plain numbers">
<thead><tr>${head(`worked.${by}`)}${head('worked.resources')}${head(`worked.${measure}`)}${head('worked.conversions')}${head('worked.rate')}</tr></thead>
<tbody>
${rows}</tbody></table>
`;
  });
  return markup`<section id="worked" aria-labelledby="worked-h">
<h2 id="worked-h"${mark('worked')}>${text('worked')}</h2>
<div class="card"><p class="soft">${say('worked.caption', { file: results.file })}</p>
${region(translator, 'worked', markup`${tables}`)}</div>
</section>
`;
}

function line(each: Worked, translator: Translator): Markup {
  return markup`<tr><th scope="row">${groupOf(each, translator)}</th><td>${each.resources}</td><td>${count(each.visits)}</td><td>${count(each.conversions)}</td><td>${rate(each, translator)}</td></tr>\n`;
}

const count = (value: number | null): HtmlContent => (value === null ? '?' : grouped(value));

function groupOf({ by, group }: Worked, { say }: Translator): HtmlContent {
  if (by === 'network') return isolate(group);
  if (by === 'class') return say(`kind.${group}` as Key);
  if (group === 'unknown') return say('kind.unknown');
  return group.replaceAll(/\d+/g, (digits) => grouped(Number(digits))).replace('-', '–');
}

function rate(
  {
    conversionRate,
    conversionRateLow: low,
    conversionRateHigh: high,
    enough,
  }: Omit<Worked, 'by' | 'group' | 'resources'>,
  { say, number }: Translator,
): HtmlContent {
  if (conversionRate === null) return null;
  if (!enough) return say('worked.few');
  const range = low === null || high === null ? null : markup` <small>${number(interval(low, high))}</small>`;
  return markup`${number(percent(conversionRate))}${range}`;
}

/** What came of the links to one resource, to stand beside its share. */
export function came({ results }: Row, translator: Translator): HtmlContent {
  if (!results) return null;
  const { measure, visits, conversions, clicks } = results;
  const said: HtmlContent[] = [
    measure !== null && measure !== 'clicks' && visits !== null
      ? translator.say(`came.${measure}`, { n: visits })
      : null,
    conversions === null ? null : translator.say('came.conversions', { n: conversions }),
    conversions === null ? null : rate(results, translator),
    clicks === null ? null : translator.say('came.clicks', { n: clicks }),
  ].filter((each) => each !== null);
  return said.map((each) => markup`<small>${each}</small>`);
}
