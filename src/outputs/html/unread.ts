import type { Report, UnreadReason } from '../../types/report.ts';
import { type Markup, markup } from './markup.ts';
import { grouped } from './phrase.ts';
import { type Quoted, quotedIn } from './sentences/index.ts';
import { type Translator, region } from './i18n.ts';

/** More than this a person reads in reasons.csv. */
const maxLines = 100;

const columns = [
  'column.network',
  'unread.host',
  'unread.status',
  'unread.why',
  'unread.count',
  'unread.since',
  'unread.retry',
  'problem.whatToDo',
] as const;

/** Why what was not read was not, by host, and what to do now. */
export function unread({ reasons: all }: Report, translator: Translator): Markup {
  if (all.length === 0) return markup``;
  const { say, mark, text, language } = translator;
  const quoted = quotedIn(language);
  const lines = all.slice(0, maxLines).map((row) => line(row, quoted, translator));
  const table = markup`<table class="plain">
<caption>${say('unread.caption')}</caption>
<thead><tr>${columns.map((key) => markup`<th scope="col"${mark(key)}>${text(key)}</th>`)}</tr></thead>
<tbody>
${lines}</tbody>
</table>`;
  return markup`<section id="unread" aria-labelledby="unread-h"${quoted.said()}>
<h2 id="unread-h"${mark('unread')}>${text('unread')}</h2>
<div class="card">${region(translator, 'unread.caption', table)}</div>
${all.length > maxLines ? markup`<p>${say('unread.cut', { shown: maxLines, all: all.length })}</p>` : null}
</section>
`;
}

function line(row: UnreadReason, { quote }: Quoted, { say }: Translator): Markup {
  const { network, host, what, status, reason, count, since, retryAt, remedy, kept, ageDays } = row;
  const stands =
    kept > 0 && ageDays !== null ? markup` <small>${say('unread.kept', { kept, days: ageDays })}</small>` : null;
  const retry = retryAt === null ? '–' : `${retryAt.slice(0, 16).replace('T', '\u00A0')}\u00A0UTC`;
  return markup`<tr><th scope="row">${network}</th><td><bdi>${host}</bdi></td><td>${say(`status.${status}`)}</td><td>${quote(reason)}</td><td>${grouped(count)} ${say(`unread.${what}`, { n: count })}${stands}</td><td class="day">${since}</td><td>${retry}</td><td>${say(`remedy.${remedy}`)}</td></tr>\n`;
}
