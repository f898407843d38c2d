import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/imports/open-file.ts';
import { allRows } from '../../../src/imports/import-format.ts';
import { unsaid } from './unsaid.ts';

const opened = (content: string | Buffer) => openFile('a.bin', Buffer.from(content), unsaid);
const rowsInText = async (text: string) => {
  const { table } = await opened(text);
  return table && [...(table.heading ? [table.heading] : []), ...table.rows];
};

test('JSON, a page and a table are told by what stands in them', async () => {
  const json = await opened('\uFEFF {"a": [1]}');
  expect([json.json(), json.page(), json.table]).toEqual([{ a: [1] }, null, null]);
  const page = await opened('<!-- saved from url=(0014)https://a.example -->\n<html><body><a href="/x">Garden</a>');
  expect([page.json(), page.page()?.('a').text(), page.table]).toEqual([undefined, 'Garden', null]);
  const table = await opened('a;b\n"x; y";2\n');
  expect([table.json(), table.page()]).toEqual([undefined, null]);
  expect(allRows(table.table)).toEqual([
    ['a', 'b'],
    ['x; y', '2'],
  ]);
});

test('a page that names its encoding is believed, unless it is UTF-8', async () => {
  const old = Buffer.from('<html><head><meta charset="windows-1251"><body><a href="#">\xd1\xe0\xe4</a>', 'latin1');
  expect((await opened(old)).page()?.('a').text()).toBe('Сад');
  expect((await opened('<html><meta charset="windows-1251"><body><a>Сад</a>')).page()?.('a').text()).toBe('Сад');
});

test('bytes that are no text are refused', async () => {
  await expect(opened(Buffer.from('00ff00fe0102030405', 'hex'))).rejects.toMatchObject({ name: 'UserError' });
});

describe('a page that leaves very many elements open', () => {
  const many = 200_000;

  test.each([
    ['of one kind', '<div>'.repeat(many)],
    ['of many kinds', Array.from({ length: many }, (_, at) => `<e-${at % 100} id="x">`).join('')],
    ['and closes others', '<div></span>'.repeat(many)],
    ['and closes them afterwards', '<DIV>'.repeat(many) + '</DIV>'.repeat(many)],
  ])('%s is refused before it takes long', async (_, body) => {
    const file = await opened(`<!doctype html><html><body>${body}`);
    expect(() => file.page()).toThrow(expect.objectContaining({ code: 'broken_page', where: 'a.bin' }));
  });

  test.each([
    ['closed', '<div><br></div>'.repeat(30_000)],
    ['in a comment', `<!--${'<div>'.repeat(30_000)}-->`],
    ['in a script', `<script>${'"<div>",'.repeat(30_000)}</script>`],
    ['in a style that never ends', `<style>${'<b>'.repeat(30_000)}`],
  ])('is none where they are %s', async (_, body) => {
    const file = await opened(`<!doctype html><html><body><a href="#">Garden</a>${body}`);
    expect(file.page()?.('a').text()).toBe('Garden');
  });
});

test.each([
  [
    'lines before the heading',
    'Notes:\n"A note, with a comma"\n\nName,Since\nGarden,2020\nRoses,2021\n',
    4,
    ['Name', 'Since'],
  ],
  ['newlines in cells', 'a\tb\n"1\n2"\t3\n4\t5\n', 4, ['4', '5']],
  ['Mac line ends', 'a|b\r1|2\r', 2, ['1', '2']],
  ['commas in a table of semicolons', 'a;b\n1,5;2\n', 2, ['1,5', '2']],
])('%s', async (_, text, line, cells) => {
  expect(await rowsInText(text)).toContainEqual({ line, cells });
});

test('a note of several lines where the sample for the delimiter ends', async () => {
  const rows = 'Garden;2020\n'.repeat(5000);
  const text = `${rows}"${'a, b\n'.repeat(5000)}";2021\n`;
  expect((await rowsInText(text))?.at(-1)?.cells[1]).toBe('2021');
});

test('the line of a row below cells with CRLF in them', async () => {
  expect((await rowsInText('a;b\r\n"1\r\n2";3\r\n4;5\r\n'))?.at(-1)?.line).toBe(4);
});

test('a quote that never ends makes no table', async () => {
  const { table, tableFault } = await opened('a,b\n"x,y\n');
  expect([table, tableFault]).toEqual([null, expect.objectContaining({ code: 'broken_csv', where: 'a.bin:2' })]);
});
