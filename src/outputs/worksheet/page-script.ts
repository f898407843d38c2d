/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// oxlint-disable unicorn/consistent-function-scoping -- what stands outside of the function does not get into the page
import type { pageParts } from '../html/page-parts.ts';
import type { phrase } from '../html/phrase.ts';

/**
 * What the worksheet does where scripts run: language, colours, filters, ticks. Its source goes into the page as it
 * stands, so it may use nothing but its parameters and the browser. Ticks stay in the browser, without names.
 * @param words by key, one for each of the languages
 */
export function worksheetScript(
  words: Record<string, string[]>,
  languages: string[],
  say: typeof phrase,
  parts: typeof pageParts,
): void {
  const { find, all, inWords, plain, filters, chosen, soughtWords, onLanguage, start } = parts(words, languages, say);

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

  const people = all('.people > li').map((row) => ({
    row,
    text: plain([row.textContent, ...[...row.querySelectorAll('a')].map(({ href }) => href)].join(' ')),
    tasks: [...row.querySelectorAll<HTMLElement>('.tasks > li')],
  }));
  const filter = (): void => {
    const sought = soughtWords();
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
  filters.addEventListener('input', filter);

  onLanguage(filter);
  start('form[hidden], .tick[hidden]');
  filter();
}
