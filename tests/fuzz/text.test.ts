import { load } from 'cheerio';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/outputs/csv.ts';
import { markup } from '../../src/outputs/html/markup.ts';
import { csvText, jsonText, pageText, sanitize, sanitizeLines, workbookText } from '../../src/text/sanitize.ts';
import { growthOf } from '../helpers/growth.ts';
import { runs } from './runs.ts';

const signs = [
  '\u200B',
  '\uFEFF',
  '\u00AD',
  '\r',
  '\n',
  '\u0085',
  '\u2028',
  '\uD800',
  '\uDC00',
  '\u202E',
  '\u2066',
  '\u061C',
  '\u001B[2J',
  '\u0007',
  '\u009B',
  '\0',
  '\u007F',
  '=',
  '+',
  '-',
  '@',
  '\t',
  '＝',
  '＋',
  '－',
  '＠',
  '=SUM(1+1)',

  '"',
  '""',
  ',',
  ';',
  "'",
  '<',
  '>',
  '&',
  '</script>',
  '<img src=x>',
  ' ',
  'a',
  'Bob',
  '\\',
  '\\ud800',
  '\uFFFE',
  '🌱',
];

const hostile = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...signs) }, fc.string({ unit: 'binary' })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\s\u2800]/u;

function firstSign(text: string): string {
  return Array.from(text).find((sign) => !invisible.test(sign)) ?? '';
}

const row = (text: string) => [
  { name: 'name', kind: 'text' as const, value: () => text },
  { name: 'next', kind: 'text' as const, value: () => 'x' },
];

describe('whatever a stranger writes', () => {
  test.each(['plain', 'excel'] as const)('one cell of CSV stays one cell, and no formula: %s', (dialect) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const csv = [...toCsv(row(text), [0], dialect)].join('').replace(/^\uFEFF/, '');
        for (const newline of ['\n', '\r\n', '\r'] as const) {
          if (newline === '\r' || (newline === '\r\n') !== (dialect === 'excel')) continue;
          const { data } = Papa.parse<string[]>(csv, {
            delimiter: dialect === 'excel' ? ';' : ',',
            newline,
            skipEmptyLines: true,
          });
          expect(data).toEqual([
            ['name', 'next'],
            [csvText(text), 'x'],
          ]);
        }
        expect('=+-@\t\r\n＝＋－＠'.includes(csvText(text).charAt(0)) && csvText(text) !== '').toBe(false);
        expect(/^[=+\-@＝＋－＠]/u.test(firstSign(csvText(text)))).toBe(false);
        // oxlint-disable-next-line no-control-regex
        expect(csvText(text)).not.toMatch(/[\0-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Cs}/u);
      }),
      runs,
    );
  });

  test('a terminal gets one line without what it obeys', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(sanitize(text)).not.toMatch(/\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/u);
        expect(sanitizeLines(text).replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
      }),
      runs,
    );
  });

  test('JSON reads as the same text of whole characters, and obeys no terminal', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = jsonText({ text });
        expect(JSON.parse(json)).toEqual({ text: text.replaceAll(/\p{Cs}/gu, '\uFFFD') });
        expect(json).not.toMatch(/\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]|\p{Cs}/u);
      }),
      runs,
    );
  });

  test('a page shows it as text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const $ = load(`<p title="${markup`${text}`.markup}">${markup`${text}`.markup}</p>`, null, false);
        expect($('*')).toHaveLength(1);
        const wanted = pageText(text).replaceAll(/\p{Cs}/gu, '\uFFFD');
        expect(
          $('p')
            .text()
            .replaceAll(/\p{Cs}/gu, '\uFFFD'),
        ).toBe(wanted);
        expect(($('p').attr('title') ?? '').replaceAll(/\p{Cs}/gu, '\uFFFD')).toBe(wanted);
      }),
      runs,
    );
  });

  test('a workbook holds characters of XML only', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(workbookText(text)).not.toMatch(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u);
      }),
      runs,
    );
  });

  test('time grows with the length alone', async () => {
    for (const safe of [csvText, sanitize, sanitizeLines, jsonText, pageText, workbookText]) {
      for (const piece of ['\u200B', ' ', '\r', '\uD800', '\u202E', '"', '\u2800=']) {
        expect(await growthOf(24, safe, piece), piece).toBeLessThan(24);
      }
    }
  });
});
