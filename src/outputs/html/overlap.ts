import type { Report, Row } from '../../types/report.ts';
import { anchor, type Markup, markup, isolate } from './markup.ts';
import { type Translator, region } from './i18n.ts';

/** Shades of the heat map, without the one of 0. */
const shades = 5;

/** Shared clients of every two of the first resources: a heat map that is a table. */
export function overlap({ overlap: shared, criteria }: Report, ranked: Row[], translator: Translator): Markup | null {
  if (shared.length < 2) return null;
  const { say, mark, text } = translator;
  const rows = ranked.slice(0, shared.length);
  const least = criteria.minCustomers;
  const max = Math.max(
    1,
    ...shared.flatMap((line, at) => line.map((value, index) => (index === at ? 0 : (value ?? 0)))),
  );
  const cell = (value: number | null, own: boolean): Markup => {
    if (value === null) return markup`<td class="few">${criteria.shareable ? '–' : `<${least}`}</td>`;
    if (own) return markup`<td class="own">${value}</td>`;
    return markup`<td class="h${Math.ceil((value / max) * shades)}">${value}</td>`;
  };
  const line = ({ rank, title, resource, url }: Row, at: number): Markup =>
    markup`<tr><th scope="row"><span class="place">${rank}</span> ${anchor(url, isolate(title ?? resource, 40))}</th>${
      shared[at]?.map((value, index) => cell(value, index === at)) ?? []
    }</tr>\n`;
  const table = markup`<table class="heat">
<caption><span>${say('overlap.caption')} ${least > 1 ? say('overlap.least', { least }) : null}</span></caption>
<thead><tr><td></td>${rows.map(heading)}</tr></thead>
<tbody>
${rows.map(line)}</tbody>
</table>`;
  return markup`<section class="card wide" id="overlap" aria-labelledby="overlap-h">
<h2 id="overlap-h"${mark('overlap')}>${text('overlap')}</h2>
${region(translator, 'overlap.region', table)}
</section>
`;
}

const heading = ({ rank, title, resource }: Row): Markup =>
  markup`<th scope="col">${rank}<span class="unseen"> ${isolate(title ?? resource, 40)}</span></th>`;
