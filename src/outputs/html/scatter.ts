import type { Row } from '../../types/report.ts';
import { shareTicks, short, tick } from './axis.ts';
import { truncate, type Markup, markup } from './markup.ts';
import { grouped } from './phrase.ts';
import type { Translator } from './i18n.ts';

const [width, height] = [480, 300];
const [left, right, top, bottom] = [46, 470, 14, 262];

/** Points of unranked resources that are drawn: more would hide each other and weigh more than they tell. */
const maxUnranked = 300;
/** Ranked points that carry their number. */
const maxNumbered = 10;

interface Point {
  row: Row;
  x: number;
  y: number;
}

/** Subscribers on a logarithmic axis against the share of clients. */
export function scatter(rows: Row[], floor: number, { say, mark, text }: Translator): Markup {
  const known = rows.filter(({ subscribers }) => subscribers !== null);
  const decades = decadesOf(known, floor);
  const shares = shareTicks(Math.max(0.01, ...known.map(({ share }) => share)));
  const [low = 0, high = 1] = [decades[0], decades.at(-1)];
  const x = (subscribers: number): number =>
    Math.round(left + ((Math.log10(Math.max(1, subscribers)) - low) / (high - low)) * (right - left));
  const y = (share: number): number => Math.round(bottom - (share / (shares.at(-1) ?? 1)) * (bottom - top));
  const points = known.map((row) => ({ row, x: x(row.subscribers ?? 1), y: y(row.share) }));
  const ranked = points.filter(({ row }) => row.rank !== null);
  const others = withoutCovered(points.filter(({ row }) => row.rank === null)).slice(0, maxUnranked);
  const hidden = rows.length - known.length;
  const drawn = { n: known.length };
  return markup`<section class="card" id="scatter" aria-labelledby="scatter-h">
<h2 id="scatter-h"${mark('scatter')}>${text('scatter')}</h2>
<p class="soft">${say('scatter.caption')}</p>
<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="scatter-t scatter-d">
<title id="scatter-t"${mark('scatter')}>${text('scatter')}</title>
<desc id="scatter-d"${mark('scatter.description', drawn)}>${text('scatter.description', drawn)}</desc>
${shares.map(
  (share) =>
    markup`<path class="grid" d="M${left} ${y(share)}H${right}"/><text class="end" x="${left - 6}" y="${y(share) + 4}">${tick(share)}</text>\n`,
)}${decades.map(
    (decade) =>
      markup`<path class="grid" d="M${x(10 ** decade)} ${top}V${bottom}"/><text class="middle" x="${x(10 ** decade)}" y="${bottom + 16}">${short(10 ** decade)}</text>\n`,
  )}<text class="end" x="${right}" y="${height - 4}"${mark('column.subscribers')}>${text('column.subscribers')}</text>
${floor > 0 ? markup`<path class="floor" d="M${x(floor)} ${top}V${bottom}"/>` : null}
<g class="others">${others.map((point) => markup`<circle class="${point.row.verdict}" cx="${point.x}" cy="${point.y}" r="3"/>`)}</g>
<g class="ranked">${ranked.toReversed().map(dot)}</g>
<g class="places">${withRoomForNumber(ranked).map((point) => markup`<text x="${point.x}" y="${point.y - 9}">${point.row.rank}</text>`)}</g>
</svg>
<ul class="legend"><li class="keep">${say('verdict.keep')}</li><li class="review">${say('verdict.review')}</li><li class="drop">${say('verdict.unexamined')}</li>${
    floor > 0 ? markup`<li class="floor">${say('scatter.floor', { floor })}</li>` : null
  }</ul>
${hidden > 0 ? markup`<p class="soft">${say('scatter.hidden', { n: hidden })}</p>` : null}
</section>
`;
}

/** A ranked resource with what it is, shown where a pointer rests on it. */
const dot = ({ row, x, y }: Point): Markup =>
  markup`<circle cx="${x}" cy="${y}" r="5"><title>${truncate(row.title ?? row.resource, 60)} · ${grouped(row.subscribers ?? 0)} · ${row.customers} / ${row.customersReadable}</title></circle>\n`;

/** Exponents of the powers of ten around the numbers of subscribers, two at least. */
function decadesOf(known: Row[], floor: number): number[] {
  const exponents = [floor, ...known.map(({ subscribers }) => subscribers ?? 1)].map((each) =>
    Math.log10(Math.max(1, each)),
  );
  const low = Math.floor(Math.min(...exponents));
  const high = Math.max(low + 1, Math.ceil(Math.max(...exponents)));
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

/** Points that no other one of their kind covers. */
function withoutCovered(points: Point[]): Point[] {
  const taken = new Set<string>();
  return points.filter(({ row, x, y }) => {
    const place = `${Math.round(x / 3)} ${Math.round(y / 3)} ${row.verdict === 'review'}`;
    return !taken.has(place) && taken.add(place);
  });
}

/** The first points, as far as their numbers do not run into those of better ones. */
function withRoomForNumber(ranked: Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of ranked.slice(0, maxNumbered)) {
    const clear = kept.every(({ x, y }) => Math.abs(x - point.x) > 18 || Math.abs(y - point.y) > 14);
    if (clear) kept.push(point);
  }
  return kept;
}
