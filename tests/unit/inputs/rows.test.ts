import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { type TableRow, createRowReader } from '../../../src/inputs/rows.ts';
import { randomNumbers } from './random.ts';

function rowsOf(text: string, delimiter = ',', pieces: (text: string) => string[] = (whole) => [whole]): TableRow[] {
  const reader = createRowReader(delimiter, 'a.csv');
  return [...pieces(text).flatMap((piece) => reader.read(piece, false)), ...reader.read('', true)];
}

const cellsOf = (text: string, delimiter = ','): string[][] => rowsOf(text, delimiter).map(({ cells }) => cells);

test.each([
  ['LF', 'a,b\nc,d\n'],
  ['CRLF', 'a,b\r\nc,d\r\n'],
  ['CR alone', 'a,b\rc,d\r'],
  ['all of them', 'a,b\r\nc,d\r'],
  ['no line end at the end', 'a,b\nc,d'],
  ['blank lines and blanks', '\n a , b \n\n\t\nc,d\n\n'],
  ['quotes', '"a","b"\n"c","d"'],
  ['blanks around quotes', ' "a" , "b" \r\n"c" ,"d"'],
])('%s', (_, text) => {
  expect(cellsOf(text)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('quoted cells hold delimiters, line ends and quotes; the line is the one where the row starts', () => {
  const text = 'h,i\r\n"a\r\nb, ""c""",1\r\nd,"e\rf\n"\ng,2\n';
  expect(rowsOf(text)).toEqual([
    { line: 1, cells: ['h', 'i'] },
    { line: 2, cells: ['a\r\nb, "c"', '1'] },
    { line: 4, cells: ['d', 'e\rf'] },
    { line: 7, cells: ['g', '2'] },
  ]);
});

test('a quote within a cell, and text behind a quoted part of one line, are taken as they are', () => {
  expect(cellsOf('Bar "Blau",5" pipe\n"Acme, the first" Ltd,x\n"",y\n')).toEqual([
    ['Bar "Blau"', '5" pipe'],
    ['"Acme, the first" Ltd', 'x'],
    ['', 'y'],
  ]);
});

const refused = (text: string): unknown => {
  try {
    return rowsOf(text);
  } catch (error) {
    return error instanceof UserError ? [error.code, error.where] : error;
  }
};

describe('a quote that is not closed is refused with the line where it was opened', () => {
  test.each([
    ['at the end of the file', 'a,b\nc,"d\ne,f\n', 'a.csv:2'],
    ['in a later cell of a row over several lines', 'a,b\n"c\nd","e\nf\n', 'a.csv:3'],
    ['where the next quote opens another cell', 'a,b\nAnn,"x\nBob,"y"\nCat,z\n', 'a.csv:2'],
  ])('%s', (_, text, where) => {
    expect(refused(text)).toEqual(['broken_csv', where]);
  });

  test('before the rest of a big file is held in memory', () => {
    const reader = createRowReader(',', 'a.csv');
    const piece = 'Ann,x\n'.repeat(20_000);
    reader.read('a,b\nBob,"y\n', false);
    expect(() => {
      for (let times = 0; times < 20; times++) reader.read(piece, false);
    }).toThrow(/a\.csv:2/);
  });
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

const cutAnywhere =
  (seed: number) =>
  (text: string): string[] => {
    const random = randomNumbers(seed);
    const pieces: string[] = [];
    for (let at = 0; at < text.length;) {
      const to = at + 1 + Math.floor(random() * 5);
      pieces.push(text.slice(at, to));
      at = to;
    }
    return pieces;
  };

test.each([',', ';', '\t', '|'])(
  'what Papa Parse writes with %j comes back, however it is cut into pieces',
  (delimiter) => {
    for (let seed = 1; seed <= 150; seed++) {
      const table = randomTable(seed);
      for (const newline of ['\n', '\r\n', '\r']) {
        const text = Papa.unparse(table, { delimiter, newline, quotes: seed % 2 === 0 });
        const expected = table;
        expect(rowsOf(text, delimiter).map(({ cells }) => cells)).toEqual(expected);
        expect(rowsOf(text, delimiter, cutAnywhere(seed))).toEqual(rowsOf(text, delimiter));
      }
    }
  },
);

test('rows and their lines are those of csv-parse', () => {
  for (let seed = 200; seed <= 300; seed++) {
    const text = Papa.unparse(randomTable(seed), { newline: '\n' });
    const records = parse(text, { info: true, record_delimiter: ['\n'], relax_column_count: true }) as unknown as {
      record: string[];
    }[];
    expect(cellsOf(text)).toEqual(records.map(({ record }) => record));
    let line = 1;
    for (const [index, { record }] of records.entries()) {
      expect(rowsOf(text)[index]?.line).toBe(line);
      line += 1 + (record.join(',').match(/\r\n|\n|\r/g)?.length ?? 0);
    }
  }
});
