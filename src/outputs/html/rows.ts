import type { EvidenceRow, SensitiveRow } from '../../types/judgement.ts';
import type { Reason, Report, Row, Teaser } from '../../types/report.ts';
import { arrow } from './changes.ts';
import { controls } from './controls.ts';
import { type HtmlContent, truncate, anchor, linked, type Markup, markup, isolate } from './markup.ts';
import { grouped, interval, percent, timesIn } from './phrase.ts';
import { firstWordings } from './shown-rows.ts';
import { evidenceLink, massPage } from './signs.ts';
import type { Translator } from './i18n.ts';
import { type Quoted, quotedIn } from './sentences/index.ts';
import { came } from './worked.ts';
import type { Key } from './words/index.ts';

/** More rows than this make a page that a phone cannot open; the rest is in candidates.csv. */
export const maxRows = 2000;

/** Columns in order, by the name after which the page's script sorts. */
const columns = ['rank', 'name', 'network', 'clients', 'share', 'subscribers', 'kind', 'verdict'] as const;

/** The reason that most rows of a large report share: said once above the table, not in each of them. */
const repeated: Reason = 'not_needed';

/** The table of all resources with its search, filters and order. */
export function* rowsTable(
  report: Report,
  { dropped, single, behind }: Record<'dropped' | 'single' | 'behind', number>,
  translator: Translator,
): Generator<Markup> {
  const { say, mark, text } = translator;
  const rows = report.rows.slice(0, maxRows);
  const all = report.rows.length + behind;
  const compared = report.previous !== null;
  const shown = compared ? ([...columns, 'change'] as const) : columns;
  const ownRanks = report.criteria.apart?.join(' ');
  const apart = ownRanks === undefined ? null : markup` data-apart="${ownRanks}"`;
  const teasers = firstWordings(report.teasers).values();
  const quoted = quotedIn(translator.language);
  const lines = rows.map((row) =>
    line(row, row.rank === null ? null : (teasers.next().value ?? null), compared, quoted, translator),
  );
  yield markup`<section id="table" aria-labelledby="table-h">
<h2 id="table-h"${mark('table')}>${text('table')}</h2>
${all > rows.length ? markup`<p>${say('table.cut', { shown: rows.length, all })}</p>` : null}
${
  rows.some(({ reason }) => reason === repeated)
    ? markup`<p class="soft unexamined"><b>${say('verdict.unexamined')}</b> ${say(`reason.${repeated}`)}</p>`
    : null
}
${dropped + single > 0 ? markup`<p class="soft">${say('table.left', { dropped, single })}</p>` : null}
${rows.some(({ lift }) => lift !== null) ? markup`<p class="soft">${say('table.lift')}</p>` : null}
${rows.some(({ strength }) => strength !== null) ? markup`<p class="soft">${say('table.strength')}</p>` : null}
${report.activity.map((base) => markup`<p class="soft">${baseText(base, translator)}</p>`)}
${controls(rows, compared, translator)}
<table id="rows" class="${compared ? 'compared' : 'alone'}"${apart}${quoted.said()}>
<caption class="unseen">${say('table.caption')}</caption>
<thead><tr>${shown.map((column) => markup`<th scope="col" data-sort="${column}">${say(`column.${column}`)}</th>`)}</tr></thead>
<tbody>
`;
  yield* lines;
  yield markup`</tbody>
</table>
</section>
`;
}

/** What chance is reckoned with on a network. */
function baseText({ network, factor, control }: Report['activity'][number], { say }: Translator): Markup {
  if (control !== null) return say('table.control', { network, people: control });
  return say('table.activity', { network, factor: (factor ?? 1).toFixed(1) });
}

/**
 * One resource. The page's script reads names, numbers and the words for kind, verdict and reason from the cells, so
 * that a row says nothing twice, and closing tags that HTML does not need are left out: in a thousand rows a byte is a
 * kilobyte.
 */
function line(row: Row, teaser: Teaser | null, compared: boolean, quoted: Quoted, translator: Translator): Markup {
  const { text, number } = translator;
  const { title, resource, verdict } = row;
  const examined = verdict !== 'unexamined';
  const handle =
    examined && title !== null && title !== resource ? markup`<small>${truncate(resource, 80)}</small>` : null;
  const cells = [
    row.rank,
    row.network,
    text('of', { k: row.customers, n: row.customersReadable }),
    markup`${number(percent(row.share))}<small>${number(interval(row.shareLow, row.shareHigh))}</small>${chance(row, translator)}${came(row, translator)}`,
    row.subscribers === null ? '?' : grouped(row.subscribers),
    examined ? markup`${text(`kind.${row.thirdParty.kind}`)}${evidenceLink(row)}` : null,
    markup`<b>${text(`verdict.${verdict}`)}</b>${row.reason === repeated ? null : ` ${text(`reason.${row.reason}`)}`}${details(row, teaser, quoted, translator)}`,
    ...(compared ? [change(row, translator)] : []),
  ];
  const [rank, ...others] = cells.map((content) => markup`<td>${content}`);
  const name = markup`<th scope=row>${anchor(row.url, isolate(title ?? resource))}${handle}`;
  return markup`<tr class="${verdict}">${rank ?? null}${name}${others}\n`;
}

function change({ rankChange }: Row, { say }: Translator): HtmlContent {
  if (rankChange === null) return null;
  const [way = '', places = ''] = rankChange.split(' ');
  if (way === 'new') return say('change.new');
  return way === 'same' ? '=' : `${arrow(way)}${places}`;
}

