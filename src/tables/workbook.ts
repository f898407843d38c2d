import { UserError } from '../errors.ts';
import { documentKind, isWorkbook } from './file-kinds.ts';
import { isAddress } from './delimiter.ts';
import type { TableRow } from './rows.ts';
import { detach } from './detach.ts';
import { type SheetParts, brokenAt, cellText, joined, mergedCells, sheetRows } from './sheet.ts';
import { type TableSource, nameOfSource } from './text-file.ts';
import { type XmlEvents, createXmlReader } from './xml.ts';
import { type ZipParts, openZipParts } from './zip.ts';

/** One sheet of a workbook that has the table. */
export interface OpenedSheet {
  name: string;
  /** The rows, from the first; may be asked for more than once. */
  rows(): AsyncGenerator<TableRow[]>;
  close(): void;
}

const megabyte = 1024 ** 2;

/**
 * Bytes that may come out of the parts: texts are held in memory, in so many bytes, the cells of a sheet are not; of all
 * sheets together no more are looked at to find the one that has the table.
 */
const most = {
  small: 32 * megabyte,
  texts: 256 * megabyte,
  held: 128 * megabyte,
  sheet: 1024 * megabyte,
  looked: 64 * megabyte,
};

/** What a text in memory takes beside its characters, of two bytes each. */
const bytesPerText = 40;

/** Far beyond the 65,530 links that Excel takes in a sheet. */
const mostRelations = 100_000;

const mostSheets = 100;

/** Rows looked at to find the sheet that has the table. */
const firstRows = 50;

interface Sheet {
  name: string;
  part: string;
  hidden: boolean;
}

/**
 * The sheet of an XLSX file that has known headings, else the first one with data; hidden ones last.
 * @param headings how many of some cells are headings that are known
 * @throws UserError broken_workbook; not_a_table, where the ZIP file is something else
 */
export async function openWorkbook(source: TableSource, headings: (cells: string[]) => number): Promise<OpenedSheet> {
  const path = nameOfSource(source);
  const parts = await openZipParts(source);
  try {
    needWorkbook(path, parts);
    const { sheets, texts, styles, from1904 } = await contents(path, parts);
    const common = { texts, styles, from1904, where: path };
    const looked = createBudget(path, most.looked);
    let best: { score: number; sheet: Sheet; parts: SheetParts } | null = null;
    for (const sheet of sheets.slice(0, mostSheets)) {
      const bytes = (): AsyncGenerator<Buffer> => parts.read(sheet.part, most.sheet);
      const links = await linksOf(path, parts, sheet.part);
      const sheetParts = { ...common, bytes, links, merged: [], name: sheet.name };
      const seen = { ...sheetParts, bytes: () => looked(bytes()), links: new Map<string, string>() };
      const score = await scoreOf(seen, headings, links.size > 0);
      if (score > (best?.score ?? 0)) best = { score, sheet, parts: sheetParts };
    }
    const found = best && { ...best, parts: { ...best.parts, merged: await mergedCells(best.parts) } };
    return {
      name: found?.sheet.name ?? '',
      rows: () => (found ? sheetRows(found.parts) : noRows()),
      close: () => parts.close(),
    };
  } catch (error) {
    parts.close();
    throw error;
  }
}

/**
 * Every sheet of an XLSX file, hidden ones last.
 * @throws UserError broken_workbook; not_a_table, where the ZIP file is something else
 */
export async function openSheets(
  source: TableSource,
): Promise<{ sheets: Omit<OpenedSheet, 'close'>[]; close(): void }> {
  const path = nameOfSource(source);
  const parts = await openZipParts(source);
  try {
    needWorkbook(path, parts);
    const { sheets, ...common } = await contents(path, parts);
    const opened = sheets.slice(0, mostSheets).map(({ name, part }) => {
      const bytes = (): AsyncGenerator<Buffer> => parts.read(part, most.sheet);
      return { name, rows: () => sheetRows({ ...common, name, bytes, links: new Map(), merged: [], where: path }) };
    });
    return { sheets: opened, close: () => parts.close() };
  } catch (error) {
    parts.close();
    throw error;
  }
}

/** Lets bytes through until they are too many together. */
function createBudget(path: string, bytes: number) {
  let left = bytes;
  return async function* within(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      left -= chunk.length;
      if (left < 0) {
        throw new UserError('broken_workbook', path, `no table in the first ${bytes / megabyte} MB of its sheets`);
      }
      yield chunk;
    }
  };
}

async function* noRows(): AsyncGenerator<TableRow[]> {}

