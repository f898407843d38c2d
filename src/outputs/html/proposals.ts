import type { Report } from '../../types/report.ts';
import { type Markup, isolate, markup } from './markup.ts';
import type { Translator } from './i18n.ts';

/** Words for the next topic, by language. */
export function proposals({ proposals: all }: Report, { say, mark, text }: Translator): Markup {
  if (all.length === 0) return markup``;
  const lines = all.map(({ language, use, words }) => {
    const listed = words.map(
      ({ word, pages, others }, index) =>
        markup`${index > 0 ? ', ' : null}${isolate(word)} <small>${pages}:${others}</small>`,
    );
    return markup`<dt><bdi>${language}</bdi>, ${say(`proposals.${use}`)}<dd>${listed}`;
  });
  return markup`<section id="proposals" aria-labelledby="proposals-h">
<h2 id="proposals-h"${mark('proposals')}>${text('proposals')}</h2>
<div class="card"><p class="soft">${say('proposals.caption')}</p>
<dl>${lines}</dl></div>
</section>
`;
}
