import type { CheerioAPI } from 'cheerio';

/** Scripts of structured data that are read, and characters of each. */
const mostScripts = 20;
const longestScript = 200_000;

/** Deeper than this no page describes itself; whoever walks the data goes no deeper. */
export const deepestData = 8;

/** What a page says of itself in JSON-LD (https://www.w3.org/TR/json-ld11/), a value a script; what is no JSON is left out. */
export function* structuredDataOf(page: CheerioAPI): Generator {
  for (const element of page('script[type="application/ld+json"]').slice(0, mostScripts).toArray()) {
    const text = page(element).text();
    if (text.length > longestScript) continue;
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
