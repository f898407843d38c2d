import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { readSheet } from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { UserError } from '../../../src/errors.ts';
import { readInput } from '../../../src/inputs/read-input.ts';
import { type TableRow, openTable, readTable } from '../../../src/tables/read-table.ts';
import { networks } from '../../../src/networks/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
function write(content: Uint8Array, ending = 'xlsx'): string {
  const path = join(folder, `${++written}.${ending}`);
  writeFileSync(path, content);
  return path;
}

async function zipped(parts: Record<string, string | Buffer>, options = { compress: true }): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name, options);
  zip.end();
  return buffer(zip.outputStream);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of one sheet, as little as may be, with the given parts instead. */
const workbook = (sheet: string, more: Record<string, string> = {}, options = { compress: true }): Promise<Buffer> => {
  const parts = {
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${documents}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets><sheet name="Clients" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${documents}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${documents}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}" xmlns:r="${documents}">${sheet}</worksheet>`,
    ...more,
  };
  return zipped(parts, options);
};

async function rowsIn(path: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readTable(path)) rows.push(row);
  return rows;
}

async function read(path: string) {
  const files = { customers: path, follows: [], verdicts: null, columns: new Map<string, string>() };
  const { customers, problems, tables } = await readInput(files, networks);
  return {
    customers: Object.fromEntries(customers.map(({ key, profiles }) => [key, profiles.map(({ name }) => name)])),
    problems: problems.map(({ line, value }) => [line, value]),
    table: tables[0],
  };
}

async function refusal(path: string) {
  try {
    await rowsIn(path);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a workbook of another program', () => {
  const data = [
    ['Name', 'Profile', 'Since', 'Id', 'Note'],
    [
      'Ann Ash',
      'https://bsky.app/profile/ann.test',
      new Date('2026-03-12'),
      9_007_199_254_740_991,
      'a "quote", a\nline',
    ],
    ['Жанна', 'https://bsky.app/profile/jeanne.test', new Date('2026-03-12T10:30:00Z'), 0.1, ' & <b> ]]> '],
    [],
    ['Bob', 'n/a', null, -5, 'x'],
  ];

  test('comes as it was written, with its lines, numbers and dates', async () => {
    const path = write(await writeXlsx({ sheets: [{ name: 'Liste', rows: data.map((row) => [...row]) }] }));
    expect(await rowsIn(path)).toEqual([
      { line: 1, cells: ['Name', 'Profile', 'Since', 'Id', 'Note'] },
      {
        line: 2,
        cells: ['Ann Ash', 'https://bsky.app/profile/ann.test', '2026-03-12', '9007199254740991', 'a "quote", a\nline'],
      },
      { line: 3, cells: ['Жанна', 'https://bsky.app/profile/jeanne.test', '2026-03-12 10:30:00', '0.1', '& <b> ]]>'] },
      { line: 5, cells: ['Bob', 'n/a', '', '-5', 'x'] },
    ]);
    const { customers, problems, table } = await read(path);
    expect(customers).toEqual({ 'ann ash': ['ann.test'], жанна: ['jeanne.test'], bob: [] });
    expect(problems).toEqual([[5, expect.stringContaining('Bob')]]);
    expect(table).toMatchObject({ sheet: 'Liste', encoding: null, delimiter: null, headingLine: 1 });
  });

  test('reads as another reader reads it', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Liste', rows: data.map((row) => [...row]) }] });
    const others = await readSheet(Buffer.from(bytes));
    const rows = await rowsIn(write(bytes));
    for (const { line, cells } of rows) {
      const other = (others[line - 1] ?? []).map((cell) =>
        cell instanceof Date
          ? cell
              .toISOString()
              .replace('T', ' ')
              .replace(/ 00:00:00\.000Z|\.000Z/, '')
          : String(cell ?? '').trim(),
      );
      while (other.at(-1) === '') other.pop();
      while (cells.at(-1) === '') cells.pop();
      expect(cells).toEqual(other);
    }
    expect(rows).toHaveLength(4);
  });

  test('is recognised by its bytes, whatever its name', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: data.map((row) => [...row]) }] });
    expect((await read(write(bytes, 'csv'))).customers).toMatchObject({ 'ann ash': ['ann.test'] });
  });

  test('the sheet with known headings is read, else the first one with data', async () => {
    const about = { name: 'About', rows: [['Report of the year'], ['made on Monday']] };
    const empty = { name: 'Empty', rows: [] };
    const list = { name: 'List', rows: [['Exported'], [], ['Name', 'Profile'], ['Ann', '@ann.bsky.social']] };
    const found = await read(write(await writeXlsx({ sheets: [empty, about, list] })));
    expect(found).toMatchObject({ customers: { ann: ['ann.bsky.social'] }, table: { sheet: 'List', headingLine: 3 } });
    const table = await openTable(write(await writeXlsx({ sheets: [empty, about] })));
    expect(table.sheet).toBe('About');
    table.close();
    expect(await rowsIn(write(await writeXlsx({ sheets: [empty] })))).toEqual([]);
  });
});

