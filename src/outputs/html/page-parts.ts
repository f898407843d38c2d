/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// oxlint-disable unicorn/consistent-function-scoping -- what stands outside of the function does not get into the page
import type { phrase, Values } from './phrase.ts';

/**
 * What the scripts of all pages do: find elements, say words in the language that is chosen, switch language and colours.
 * Its source goes into the page as it stands, so it may use nothing but its parameters and the browser.
 * @param words by key, one for each of the languages
 */
export function pageParts(words: Record<string, string[]>, languages: string[], say: typeof phrase) {
  const root = document.documentElement;
  const find = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
    const found = document.querySelector(selector);
    if (found instanceof kind) return found;
    throw new Error(`the page has no ${selector}`);
  };
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
  const inWords = (key: string, values: Values = {}): string =>
    say(words[key]?.[languages.indexOf(root.lang)] ?? key, values, root.lang);
  /** Without case, accents and final sigma, so that ΑΘΗΝΑ finds Αθήνα. */
  const plain = (text: string): string =>
    text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');

  const filters = find('#filters', HTMLFormElement);
  filters.addEventListener('submit', (event) => event.preventDefault());
  const chosen = (name: string): string => {
    const field = filters.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : '';
  };
  const soughtWords = (): string[] => plain(chosen('search')).split(/\s+/).filter(Boolean);

  const switches = find('#switches', HTMLFormElement);
  /** @param translateRest what the page has besides sentences and labels, in the language that is chosen now */
  const onLanguage = (translateRest: () => void): void => {
    switches.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLSelectElement)) return;
      if (target.name === 'theme') {
        root.dataset['theme'] = target.value;
        return;
      }
      root.lang = target.value;
      for (const element of all('[data-t]')) {
        const { t = '', v } = element.dataset;
        element.textContent = inWords(t, v === undefined ? {} : (JSON.parse(v) as Values));
      }
      for (const element of all('[data-l]')) element.ariaLabel = inWords(element.dataset['l'] ?? '');
      translateRest();
    });
  };
  /** @param controls what does nothing without scripts, and is hidden until they run */
  const start = (controls: string): void => {
    for (const element of all(controls)) element.hidden = false;
    switches.reset();
    filters.reset();
  };
  return { find, all, inWords, plain, filters, chosen, soughtWords, onLanguage, start };
}
