import { createHash } from 'node:crypto';
import type { PageLanguage } from '../../types/report.ts';
import type { HandClient, HandTask, Worksheet } from '../../types/worksheet.ts';
import { pageScriptOf, raw } from '../html/frame.ts';
import { pageParts } from '../html/page-parts.ts';
import { type Translator, translatorIn } from '../html/i18n.ts';
import { type Markup, anchor, isolate, markup } from '../html/markup.ts';
import { pageHead, wordsByKey } from '../html/page-head.ts';
import { grouped, phrase } from '../html/phrase.ts';
import { worksheetScript } from './page-script.ts';
import { pictures } from './pictures.ts';
import { worksheetStyle } from './style.ts';
import { type WorksheetWord, worksheetWords } from './words/index.ts';

type Told = Translator<WorksheetWord>;

/** Clients that one page shows: more than anybody gets done before the next. */
const mostShown = 500;

/** Commands that the page says to type, by what they are for. */
interface WorksheetCommands {
  folder: string;
  import: string;
  watch: string;
}

/**
 * The worksheet as one page that asks nobody for anything, readable without scripts. It names the clients and their
 * profiles: it is for the marketer alone. What anybody follows is not in it.
 */
export function* worksheetPage(
  sheet: Worksheet,
  options: { language: PageLanguage; commands: WorksheetCommands },
): Generator<string> {
  const { language, commands } = options;
  const told = translatorIn(worksheetWords[language].words, language);
  const script = pageScriptOf(worksheetScript, [
    wordsByKey(worksheetWords, Object.keys(worksheetWords.en.words) as WorksheetWord[]),
    Object.keys(worksheetWords),
    phrase,
    pageParts,
  ]);
  const { date } = sheet;
  yield pageHead({ date, style: worksheetStyle, script, main: 'clients', languages: worksheetWords }, told).markup;
  yield '<main>\n';
  yield lead(sheet, told).markup;
  yield how(commands, told).markup;
  yield networks(sheet, told).markup;
  yield filters(sheet, told).markup;
  for (const person of sheet.people.slice(0, mostShown)) yield client(person, told).markup;
  yield foot(sheet, script, told).markup;
}

function lead({ blank, clients, work }: Worksheet, { say }: Told): Markup {
  const { pages, minutes, clients: n } = work;
  return markup`<p class="lead">${say('lead', { blank, clients })} ${
    pages > 0 ? say('lead.work', { pages, minutes, n }) : say('lead.done')
  }</p>
<p class="private">${say('private')}</p>
`;
}

const how = (commands: WorksheetCommands, { say, mark, text }: Told): Markup => markup`<section aria-labelledby="how-h">
<h2 id="how-h"${mark('how')}>${text('how')}</h2>
<ol class="steps">
<li class="card">${pictures.open}${say('how.open')}</li>
<li class="card">${pictures.scroll}${say('how.scroll')}</li>
<li class="card">${pictures.save}${say('how.save', { folder: commands.folder })}</li>
<li class="card">${pictures.import}${say('how.import')} <code>${commands.import}</code> ${say('how.watch')} <code>${commands.watch}</code></li>
</ol>
<p>${say('how.other')}</p>
</section>
`;

function networks(sheet: Worksheet, { say, mark, text, label }: Told): Markup {
  const columns = ['column.network', 'column.clients', 'column.read', 'column.enough'] as const;
  const lines = sheet.networks.map(
    ({ title, clients, read, enough }) =>
      markup`<tr><th scope="row">${title}</th><td>${grouped(clients)}</td><td>${grouped(read)}</td><td>${grouped(enough)}</td></tr>\n`,
  );
  return markup`<section aria-labelledby="networks-h">
<h2 id="networks-h"${mark('networks')}>${text('networks')}</h2>
<div class="card scroll" role="region" tabindex="0"${label('networks.caption')}><table>
<caption>${say('networks.caption')}</caption>
<thead><tr>${columns.map((key) => markup`<th scope="col"${mark(key)}>${text(key)}</th>`)}</tr></thead>
<tbody>
${lines}</tbody>
</table></div>
</section>
`;
}

function filters(sheet: Worksheet, { say, mark, text }: Told): Markup {
  const option = (value: string, key: WorksheetWord): Markup =>
    markup`<option value="${value}"${mark(key)}>${text(key)}</option>`;
  const known = sheet.networks.map(({ network, title }) => markup`<option value="${network}">${title}</option>`);
  return markup`<section id="clients" aria-labelledby="clients-h">
<h2 id="clients-h"${mark('clients')}>${text('clients')}</h2>
<form id="filters" role="search" hidden>
<label>${say('search')}<input type="search" name="search" autocomplete="off" spellcheck="false"></label>
<label>${say('column.network')}<select name="network">${option('', 'everything')}${known}</select></label>
<label>${say('show')}<select name="show">${option('missing', 'show.missing')}${option('', 'show.all')}</select></label>
<p id="shown" role="status"></p>
</form>
<ul class="people">
`;
}

const client = ({ name, blank, tasks }: HandClient, told: Told): Markup => markup`<li class="card">
<h3>${isolate(name)}${blank ? markup`<small${told.mark('blank')}>${told.text('blank')}</small>` : null}</h3>
<ul class="tasks">
${tasks.map((each) => task(each, told))}</ul>
</li>
`;

function task(each: HandTask, { say, mark, text }: Told): Markup {
  const { network, title, list, way, address, state, spare } = each;
  const what = state === 'missing' && spare ? 'spare' : state;
  const tick =
    state === 'missing'
      ? markup`<label class="tick" hidden><input type="checkbox" value="${idOf(address)}">${say('tick')}</label>`
      : null;
  return markup`<li class="${what}" data-network="${network}"><p>${title}: ${say(`list.${list}`)} <b${mark(`state.${what}`)}>${text(`state.${what}`)}</b><br>
${anchor(address, markup`<bdi>${address}</bdi>`)}${state === 'missing' ? markup`<br><small>${say(`way.${way}`)}</small>` : null}</p>${tick}</li>
`;
}

/** Under which a browser remembers a tick: it tells nobody whose page it is. */
const idOf = (address: string): string => createHash('sha256').update(address).digest('hex').slice(0, 12);

function foot({ people }: Worksheet, script: string, { say }: Told): Markup {
  const left = people.length - mostShown;
  return markup`</ul>
${left > 0 ? markup`<p>${say('cut', { n: left })}</p>` : null}
</section>
</main>
<footer><p class="soft">${say('footer')}</p></footer>
<script>${raw(script)}</script>
</body>
</html>
`;
}
