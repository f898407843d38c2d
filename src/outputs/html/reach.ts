import type { Row } from '../../types/report.ts';
import { curves } from './curves.ts';
import { type Markup, markup } from './markup.ts';
import { percent } from './phrase.ts';
import type { Translator } from './i18n.ts';

/** Numbers of resources whose reach is said in the table below the curve, besides all of them. */
const tabulated = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Clients covered together by the first 1, 2, … resources of the ranking. */
export function reach(ranked: Row[], translator: Translator): Markup | null {
  const { say, mark, text, number } = translator;
  // Where a row may not tell its own, those above it reach as far.
  let covered = 0;
  const shares = ranked.map((row) => (covered = row.reach ?? covered));
  const all = shares.length;
  if (all < 2 || covered === 0) return null;
  const row = (count: number): Markup =>
    markup`<tr><th scope="row">${count}</th><td>${number(percent(shares[count - 1] ?? 0))}</td></tr>\n`;
  return markup`<section class="card" id="reach" aria-labelledby="reach-h">
<h2 id="reach-h"${mark('reach')}>${text('reach')}</h2>
<p class="soft">${say('reach.caption')}</p>
${curves('reach', [shares], translator)}
<details><summary>${say('reach.numbers')}</summary>
<table class="plain numbers"><thead><tr><th scope="col"${mark('reach.resources')}>${text('reach.resources')}</th><th scope="col"${mark('reach.share')}>${text('reach.share')}</th></tr></thead>
<tbody>
${[...tabulated.filter((count) => count < all), all].map(row)}</tbody></table></details>
</section>
`;
}
