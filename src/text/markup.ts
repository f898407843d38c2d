import type { CheerioAPI } from 'cheerio/slim';
import type { DomHandler } from 'htmlparser2';
import { cheerio, htmlParser } from './page-parsers.ts';

/** Browsers nest no more than 512 elements when they read a page; scripts may add some. */
const maxDepth = 2000;

const pieceLength = 16_384;

/**
 * HTML or XML, to be read with selectors. Null where its elements are nested more than 2,000 deep, which no page needs:
 * to close them, and to walk them, takes time that grows with the square of their depth. So does a selector's search in
 * an element with the number of its children.
 * @param maxSiblings the most children of one element; null is what has more
 */
export function loadMarkup(text: string, kind: 'html' | 'xml', maxSiblings = Infinity): CheerioAPI | null {
  const xmlMode = kind === 'xml';
  const tree = new (openTree())(null, { xmlMode });
  const parser = new (htmlParser().Parser)(tree, { xmlMode, decodeEntities: true });
  for (let start = 0; start < text.length; start += pieceLength) {
    parser.write(text.slice(start, start + pieceLength));
    if (tree.depth > maxDepth || tree.siblings > maxSiblings) return null;
  }
  parser.end();
  return cheerio().load(tree.root, { xml: xmlMode });
}

type Tree = DomHandler & { siblings: number; readonly depth: number };
type TreeClass = new (...given: ConstructorParameters<typeof DomHandler>) => Tree;

let known: TreeClass | null = null;

const openTree = (): TreeClass => (known ??= openTreeOn(htmlParser().DomHandler));

const openTreeOn = (handler: typeof DomHandler): TreeClass =>
  class OpenTree extends handler {
    /** Of the element that has most of them. */
    siblings = 0;

    protected override addNode(node: DomHandler['dom'][number]): void {
      super.addNode(node);
      const { length } = node.parent?.childNodes ?? [];
      if (length > this.siblings) this.siblings = length;
    }

    /** Elements that are open. */
    get depth(): number {
      return this.tagStack.length;
    }
  };
