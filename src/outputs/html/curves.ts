import { countTicks, shareTicks, tick } from './axis.ts';
import { type Markup, markup } from './markup.ts';
import type { Translator } from './i18n.ts';
import type { Key } from './words/index.ts';

const [width, height] = [480, 230];
const [left, right, top, bottom] = [46, 470, 14, 192];

/**
 * Shares of clients that the first 1, 2, … resources reach, as stairs.
 * @param id of the section, which names the picture and what it shows
 * @param lines the first one over a filled area, any further one dashed; as many shares each
 */
export function curves(
  id: Extract<Key, 'reach' | 'choice'>,
  lines: readonly (readonly number[])[],
  { mark, text }: Translator,
): Markup {
  const all = Math.max(...lines.map(({ length }) => length));
  const ticks = shareTicks(Math.max(0.01, ...lines.flat()));
  const x = (count: number): number => Math.round(left + (count / all) * (right - left));
  const y = (share: number): number => Math.round(bottom - (share / (ticks.at(-1) ?? 1)) * (bottom - top));
  const stairs = (shares: readonly number[]): string =>
    `M${left} ${bottom}${shares.map((share, index) => `V${y(share)}H${x(index + 1)}`).join('')}`;
  const [first = [], ...others] = lines.map(stairs);
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">
<title id="${id}-t"${mark(id)}>${text(id)}</title>
<desc id="${id}-d"${mark(`${id}.description`)}>${text(`${id}.description`)}</desc>
${ticks.map(
  (share) =>
    markup`<path class="grid" d="M${left} ${y(share)}H${right}"/><text class="end" x="${left - 6}" y="${y(share) + 4}">${tick(share)}</text>\n`,
)}${countTicks(all).map((count) => markup`<text class="middle" x="${x(count)}" y="${bottom + 16}">${count}</text>`)}
<text class="end" x="${right}" y="${height - 4}"${mark('reach.resources')}>${text('reach.resources')}</text>
<path class="area" d="${first}V${bottom}Z"/><path class="curve" d="${first}"/>${others.map((line) => markup`<path class="curve new" d="${line}"/>`)}
</svg>`;
}
