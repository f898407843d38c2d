import type { CheerioAPI } from 'cheerio';

/** An element of a feed with its children by name. Names are lower case, with the prefix that feeds usually give. */
export interface FeedElement {
  name: string;
  attribute: (name: string) => string;
  /** What a reader sees of its text. */
  ownText: () => string;
  first: (name: string) => FeedElement | undefined;
  /** Children of these names, in the order of the names. */
  all: (...names: string[]) => FeedElement[];
  /** The text of the first child that has one, by the order of the names. */
  text: (...names: string[]) => string;
}

/** The document's first element. @param textOf what a reader sees of HTML */
export const elementsOf = (page: CheerioAPI, textOf: (html: string) => string): FeedElement =>
  elementOf(page, page.root().children().first(), textOf);

function elementOf(page: CheerioAPI, part: ReturnType<CheerioAPI>, textOf: (html: string) => string): FeedElement {
  const byName = new Map<string, FeedElement[]>();
  let isRead = false;
  const children = (): Map<string, FeedElement[]> => {
    if (isRead) return byName;
    isRead = true;
    for (const child of part.children().toArray()) {
      const element = elementOf(page, page(child), textOf);
      const before = byName.get(element.name);
      if (before) before.push(element);
      else byName.set(element.name, [element]);
    }
    return byName;
  };
  const all = (...names: string[]): FeedElement[] => names.flatMap((name) => children().get(name) ?? []);
  const ownText = (): string => textOf(part.text()).trim();
  return {
    name: part.prop('tagName')?.toLowerCase() ?? '',
    attribute: (name) =>
      Object.entries(part.attr() ?? {})
        .find(([key]) => key.toLowerCase() === name)?.[1]
        .trim() ?? '',
    ownText,
    first: (name) => all(name)[0],
    all,
    text: (...names) =>
      all(...names)
        .map((each) => each.ownText())
        .find(Boolean) ?? '',
  };
}
