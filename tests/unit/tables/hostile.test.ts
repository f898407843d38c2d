import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readInput } from '../../../src/inputs/read-input.ts';
import { networks } from '../../../src/networks/index.ts';
import { zip } from '../../helpers/zips.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relations = (all: string): string => `<Relationships xmlns="${packages}">${all}</Relationships>`;
const relation = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${documents}/${type}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`;

const text = (cell: string, value: string): string => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const heading = `<row r="1">${text('A1', 'customer')}${text('B1', 'profile')}</row>`;
const anna = `<row r="2">${text('A2', 'Anna')}${text('B2', 'https://garden.example/@anna')}</row>`;
const sheetOf = (rows: string, behind = ''): string =>
  `<worksheet xmlns="${main}" xmlns:r="${documents}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;

interface Hostile {
  sheet: string;
  texts?: string;
  /** How many sheets the workbook lists; all are the same part. */
  sheets?: number;
  links?: string;
  more?: string;
}

let written = 0;
function write(content: string | Buffer): string {
  const path = join(folder, String(++written));
  writeFileSync(path, content);
  return path;
}

async function workbook({ sheet, texts = '', sheets = 1, links = '', more = '' }: Hostile): Promise<string> {
  const ids = Array.from({ length: sheets }, (_, at) => `r${at + 1}`);
  const parts: Record<string, string> = {
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets>${ids
      .map((id) => `<sheet name="${id}" r:id="${id}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ids.map((id) => relation(id, 'worksheet', 'worksheets/sheet1.xml')).join('') +
        relation('texts', 'sharedStrings', 'sharedStrings.xml') +
        more,
    ),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(links),
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts}</sst>`,
  };
  return write(await zip(parts));
}

async function read(path: string) {
  return readInput({ customers: path, follows: [], verdicts: null, columns: new Map() }, networks);
}

async function refusal(path: string): Promise<string> {
  const error: unknown = await read(path).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  return error instanceof UserError ? error.message : '';
}

/** Milliseconds that one turn may take; the linear readers take some 100, a reader that grows with the square takes minutes. */
const turn = 2000;

/** Milliseconds of processor time between two turns of the event loop, at most: so long a signal waits. */
function watchLoop(): () => number {
  let last = process.cpuUsage();
  let longest = 0;
  const pass = (): void => {
    longest = Math.max(longest, process.cpuUsage(last).user / 1000);
    last = process.cpuUsage();
  };
  const timer = setInterval(pass, 1);
  return () => {
    clearInterval(timer);
    pass();
    return longest;
  };
}

describe('a workbook made to cost time or memory', () => {
  test('one text of 250,000 letters in the cells of 20,000 rows is told shortened', { timeout: 60_000 }, async () => {
    const numbers = Array.from({ length: 20_000 }, (_, at) => at + 2);
    const rows = numbers.map((row) => `<row r="${row}"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`).join('');
    const path = await workbook({ sheet: sheetOf(heading + rows), texts: `<si><t>${'A'.repeat(250_000)}</t></si>` });
    const before = process.memoryUsage().rss;
    const { customers, problems } = await read(path);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2);
    expect(customers).toEqual([]);
    expect(problems).toHaveLength(20_000);
    expect(problems[0]).toMatchObject({ line: 2, problem: expect.stringContaining('more than 4096 characters') });
    expect(problems[0]?.value).toHaveLength(201);
  });

  test('a client beside such a row is read', async () => {
    const long = `<row r="3">${text('A3', 'A'.repeat(5000))}${text('B3', 'https://garden.example/@bo')}</row>`;
    const { customers, problems } = await read(await workbook({ sheet: sheetOf(heading + anna + long) }));
    expect(customers.map(({ key }) => key)).toEqual(['anna']);
    expect(problems).toMatchObject([{ line: 3 }]);
  });

  const refused: [string, Hostile, string][] = [
    ['300,000 columns', { sheet: sheetOf(`<row>${'<c/>'.repeat(300_000)}</row>`) }, 'more than 4096 columns'],
    ['a cell far to the right', { sheet: sheetOf(`<row>${text('ZZZ1', 'x')}</row>`) }, 'more than 4096 columns'],
    ['empty rows without end', { sheet: sheetOf(heading + '<row/>'.repeat(1_100_000)) }, 'more than 1048576 rows'],
    ['300,000 tags within each other', { sheet: sheetOf('<a>'.repeat(300_000)) }, 'tags nested more than'],
    ['a comment of 10 MB', { sheet: sheetOf(`<!--${'x'.repeat(10_000_000)}-->`) }, 'characters without a tag'],
    [
      'links that lie over each other',
      {
        sheet: sheetOf(heading + anna, '<hyperlink ref="A1:A10000" id="l"/>'.repeat(100_000)),
        links: relation('l', 'hyperlink', 'https://garden.example/', 'External'),
      },
      'cells with links',
    ],
    ['relations without end', { sheet: sheetOf(anna), more: relation('x', 'image', 'x').repeat(100_000) }, 'relations'],
    [
      'a sheet that is packed a thousand times smaller',
      { sheet: sheetOf(`${heading}${' '.repeat(20_000_000)}`) },
      'unpacks to more than 200 times its size',
    ],
  ];
  test.each(refused)('%s', async (_, hostile, why) => {
    const path = await workbook(hostile);
    const longest = watchLoop();
    expect(await refusal(path)).toContain(why);
    expect(longest()).toBeLessThan(turn);
  });

  test('50,000 sheets: the first hundred are looked at', async () => {
    const { customers } = await read(await workbook({ sheet: sheetOf(heading + anna), sheets: 50_000 }));
    expect(customers).toHaveLength(1);
  });

  test('a cell in many pieces ends where a cell ends', async () => {
    const cell = `<c r="A2" t="inlineStr"><is>${`<r><t>${'a'.repeat(1000)}</t></r>`.repeat(2000)}</is></c>`;
    const { problems } = await read(await workbook({ sheet: sheetOf(`${heading}<row r="2">${cell}</row>`) }));
    expect(problems).toMatchObject([{ line: 2 }]);
  });
});

describe('a CSV file made to cost time or memory', () => {
  const address = 'https://garden.example/@anna';
  const refused: [string, () => string, string][] = [
    ['300,000 columns', () => `customer,profile${',x'.repeat(300_000)}\n`, 'more than 4096 columns'],
    ['a row of 300,000 cells', () => `customer,profile\nAnna,${address}${',x'.repeat(300_000)}\n`, 'more than 4096'],
    ['a cell of 10 MB', () => `customer,profile\n"${'a'.repeat(10_000_000)}",x\n`, 'a row of more than'],
  ];
  test.each(refused)('%s', async (_, content, why) => {
    const path = write(content());
    const longest = watchLoop();
    expect(await refusal(path)).toContain(why);
    expect(longest()).toBeLessThan(turn);
  });

  const cells: [string, string][] = [
    ['100,000 quotes', '"'.repeat(100_000)],
    ['1万 10,000 times', '1万'.repeat(10_000)],
    ['30,000 dots', '.'.repeat(30_000)],
    ['4,000 dots', '.'.repeat(4000)],
    ['2,000 names with dots', 'a.'.repeat(2000)],
    ['2,000 slashes', '/'.repeat(2000)],
    ['2,000 at signs', '@'.repeat(2000)],
    ['500 protocols', 'https://'.repeat(500)],
    ['1,000 blanks of no width', '\u200B'.repeat(1000)],
    ['2,000 pieces', 'a '.repeat(2000)],
  ];
  test.each(cells)('%s in a row: the others are read', async (_, cell) => {
    const path = write(`customer,profile\nAnna,${address}\nBo,${cell}\n${cell},${address}\n`);
    const longest = watchLoop();
    const { customers } = await read(path);
    expect(longest()).toBeLessThan(turn);
    expect(customers.map(({ key }) => key)).toContain('anna');
  });

  test('more problems than fit into memory are counted', { timeout: 60_000 }, async () => {
    const { problems } = await read(write(`customer,profile\n${'Anna,-\n'.repeat(250_010)}`));
    expect(problems).toHaveLength(250_001);
    expect(problems.at(-1)).toMatchObject({ problem: '10 more problems are not listed' });
  });
});