const link = (id: string, target: string): string =>
  `<Relationship Id="${id}" Type="${documents}/hyperlink" Target="${target}" TargetMode="External"/>`;

test('the address behind a name is the profile; one behind a text that is no profile, the resource', async () => {
  const sheet = `<sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Profile</t></is></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>Ann</t></is></c><c r="B2" t="inlineStr"><is><t>her page</t></is></c></row>
    <row r="3"><c r="A3" t="inlineStr"><is><t>Bob</t></is></c><c r="B3" t="str"><f>HYPERLINK("https://bsky.app/profile/bob.test","Bob's page")</f><v>Bob's page</v></c></row>
    <row r="4"><c r="A4" t="inlineStr"><is><t>Cat</t></is></c></row>
    <row r="5"><c r="A5" t="inlineStr"><is><t>Dan</t></is></c><c r="B5" t="inlineStr"><is><t>@dan.bsky.social</t></is></c></row>
    </sheetData><hyperlinks><hyperlink ref="B2" r:id="l1"/><hyperlink ref="A4" r:id="l2"/><hyperlink ref="A5:B5" r:id="l3"/><hyperlink ref="B5" r:id="l3"/></hyperlinks>`;
  const path = write(
    await workbook(sheet, {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${packages}">${link('l1', 'https://bsky.app/profile/ann.test')}${link('l2', 'https://bsky.app/profile/cat.test')}${link('l3', 'https://app.hubspot.com/contacts/1')}</Relationships>`,
    }),
  );
  const { customers, problems } = await read(path);
  expect(customers).toEqual({
    ann: ['ann.test'],
    bob: ['bob.test'],
    cat: ['cat.test'],
    dan: ['dan.bsky.social'],
  });
  expect(problems).toEqual([]);
  const files = { customers: null, follows: [path], verdicts: null, columns: new Map([['Profile', 'resource']]) };
  const { follows } = await readInput(files, networks);
  expect(follows.slice(0, 2).map(({ customer, resource, title }) => [customer, resource.network, title])).toEqual([
    ['ann', 'bluesky', 'her page'],
    ['bob', 'bluesky', "Bob's page"],
  ]);
});

