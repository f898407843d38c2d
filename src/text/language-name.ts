const names = new Intl.DisplayNames('en', { type: 'language' });

/** What English calls a language of this code. */
export const languageName = (code: string): string => names.of(code) ?? code;
