import type { CheerioAPI } from 'cheerio';

// The parsed page as this folder walks it. Nothing depends on class names: networks make them anew with every version.

type Document = ReturnType<CheerioAPI['root']>[number];
export type PageNode = Document['children'][number];
export type Element = Extract<PageNode, { attribs: object }>;

/** The characters of a text node; null for any other. */
export const charactersOf = (node: PageNode): string | null => (node.nodeType === 3 ? node.data : null);

export const isElement = (node: PageNode): node is Element => 'attribs' in node;

const unseen = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'svg', 'iframe', 'object']);

/** Elements of which a reader sees nothing. */
export const isUnseen = (element: Element): boolean =>
  unseen.has(element.name) ||
  element.attribs['hidden'] !== undefined ||
  /display:\s*none/i.test(element.attribs['style'] ?? '');

/**
 * The elements below one that fit, in the order of the page. A selector that searches in an element takes time that grows
 * with the square of its children; this does not.
 */
export function below(element: Element, fits: (each: Element) => boolean): Element[] {
  const found: Element[] = [];
  const open = element.children.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    if (fits(node)) found.push(node);
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) open.push(child);
    }
  }
  return found;
}

export const linksIn = (element: Element): Element[] => below(element, isLink);

const isLink = ({ name, attribs }: Element): boolean => name === 'a' && attribs['href'] !== undefined;

const inline = new Set(['b', 'i', 'em', 'strong', 'u', 'mark', 'wbr', 'font', 'bdi', 'bdo', 'small', 'sub', 'sup']);

/** The text that a reader sees: a line for each part that stands apart. Emoji that are pictures count as text. */
export function linesOf(...nodes: PageNode[]): string[] {
  const pieces: string[] = [];
  const walk = (node: PageNode): void => {
    pieces.push(charactersOf(node)?.replaceAll(/[\r\n]+/g, ' ') ?? '');
    if (!isElement(node) || isUnseen(node)) return;
    if (node.name === 'img') pieces.push(emojiOf(node));
    const apart = node.name !== 'img' && !inline.has(node.name);
    if (apart) pieces.push('\n');
    for (const child of node.children) walk(child);
    if (apart) pieces.push('\n');
  };
  for (const node of nodes) walk(node);
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);
}

const emojiOf = ({ attribs }: Element): string =>
  /^(?:\p{Extended_Pictographic}|\p{RI}|\p{M}|\u200D)+$/u.test(attribs['alt'] ?? '') ? (attribs['alt'] ?? '') : '';

export const roleOf = (element: Element): string => (element.attribs['role'] ?? '').trim().toLowerCase();

/** The elements around a node, from the nearest to the root. */
export function* around(node: PageNode): Generator<Element> {
  for (let { parent } = node; parent !== null; parent = parent.parent) {
    if ('attribs' in parent) yield parent;
    else return;
  }
}
