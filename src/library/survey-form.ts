import { formText, surveyLanguages } from '../imports/survey/form-text.ts';
import { UserError } from '../errors.ts';
import { setting } from '../types/instruction.ts';

/**
 * The text of a form that asks clients what they read, with notes on where it may be hosted.
 * @param language `en`, `ru`, `el`, `de`, `fr` or `es`
 * @throws UserError setting, where there is no form in the language
 */
export function surveyForm(language = 'en'): string {
  const known = surveyLanguages.find((each) => each === language);
  if (known === undefined)
    throw new UserError('setting', setting('language'), `"${language}" is none of ${surveyLanguages.join(', ')}`);
  return formText(known);
}
