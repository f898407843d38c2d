import { type Row, verdicts } from '../../types/report.ts';
import { type Markup, markup } from './markup.ts';
import type { Translator } from './i18n.ts';
import type { Key } from './words/index.ts';

const present = <Value extends string>(values: Value[]): Value[] => [...new Set(values)].toSorted();

const select = (name: string, options: Markup[]): Markup => markup`<select name="${name}">${options}</select>`;

/** Search, filters and order of the table: hidden until the page's script shows them, as they do nothing without it. */
export function controls(rows: Row[], compared: boolean, { say, mark, text }: Translator): Markup {
  const given = verdicts.filter((verdict) => rows.some((row) => row.verdict === verdict));
  const networks = present(rows.map(({ network }) => network));
  const kinds = present(rows.map(({ thirdParty }) => thirdParty.kind));
  const orders = ['rank', 'clients', 'share', 'subscribers', 'name', 'network', 'kind', 'verdict'] as const;
  const option = (value: string, key: Key): Markup =>
    markup`<option value="${value}"${mark(key)}>${text(key)}</option>`;
  const any = option('', 'everything');
  const field = (key: Key, control: Markup): Markup => markup`<label>${say(key)}${control}</label>\n`;
  return markup`<form class="controls" id="filters" role="search" hidden>
${field('search', markup`<input type="search" name="search" autocomplete="off" spellcheck="false">`)}${field(
    'column.verdict',
    select('verdict', [any, ...given.map((verdict) => option(verdict, `verdict.${verdict}`))]),
  )}${field(
    'column.network',
    select('network', [any, ...networks.map((network) => markup`<option>${network}</option>`)]),
  )}${field('column.kind', select('kind', [any, ...kinds.map((kind) => option(kind, `kind.${kind}`))]))}${field(
    'least',
    markup`<input type="number" name="least" min="1" step="1" value="1" inputmode="numeric">`,
  )}${field(
    'order',
    select(
      'order',
      (compared ? ([...orders, 'change'] as const) : orders).map((column) => option(column, `column.${column}`)),
    ),
  )}<button type="reset"${mark('clear')}>${text('clear')}</button>
<p id="shown" role="status"></p>
</form>`;
}
