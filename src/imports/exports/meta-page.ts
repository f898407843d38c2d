import type { ImportFile } from '../import-format.ts';
import { listNamed, type MetaList } from './meta-headings.ts';

/** A page of a Facebook or Instagram export in HTML. Both networks write theirs with one template. */
export interface MetaPage {
  network: 'facebook' | 'instagram';
  /** Which list it is; null where neither its heading nor its name tells. */
  list: MetaList | null;
  entries: { title: string; links: string[] }[];
  /** The days that the export covers, where it does not cover everything. */
  range: { from: string; to: string } | null;
}

/** Template of 2022 and later, and of 2018 to 2021. */
const template = '._a6-g, ._a70d, ._a705, ._a706, ._3-95.uiBoxWhite';
const blocks = '._a6-g, ._3-95.uiBoxWhite';
const titles = 'h2, ._a6-h, ._2lek';

/** @returns null where the page does not come from such an export */
export function metaPage(file: ImportFile): MetaPage | null {
  if (!/_a6-g|_a70|uiBoxWhite/.test(file.text)) return null;
  const $ = file.page();
  if ($ === null || $(template).length === 0) return null;
  const found = $(blocks).toArray();
  const all = new Set<unknown>(found);
  const entries = found
    .filter((block) => !isWithin(block.parent, all))
    .map((block) => ({
      title: $(block).find(titles).first().text().replaceAll(/\s+/g, ' ').trim(),
      links: $(block)
        .find('a[href]')
        .toArray()
        .map((link) => $(link).attr('href') ?? ''),
    }));
  const headings = ['h1', 'title', '._3b0d'].map((selector) => $(selector).first().text());
  const days = $('header time[datetime], aside time[datetime]')
    .toArray()
    .map((time) => ($(time).attr('datetime') ?? '').slice(0, 10));
  // The first is the day of the export; the other two stand there only where dates were chosen.
  const [, from, to] = days;
  return {
    network: isInstagram(entries, file) ? 'instagram' : 'facebook',
    list: listNamed(headings, file.name),
    entries,
    range: from === undefined || to === undefined ? null : { from, to },
  };
}

interface Nested {
  parent: Nested | null;
}

function isWithin(node: Nested | null, blocksFound: Set<unknown>): boolean {
  for (let each = node; each !== null; each = each.parent) if (blocksFound.has(each)) return true;
  return false;
}

/** Instagram links each account; a list without any is told by the name that only Instagram gives its file. */
function isInstagram(entries: MetaPage['entries'], { name }: ImportFile): boolean {
  const linked = entries.filter(({ links }) => links.length > 0);
  if (linked.length === 0) return entries.length === 0 && /^follow(?:ing|ers)(?![a-z])/i.test(name);
  return linked.every(({ links }) => links.some((link) => /^https?:\/\/(?:www\.)?instagram\.com\//i.test(link)));
}