test('ids keep their digits, shared and rich texts, errors, truths, gaps and prefixed names are read', async () => {
  const path = write(
    await workbook('', {
      'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>plain</t></si><si><r><t xml:space="preserve">ri </t></r><r><t>ch</t></r><rPh sb="0" eb="1"><t>NO</t></rPh></si><si><t>&#1046;_x000D_&amp;amp;</t></si></sst>`,
      'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="[$-409]d&quot;th&quot; mmm"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/></cellXfs></styleSheet>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="3"><x:c r="A3" t="s"><x:v>0</x:v></x:c><x:c r="C3" t="s"><x:v>1</x:v></x:c><x:c r="D3" t="s"><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>12345678901234567890</x:v></x:c><x:c><x:v>1.2345678901234501E+17</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c s="1"><x:v>46093</x:v></x:c><x:c s="2"><x:v>46093.5</x:v></x:c><x:c s="3"><x:v>0.5</x:v></x:c></x:row><x:row r="1048576"><x:c r="A1048576"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    }),
  );
  expect(await rowsIn(path)).toEqual([
    { line: 3, cells: ['plain', '', 'ri ch', 'Ж\r&amp;'] },
    {
      line: 4,
      cells: ['12345678901234567890', '123456789012345010', 'TRUE', '', '2026-03-12', '46093.5', '12:00:00'],
    },
    { line: 1_048_576, cells: ['7'] },
  ]);
});

const numbers = `<sheetData><row r="1"><c r="A1" s="1"><v>100</v></c><c r="B1"><v>17841401234567891</v></c></row></sheetData>`;
const dates = `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
const sheets = (tags: string): string =>
  `<workbook xmlns="${main}" xmlns:r="${documents}"><workbookPr date1904="1"/><sheets>${tags}</sheets></workbook>`;
const sheetRelations = (more: string): string =>
  `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${documents}/styles" Target="styles.xml"/>${more}</Relationships>`;

test('days are counted from 1904 where the workbook says so, and an id of 17 digits stays that id', async () => {
  const parts = { 'xl/workbook.xml': sheets('<sheet name="A" sheetId="1" r:id="rId1"/>'), 'xl/styles.xml': dates };
  expect(await rowsIn(write(await workbook(numbers, parts)))).toEqual([
    { line: 1, cells: ['1904-04-10', '17841401234567891'] },
  ]);
});

const row = (text: string): string => `<sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`;

test('a sheet that is a chart is passed over, a hidden one comes after the others', async () => {
  const path = write(
    await workbook(row('hidden'), {
      'xl/workbook.xml': sheets(
        '<sheet name="Chart" sheetId="3" r:id="rId4"/><sheet name="Old" sheetId="1" state="veryHidden" r:id="rId1"/><sheet name="Shown" sheetId="2" r:id="rId2"/>',
      ),
      'xl/_rels/workbook.xml.rels': sheetRelations(
        `<Relationship Id="rId2" Type="${documents}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId4" Type="${documents}/chartsheet" Target="chartsheets/sheet1.xml"/>`,
      ),
      'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}">${row('shown')}</worksheet>`,
      'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${main}"><sheetViews/></chartsheet>`,
    }),
  );
  const table = await openTable(path);
  expect([table.sheet, table.heading?.cells]).toEqual(['Shown', ['shown']]);
  table.close();
});

const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';

test.each([
  ['OpenDocument', { mimetype, 'content.xml': '<x/>' }, 'OpenDocument'],
  ['Numbers', { 'Index/Document.iwa': 'x' }, 'Numbers'],
  ['a binary workbook', { 'xl/workbook.bin': 'x' }, 'XLSB'],
  ['a Word document', { 'word/document.xml': 'x' }, 'Word'],
  ['an archive', { 'clients.csv': 'name,profile' }, 'archive'],
])('%s is refused by name', async (_, parts, words) => {
  const error = await refusal(write(await zipped(parts)));
  expect(error.code).toBe('not_a_table');
  expect(error.message).toContain(words);
});

describe('a workbook that is damaged, or made to do harm, is refused', () => {
  const cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>';

  test.each([
    ['a text that is not there', '<sheetData><row r="9"><c r="A9" t="s"><v>5</v></c></row></sheetData>', ':9'],
    ['a column beyond all', '<sheetData><row r="2"><c r="ZZZ2"><v>5</v></c></row></sheetData>', ':2'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><sheetData/>', ''],
    ['tags within each other without an end', '<a>'.repeat(1_000_000), ''],
    ['a tag of a million attributes', `<sheetData ${' a=""'.repeat(1_000_000)}/>`, ''],
    ['a remark without an end', `<sheetData/><!--${' '.repeat(1_000_000)}`, ''],
  ])('%s', async (_, sheet, where) => {
    const error = await refusal(write(await workbook(sheet)));
    expect(error.code).toBe('broken_workbook');
    expect(error.where).toMatch(new RegExp(`\\.xlsx(:0)?${where}$`));
  });

  test('a sheet that ends in the middle', async () => {
    const bytes = await workbook('', { 'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells}` });
    expect(await refusal(write(bytes))).toMatchObject({ code: 'broken_workbook' });
    const texts = { 'xl/sharedStrings.xml': '<sst><si><t>one</t></si><si>' };
    const cutTexts = await workbook('<sheetData><row><c t="s"><v>0</v></c></row></sheetData>', texts);
    expect(await refusal(write(cutTexts))).toMatchObject({ code: 'broken_workbook' });
  });

  test('a sheet that is not there', async () => {
    const bytes = await workbook('', { 'xl/_rels/workbook.xml.rels': sheetRelations('').replace('sheet1', 'sheet9') });
    expect(await refusal(write(bytes))).toMatchObject({ code: 'broken_workbook' });
  });

  test('a byte that was changed and leaves the XML as it is', async () => {
    const bytes = await workbook(`<sheetData>${cells}</sheetData>`, {}, { compress: false });
    bytes.write('game', bytes.indexOf('<t>name') + 3);
    expect(await refusal(write(bytes))).toMatchObject({ code: 'broken_workbook' });
  });

  test('a file cut short, and one with a wrong byte', async () => {
    const bytes = await workbook(`<sheetData>${cells.repeat(50)}</sheetData>`);
    expect(await refusal(write(bytes.subarray(0, bytes.length - 40)))).toMatchObject({ code: 'broken_workbook' });
    const changed = Buffer.from(bytes);
    const at = changed.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 8;
    changed.fill(0xff, at, at + 20);
    expect(await refusal(write(changed))).toMatchObject({ code: 'broken_workbook' });
  });

  test('texts that swell, also where they state to be small', async () => {
    const parts = { 'xl/sharedStrings.xml': `<sst>${' '.repeat(269_000_000)}</sst>` };
    const bytes = await workbook(`<sheetData>${cells}</sheetData>`, parts);
    expect(bytes.length).toBeLessThan(1_000_000);
    const error = await refusal(write(bytes));
    expect(error.code).toBe('broken_workbook');
    expect(error.message).toContain('unpacks to more than 256 MB');
    const stated = bytes.lastIndexOf('xl/sharedStrings.xml') - 22;
    expect(bytes.readUInt32LE(stated)).toBe(269_000_011);
    bytes.writeUInt32LE(1000, stated);
    expect(await refusal(write(bytes))).toMatchObject({ code: 'broken_workbook' });
  });

  test('a text without an end', async () => {
    const sheet = `<sheetData><row r="1"><c r="A1" t="str"><v>${'a'.repeat(3_000_000)}</v></c></row></sheetData>`;
    expect(await refusal(write(await workbook(sheet)))).toMatchObject({ code: 'broken_workbook' });
  });
});

const cell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

test('a cell that is merged over several rows stands in each of them', async () => {
  const rows = [
    cell('A1', 'Clients of spring'),
    cell('A2', 'Name') + cell('B2', 'Facebook'),
    cell('A3', 'Ida Reed') + cell('B3', 'ida.reed'),
    `<c r="A4"/>${cell('B4', 'ida.garden')}`,
    cell('B5', 'ida.moss'),
    cell('A6', 'Otto Fern') + cell('B6', 'otto.fern'),
  ];
  const data = rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('');
  const merges = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A5"/></mergeCells>';
  const { customers, problems } = await read(write(await workbook(`<sheetData>${data}</sheetData>${merges}`)));
  expect(customers).toEqual({ 'ida reed': ['idareed', 'idagarden', 'idamoss'], 'otto fern': ['ottofern'] });
  expect(problems).toEqual([]);
});
