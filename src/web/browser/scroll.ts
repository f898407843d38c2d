import type { Page } from 'playwright';
import type { RenderOptions } from '../../types/web.ts';

/** What of a page's own world is used here. */
interface Box {
  scrollTop: number;
  readonly scrollHeight: number;
  readonly parentElement: Box | null;
}
declare const document: {
  querySelectorAll(selector: string): ArrayLike<Box>;
  readonly scrollingElement: Box | null;
  readonly documentElement: { readonly outerHTML: string };
  createDocumentFragment(): { querySelector(selector: string): unknown };
};
declare const window: { dispatchEvent(event: Event): void };
declare function requestAnimationFrame(drawn: () => void): void;
declare class MutationObserver {
  constructor(changed: () => void);
  observe(target: unknown, what: { childList: true; subtree: true; attributes: true }): void;
  disconnect(): void;
}

/** So many times the settling time without a further item, a page that still asks for something is complete, too. */
const patience = 10;

/**
 * Goes to the end of the page again and again, until that brings no further items or there are enough; tells how many
 * there are.
 * @param settle milliseconds that a page which asks for nothing may take to show further items
 */
export async function* scrollToEnd(
  page: Page,
  { item, most }: NonNullable<RenderOptions['scroll']>,
  settle: number,
  isWaiting: () => boolean,
): AsyncGenerator<number> {
  const time = settle / 2;
  let known = 0;
  let grown = performance.now();
  let wentBack = false;
  let move: Move = 'to the end';
  for (;;) {
    const items = await page.evaluate(watchItems, { item, known, time, move });
    yield items;
    if (items >= most) return;
    if (items > known) {
      known = items;
      grown = performance.now();
      wentBack = false;
      move = 'to the end';
    } else if (isWaiting() && performance.now() - grown < patience * settle) {
      move = 'nowhere';
    } else if (!wentBack) {
      wentBack = true;
      move = 'there and back';
    } else {
      return;
    }
  }
}

type Move = 'to the end' | 'there and back' | 'nowhere';

/**
 * Runs in the page: moves, and tells the number of items as soon as there are more than were known, or after so many
 * milliseconds. Pages watch whether their end comes into view: what is new has to be drawn before that can happen again.
 */
function watchItems({
  item,
  known,
  time,
  move,
}: {
  item: string;
  known: number;
  time: number;
  move: Move;
}): Promise<number> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const now = document.querySelectorAll(item).length;
      if (now > known) resolve(now);
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
    setTimeout(() => {
      observer.disconnect();
      resolve(document.querySelectorAll(item).length);
    }, time);
    if (move === 'nowhere') return;

    const items = document.querySelectorAll(item);
    const boxes: Box[] = document.scrollingElement ? [document.scrollingElement] : [];
    for (let box = items[items.length - 1]?.parentElement; box; box = box.parentElement) boxes.push(box);
    if (move === 'there and back') for (const box of boxes) box.scrollTop = 0;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        for (const box of boxes) box.scrollTop = box.scrollHeight;
        // Where the page is shorter than the window nothing moves, and a page that listens would hear nothing.
        window.dispatchEvent(new Event('scroll'));
      }),
    );
  });
}

/** The page as it stands; null where it is longer than so many characters. */
export function htmlOf(page: Page, most: number): Promise<string | null> {
  return page.evaluate((limit) => {
    const html = document.documentElement.outerHTML;
    return html.length > limit ? null : html;
  }, most);
}

/** The first of these selectors that the browser does not understand. */
export function misread(page: Page, selectors: string[]): Promise<string | null> {
  return page.evaluate((each) => {
    for (const selector of each) {
      try {
        document.createDocumentFragment().querySelector(selector);
      } catch {
        return selector;
      }
    }
    return null;
  }, selectors);
}
