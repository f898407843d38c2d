import type { Report, Row } from '../../types/report.ts';
import { incompleteStatuses } from '../../types/resource.ts';
import { anchor, isolate, linked, type Markup, markup, truncate } from './markup.ts';
import { expectedIn, grouped } from './phrase.ts';
import { evidenceLink, massPage } from './signs.ts';
import type { Translator } from './i18n.ts';

const mostPlaces = 10;

/**
 * Where to go first, and what to do there and with the rest: the beginning of the page.
 * @param ranked resources that stand on the page and are ranked together
 * @param all the whole report
 */
export function first(ranked: Row[], all: Report, translator: Translator): Markup {
  const { say, mark, text } = translator;
  const places = ranked.slice(0, mostPlaces);
  const list = markup`<ol class="places">
${places.map((row) => place(row, translator))}</ol>`;
  return markup`<section id="first" aria-labelledby="first-h">
<h2 id="first-h"${mark('first')}>${text('first')}</h2>
<div class="sides"><div class="card">
${places.length > 0 ? list : markup`<p>${say('nothingRanked')}</p>`}</div>
<div class="card"><h3 id="next"${mark('next')}>${text('next')}</h3>
<ul class="todo">
${steps(places.length, all, translator).map((step) => markup`<li>${step}</li>\n`)}</ul></div></div>
</section>
`;
}

function place(row: Row, translator: Translator): Markup {
  const { say } = translator;
  const { title, resource, url, network, customers: k, customersReadable: n, subscribers, contact } = row;
  const handle =
    title !== null && title !== resource ? markup` <small><bdi>${truncate(resource, 60)}</bdi></small>` : null;
  const facts = [
    isolate(network),
    say('lead.clients', { k, n }),
    ...(subscribers === null ? [] : [markup`${grouped(subscribers)} ${say('first.subscribers', { n: subscribers })}`]),
    ...(row.thirdParty.kind === 'unknown' ? [] : [markup`${say(`kind.${row.thirdParty.kind}`)}${evidenceLink(row)}`]),
    ...(row.strength === null ? [] : [strengthOf(row, translator)]),
    ...(row.massPage ? [massPage(translator)] : []),
  ];
  return markup`<li value="${row.rank}"><strong>${anchor(url, isolate(title ?? resource, 80))}</strong>${handle}
<p class="soft">${facts.map((fact, index) => (index > 0 ? markup` · ${fact}` : fact))}</p>
${contact === null ? null : markup`<p class="soft">${say('contact')}: ${linked(truncate(contact, 160))}</p>\n`}</li>
`;
}

/** The word, beside the clients that chance would give. */
function strengthOf({ strength, expectedByChance: expected }: Row, { say }: Translator): Markup | null {
  if (strength === null) return null;
  const word = markup`<b>${say(`strength.${strength}`)}</b>`;
  if (expected === null) return word;
  return markup`${word} (${say('chance.expected', { expected: expectedIn(expected) })})`;
}

/** What a person does next, in the order in which it is done. */
function steps(places: number, { rows, coverage, handWork, problems, teasers }: Report, { say }: Translator): Markup[] {
  const review = rows.filter(({ verdict }) => verdict === 'review').length;
  const unread = coverage.reduce(
    (all, line) => all + incompleteStatuses.reduce((sum, status) => sum + (line[status] ?? 0), 0),
    0,
  );
  const warned = teasers.filter(({ warnings }) => warnings.length > 0).length;
  return [
    ...(places > 0 ? [say('next.read'), say('next.offer')] : []),
    teasers.length > 0 ? to('table', say('next.teasers')) : say('next.noTeasers'),
    ...(warned > 0 ? [say('next.warnings', { n: warned })] : []),
    ...(review > 0 ? [to('table', say('next.review', { n: review }))] : []),
    ...(unread > 0 ? [to('coverage', say('next.missing', { n: unread }))] : []),
    ...(handWork && handWork.brings > 0
      ? [to('hand', say('next.hand', { minutes: handWork.minutes, n: handWork.brings }))]
      : []),
    ...(problems.length > 0 ? [to('problems', say('missing.problems', { n: problems.length }))] : []),
  ];
}

const to = (id: string, step: Markup): Markup => markup`<a href="#${id}" target="_self">${step}</a>`;
