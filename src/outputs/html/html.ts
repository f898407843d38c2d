import type { PageLanguage, Report, Row } from '../../types/report.ts';
import { bars } from './bars.ts';
import { changes } from './changes.ts';
import { choice, plansOn } from './choice.ts';
import { coverage } from './coverage.ts';
import { first } from './first.ts';
import { icon, policyFor, raw, pageScriptOf } from './frame.ts';
import { type Markup, markup } from './markup.ts';
import { overlap } from './overlap.ts';
import { overview } from './overview.ts';
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
  yield head(shown, policyFor(style, script), translator).markup;
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
  pageScriptOf(pageScript, [wordsFor(report), Object.keys(translations), phrase]);

/** Words that only some reports need: a page holds those that it shows. */
const rare = /^(?:law|notice)\./;

/** By key, which stands there once, a word for each language: the page is to be small. */
function wordsFor({ lawful, notices }: Report): Record<string, string[]> {
  const shown = new Set([...lawful.map(({ code }) => `law.${code}`), ...notices.map(({ code }) => `notice.${code}`)]);
  const isShown = (key: string): boolean =>
    !rare.test(key) || shown.has(key) || (key === 'law.placements' && lawful.length > 0);
  const all = Object.values(translations).map(({ words }) => words);
  const keys = (Object.keys(translations.en.words) as Key[]).filter(isShown);
  return Object.fromEntries(keys.map((key) => [key, all.map((words) => words[key])]));
}

function head(report: Report, policy: string, { language, mark, text, say, label }: Translator): Markup {
  const { date } = report;
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
  const languages = Object.entries(translations).map(
    ([code, { title }]) =>
      markup`<option value="${code}" lang="${code}"${raw(code === language ? ' selected' : '')}>${title}</option>`,
  );
  const themes = (['system', 'light', 'dark'] as const).map(
    (theme) => markup`<option value="${theme}"${mark(`theme.${theme}`)}>${text(`theme.${theme}`)}</option>`,
  );
  return markup`<!doctype html>
<html lang="${language}" data-theme="system">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<base target="_blank">
<title${mark('documentTitle', { date })}>${text('documentTitle', { date })}</title>
<link rel="icon" href="${raw(icon)}">
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#table" target="_self">${say('skip')}</a>
<header>
<div><h1${mark('title')}>${text('title')}</h1>
<p class="soft"><time datetime="${date}">${date}</time></p></div>
<form id="switches" hidden>
<label>${say('language')}<select name="language">${languages}</select></label>
<label>${say('theme')}<select name="theme">${themes}</select></label>
</form>
</header>
<nav${label('contents')}>${sections.map((id) => markup`<a href="#${id}" target="_self">${say(id)}</a>\n`)}</nav>
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
