import { ProtocolError } from './connection.ts';
import { endsWithin } from './launch.ts';
import { countMatches, framesDrawn, htmlPart, isSelector, keepHtml, scrollTo } from './page-scripts.ts';
import type { Tab } from './tab.ts';
import type { RenderOptions } from '../../types/web.ts';

/** So many times the settling time without a further item, a page that still asks for something is complete, too. */
const patience = 10;
/** Milliseconds between two looks at a page: the first ones follow sooner. */
const pauses = [0, 20, 50];
const longestPause = 100;
/** Milliseconds to wait for two frames: a page may keep them from being drawn. */
const frameMs = 250;
/** Characters that are taken over at once. */
const partLength = 1_000_000;

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for an element that matches; the number of them. */
export async function waitForMatch(tab: Tab, selector: string, signal: AbortSignal): Promise<void> {
  for (let looks = 0; !signal.aborted; looks += 1) {
    if ((await count(tab, selector)) > 0) return;
    await sleep(pauses[looks] ?? longestPause);
  }
}

/**
 * Goes to the end of the page again and again, until that brings no further items or there are enough; tells how many
 * there are.
 * @param settle milliseconds that a page which asks for nothing may take to show further items
 */
export async function* scrollToEnd(
  tab: Tab,
  { item, maxItems }: NonNullable<RenderOptions['scroll']>,
  settle: number,
  isWaiting: () => boolean,
): AsyncGenerator<number> {
  let known = 0;
  let grown = performance.now();
  let wentBack = false;
  let move: Move = 'to the end';
  for (;;) {
    await go(tab, item, move);
    const items = await itemsAfter(tab, item, known, settle / 2);
    yield items;
    if (items >= maxItems) return;
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

/** Pages watch whether their end comes into view: what is new has to be drawn before that can happen again. */
async function go(tab: Tab, item: string, move: Move): Promise<void> {
  if (move === 'nowhere') return;
  if (move === 'there and back') await tab.evaluate(scrollTo, item, 'start');
  const drawn = tab.evaluate(framesDrawn);
  await endsWithin(frameMs, drawn);
  await tab.evaluate(scrollTo, item, 'end');
}

/** The number of items as soon as there are more than were known, or after so many milliseconds. */
async function itemsAfter(tab: Tab, item: string, known: number, time: number): Promise<number> {
  const end = performance.now() + time;
  for (;;) {
    const items = await count(tab, item);
    const left = end - performance.now();
    if (items > known || left <= 0) return items;
    await sleep(Math.min(left, longestPause / 2));
  }
}

async function count(tab: Tab, selector: string): Promise<number> {
  const found = await tab.evaluate(countMatches, selector);
  if (typeof found !== 'number') throw new ProtocolError('the number of elements is no number');
  return found;
}

/** The page as it stands; null where it is longer than so many characters. */
export async function htmlOf(tab: Tab, maxLength: number): Promise<string | null> {
  const length = await tab.evaluate(keepHtml, maxLength);
  if (typeof length !== 'number') throw new ProtocolError('the length of the page is no number');
  if (length < 0) return null;
  let html = '';
  while (html.length < length) {
    const part = await tab.evaluate(htmlPart, html.length, partLength);
    if (typeof part !== 'string' || part === '') throw new ProtocolError('a part of the page is no text');
    html += part;
  }
  return html;
}

/** The first of these selectors that the browser does not understand. */
export async function unknownSelector(tab: Tab, selectors: string[]): Promise<string | null> {
  for (const selector of selectors) if ((await tab.evaluate(isSelector, selector)) !== true) return selector;
  return null;
}
