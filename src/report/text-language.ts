import { languageName } from '../text/language-name.ts';
import { pageLanguagesOf, scriptOfLanguage } from '../topic/page-language.ts';

/** What texts are in where it is not the language asked about, in words; null where that cannot be told. */
export function strangerAmong(texts: readonly (string | null)[]): (language: string) => string | null {
  const { own, script } = pageLanguagesOf(texts.filter(Boolean).join('\n'));
  const [only = null] = own.size === 1 ? own : [];
  const name = only === null ? null : languageName(only);
  return (language) => {
    if (own.has(language) || script === null) return null;
    return name ?? (script === scriptOfLanguage(language) || script === 'other' ? null : `${script} letters`);
  };
}
