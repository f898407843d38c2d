import { germanForm } from './forms/de.ts';
import { greekForm } from './forms/el.ts';
import { englishForm } from './forms/en.ts';
import { spanishForm } from './forms/es.ts';
import type { Form } from './forms/form.ts';
import { frenchForm } from './forms/fr.ts';
import { russianForm } from './forms/ru.ts';

const forms = {
  en: englishForm,
  ru: russianForm,
  el: greekForm,
  de: germanForm,
  fr: frenchForm,
  es: spanishForm,
} satisfies Record<string, Form>;

export type SurveyLanguage = keyof typeof forms;

/** Languages of the form, in the order in which they are offered. */
export const surveyLanguages = Object.keys(forms) as SurveyLanguage[];

/** The headings that the answers to the form will have. */
export function formHeadings(language: SurveyLanguage): string[] {
  const { name, email, questions } = forms[language];
  return [name, email, ...questions];
}

/** A form to copy into any form program, and below it what to heed before it goes out. */
export function formText(language: SurveyLanguage): string {
  const { title, intro, hint, notes } = forms[language];
  const questions = formHeadings(language).map((question, index) => `${index + 1}. ${question}`);
  const [name = '', email = '', ...reading] = questions;
  return [
    title,
    '',
    intro,
    '',
    name,
    email,
    '',
    hint,
    '',
    ...reading,
    '',
    `--- ${notes.heading} ---`,
    '',
    ...notes.lines.map((line) => `- ${line}`),
    '',
  ].join('\n');
}