/** 0 for a sheet without data, 1 for one with data, more for addresses, and more still for known headings. */
async function scoreOf(sheet: SheetParts, headings: (cells: string[]) => number, hasLinks: boolean): Promise<number> {
  let seen = 0;
  let known = 0;
  let addresses = hasLinks ? 0.5 : 0;
  for await (const rows of sheetRows(sheet)) {
    for (const { cells, links } of rows.slice(0, firstRows - seen)) {
      known = Math.max(known, headings(cells));
      if (links || cells.some(isAddress)) addresses = 0.5;
    }
    seen += rows.length;
    if (seen >= firstRows) break;
  }
  return seen === 0 ? 0 : 1 + addresses + known;
}

/** @throws UserError not_a_table */
function needWorkbook(path: string, { names }: ZipParts): void {
  if (isWorkbook(names)) return;
  const kind = documentKind(names)?.one ?? 'an archive (ZIP): unpack it and name the table inside';
  throw new UserError('not_a_table', path, `it is ${kind}`);
}

/** Reads a part of XML from its start to its end. */
async function readXml(path: string, bytes: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  const xml = createXmlReader(events);
  try {
    for await (const chunk of bytes) xml.read(chunk);
    xml.end();
  } catch (error) {
    throw brokenAt(path, error);
  }
}

async function contents(path: string, parts: ZipParts) {
  const workbook = (await targets(path, parts, '', 'officeDocument'))[0] ?? 'xl/workbook.xml';
  const within = await relations(path, parts, workbook);
  const partById = new Map(within.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]));
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(path, parts.read(workbook, most.small), {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/i.test(attribute('date1904') ?? '');
      const part = name === 'sheet' ? partById.get(attribute('id') ?? '') : undefined;
      if (part === undefined || sheets.length >= mostRelations) return;
      sheets.push({ name: attribute('name') ?? '', part, hidden: (attribute('state') ?? 'visible') !== 'visible' });
    },
  });
  const ofType = (type: string): string => within.find((each) => each.type === type)?.target ?? '';
  return {
    sheets: [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)],
    texts: await sharedTexts(path, parts, ofType('sharedStrings')),
    styles: await dateStyles(path, parts, ofType('styles')),
    from1904,
  };
}

interface Relation {
  id: string;
  type: string;
  /** The name of a part, or an address outside. */
  target: string;
}

/** What a part refers to. The targets are relative to its folder. */
async function relations(path: string, parts: ZipParts, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const found: Relation[] = [];
  await readXml(path, parts.read(`${folder}_rels/${part.slice(slash + 1)}.rels`, most.small), {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      if (found.length >= mostRelations) throw new SyntaxError(`more than ${mostRelations} relations of one part`);
      const target = attribute('Target') ?? '';
      const outside = attribute('TargetMode') === 'External';
      found.push({
        id: attribute('Id') ?? '',
        type: attribute('Type')?.split('/').at(-1) ?? '',
        target: outside ? target : new URL(target, `zip:///${folder}`).pathname.slice(1),
      });
    },
  });
  return found;
}

async function targets(path: string, parts: ZipParts, part: string, type: string): Promise<string[]> {
  return (await relations(path, parts, part)).filter((each) => each.type === type).map(({ target }) => target);
}

/** Addresses of the web behind cells, by relation id. */
async function linksOf(path: string, parts: ZipParts, part: string): Promise<Map<string, string>> {
  const found = (await relations(path, parts, part)).filter(({ type }) => type === 'hyperlink');
  return new Map(found.map(({ id, target }) => [id, target]));
}

async function sharedTexts(path: string, parts: ZipParts, part: string): Promise<string[]> {
  const texts: string[] = [];
  let held = 0;
  let text = '';
  let within = '';
  let phonetic = false;
  await readXml(path, parts.read(part, most.texts), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      within = name;
    },
    text: (piece) => {
      if (within === 't' && !phonetic) text = joined(text, piece);
    },
    close: (name) => {
      if (name === 'si') {
        held += bytesPerText + 2 * text.length;
        if (held > most.held) throw new SyntaxError(`texts of more than ${most.held / megabyte} MB`);
        texts.push(detach(cellText(text)));
      }
      if (name === 'rPh') phonetic = false;
      within = '';
    },
  });
  return texts;
}

/** Formats of dates and times that need no description in the file (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);

/** Whether each cell style shows its number as a date. */
async function dateStyles(path: string, parts: ZipParts, part: string): Promise<boolean[]> {
  const ownFormats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await readXml(path, parts.read(part, most.small), {
    open: (name, attribute) => {
      if (name === 'cellXfs') inCells = true;
      const id = Number(attribute('numFmtId'));
      if (name === 'numFmt') ownFormats.set(id, isDateFormat(attribute('formatCode') ?? ''));
      if (name === 'xf' && inCells) styles.push(ownFormats.get(id) ?? isBuiltInDate(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** A format with a letter of dates outside quotes, colours and escaped signs. */
const isDateFormat = (format: string): boolean =>
  /[ymdhs]/i.test(format.replaceAll(/"[^"]*"|\[[^\][]*\]|\\.|_.|\*./g, '')) && !/^general$/i.test(format);
