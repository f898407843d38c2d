import { isAddressCell, shortKey, tagsOf } from './address.ts';
import type { LinkIndex, PublishedLink } from './links.ts';
import { decodeSegment } from '../text/normalise.ts';
import { firstWords, noTagWords, notDefinedWords, shortLinkWords } from './measure-words.ts';
import { listedWords, plainHeading } from './measures.ts';
import type { ExportTable } from './export-file.ts';

/** What tells in a column whose a row is: the value of a tag, an address with tags, a short link, its last part. */
const keyKinds = ['value', 'address', 'short_link', 'key'] as const;
export type KeyKind = (typeof keyKinds)[number];

export interface KeyColumn {
  kind: KeyKind;
  index: number;
}

/** Whose a row is: one of our links, somebody else's by this name, or nobody's. */
export type Owner = { link: PublishedLink } | { other: string } | null;

interface Hits {
  /** Whether the heading says that it is about this visit, and not about the visitor's first one. */
  isThisVisit: boolean;
  links: Set<PublishedLink>;
  rows: number;
  /** Rows in which the whole cell is the value, and no part of it. */
  whole: number;
}

/**
 * The columns that tell whose a row is, found by what stands in them: of each kind the one in which most of our links
 * stand. A tag's value decides before an address, and an address before a short link; where clicks are counted, the
 * short link comes first.
 * @param said what a person said of columns
 */
export function keyColumns(
  { heading, rows }: ExportTable,
  index: LinkIndex,
  said: ReadonlyMap<number, KeyKind | 'other'>,
): KeyColumn[] {
  const width = Math.max(heading.cells.length, ...rows.slice(0, 100).map(({ cells }) => cells.length));
  const best = new Map<KeyKind, { index: number; hits: Hits }>();
  for (let column = 0; column < width; column++) {
    const given = said.get(column);
    if (given === 'other') continue;
    for (const kind of keyKinds) {
      if (given !== undefined && given !== kind) continue;
      if (kind === 'key' && given !== 'key' && !isKeyHeading(heading.cells[column] ?? '')) continue;
      const hits = { ...hitsIn(rows, column, kind, index), isThisVisit: !firstWords.test(heading.cells[column] ?? '') };
      const before = best.get(kind);
      const counts = given === kind || hits.rows > 0;
      if (counts && (!before || given === kind || isBetter(hits, before.hits))) best.set(kind, { index: column, hits });
    }
  }
  const found = keyKinds.flatMap((kind) => {
    const column = best.get(kind)?.index;
    return column === undefined ? [] : [{ kind, index: column }];
  });
  return withOtherLinks(found, heading.cells);
}

/** A list of short links with long ones of ours: those of others are named by their short link, too. */
function withOtherLinks(found: KeyColumn[], headings: readonly string[]): KeyColumn[] {
  if (found.length === 0 || found.some(({ kind }) => kind === 'short_link' || kind === 'value')) return found;
  const at = headings.findIndex((each) => isShortHeading(each));
  if (at === -1 || found.some(({ index }) => index === at)) return found;
  return [...found, { kind: 'short_link', index: at }];
}

/** About this visit, then more links, then more whole values, then more rows. */
const isBetter = (hits: Hits, than: Hits): boolean =>
  (Number(hits.isThisVisit) - Number(than.isThisVisit) ||
    hits.links.size - than.links.size ||
    hits.whole - than.whole ||
    hits.rows - than.rows) > 0;

function hitsIn(rows: ExportTable['rows'], column: number, kind: KeyKind, index: LinkIndex): Omit<Hits, 'isThisVisit'> {
  const hits: Omit<Hits, 'isThisVisit'> = { links: new Set(), rows: 0, whole: 0 };
  for (const { cells } of rows) {
    const cell = cells[column] ?? '';
    const owner = cell === '' ? null : ownerIn(cell, kind, index);
    if (!owner || !('link' in owner)) continue;
    hits.links.add(owner.link);
    hits.rows += 1;
    if (kind !== 'value' || index.byValue(valueOf(cell))) hits.whole += 1;
  }
  return hits;
}

/**
 * Whose a row is. The first column that names anybody decides; but of a short link that nobody knows, the long one may
 * be ours.
 */
export function rowOwner(cells: readonly string[], keys: readonly KeyColumn[], index: LinkIndex): Owner {
  let stranger: Owner = null;
  for (const { kind, index: column } of keys) {
    const owner = ownerIn(cells[column] ?? '', kind, index);
    if (owner && 'link' in owner) return owner;
    stranger ??= owner;
    if (owner && (kind === 'value' || kind === 'address')) return stranger;
  }
  return stranger;
}

function ownerIn(cell: string, kind: KeyKind, index: LinkIndex): Owner {
  switch (kind) {
    case 'value': {
      const link = linkOf(cell, index);
      return link ? { link } : saysNothing(cell) ? null : { other: valueOf(cell) };
    }
    case 'address': {
      if (!isAddressCell(cell)) return null;
      const tags = tagsOf(cell);
      const link = index.byTags(tags);
      if (link) return { link };
      const other = tags.get('content') ?? tags.get('campaign') ?? tags.get('source');
      return link === undefined || other === undefined ? null : { other };
    }
    case 'short_link': {
      const link = index.byShortLink(cell);
      return link ? { link } : shortKey(cell) === null ? null : { other: cell };
    }
    default: {
      const link = index.byKey(cell);
      return link ? { link } : cell === '' ? null : { other: cell };
    }
  }
}

/** The link of a value, or of one of several that a tool joins into one label: `spring – bluesky-garden`. */
function linkOf(cell: string, index: LinkIndex): PublishedLink | undefined {
  const whole = index.byValue(valueOf(cell));
  if (whole || !/\s/.test(cell) || cell.length > 1000) return whole;
  for (const piece of cell.split(/\s[-–—/|>»·:]\s/).toReversed()) {
    const link = index.byValue(piece.trim());
    if (link) return link;
  }
  return undefined;
}

/** A tag's value in its one spelling: spreadsheets mark text with an apostrophe, and some tools leave percent signs in. */
function valueOf(cell: string): string {
  const value = cell.replace(/^'/, '');
  return value.includes('%') ? decodeSegment(value) : value;
}

const nothing = new Set(listedWords(noTagWords));
const notDefined = listedWords(notDefinedWords);

/** Whether a cell says that there is no tag: empty, `(not set)`, `Content not defined`. */
export function saysNothing(cell: string): boolean {
  const text = plainHeading(cell);
  if (text === '' || nothing.has(text) || /^\(.{1,40}\)$/.test(cell)) return true;
  // One or two words beside it name the tag; a real tag has no blanks.
  return (
    /\s/.test(cell) && text.length < 80 && notDefined.some((words) => text.startsWith(words) || text.endsWith(words))
  );
}

const shortHeadings = new Set(listedWords(shortLinkWords.address));
const keyHeadings = new Set(listedWords(shortLinkWords.key));

const isShortHeading = (heading: string): boolean => shortHeadings.has(plainHeading(heading));
const isKeyHeading = (heading: string): boolean => keyHeadings.has(plainHeading(heading));
