import { pageText } from '../../text/sanitize.ts';
import { lookup } from '../../text/lookup.ts';
import { canParseUrl } from '../../text/web-address.ts';

/** A piece of the page that is safe to print. Strings are text, and never become markup. */
export interface Markup {
  readonly markup: string;
}

export type HtmlContent = string | number | Markup | null | readonly HtmlContent[];

/** Markup with values in it: text is escaped for elements and for quoted attributes alike. */
export function markup(parts: TemplateStringsArray, ...values: HtmlContent[]): Markup {
  return { markup: parts.reduce((all, part, index) => all + printed(values[index - 1] ?? null) + part) };
}

function printed(content: HtmlContent): string {
  if (content === null) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return escaped(content);
  if ('markup' in content) return content.markup;
  return content.map(printed).join('');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => pageText(text).replace(/[&<>"']/g, (sign) => lookup(escapes, sign) ?? '');

/** The text, cut to at most so many UTF-16 units, never in the middle of a code point. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A name that a stranger chose: it keeps its own direction to itself. */
export const isolate = (text: string, maxLength = 120): Markup =>
  markup`<bdi>${truncate(text.trim(), maxLength)}</bdi>`;

/** A link where the address is one of a page, otherwise the content alone. */
export function anchor(address: string | null, content: HtmlContent): Markup {
  const safe = address === null ? null : pageAddress(address);
  if (safe === null) return markup`${content}`;
  return markup`<a href="${safe}" rel="noreferrer">${content}</a>`;
}

/** Only http and https, and nothing that shows one host and leads to another. */
function pageAddress(address: string): string | null {
  if (!canParseUrl(address)) return null;
  const { protocol, username, password, href } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : null;
}

/** Text in which addresses of pages are links. */
export function linked(text: string): Markup {
  return markup`${text
    .split(/(https?:\/\/[^\s;,]+)/u)
    .map((part, index) => (index % 2 === 1 ? anchor(part, markup`<bdi>${part}</bdi>`) : markup`<bdi>${part}</bdi>`))}`;
}
