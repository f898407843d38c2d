import type { PageLanguage } from '../../types/report.ts';
import { icon, policyFor, raw } from './frame.ts';
import type { Translator } from './i18n.ts';
import { type Markup, markup } from './markup.ts';
import { themes } from './themes.ts';

/** Words that the beginning of every page is made of. */
type HeadWord = 'documentTitle' | 'title' | 'skip' | 'language' | 'theme' | `theme.${(typeof themes)[number]}`;

/** The words of a page in each of its languages. */
type PageWords<Word extends string> = Readonly<
  Record<PageLanguage, { title: string; words: Readonly<Record<Word, string>> }>
>;

interface PageParts {
  /** ISO 8601. */
  date: string;
  style: string;
  script: string;
  /** Where what the page is for begins, as an id. */
  main: string;
  languages: PageWords<HeadWord>;
}

/** Everything before a page's own content: what it may do, its title, and the switches of language and colours. */
export function pageHead(
  { date, style, script, main, languages }: PageParts,
  { language, mark, text, say }: Translator<HeadWord>,
): Markup {
  const choices = Object.entries(languages).map(
    ([code, { title }]) =>
      markup`<option value="${code}" lang="${code}"${raw(code === language ? ' selected' : '')}>${title}</option>`,
  );
  const colours = themes.map(
    (theme) => markup`<option value="${theme}"${mark(`theme.${theme}`)}>${text(`theme.${theme}`)}</option>`,
  );
  return markup`<!doctype html>
<html lang="${language}" data-theme="system">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policyFor(style, script))}">
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
<a class="skip" href="#${main}" target="_self">${say('skip')}</a>
<header>
<div><h1${mark('title')}>${text('title')}</h1>
<p class="soft"><time datetime="${date}">${date}</time></p></div>
<form id="switches" hidden>
<label>${say('language')}<select name="language">${choices}</select></label>
<label>${say('theme')}<select name="theme">${colours}</select></label>
</form>
</header>
`;
}

/** For a page's script: by key a word for each language. */
export function wordsByKey<Word extends string>(
  languages: PageWords<Word>,
  keys: readonly Word[],
): Record<string, string[]> {
  const all = Object.values(languages).map(({ words }) => words);
  return Object.fromEntries(keys.map((key) => [key, all.map((words) => words[key])]));
}
