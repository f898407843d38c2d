import type { FormerResource, Report, Row } from '../../types/report.ts';
import { anchor, type Markup, markup, isolate } from './markup.ts';
import type { Translator } from './i18n.ts';
import type { Key } from './words/index.ts';

/** Names shown of each kind of change. */
const maxNames = 12;

/** What came, went, rose and fell since the previous run of the same list. */
export function changes({ previous, rows }: Report, translator: Translator): Markup {
  const { say, mark, text } = translator;
  const moved = (way: string): Markup[] =>
    rows.flatMap((row) => {
      const [kind, places] = row.rankChange?.split(' ') ?? [];
      return kind === way ? [item(row, places === undefined ? '' : `${arrow(way)}${places}`)] : [];
    });
  const gone = (previous?.gone ?? []).map((each) => item(each, say('changes.was', { rank: each.rank })));
  const lists = [
    list('changes.new', moved('new'), translator),
    list('changes.up', moved('up'), translator),
    list('changes.down', moved('down'), translator),
    list('changes.gone', gone, translator),
  ].filter((each) => each !== null);
  return markup`<section id="changes" aria-labelledby="changes-h">
<h2 id="changes-h"${mark('changes')}>${text('changes')}</h2>
<p class="soft">${previous ? say('changes.since', { date: previous.date }) : say('changes.first')}</p>
${previous && lists.length === 0 ? markup`<p>${say('changes.none')}</p>` : null}
${lists.length > 0 ? markup`<div class="changes">${lists}</div>` : null}
</section>
`;
}

function list(key: Key, items: Markup[], { say }: Translator): Markup | null {
  if (items.length === 0) return null;
  const n = items.length - maxNames;
  return markup`<div class="card"><h3>${say(key)} <small>${items.length}</small></h3>
<ul>${items.slice(0, maxNames)}${n > 0 ? markup`<li class="soft">${say('changes.more', { n })}</li>` : null}</ul></div>\n`;
}

const item = (each: Row | FormerResource, more: string | Markup): Markup =>
  markup`<li>${anchor(each.url, isolate(each.title ?? each.resource, 60))} <small>${more}</small></li>\n`;

/** How a `rankChange` of a way and places is shown: in signs that need no language. */
export const arrow = (way: string): string => ({ up: '↑\u00A0', down: '↓\u00A0' })[way] ?? '';
