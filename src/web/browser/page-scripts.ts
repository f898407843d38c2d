/**
 * What is run beside a page, in a world of its own: a page's scripts can neither see nor change it. The page's elements
 * are the same in both worlds, and an element with a name hides what a document or a form would have under that name:
 * everything is taken from the prototypes, which are out of reach.
 */
const reach = `
  const getter = (type, name) => {
    const { get } = Object.getOwnPropertyDescriptor(type.prototype, name);
    return (of) => Reflect.apply(get, of, []);
  };
  const all = (selector) => Reflect.apply(Document.prototype.querySelectorAll, document, [selector]);`;

/** The number of elements that match. */
export const countMatches = `(selector) => { ${reach} return all(selector).length; }`;

/** Whether the browser knows such a selector. */
export const isSelector = `(selector) => {
  try {
    new DocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}`;

/** Two frames were drawn: what is new was seen by those who watch whether it comes into view. */
export const framesDrawn = `() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))`;

/** Goes to the start or the end of everything that scrolls around the last of the items. */
export const scrollTo = `(item, where) => {
  ${reach}
  const items = all(item);
  const parent = getter(Node, 'parentElement');
  const height = getter(Element, 'scrollHeight');
  const { set } = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollTop');
  const boxes = [];
  const root = getter(Document, 'scrollingElement')(document);
  if (root) boxes.push(root);
  let box = items.length > 0 ? parent(items[items.length - 1]) : null;
  for (; box && boxes.length < 500; box = parent(box)) boxes.push(box);
  for (const each of boxes) Reflect.apply(set, each, [where === 'end' ? height(each) : 0]);
  // Where the page is shorter than the window nothing moves, and a page that listens would hear nothing.
  if (where === 'end') Reflect.apply(EventTarget.prototype.dispatchEvent, window, [new Event('scroll')]);
  return true;
}`;

/** Keeps the page as it stands for `htmlPart`; its length, or -1 where it is longer than so many characters. */
export const keepHtml = `(most) => {
  ${reach}
  const root = getter(Document, 'documentElement')(document);
  const html = root ? getter(Element, 'outerHTML')(root) : '';
  if (html.length > most) return -1;
  globalThis.keptHtml = html.toWellFormed();
  return html.length;
}`;

/** A part of what `keepHtml` keeps, cut between two characters. */
export const htmlPart = `(from, length) => {
  let to = from + length;
  const last = keptHtml.charCodeAt(to - 1);
  if (last >= 0xd800 && last < 0xdc00) to += 1;
  return keptHtml.slice(from, to);
}`;

/**
 * Runs in the page's own world, before its scripts, as a first hurdle: a body that would be refused anyway does not leave
 * the tab, nor does what nobody reads. A page that goes around it meets the limit of the browser's memory.
 */
export const lightenPage = (most: number): string => `(() => {
  // What a page writes to its console would be copied from process to process.
  for (const name of Object.keys(console)) if (typeof console[name] === 'function') console[name] = () => {};
  const { apply, construct } = Reflect;
  const sizes = [
    [globalThis.Blob, 'size'],
    [globalThis.ArrayBuffer, 'byteLength'],
    [Object.getPrototypeOf(Uint8Array), 'byteLength'],
    [DataView, 'byteLength'],
  ].map(([type, name]) => Object.getOwnPropertyDescriptor(type.prototype, name).get);
  const weigh = (body) => {
    if (typeof body === 'string') return body.length;
    for (const size of sizes) {
      try { return apply(size, body, []); } catch {}
    }
    return 0;
  };
  const need = (body) => {
    if (weigh(body) > ${most}) throw new TypeError('the body is too large');
  };
  const wrap = (holder, name, bodyOf) => {
    if (typeof holder?.[name] !== 'function') return;
    holder[name] = new Proxy(holder[name], {
      apply: (target, self, given) => { need(bodyOf(given)); return apply(target, self, given); },
      construct: (target, given, made) => { need(bodyOf(given)); return construct(target, given, made); },
    });
  };
  globalThis.fetch = new Proxy(fetch, {
    apply(target, self, given) {
      try { need(given[1]?.body); } catch (error) { return Promise.reject(error); }
      return apply(target, self, given);
    },
  });
  wrap(globalThis, 'Request', (given) => given[1]?.body);
  wrap(globalThis.XMLHttpRequest?.prototype, 'send', (given) => given[0]);
})()`;
