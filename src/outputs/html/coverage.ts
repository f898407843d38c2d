import type { Coverage, Report } from '../../types/report.ts';
import { type IncompleteStatus, incompleteStatuses } from '../../types/resource.ts';
import { type Markup, markup } from './markup.ts';
import { grouped } from './phrase.ts';
import { type Translator, region } from './i18n.ts';
import type { Key } from './words/index.ts';

/** What a person can do most about comes first. */
const missing = [...new Set<IncompleteStatus>(['needs_login', ...incompleteStatuses])];

/** What became of the profiles per network, and what a person can do about the rest. */
export function coverage(report: Report, translator: Translator): Markup {
  const { say, mark, text } = translator;
  const statuses = (['read', ...missing] as const).filter((status) =>
    report.coverage.some((line) => has(line[status])),
  );
  const excluded = report.coverage.some((line) => has(line.excluded));
  const imported = report.coverage.some((line) => has(line.imported));
  const surveyed = report.coverage.some((line) => has(line.surveyed));
  const kept = report.coverage.some((line) => has(line.kept));
  const head = (key: Key): Markup => markup`<th scope="col"${mark(key)}>${text(key)}</th>`;
  const line = (each: Coverage): Markup =>
    markup`<tr><th scope="row">${each.network}</th><td>${readableOn(report, each) ?? '–'}</td>${cell(each.profiles)}${statuses.map(
      (status) => cell(each[status]),
    )}${imported ? cell(each.imported) : null}${surveyed ? cell(each.surveyed) : null}${excluded ? cell(each.excluded) : null}${kept ? cell(each.kept) : null}</tr>\n`;
  const table = markup`<table class="plain numbers">
<caption>${say('coverage.caption')}</caption>
<thead><tr>${head('column.network')}${head('coverage.readable')}${head('coverage.profiles')}${statuses.map((status) =>
    head(`status.${status}`),
  )}${imported ? head('coverage.imported') : null}${surveyed ? head('coverage.surveyed') : null}${excluded ? head('coverage.excluded') : null}${kept ? head('coverage.kept') : null}</tr></thead>
<tbody>
${report.coverage.map(line)}</tbody>
</table>`;
  return markup`<section id="coverage" aria-labelledby="coverage-h">
<h2 id="coverage-h"${mark('coverage')}>${text('coverage')}</h2>
<div class="stack"><div class="card">${region(translator, 'coverage.caption', table)}</div>
<div class="card"><h3${mark('missing')}>${text('missing')}</h3>
<ul class="todo">
${whatToDo(report, translator)}</ul></div>${byHand(report, translator)}</div>
</section>
`;
}

/** What a person can open where no program may read, and how long that takes. */
function byHand({ handWork }: Report, { say, mark, text }: Translator): Markup | null {
  if (!handWork) return null;
  const { networks, readable, clients, minutes, pages, brings: n } = handWork;
  const lines = networks.map(
    ({ title, ...each }) =>
      markup`<li><b>${title}</b>: ${say(each.brings > 0 ? 'hand.network' : 'hand.network.none', { n: each.unread, minutes: each.minutes, pages: each.pages, wanted: each.wanted, brings: each.brings })}</li>\n`,
  );
  return markup`
<div class="card" id="hand"><h3${mark('hand')}>${text('hand')}</h3>
<p>${say(n > 0 ? 'hand.all' : 'hand.none', { readable, clients, minutes, pages, n })}</p>
<ul>
${lines}</ul>
<p class="soft">${say('hand.next')} <code>target-resources worksheet</code></p></div>`;
}

const has = (count: number | null): count is number => count !== null && count > 0;

const cell = (value: number | null): Markup =>
  value === null ? markup`<td>` : value === 0 ? markup`<td class="zero">0</td>` : markup`<td>${grouped(value)}</td>`;

/** Every row of a network has the same number of readable clients; without any row nobody knows it. */
function readableOn({ rows }: Report, { network }: Coverage): string | null {
  const row = rows.find((each) => each.network === network);
  return row ? grouped(row.customersReadable) : null;
}

function whatToDo(report: Report, { say }: Translator): Markup[] {
  const lines = missing.flatMap((status) => {
    const affected = report.coverage.filter((line) => has(line[status]));
    const n = affected.reduce((sum, line) => sum + (line[status] ?? 0), 0);
    const where = affected.map((line) => `${line.network}\u00A0${line[status]}`).join(', ');
    return n === 0 ? [] : [markup`<li>${say(`missing.${status}`, { n })} <span class="soft">(${where})</span></li>\n`];
  });
  const old = report.coverage.filter((line) => has(line.kept) && line.age_days !== null);
  if (old.length > 0) {
    const kept = old.reduce((sum, line) => sum + (line.kept ?? 0), 0);
    const days = Math.max(...old.map((line) => line.age_days ?? 0));
    lines.unshift(markup`<li>${say('missing.kept', { n: kept, days })}</li>\n`);
  }
  const n = report.problems.length;
  const problems = markup`<li><a href="#problems" target="_self">${say('missing.problems', { n })}</a></li>\n`;
  const all = n > 0 ? [...lines, problems] : lines;
  return all.length > 0 ? all : [markup`<li>${say('missing.nothing')}</li>\n`];
}
