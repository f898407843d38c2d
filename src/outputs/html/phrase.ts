export type Values = Record<string, string | number>;

/**
 * A sentence with its values in it. `{n}` is the value, `{n|client|clients}` the form that goes with the number in the
 * language. Goes into the page as it stands: it may use nothing from outside itself.
 */
export function phrase(template: string, values: Values, language: string): string {
  const order = language === 'ru' ? ['one', 'few', 'many'] : ['one', 'other'];
  return template.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name: string, forms?: string) => {
    const value = values[name] ?? '';
    if (forms === undefined) {
      // oxlint-disable-next-line regexp/no-super-linear-move -- a number has some twenty digits
      return typeof value === 'number' ? String(value).replace(/\B(?=(?:\d{3})+$)/g, '\u202F') : value;
    }
    const all = forms.split('|');
    return all[order.indexOf(new Intl.PluralRules(language).select(Number(value)))] ?? all.at(-1) ?? '';
  });
}

/** A whole number as all three languages may write it: groups of three with narrow spaces between. */
export const grouped = (value: number): string => phrase('{value}', { value }, 'en');

/** A share as whole percents; what is above none but rounds to it says so. */
export const percent = (share: number): string => `${percents(share)}\u00A0%`;

/** `11–60 %` */
export const interval = (low: number, high: number): string => `${percents(low)}–${percent(high)}`;

const percents = (share: number): string => (share > 0 && share < 0.005 ? '<1' : (share * 100).toFixed(0));
