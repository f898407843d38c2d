import type { Report, SegmentTable } from '../../types/report.ts';
import { type Markup, anchor, isolate, markup } from './markup.ts';
import { percent } from './phrase.ts';
import type { Translator } from './i18n.ts';

/** Resources shown of each segment, and segments. */
const shown = 10;
const mostSegments = 24;

/** The first resources of each segment. */
export function segments({ segments: all }: Report, translator: Translator): Markup {
  if (all.length === 0) return markup``;
  const { mark, text, say } = translator;
  const n = all.length - mostSegments;
  return markup`<section id="segments" aria-labelledby="segments-h">
<h2 id="segments-h"${mark('segments')}>${text('segments')}</h2>
<p class="soft">${say('segments.caption', { n: shown })}</p>
<div class="changes">${all.slice(0, mostSegments).map((each) => card(each, translator))}</div>
${n > 0 ? markup`<p class="soft">${say('changes.more', { n })}</p>` : null}
</section>
`;
}

function card({ segment, customers, resources }: SegmentTable, { text, mark, number, say }: Translator): Markup {
  const line = ({ url, title, resource, ...each }: SegmentTable['resources'][number]): Markup => {
    const of = { k: each.customers, n: each.customers_readable };
    return markup`<li>${anchor(url, isolate(title ?? resource, 60))} <small><span${mark('of', of)}>${text('of', of)}</span>, ${number(percent(each.share))}</small></li>\n`;
  };
  return markup`<div class="card"><h3>${isolate(segment, 60)} <small>${customers} ${say('figure.clients')}</small></h3>
<ul>${resources.slice(0, shown).map(line)}</ul></div>
`;
}
