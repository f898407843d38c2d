import type { Row } from '../../types/report.ts';
import { anchor, type Markup, markup, isolate } from './markup.ts';
import { interval, percent } from './phrase.ts';
import type { Translator } from './i18n.ts';

const maxBars = 20;

/** The first resources, each with a bar for its share of clients and a line for the interval: a table that draws itself. */
export function bars(ranked: Row[], { say, mark, text, number }: Translator): Markup {
  const rows = ranked.slice(0, maxBars);
  const max = Math.min(1, Math.ceil(Math.max(...rows.map(({ shareHigh }) => shareHigh)) * 10) / 10);
  const x = (share: number): string => ((share / max) * 200).toFixed(1);
  const line = ({ rank, title, resource, url, share, shareLow, shareHigh, ...counted }: Row): Markup => {
    const of = { k: counted.customers, n: counted.customersReadable };
    const [from, to] = [x(shareLow), x(shareHigh)];
    return markup`<tr><td>${rank}</td><th scope="row">${anchor(url, isolate(title ?? resource, 60))}</th><td>
<svg viewBox="0 0 200 16" preserveAspectRatio="none" aria-hidden="true"><path class="ground" d="M0 8H200"/><rect class="bar" y="3" width="${x(share)}" height="10"/><path class="whisker" d="M${from} 8H${to}M${from} 4V12M${to} 4V12"/></svg>
</td><td><span${mark('of', of)}>${text('of', of)}</span> <small>${number(interval(shareLow, shareHigh))}</small></td></tr>\n`;
  };
  return markup`<section class="card" id="bars" aria-labelledby="bars-h">
<h2 id="bars-h"${mark('bars')}>${text('bars')}</h2>
<table class="bars">
<caption>${say('bars.caption', { n: rows.length, max: percent(max) })}</caption>
<thead><tr><th scope="col"><span class="unseen">${say('column.rank')}</span></th>${(
    ['bars.resource', 'bars.share', 'bars.clients'] as const
  ).map((key) => markup`<th scope="col"${mark(key)}>${text(key)}</th>`)}</tr></thead>
<tbody>
${rows.map(line)}</tbody>
</table>
</section>
`;
}
