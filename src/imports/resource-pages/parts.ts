import { type Element, type PageNode, around, below, isElement } from '../pages/tree.ts';

/** The parts of an element that hold nothing of what is left out, in the order of the page. */
export function partsOf(element: Element, isOut: (each: Element) => boolean): PageNode[] {
  const holds = new Set<Element>();
  for (const each of below(element, isOut)) for (const outer of around(each)) holds.add(outer);
  const parts: PageNode[] = [];
  const open: PageNode[] = [element];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isElement(node) && isOut(node)) continue;
    if (!isElement(node) || !holds.has(node)) {
      parts.push(node);
      continue;
    }
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) open.push(child);
    }
  }
  return parts;
}
