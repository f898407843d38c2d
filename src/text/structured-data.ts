import type { CheerioAPI } from 'cheerio';

/** Scripts of structured data that are read, and characters of each. */
const mostScripts = 20;
const longestScript = 200_000;

/** Deeper than this no page describes itself; whoever walks the data goes no deeper. */
export const deepestData = 8;

/** What a page says of itself in JSON-LD (https://www.w3.org/TR/json-ld11/), a value a script; what is no JSON is left out. */
export const structuredDataOf = (page: CheerioAPI): Generator =>
  dataIn(page, 'script[type="application/ld+json"]', mostScripts, longestScript);

/** What pages that are drawn by scripts carry for these: more of it, longer and deeper. */
const mostEmbedded = 400;
const longestEmbedded = 8 * 1024 ** 2;
const deepestEmbedded = 40;
const mostObjects = 500_000;

/** Every object in the JSON that a page carries for its own scripts, and in what it says of itself. */
export function* embeddedObjectsOf(page: CheerioAPI): Generator<Record<string, unknown>> {
  let objects = 0;
  const scripts = 'script[type="application/json"], script[type="application/ld+json"], script[id="SIGI_STATE"]';
  for (const data of dataIn(page, scripts, mostEmbedded, longestEmbedded)) {
    const open: { value: unknown; depth: number }[] = [{ value: data, depth: 0 }];
    for (let each = open.pop(); each; each = open.pop()) {
      const { value, depth } = each;
      if (typeof value !== 'object' || value === null || depth > deepestEmbedded) continue;
      objects += 1;
      if (objects > mostObjects) return;
      if (!Array.isArray(value)) yield value as Record<string, unknown>;
      for (const inner of Object.values(value).toReversed()) open.push({ value: inner, depth: depth + 1 });
    }
  }
}

function* dataIn(page: CheerioAPI, scripts: string, most: number, longest: number): Generator {
  for (const element of page(scripts).slice(0, most).toArray()) {
    const text = page(element).text();
    if (text.length > longest) continue;
    const parsed = parse(text);
    if (parsed) yield parsed.value;
  }
}

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
