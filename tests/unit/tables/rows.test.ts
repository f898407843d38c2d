import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { type TableRow, rowsIn, rowsOf } from '../../../src/tables/rows.ts';
import { randomNumbers } from '../../helpers/random.ts';

async function read(text: string, delimiter = ',', pieces: Iterable<string> = [text], width = 2): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  async function* given() {
    yield* pieces;
  }
  for await (const some of rowsOf(given(), delimiter, width, 'a.csv')) rows.push(...some);
  return rows;
}

const cellsOf = async (text: string): Promise<string[][]> => (await read(text)).map(({ cells }) => cells);

test.each([
  ['LF', 'a,b\nc,d\n'],
  ['CRLF', 'a,b\r\nc,d\r\n'],
  ['CR alone', 'a,b\rc,d\r'],
  ['all of them', 'a,b\r\nc,d\r'],
  ['no line end at the end', 'a,b\nc,d'],
  ['blank lines and blanks', '\n a , b \n\n\t\nc,d\n\n'],
  ['quotes', '"a","b"\n"c","d"'],
  ['blanks around quotes', ' "a" , "b" \r\n"c" ,"d"'],
])('%s', async (_, text) => {
  expect(await cellsOf(text)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('quoted cells hold delimiters, line ends and quotes; the line is the one where the row starts', async () => {
  const text = 'h,i\r\n"a\r\nb, ""c""",1\r\nd,"e\rf\n"\ng,2\n';
  expect(await read(text)).toEqual([
    { line: 1, cells: ['h', 'i'] },
    { line: 2, cells: ['a\r\nb, "c"', '1'] },
    { line: 4, cells: ['d', 'e\rf'] },
    { line: 7, cells: ['g', '2'] },
  ]);
});

test('a quote within a cell, and text behind a quoted part of one line, are taken as they are', async () => {
  expect(await cellsOf('Bar "Blau",5" pipe\n"Acme, the first" Ltd,x\n"",y\n"Ash" "Elm" ,z')).toEqual([
    ['Bar "Blau"', '5" pipe'],
    ['"Acme, the first" Ltd', 'x'],
    ['', 'y'],
    ['"Ash" "Elm"', 'z'],
  ]);
});

test('a cell of several lines may begin with a quote', async () => {
  const text = 'h,i\n"""Yes"" is\nwhat ""they"" said", "a ""b""\n" \n"""c"" ",d\n';
  expect(await read(text)).toEqual([
    { line: 1, cells: ['h', 'i'] },
    { line: 2, cells: ['"Yes" is\nwhat "they" said', 'a "b"'] },
    { line: 5, cells: ['"c"', 'd'] },
  ]);
});

test('rows are given before more of the text is asked for', async () => {
  const seen: string[] = [];
  async function* pieces() {
    for (const piece of ['a,b\nlong,', 'row\n"two\n', 'lines",d\n']) {
      seen.push(piece);
      yield piece;
    }
  }
  for await (const rows of rowsOf(pieces(), ',', 2, 'a.csv')) seen.push(...rows.map(({ cells }) => cells.join()));
  expect(seen).toEqual(['a,b\nlong,', 'a,b', 'row\n"two\n', 'long,row', 'lines",d\n', 'two\nlines,d']);
});

test('rows of other widths than the usual one, whatever that is', async () => {
  for (const width of [0, 1, 2, 5]) {
    expect(await read('a\n,,\nb,c,d\n', ',', undefined, width)).toEqual([
      { line: 1, cells: ['a'] },
      { line: 2, cells: ['', '', ''] },
      { line: 3, cells: ['b', 'c', 'd'] },
    ]);
  }
});

const refused = async (text: string): Promise<unknown> => {
  try {
    return await read(text);
  } catch (error) {
    return error instanceof UserError ? [error.code, error.where] : error;
  }
};

describe('a quote that is not closed is refused with the line where it was opened', () => {
  test.each([
    ['at the end of the file', 'a,b\nc,"d\ne,f\n', 'a.csv:2'],
    ['in a later cell of a row over several lines', 'a,b\n"c\nd","e\nf\n', 'a.csv:3'],
    ['where the next quote opens another cell', 'a,b\nAnn,"x\nBob,"y"\nCat,z\n', 'a.csv:2'],
    ['below lines of every kind', 'a,b\r\n\r\n"c\r\nd",e\r\rf,"g', 'a.csv:6'],
    ['below a cell that begins with a quote', 'a,"""b""\n"\n"""c""\n","d\n"e"\n', 'a.csv:4'],
  ])('%s', async (_, text, where) => {
    expect(await refused(text)).toEqual(['broken_csv', where]);
    const { rows, broken } = rowsIn(text, ',');
    expect(broken).toBe(true);
    expect(rows[0]?.line).toBe(1);
  });

  test('before the rest of a big file is held in memory', async () => {
    let given = 0;
    function* pieces() {
      yield 'a,b\nBob,"y\n';
      for (; given < 100; given++) yield 'Ann,x\n'.repeat(20_000);
    }
    await expect(read('', ',', pieces())).rejects.toThrow(/a\.csv:2/);
    expect(given).toBeLessThan(20);
  });
});

function* torn() {
  yield 'a,b\n';
  throw new RangeError('of the text');
}

test('trouble in the text itself comes through', async () => {
  await expect(read('', ',', torn())).rejects.toThrow(RangeError);
});

const signs = [
  'a',
  'Ж',
  'é',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '😀',
  "'",
  '\\',
  'https://x.example/?a=1,2',
];

function randomTable(seed: number): string[][] {
  const random = randomNumbers(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  const width = 1 + pick(5);
  return Array.from({ length: 1 + pick(8) }, () =>
    Array.from({ length: width }, () => {
      const cell = Array.from({ length: pick(6) }, () => signs[pick(signs.length)]).join('');
      // What is trimmed, and a blank row, would not come back the same.
      return `x${cell}x`;
    }),
  );
}

/** Pieces of whole characters. */
function cutAnywhere(text: string, seed: number): string[] {
  const random = randomNumbers(seed);
  const characters = Array.from(text);
  const pieces: string[] = [];
  while (characters.length > 0) pieces.push(characters.splice(0, 1 + Math.floor(random() * 5)).join(''));
  return pieces;
}

test.each([',', ';', '\t', '|'])(
  'what Papa Parse writes with %j comes back, however it is cut into pieces',
  async (delimiter) => {
    for (let seed = 1; seed <= 150; seed++) {
      const table = randomTable(seed);
      for (const newline of ['\n', '\r\n', '\r']) {
        const text = Papa.unparse(table, { delimiter, newline, quotes: seed % 2 === 0 });
        const { rows, broken } = rowsIn(text, delimiter);
        expect(broken).toBe(false);
        expect(rows.map(({ cells }) => cells)).toEqual(table);
        expect(await read(text, delimiter, cutAnywhere(text, seed))).toEqual(rows);
      }
    }
  },
);

/** What csv-parse makes of a text: behind a blank before a quote it reads all the rest. */
function readByCsvParse(text: string): TableRow[] | 'broken' {
  const { rows, broken } = rowsIn(` "first"\n${text}`, ',');
  return broken ? 'broken' : rows.slice(1).map(({ line, cells }) => ({ line: line - 1, cells }));
}

test('whatever signs come after each other, the rows are those that csv-parse reads', async () => {
  const parts = ['a', ' ', ',', ',', '"', '"', '""', '\n', '\r\n', '\r', 'b,"c",d\n', '"e ""f"" g",'];
  const wholes = { broken: 0, sound: 0 };
  for (let seed = 1; seed <= 1500; seed++) {
    const random = randomNumbers(seed);
    const text = Array.from({ length: 12 }, () => parts[Math.floor(random() * parts.length)]).join('');
    const expected = readByCsvParse(text);
    const { rows, broken } = rowsIn(text, ',');
    expect(broken ? 'broken' : rows, JSON.stringify(text)).toEqual(expected);
    const inPieces = await read(text, ',', cutAnywhere(text, seed)).catch((error: unknown) => {
      if (error instanceof UserError) return 'broken';
      throw error;
    });
    expect(inPieces, JSON.stringify(text)).toEqual(expected);
    wholes[broken ? 'broken' : 'sound'] += 1;
  }
  expect(Math.min(wholes.broken, wholes.sound)).toBeGreaterThan(50);
});

test('every row is told with the line on which it starts', async () => {
  for (let seed = 200; seed <= 300; seed++) {
    const table = randomTable(seed);
    let line = 1;
    const lines = table.map((cells) => {
      const start = line;
      line += Papa.unparse([cells]).split(/\r\n|\n|\r/).length;
      return start;
    });
    expect((await read(Papa.unparse(table))).map((row) => row.line)).toEqual(lines);
  }
});
