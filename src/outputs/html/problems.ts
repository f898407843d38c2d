import { remedyTexts } from '../../errors.ts';
import type { Problem } from '../../types/input.ts';
import type { Report } from '../../types/report.ts';
import { remedyNames } from '../../types/resource.ts';
import { type Markup, markup, isolate } from './markup.ts';
import { type Quoted, quotedIn } from './sentences/index.ts';
import { type Translator, region } from './i18n.ts';

/** More than this a person reads in problems.csv. */
const maxLines = 200;

const columns = ['problem.where', 'problem.value', 'problem.problem', 'problem.whatToDo'] as const;

/** What of the input could not be used, and what to do about it. */
export function problems({ problems: all }: Report, translator: Translator): Markup {
  const { say, mark, text, language } = translator;
  const quoted = quotedIn(language);
  const lines = all.slice(0, maxLines).map((each) => line(each, quoted, translator));
  const table = markup`<table class="plain">
<caption>${say('problems.caption')}</caption>
<thead><tr>${columns.map((key) => markup`<th scope="col"${mark(key)}>${text(key)}</th>`)}</tr></thead>
<tbody>
${lines}</tbody>
</table>`;
  return markup`<section id="problems" aria-labelledby="problems-h"${quoted.said()}>
<h2 id="problems-h"${mark('problems')}>${text('problems')}</h2>
${
  all.length === 0
    ? markup`<p>${say('problems.none')}</p>`
    : markup`<div class="card">${region(translator, 'problems.caption', table)}</div>`
}
${all.length > maxLines ? markup`<p>${say('problems.cut', { shown: maxLines, all: all.length })}</p>` : null}
</section>
`;
}

function line(
  { file, line: number, value, problem, whatToDo }: Problem,
  { quote }: Quoted,
  { say }: Translator,
): Markup {
  const remedy = remedyNames.find((name) => remedyTexts[name] === whatToDo);
  const where = markup`<bdi>${file}</bdi>${number > 0 ? `:${number}` : null}`;
  return markup`<tr><th scope="row">${where}</th><td>${isolate(value, 160)}</td><td>${quote(problem)}</td><td>${
    remedy ? say(`remedy.${remedy}`) : quote(whatToDo)
  }</td></tr>\n`;
}