/** How many times more of the clients follow it than by chance, and whether everybody does. */
function chance({ lift, strength, massPage: isMassPage }: Row, translator: Translator): Markup | null {
  if (lift === null && !isMassPage && strength === null) return null;
  const word = strength === null ? null : markup`${translator.say(`strength.${strength}`)} `;
  const times = lift === null ? null : markup`×${translator.number(timesIn(lift))}`;
  return markup`<small>${word}${times}${isMassPage ? markup` ${massPage(translator)}` : null}</small>`;
}

const longestQuote = 160;

/** The words that decided, each with its author and its place. */
function quotes(rows: EvidenceRow[]): HtmlContent {
  const said = rows.filter(({ quote }) => quote !== '');
  if (said.length === 0) return null;
  return said.map(({ quote, author, url, at }, index) => {
    const who = author === '' || quote.includes(author) ? null : markup`${isolate(author, 60)}: `;
    return markup`${index > 0 ? markup`<br>` : null}${who}<q>${isolate(quote, longestQuote)}</q> <small>${anchor(url, at ?? '↗')}</small>`;
  });
}

/** How much of the page is of the topic, and by which words. */
function ofTopic({ relevance, matchedTerms }: Row, { say }: Translator): Markup {
  const terms = matchedTerms.length > 0 ? markup`: ${isolate(matchedTerms.join(', '), 400)}` : null;
  return markup`${say('topic.share', { share: percent(relevance ?? 0) })}${terms}`;
}

/** A sensitive subject with the words that show it. */
const showing = ({ subject, quote, url }: SensitiveRow, { say }: Translator): Markup =>
  markup`${say(`subject.${subject}`)}: <q>${isolate(quote, longestQuote)}</q> <small>${anchor(url, '↗')}</small> `;

/** The other pages of the publisher, and how many follow any of them. */
function ofFamily({ familyPages, familyCustomers }: Row, { say }: Translator): Markup {
  const told = familyCustomers === null ? null : markup` ${say('family.customers', { n: familyCustomers })}`;
  return markup`${familyPages.map((url) => markup`${linked(truncate(url, 200))} `)}${told}`;
}

/** A page that may be the publisher's, too. */
const hint = ({ how, url }: Row['familyHints'][number], { say }: Translator): Markup =>
  markup`${say(`hint.${how}`)} ${linked(truncate(url, 200))}. `;

/** Who told of it, where that was not its network. */
const sourceOf = ({ factsFrom, retrievedAt }: Row, { say }: Translator): HtmlContent =>
  factsFrom === null || factsFrom === 'network' ? null : say(`factsFrom.${factsFrom}`, { date: retrievedAt ?? '' });

/** What only some rows have, folded away. */
function details(row: Row, teaser: Teaser | null, quoted: Quoted, translator: Translator): Markup | null {
  const { mark, text, say } = translator;
  const near = row.verdict === 'keep' || row.verdict === 'review';
  const facts: [Key, HtmlContent][] = [
    ['evidence', near ? quotes(row.thirdParty.evidence) : null],
    ['topic', row.relevance === null || !near ? null : ofTopic(row, translator)],
    ['sensitive', row.sensitive.length > 0 ? row.sensitive.map((each) => showing(each, translator)) : null],
    ['family', row.family === null ? null : ofFamily(row, translator)],
    ['familyHint', row.familyHints.length > 0 ? row.familyHints.map((each) => hint(each, translator)) : null],
    ['note', row.note === '' ? null : quoted.notes(truncate(row.note, 600))],
    ['description', near && row.description ? isolate(row.description, 300) : null],
    ['contact', row.contact === null ? null : linked(truncate(row.contact, 400))],
    ['lastPost', near ? row.lastPost : null],
    ['age', near && row.ageDays ? say('ageDays', { days: row.ageDays }) : null],
    ['factsFrom', near ? sourceOf(row, translator) : null],
    ['surveyed', near && row.surveyed ? say('surveyedOf', { k: row.surveyed, n: row.customers }) : null],
    ['wishes', row.wishes.length > 0 ? isolate(row.wishes.join(', '), 200) : null],
  ];
  const given = facts.filter(([, content]) => content !== null);
  if (given.length === 0 && !teaser) return null;
  const list = given.map(([key, content]) => markup`<dt${mark(key)}>${text(key)}<dd>${content}`);
  const summary = teaser ? 'moreTeaser' : 'more';
  return markup`<details><summary${mark(summary)}>${text(summary)}</summary>${
    list.length > 0 ? markup`<dl>${list}</dl>` : null
  }${teaser ? announcement(teaser, translator) : null}</details>`;
}

function announcement({ teaser, length, limit, fits, lawful }: Teaser, { say, mark, text }: Translator): Markup {
  const size = limit === null ? say('teaserFree', { length }) : say('teaserLength', { length, limit });
  const long = fits !== false ? null : markup`, <strong>${say('teaserLong')}</strong>`;
  const laws =
    lawful.length === 0
      ? null
      : markup` <small><a href="#lawful" target="_self">§ ${[...new Set(lawful.map((each) => each.slice(0, 2)))].join(', ')}</a></small>`;
  return markup`<pre>${teaser}</pre><p><button type="button" class="copy" hidden${mark('copy')}>${text('copy')}</button> <small>${size}${long}</small>${laws}</p>`;
}
