/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// oxlint-disable unicorn/consistent-function-scoping -- what stands outside of the function does not get into the page
import type { pageParts } from './page-parts.ts';
import type { phrase, Values } from './phrase.ts';

/**
 * What the page does where scripts run: language, colours, search, filters, order, copying. Its source goes into the page
 * as it stands, so it may use nothing but its parameters and the browser. Everything it needs to know of the resources
 * stands in the table already.
 * @param words by key, one for each of the languages
 */
export function pageScript(
  words: Record<string, string[]>,
  languages: string[],
  say: typeof phrase,
  parts: typeof pageParts,
): void {
  const root = document.documentElement;
  const { find, all, inWords, plain, filters, chosen, soughtWords, onLanguage, start } = parts(words, languages, say);

  // ---- the table, read once

  const body = find('#rows tbody', HTMLTableSectionElement);
  const headings = all('#rows th[data-sort]');
  const keys = new Map(
    Object.entries(words).flatMap(([key, texts]) =>
      /^(?:verdict|reason|kind)\./.test(key)
        ? [[`${key.split('.')[0]} ${texts[languages.indexOf(root.lang)]}`, key] as const]
        : [],
    ),
  );
  const numbersIn = (text: string): number[] =>
    [...text.replaceAll('\u202F', '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const apart = new Set(find('#rows', HTMLTableElement).dataset['apart']?.split(' '));
  const lines = [...body.rows].map((row, index) => {
    const [rank, name, network, clients, , subscribers, , , change] = [...row.cells].map(
      (cell) => cell.textContent?.trim() ?? '',
    );
    const [k = 0, n = 0] = numbersIn(clients ?? '');
    const verdictWord = row.querySelector('b');
    const word = (group: string, node: Node | null | undefined): { node: Node | null; key: string } => ({
      node: node ?? null,
      key: keys.get(`${group} ${node?.textContent?.trim()}`) ?? '',
    });
    const kind = word('kind', row.cells[6]?.firstChild);
    return {
      row,
      index,
      rank: numbersIn(rank ?? '')[0] ?? null,
      name: name ?? '',
      network: network ?? '',
      block: apart.has(network ?? '') ? (network ?? '') : '',
      clients: k,
      readable: n,
      share: n > 0 ? k / n : 0,
      subscribers: numbersIn(subscribers ?? '')[0] ?? null,
      // A new resource before the ones that rose, the unchanged between those and the ones that fell.
      change: !change ? null : (numbersIn(change)[0] ?? (change === '=' ? 0 : 1e9)) * (change.startsWith('↓') ? -1 : 1),
      words: [kind, word('verdict', verdictWord?.firstChild), word('reason', verdictWord?.nextSibling)],
      kind: kind.key.slice('kind.'.length) || 'unknown',
      verdict: row.className,
      text: '',
    };
  });
  type Line = (typeof lines)[number];
  /** Networks that are ranked by themselves stay so in every order. */
  const blocks = [...new Set(lines.map(({ block }) => block))];

  // ---- search and filters

  const textOf = (line: Line): string => {
    line.text ||= plain(
      `${line.row.textContent} ${[...line.row.querySelectorAll('a')].map(({ href }) => href).join(' ')}`,
    );
    return line.text;
  };
  const filter = (): void => {
    const sought = soughtWords();
    const [verdict, network, kind, least] = ['verdict', 'network', 'kind', 'least'].map(chosen);
    let shown = 0;
    for (const line of lines) {
      const fits =
        (!verdict || line.verdict === verdict) &&
        (!network || line.network === network) &&
        (!kind || line.kind === kind) &&
        line.clients >= Number(least) &&
        sought.every((word) => textOf(line).includes(word));
      line.row.hidden = !fits;
      if (fits) shown += 1;
    }
    find('#shown', HTMLElement).textContent =
      shown === 0 && lines.length > 0 ? inWords('shown.none') : inWords('shown', { n: shown, all: lines.length });
  };

  // ---- order

  const verdicts = Object.keys(words).flatMap((key) => /^verdict\.(.+)/.exec(key)?.[1] ?? []);
  let order = { column: 'rank', descending: false };
  const falling = (column: string): boolean => ['clients', 'share', 'subscribers', 'change'].includes(column);
  const sort = (): void => {
    const { column, descending } = order;
    const collator = new Intl.Collator(root.lang, { numeric: true });
    const value = (line: Line): number | string | null => {
      if (column === 'verdict') return verdicts.indexOf(line.verdict);
      if (column === 'kind') return line.words[0]?.node?.textContent ?? '';
      return line[column as 'rank' | 'name' | 'network' | 'clients' | 'share' | 'subscribers' | 'change'];
    };
    const values = new Map(lines.map((line) => [line, value(line)]));
    const compare = (a: Line, b: Line): number => {
      const [left = null, right = null] = [values.get(a), values.get(b)];
      // Unknown stays last in both directions.
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      const sign =
        typeof left === 'string' || typeof right === 'string'
          ? collator.compare(String(left), String(right))
          : left - right;
      return descending ? -sign : sign;
    };
    const sorted = lines
      .toSorted((a, b) => blocks.indexOf(a.block) - blocks.indexOf(b.block) || compare(a, b) || a.index - b.index)
      .map(({ row }) => row);
    if (sorted.some((row, index) => row !== body.rows[index])) body.append(...sorted);
    for (const heading of headings) {
      if (heading.dataset['sort'] === column) heading.ariaSort = descending ? 'descending' : 'ascending';
      else heading.removeAttribute('aria-sort');
    }
    const field = filters.elements.namedItem('order');
    if (field instanceof HTMLSelectElement) field.value = column;
  };
  for (const heading of headings) {
    const column = heading.dataset['sort'] ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      order = { column, descending: order.column === column ? !order.descending : falling(column) };
      sort();
    });
  }
  filters.addEventListener('input', filter);
  filters.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement) || target.name !== 'order') return;
    order = { column: target.value, descending: falling(target.value) };
    sort();
  });
  filters.addEventListener('reset', () => {
    order = { column: 'rank', descending: false };
    // The fields have their first values only after this event.
    setTimeout(() => {
      sort();
      filter();
    });
  });

  // ---- copying a teaser

  const copied = find('#copied', HTMLElement);
  const copy = async (button: HTMLElement): Promise<void> => {
    const teaser = button.closest('details')?.querySelector('pre');
    if (!teaser) return;
    let done = true;
    try {
      await navigator.clipboard.writeText(teaser.textContent ?? '');
    } catch {
      getSelection()?.selectAllChildren(teaser);
      done = document.execCommand('copy');
    }
    copied.textContent = inWords(done ? 'copied' : 'copyFailed');
    button.textContent = copied.textContent;
    setTimeout(() => {
      button.textContent = inWords('copy');
      copied.textContent = '';
    }, 2000);
  };
  body.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button.copy') : null;
    if (button) void copy(button);
  });

  // ---- language and colours

  onLanguage(() => {
    for (const around of all('[data-said]')) {
      const said = JSON.parse(around.dataset['said'] ?? '[]') as Record<string, string>[];
      for (const element of around.querySelectorAll<HTMLElement>('[data-s]')) {
        const { s, v } = element.dataset;
        const values = JSON.parse(v ?? '{}') as Record<string, string | number | Record<string, string>>;
        const mine = Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'object' ? (value[root.lang] ?? '') : value,
        ]);
        element.textContent = say(said[Number(s)]?.[root.lang] ?? '', Object.fromEntries(mine) as Values, root.lang);
      }
    }
    for (const element of all('.n')) {
      const sign = root.lang === 'en' ? '.' : ',';
      element.textContent = (element.textContent ?? '').replace(/(\d)[.,](?=\d)/g, (_, digit: string) => digit + sign);
    }
    for (const line of lines) {
      const clients = line.row.cells[3];
      if (clients) clients.textContent = inWords('of', { k: line.clients, n: line.readable });
      for (const { node, key } of line.words) {
        if (node && key) node.textContent = (node.textContent ?? '').replace(/\S(?:.*\S)?/s, () => inWords(key));
      }
      line.text = '';
    }
    sort();
    filter();
  });

  // ---- paper has no folds: teasers that can be seen are printed

  let unfolded: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    unfolded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of unfolded) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of unfolded) details.open = false;
  });

  start('[hidden]:is(form, button)');
}
