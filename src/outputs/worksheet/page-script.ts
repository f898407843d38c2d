/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// oxlint-disable unicorn/consistent-function-scoping -- what stands outside of the function does not get into the page
import type { phrase, Values } from '../html/phrase.ts';

/**
 * What the worksheet does where scripts run: language, colours, filters, ticks. Its source goes into the page as it
 * stands, so it may use nothing but its parameters and the browser. Ticks stay in the browser, without names.
 * @param words by key, one for each of the languages
 */
export function worksheetScript(words: Record<string, string[]>, languages: string[], say: typeof phrase): void {
  const root = document.documentElement;
  const find = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
    const found = document.querySelector(selector);
    if (found instanceof kind) return found;
    throw new Error(`the page has no ${selector}`);
  };
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
  let language = root.lang;
  const inWords = (key: string, values: Values = {}): string =>
    say(words[key]?.[languages.indexOf(language)] ?? key, values, language);

  // ---- ticks

  const ticksName = 'target-resources-worksheet';
  const ticks = new Set<string>();
  try {
    for (const id of (localStorage.getItem(ticksName) ?? '').split(' ')) ticks.add(id);
  } catch {
    // A browser that keeps nothing for local files: ticks last as long as the page is open.
  }
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.tick input')];
  const paint = (box: HTMLInputElement): void => {
    box.closest('li')?.classList.toggle('ticked', box.checked);
  };
  for (const box of boxes) {
    box.checked = ticks.has(box.value);
    paint(box);
    box.addEventListener('change', () => {
      paint(box);
      if (box.checked) ticks.add(box.value);
      else ticks.delete(box.value);
      try {
        localStorage.setItem(ticksName, [...ticks].join(' '));
      } catch {
        // As above.
      }
    });
  }

  // ---- filters

  const form = find('#filters', HTMLFormElement);
  const chosen = (name: string): string => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : '';
  };
  const plain = (text: string): string =>
    text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
  const people = all('.people > li').map((row) => ({
    row,
    text: plain([row.textContent, ...[...row.querySelectorAll('a')].map(({ href }) => href)].join(' ')),
    tasks: [...row.querySelectorAll<HTMLElement>('.tasks > li')],
  }));
  const filter = (): void => {
    const sought = plain(chosen('search')).split(/\s+/).filter(Boolean);
    const [network, show] = [chosen('network'), chosen('show')];
    let shown = 0;
    for (const { row, text, tasks } of people) {
      for (const task of tasks)
        task.hidden =
          (network !== '' && task.dataset['network'] !== network) ||
          (show === 'missing' && !task.classList.contains('missing'));
      row.hidden = tasks.every(({ hidden }) => hidden) || !sought.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    find('#shown', HTMLElement).textContent = inWords('shown', { n: shown, all: people.length });
  };
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());

  // ---- language and colours

  const switches = find('#switches', HTMLFormElement);
  switches.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    if (target.name === 'theme') {
      root.dataset['theme'] = target.value;
      return;
    }
    language = target.value;
    root.lang = language;
    for (const element of all('[data-t]')) {
      const { t = '', v } = element.dataset;
      element.textContent = inWords(t, v === undefined ? {} : (JSON.parse(v) as Values));
    }
    for (const element of all('[data-l]')) element.ariaLabel = inWords(element.dataset['l'] ?? '');
    filter();
  });

  for (const element of all('form[hidden], .tick[hidden]')) element.hidden = false;
  switches.reset();
  form.reset();
  filter();
}
