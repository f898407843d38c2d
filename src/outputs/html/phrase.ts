import { decimalsFor } from '../decimals.ts';

export type Values = Record<string, string | number>;

/**
 * A sentence with its values in it. `{n}` is the value, `{#n}` one in digits with the decimal sign of the language,
 * `{n|client|clients}` the form that goes with the number in the language. Goes into the page as it stands: it may use nothing from outside itself.
 */
export function phrase(template: string, values: Values, language: string): string {
  const order = language === 'ru' ? ['one', 'few', 'many'] : ['one', 'other'];
  return template.replace(/\{(#?)(\w+)(?:\|([^}]*))?\}/g, (_, digits: string, name: string, forms?: string) => {
    const value = values[name] ?? '';
    if (digits !== '' && language !== 'en') return String(value).replaceAll('.', ',');
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

/** A number in digits, with the decimal sign of the language. */
export const decimal = (digits: string, language: string): string => phrase('{#digits}', { digits }, language);

/** A share as whole percents; a small one with two digits, so that 1 of 24,631 is not none. */
export const percent = (share: number): string => `${percents(share, share)}\u00A0%`;

/** `11–60 %`; `0.0007–0.023 %` where both ends are small. */
export const interval = (low: number, high: number): string => `${percents(low, high)}–${percent(high)}`;

/** How many times more than chance gives: three digits are more than such an estimate has. */
export const timesIn = (lift: number): string =>
  lift >= 10 ? grouped(Math.round(lift)) : lift.toFixed(lift < 0.1 ? decimalsFor(lift, 2) : 1);

/** How many chance gives: such an estimate has one digit that says something. */
export const expectedIn = (expected: number): string => expected.toFixed(decimalsFor(expected, 1, 1));

/** @param scale the share that tells how finely this one is written */
function percents(share: number, scale: number): string {
  if (share <= 0 || scale >= 0.00995) return share > 0 && share < 0.005 ? '<1' : (share * 100).toFixed(0);
  const decimals = Math.min(100, 1 - Math.floor(Math.log10(share * 100)));
  return (share * 100).toFixed(decimals).replace(/0$/, '');
}
