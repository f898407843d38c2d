import type { CheerioAPI } from 'cheerio';
import { deepestData, structuredDataOf } from '../text/structured-data.ts';
import type { ArticleText } from '../types/article.ts';

const longestText = 1000;
const mostParagraphs = 8;
/** A paragraph of text has so many characters; what is shorter is a caption or a button. */
const leastParagraph = 40;

/** What a page says of the article on it: its own structured data, Open Graph, and the text itself. */
export function textOfArticle(page: CheerioAPI): ArticleText {
  const data = articleData(page);
  const meta = (name: string): string =>
    page(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content') ?? '';
  return {
    title: firstOf(meta('og:title'), data.headline, page('title').first().text(), page('h1').first().text()),
    description: firstOf(meta('og:description'), meta('description'), data.description),
    author: firstOf(data.author, meta('author')),
    language: languageOf(page('html').attr('lang'), data.language, meta('og:locale')),
    paragraphs: paragraphsOf(page),
  };
}

const firstOf = (...texts: (string | undefined)[]): string | null =>
  texts.map(oneLine).find((each) => each !== '') ?? null;

const oneLine = (text: string | undefined): string =>
  (text ?? '')
    .slice(0, 4 * longestText)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText);

function languageOf(...codes: (string | undefined)[]): string | null {
  const [code] = codes.flatMap((each) => /^[a-z]{2}(?![a-z])/i.exec(each?.trim() ?? '') ?? []);
  return code?.toLowerCase() ?? null;
}

const aside = 'nav, header, footer, aside, form, figure, [role="navigation"], [role="dialog"]';

/** The first paragraphs of the article, else of the page. */
function paragraphsOf(page: CheerioAPI): string[] {
  for (const place of ['article p', 'main p', '[itemprop="articleBody"] p', 'p']) {
    const texts = page(place)
      .slice(0, 200)
      .toArray()
      .filter((element) => page(element).closest(aside).length === 0)
      .map((element) => oneLine(page(element).text()))
      .filter((text) => text.length >= leastParagraph);
    if (texts.length > 0) return texts.slice(0, mostParagraphs);
  }
  return [];
}

interface ArticleData {
  headline?: string;
  description?: string;
  author?: string;
  language?: string;
}

const articleTypes = /(?:Article|Posting|Report|HowTo)$/;

/** The first article in the page's JSON-LD. */
function articleData(page: CheerioAPI): ArticleData {
  for (const data of structuredDataOf(page)) {
    const found = articleIn(data);
    if (found) {
      return {
        ...textField('headline', found.headline),
        ...textField('description', found.description),
        ...textField('author', nameOf(found.author)),
        ...textField('language', found.inLanguage),
      };
    }
  }
  return {};
}

type Data = Record<string, unknown>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

function articleIn(value: unknown, depth = 0): Data | undefined {
  if (depth > deepestData) return undefined;
  const within = (each: unknown): Data | undefined => articleIn(each, depth + 1);
  if (Array.isArray(value)) return value.slice(0, 100).map(within).find(Boolean);
  if (!isData(value)) return undefined;
  const types = [value['@type']].flat();
  if (types.some((type) => typeof type === 'string' && articleTypes.test(type))) return value;
  return Array.isArray(value['@graph']) ? within(value['@graph'].filter(isData)) : undefined;
}

/** A person's name, also where several wrote it or the name stands alone. */
function nameOf(author: unknown): unknown {
  const [first] = [author].flat();
  return isData(first) ? first.name : first;
}

const textField = <Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> =>
  typeof value === 'string' && value.trim() !== '' ? ({ [name]: value } as Record<Name, string>) : {};
