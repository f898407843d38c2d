import type { Report, Row } from '../../types/report.ts';
import { type HtmlContent, anchor, type Markup, markup, isolate } from './markup.ts';
import { grouped, interval, percent } from './phrase.ts';
import type { Translator } from './i18n.ts';
import { isShown } from './shown-rows.ts';
import type { Key } from './words/index.ts';

/** From so many readable clients on, an interval is narrow enough to go without a warning. */
const manyClients = 100;

/** The answer in plain words: what was asked, what came of it, how far to trust it. */
export function overview(report: Report, translator: Translator): Markup {
  const { say } = translator;
  const { clients, profiles, read, networks, counted, keep, review } = numbersOf(report);
  const first = report.rows.find((row) => row.rank !== null && isShown(row));
  const asked =
    profiles > 0 ? say('lead.asked', { clients, read, profiles, networks }) : say('lead.imported', { clients });
  const figure = (key: Key, value: HtmlContent): Markup =>
    markup`<div class="${key.replace('.', '-')}"><dt>${say(key)}</dt><dd>${value}</dd></div>\n`;
  return markup`<section class="lead" id="summary" aria-labelledby="summary-h">
<h2 id="summary-h"${translator.mark('summary')}>${translator.text('summary')}</h2>
<p>${asked} ${say('lead.kept', { counted, kept: keep, review })}</p>
${first ? firstOfAll(first, translator) : null}
<dl class="figures">
${figure('figure.clients', grouped(clients))}${
    profiles > 0 ? figure('figure.read', markup`${grouped(read)}<small> / ${grouped(profiles)}</small>`) : null
  }${figure('figure.counted', grouped(counted))}${figure('figure.keep', grouped(keep))}${figure('figure.review', grouped(review))}</dl>
<p class="soft">${criteria(report, translator)}</p>
${report.notices.map(({ code, networks: meant, count }) => markup`<p class="soft notice">${say(`notice.${code}`, { networks: meant.join(', '), count: count ?? 0 })}</p>\n`)}${laws(report, translator)}</section>
`;
}

/** What is to be known of publishing in the countries that were named. */
function laws({ lawful }: Report, { say, mark, text }: Translator): Markup | null {
  if (lawful.length === 0) return null;
  const items = lawful.map(({ country, code, networks, placements: n, source, read }) => {
    const where =
      networks.length > 0 ? markup` <small>${networks.join(', ')}: ${say('law.placements', { n })}</small>` : null;
    const from = source === null ? null : markup` <small>${anchor(source, read ?? '↗')}</small>`;
    return markup`<li><b>${country}</b> ${say(`law.${code}`)}${where}${from}\n`;
  });
  return markup`<h3 id="lawful"${mark('lawful')}>${text('lawful')}</h3>
<ul>
${items}</ul>
`;
}

interface Numbers {
  clients: number;
  profiles: number;
  read: number;
  networks: number;
  counted: number;
  keep: number;
  review: number;
}

function numbersOf({ customers, coverage, totals }: Report): Numbers {
  const sum = (count: (line: Report['coverage'][number]) => number | null): number =>
    coverage.reduce((all, line) => all + (count(line) ?? 0), 0);
  return {
    clients: customers,
    profiles: sum(({ profiles }) => profiles),
    read: sum(({ read }) => read) + sum(({ truncated }) => truncated),
    networks: coverage.filter(({ profiles }) => (profiles ?? 0) > 0).length,
    counted: totals.resources,
    keep: totals.keep,
    review: totals.review,
  };
}

function firstOfAll(row: Row, { say, number }: Translator): Markup {
  const { customers: k, customersReadable: n, shareLow, shareHigh } = row;
  const name = anchor(row.url, isolate(row.title ?? row.resource));
  const small = n < manyClients && say('lead.small', { k, n, low: percent(shareLow), high: percent(shareHigh) });
  return markup`<p>${say('lead.first')} <strong>${name}</strong>, ${say('lead.clients', { k, n })}, ${number(interval(shareLow, shareHigh))}. ${small || null}</p>`;
}

function criteria(
  { rows, criteria: { minSubscribers, minCustomers, thirdParty, top } }: Report,
  { say }: Translator,
): Markup {
  const least = minCustomers > 1 ? say('criteria.least', { least: minCustomers }) : null;
  return markup`${say(`criteria.${thirdParty}`, { floor: minSubscribers, top })} ${least} ${agreement(rows, say)}`;
}

/** How often the rules say what the person decided. */
function agreement(rows: Row[], say: Translator['say']): Markup | null {
  const ruled = rows.filter(({ ruleVerdict }) => ruleVerdict === 'keep' || ruleVerdict === 'drop');
  const k = ruled.filter(({ verdict, ruleVerdict }) => verdict === ruleVerdict).length;
  return ruled.length === 0 ? null : say('criteria.agreed', { k, n: ruled.length });
}
