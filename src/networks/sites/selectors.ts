import type { CheerioAPI } from 'cheerio/slim';
import { UnexpectedAnswer } from '../../errors.ts';
import { countIn } from '../../text/counts.ts';
import { cheerio } from '../../text/page-parsers.ts';
import { canParseUrl, urlOf } from '../../text/web-address.ts';
import type { Web } from '../../types/web.ts';

/** A part of a page. */
export type PagePart = ReturnType<CheerioAPI>;

/** A page as it was opened. */
export interface Opened {
  page: CheerioAPI;
  /** Where it came from, after redirects. */
  url: string;
  /** What its links are relative to. */
  base: string;
}

export function openedAt(url: string, page: CheerioAPI): Opened {
  const base = page('base[href]').attr('href') ?? '';
  return { page, url, base: urlOf(base, url)?.href ?? url };
}

/** Where a value stands: the visible text of a selector's element, or one of its attributes. */
export interface Place {
  /** Empty for the element itself. */
  selector: string;
  attribute: string | null;
}

/** `a.name@href` is the attribute `href` of `a.name`; without an attribute, `usual` is taken. */
export function parsePlace(text: string, usual: string | null = null): Place {
  const at = text.lastIndexOf('@');
  const attribute = text.slice(at + 1).trimEnd();
  if (at === -1 || !/^[a-z_][\w:.-]*$/i.test(attribute)) return { selector: text.trim(), attribute: usual };
  return { selector: text.slice(0, at).trim(), attribute };
}

/** Names that jQuery's selectors have and a browser has not. */
const notInBrowsers =
  /:(?:contains|icontains|eq|first|last|gt|lt|nth|even|odd|parent|header|button|checkbox|file|image|input|password|radio|reset|submit|text|selected)(?![\w-])/;

/** What is wrong with a selector; null where nothing is, or it is empty. */
export function faultIn(selector: string, inBrowser: boolean): string | null {
  if (selector === '') return null;
  if (/[>+~,]\s*$/.test(selector)) return `"${selector}" is not a CSS selector: something is missing at its end`;
  const [foreign] = (inBrowser && notInBrowsers.exec(selector)) || [];
  if (foreign) return `"${selector}" cannot be used on a rendered page: browsers do not know "${foreign}"`;
  try {
    cheerio().load('<p></p>', null, false).root().find(selector);
    return null;
  } catch (error) {
    return `"${selector}" is not a CSS selector: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The selector of the items of a list, as a browser knows it. */
export const itemsIn = (list: string, item: string): string =>
  /^[>+~]/.test(item) ? `:is(${list}) ${item}` : `:is(${list}) :is(${item})`;

/** What the selector finds inside a part, or the part itself where it is what the selector describes. */
export function selectIn(part: PagePart, { selector }: Pick<Place, 'selector'>): PagePart {
  if (selector === '') return part;
  const found = part.find(selector);
  return found.length === 0 && part.is(selector) ? part : found;
}

/** The value that stands at the first element there; null where there is none, or an empty one. */
export function textAt(part: PagePart, place: Place, web: Web): string | null {
  const found = selectIn(part, place).first();
  if (found.length === 0) return null;
  const value = place.attribute === null ? web.textOf(found.html() ?? '') : found.attr(place.attribute)?.trim();
  return value || null;
}

/** The number that the value there shows; null where there is none, or none that can be read for sure. */
export function numberAt(part: PagePart, place: Place, web: Web): number | null {
  const text = textAt(part, place, web);
  return text === null ? null : countIn(text);
}

/** The whole address that a link there leads to; null where it is none. */
export function addressAt(part: PagePart, place: Place, opened: Opened, web: Web): URL | null {
  const text = textAt(part, place, web);
  return text === null ? null : addressFrom(text, opened);
}

/** A link of a page as a whole address; null where it leads to no page. */
export function addressFrom(text: string, { base }: Opened): URL | null {
  if (text.startsWith('#') || !canParseUrl(text, base)) return null;
  const address = new URL(text, base);
  address.hash = '';
  return /^https?:$/.test(address.protocol) ? address : null;
}

/** The instant that the value there tells, in ISO 8601; null where it is written in another form. */
export function instantAt(part: PagePart, place: Place, web: Web): string | null {
  const found = selectIn(part, place).first();
  const ofTime = place.attribute === null ? found.attr('datetime') : undefined;
  return instantOf(ofTime ?? textAt(part, place, web) ?? '');
}

/**
 * ISO 8601, or seconds or milliseconds since the epoch. A time without an offset is taken for UTC: the reader's own zone
 * would give another instant on another machine.
 */
export function instantOf(text: string): string | null {
  const written = text.trim();
  if (/^\d{10}$|^\d{13}$/.test(written)) {
    return new Date(Number(written) * (written.length === 10 ? 1000 : 1)).toISOString();
  }
  const [, day, time, offset] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(written) ?? [];
  const milliseconds = Date.parse(`${day}T${time ?? '00:00'}${offset ?? 'Z'}`);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

/** None of these is on the page: it is not the page that the recipe describes. */
export function unlike({ url }: Opened, selectors: (string | undefined)[]): UnexpectedAnswer {
  const names = selectors.filter((selector) => selector !== undefined && selector !== '').map((each) => `"${each}"`);
  return new UnexpectedAnswer(url, `the page does not match the recipe: nothing on it matches ${names.join(' or ')}`);
}
