import type { Row } from '../../types/report.ts';
import { countTicks, shareTicks, tick } from './axis.ts';
import { type Markup, markup } from './markup.ts';
import { percent } from './phrase.ts';
import type { Translator } from './i18n.ts';

const [width, height] = [480, 230];
const [left, right, top, bottom] = [46, 470, 14, 192];

/** Numbers of resources whose reach is said in the table below the curve, besides all of them. */
const tabulated = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Clients covered together by the first 1, 2, … resources of the ranking. */
export function reach(ranked: Row[], { say, mark, text, number }: Translator): Markup | null {
  // Where a row may not tell its own, those above it reach as far.
  let covered = 0;
  const shares = ranked.map((row) => (covered = row.reach ?? covered));
  const all = shares.length;
  if (all < 2 || covered === 0) return null;
  const ticks = shareTicks(Math.max(0.01, ...shares));
  const x = (count: number): number => Math.round(left + (count / all) * (right - left));
  const y = (share: number): number => Math.round(bottom - (share / (ticks.at(-1) ?? 1)) * (bottom - top));
  const curve = `M${left} ${bottom}${shares.map((share, index) => `V${y(share)}H${x(index + 1)}`).join('')}`;
  const row = (count: number): Markup =>
    markup`<tr><th scope="row">${count}</th><td>${number(percent(shares[count - 1] ?? 0))}</td></tr>\n`;
  return markup`<section class="card" id="reach" aria-labelledby="reach-h">
<h2 id="reach-h"${mark('reach')}>${text('reach')}</h2>
<p class="soft">${say('reach.caption')}</p>
<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="reach-t reach-d">
<title id="reach-t"${mark('reach')}>${text('reach')}</title>
<desc id="reach-d"${mark('reach.description')}>${text('reach.description')}</desc>
${ticks.map(
  (share) =>
    markup`<path class="grid" d="M${left} ${y(share)}H${right}"/><text class="end" x="${left - 6}" y="${y(share) + 4}">${tick(share)}</text>\n`,
)}${countTicks(all).map((count) => markup`<text class="middle" x="${x(count)}" y="${bottom + 16}">${count}</text>`)}
<text class="end" x="${right}" y="${height - 4}"${mark('reach.resources')}>${text('reach.resources')}</text>
<path class="area" d="${curve}V${bottom}Z"/><path class="curve" d="${curve}"/>
</svg>
<details><summary>${say('reach.numbers')}</summary>
<table class="plain numbers"><thead><tr><th scope="col"${mark('reach.resources')}>${text('reach.resources')}</th><th scope="col"${mark('reach.share')}>${text('reach.share')}</th></tr></thead>
<tbody>
${[...tabulated.filter((count) => count < all), all].map(row)}</tbody></table></details>
</section>
`;
}
