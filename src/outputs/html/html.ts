import type { PageLanguage, Report, Row } from '../../types/report.ts';
import { bars } from './bars.ts';
import { changes } from './changes.ts';
import { choice, plansOn } from './choice.ts';
import { coverage } from './coverage.ts';
import { first } from './first.ts';
import { pageScriptOf, raw } from './frame.ts';
import { type Markup, markup } from './markup.ts';
import { overlap } from './overlap.ts';
import { overview } from './overview.ts';
import { pageHead, wordsByKey } from './page-head.ts';
import { pageParts } from './page-parts.ts';
import { pageScript } from './page-script.ts';
import { phrase } from './phrase.ts';
import { problems } from './problems.ts';
import { proposals } from './proposals.ts';
import { reach } from './reach.ts';
import { maxRows, rowsTable } from './rows.ts';
import { scatter } from './scatter.ts';
import { firstBlock, forPage } from './shown-rows.ts';
import { segments } from './segments.ts';
import { type Translator, translatorFor } from './i18n.ts';
import { style } from './style.ts';
import { unread } from './unread.ts';
import { worked } from './worked.ts';
import { type Key, translations } from './words/index.ts';

/**
 * The report as one page that asks nobody for anything: readable without scripts, from a disk and on a phone. Only the
 * style and the script that are part of it may act in it, and names from networks are text.
 * @param options.language the page's first language; the page itself can switch
 */
export function* toHtml(report: Report, options: { language: PageLanguage }): Generator<string> {
  const translator = translatorFor(options.language);
  const { shown, ...left } = forPage(report);
  const block = firstBlock(shown);
  const ranked = block.filter(({ rank }) => rank !== null);
  const script = scriptFor(report);
  const { date } = shown;
  yield pageHead({ date, style, script, main: 'table', languages: translations }, translator).markup;
  yield contents(shown, translator).markup;
  yield first(ranked, report, translator).markup;
  yield overview(report, translator).markup;
  yield changes(shown, translator).markup;
  yield choice(shown, translator).markup;
  if (ranked.length > 0) yield charts(block, ranked, shown, translator).markup;
  yield segments(shown, translator).markup;
  for (const part of rowsTable(shown, left, translator)) yield part.markup;
  yield worked(report, translator).markup;
  yield proposals(report, translator).markup;
  yield coverage(report, translator).markup;
  yield unread(report, translator).markup;
  yield problems(report, translator).markup;
  yield foot(script, translator).markup;
}

const scriptFor = (report: Report): string =>
  pageScriptOf(pageScript, [wordsFor(report), Object.keys(translations), phrase, pageParts]);

/** Words that only some reports need: a page holds those that it shows. */
const rare = /^(?:law|notice)\./;

/** By key, which stands there once, a word for each language: the page is to be small. */
function wordsFor({ lawful, notices }: Report): Record<string, string[]> {
  const shown = new Set([...lawful.map(({ code }) => `law.${code}`), ...notices.map(({ code }) => `notice.${code}`)]);
  const isShown = (key: string): boolean =>
    !rare.test(key) || shown.has(key) || (key === 'law.placements' && lawful.length > 0);
  return wordsByKey(translations, (Object.keys(translations.en.words) as Key[]).filter(isShown));
}

/** The ways to the page's sections. */
function contents(report: Report, { say, label }: Translator): Markup {
  const ranked = report.rows.some(({ rank }) => rank !== null);
  const sections = (
    [
      'first',
      'changes',
      'choice',
      'bars',
      'overlap',
      'segments',
      'table',
      'worked',
      'proposals',
      'coverage',
      'unread',
      'problems',
    ] as const
  ).filter(
    (id) =>
      (id !== 'unread' || report.reasons.length > 0) &&
      (id !== 'worked' || report.worked.length > 0) &&
      (id !== 'proposals' || report.proposals.length > 0) &&
      (id !== 'choice' || plansOn(report).length > 0) &&
      (id !== 'segments' || report.segments.length > 0) &&
      (id !== 'bars' || ranked) &&
      (id !== 'overlap' || report.overlap.length > 1),
  );
  return markup`<nav${label('contents')}>${sections.map((id) => markup`<a href="#${id}" target="_self">${say(id)}</a>\n`)}</nav>
<main>
`;
}

/** The pictures, each with its numbers beside it. */
function charts(rows: Row[], ranked: Row[], report: Report, translator: Translator): Markup {
  const points = scatter(rows.slice(0, maxRows), report.criteria.minSubscribers, translator);
  return markup`<div class="charts">
${bars(ranked, translator)}<div class="stack">${points}${reach(ranked, translator)}</div>
${overlap(report, ranked, translator)}</div>
`;
}

const foot = (script: string, { say }: Translator): Markup => markup`</main>
<footer><p class="soft">${say('footer')}</p></footer>
<p id="copied" class="unseen" role="status"></p>
<script>${raw(script)}</script>
</body>
</html>
`;
